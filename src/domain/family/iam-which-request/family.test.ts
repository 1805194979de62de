import { tryFamily } from '../family-kit.fixture.ts'
import { whichRequestModel } from './family.ts'

tryFamily(whichRequestModel, { golden: [] })
