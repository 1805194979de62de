import { tryFamily } from '../family-kit.fixture.ts'
import { whichLayerModel } from './family.ts'
import { layersThatMatter } from './solve.ts'

tryFamily(whichLayerModel, { golden: [], secondRoute: layersThatMatter })
