import { tryFamily } from '../family-kit.fixture.ts'
import { regionLockModel } from './family.ts'

tryFamily(regionLockModel, { golden: [] })
