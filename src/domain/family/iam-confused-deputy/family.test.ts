import { tryFamily } from '../family-kit.fixture.ts'
import { confusedDeputyModel } from './family.ts'

tryFamily(confusedDeputyModel, { golden: [] })
