import { familyOf } from '../compose-draft.ts'
import { procedureModel } from '../order/procedure-family.ts'
import { placedIn } from '../parts/placement.ts'
import { securityProcedures } from './procedures.ts'

/** The order of steps in procedures of credentials, evidence, and encryption. */
export const securityOrderModel = procedureModel(
  {
    name: 'procedure-order-security',
    title: 'Order the steps of a security procedure',
    placements: placedIn('SCS-C03 2.2'),
    services: ['iam', 'secrets-manager', 'rds', 'ec2', 'guardduty'],
  },
  securityProcedures,
)

export const securityOrder = familyOf(securityOrderModel)
