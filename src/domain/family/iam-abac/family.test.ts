import { tryFamily } from '../family-kit.fixture.ts'
import { abacModel } from './family.ts'

tryFamily(abacModel, { golden: [] })
