import { tryFamily } from '../family-kit.fixture.ts'
import { leastEditModel } from './family.ts'

tryFamily(leastEditModel, { golden: [] })
