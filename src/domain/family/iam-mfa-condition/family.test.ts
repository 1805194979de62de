import { tryFamily } from '../family-kit.fixture.ts'
import { mfaConditionModel } from './family.ts'

tryFamily(mfaConditionModel, { golden: [] })
