import { tryFamily } from '../family-kit.fixture.ts'
import { controlsMatchModel } from './family.ts'

tryFamily(controlsMatchModel, { golden: [] })
