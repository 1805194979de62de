import { tryFamily } from '../family-kit.fixture.ts'
import { controlForRequirementModel } from './family.ts'

tryFamily(controlForRequirementModel, { golden: [] })
