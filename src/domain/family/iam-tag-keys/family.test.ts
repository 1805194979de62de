import { tryFamily } from '../family-kit.fixture.ts'
import { tagKeysModel } from './family.ts'

tryFamily(tagKeysModel, { golden: [] })
