import { tryFamily } from '../family-kit.fixture.ts'
import { externalIdModel } from './family.ts'

tryFamily(externalIdModel, { golden: [] })
