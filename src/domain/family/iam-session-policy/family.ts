import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { iamReference } from '../iam/references.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { renderSession } from './render.ts'
import { sampleSession } from './sample.ts'
import type { SessionScenario } from './scenario.ts'
import { sessionMisconceptions, solveSession } from './solve.ts'

/** What a session may do under the policy of its role, a session policy, and a bucket policy. */
export const sessionPolicyModel: FamilyModel<SessionScenario> = {
  name: 'iam-session-policy',
  title: 'Effective permissions of a session with a session policy',
  kind: 'multiple-response',
  placements: placedIn('SCS-C03 4.2', 'DVA-C02 2.1', 'DVA-C03 2', 'SAP-C02 3.2', 'SAP-C03 2', 'SOA-C03 4.1'),
  cognitive: 'analyse',
  services: ['iam', 'sts', 's3'],
  references: [iamReference('sessionPolicies'), iamReference('evaluation')],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleSession,
  solve: solveSession,
  misconceptions: sessionMisconceptions,
  render: renderSession,
  features: ({ rendering, situation }) => ({
    rendering,
    frozen: situation.frozen ? 1 : 0,
    roleLacks: situation.task === 'role-lacks' || situation.file === 'role-lacks' ? 1 : 0,
  }),
  angoff: ({ frozen = 0, roleLacks = 0 }) => 0.62 - 0.2 * frozen - 0.06 * roleLacks,
}

export const sessionPolicy = familyOf(sessionPolicyModel)
