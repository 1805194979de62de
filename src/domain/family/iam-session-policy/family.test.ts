import { tryFamily } from '../family-kit.fixture.ts'
import { sessionPolicyModel } from './family.ts'

tryFamily(sessionPolicyModel, { golden: [] })
