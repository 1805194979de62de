import { tryFamily } from '../family-kit.fixture.ts'
import { publicBucketModel } from './family.ts'

tryFamily(publicBucketModel, { golden: [] })
