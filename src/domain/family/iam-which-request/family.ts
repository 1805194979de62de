import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { iamReference } from '../iam/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderRequests } from './render.ts'
import { sampleRequests } from './sample.ts'
import type { RequestScenario } from './scenario.ts'
import { requestMisconceptions, solveRequests } from './solve.ts'

/** Which of four requests succeeds under an identity-based policy, a boundary, SCPs and a bucket policy elsewhere. */
export const whichRequestModel: FamilyModel<RequestScenario> = {
  name: 'iam-which-request',
  title: 'Which request succeeds under several layers of policies',
  kind: 'multiple-choice',
  placements: placedIn(
    'SAA-C03 1.1',
    'SCS-C03 4.2',
    'SAP-C02 1.2',
    'SAP-C03 2',
    'DVA-C02 2.1',
    'DVA-C03 2',
    'SOA-C03 4.1',
    'DOP-C02 6.1',
  ),
  cognitive: 'analyse',
  services: ['iam', 'organizations'],
  references: [iamReference('evaluation'), iamReference('boundaries'), iamReference('crossAccount')],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleRequests,
  solve: solveRequests,
  misconceptions: requestMisconceptions,
  render: renderRequests,
  features: ({ rendering, identity, boundary, scp, bucketPolicy }) => ({
    rendering,
    statements: identity.length,
    layers: [boundary, scp, bucketPolicy].filter((layer) => layer !== null).length,
  }),
  angoff: ({ statements = 0, layers = 0 }) => Math.max(0.4, 0.8 - 0.05 * layers - 0.025 * statements),
}

export const whichRequest = familyOf(whichRequestModel)
