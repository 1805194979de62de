import { tryFamily } from '../family-kit.fixture.ts'
import { whoCanDecryptModel } from './family.ts'

tryFamily(whoCanDecryptModel, { golden: [] })
