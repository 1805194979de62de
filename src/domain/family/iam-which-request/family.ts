import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { iamReference } from '../iam/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderRequests } from './render.ts'
import { sampleRequests } from './sample.ts'
import type { RequestScenario } from './scenario.ts'
import { requestMisconceptions, solveRequests } from './solve.ts'

/** Which edits make a request succeed between two accounts, with a boundary, SCPs and the resource's own policy in between. */
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
  // With three missing permissions, a fourth edit makes options that nobody would read to the end.
  constraints: ({ state, proposed }) =>
    !proposed.includes('scpAllow') || Object.values(state).filter((layer) => layer === false).length < 3,
  features: ({ rendering, state }) => ({
    rendering,
    layers: Object.values(state).filter((layer) => layer !== null).length,
    missing: Object.values(state).filter((layer) => layer === false).length,
  }),
  angoff: ({ layers = 0, missing = 0 }) => 0.94 - 0.05 * layers - 0.09 * missing,
}

export const whichRequest = familyOf(whichRequestModel)
