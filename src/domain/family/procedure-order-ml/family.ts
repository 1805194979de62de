import { familyOf } from '../compose-draft.ts'
import { procedureModel } from '../order/procedure-family.ts'
import { placedIn } from '../parts/placement.ts'
import { mlProcedures } from './procedures.ts'

/** The order of steps in procedures of training, release, and retrieval. */
export const mlOrderModel = procedureModel(
  {
    name: 'procedure-order-ml',
    title: 'Order the steps of a machine learning procedure',
    placements: placedIn('AIF-C01 1.3', 'MLA-C01 3.3'),
    services: ['sagemaker-ai', 'bedrock'],
  },
  mlProcedures,
)

export const mlOrder = familyOf(mlOrderModel)
