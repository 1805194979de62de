import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { iamReference } from '../iam/references.ts'
import {
  drawScene,
  meetingScene,
  misconceptionsOf,
  renderScene,
  type Scene,
  type SceneBelief,
} from '../iam/scene.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { enrolment, keySlipsThrough, roleFromCli, scriptStopped, staleProof } from './scenes.ts'

/** Every occasion; the place is the structure that features report. */
export const scenes = [keySlipsThrough, scriptStopped, roleFromCli, enrolment, staleProof] as const

const beliefs: readonly SceneBelief[] = [
  {
    id: 'reported-case-is-enough',
    statement: 'A change is right as soon as the request that went wrong ends as it should.',
    minds: ({ name }) => name === 'reported',
  },
  {
    id: 'device-is-proof',
    statement: 'A registered MFA device makes each request of its user one with MFA.',
  },
  { id: 'allow-limits', statement: 'An allow with a condition limits what another statement allows.' },
  {
    id: 'console-covers-keys',
    statement: 'MFA at the console sign-in counts for requests with an access key.',
  },
  {
    id: 'exact-allow-wins',
    statement: 'An allow that names the action or the role outweighs a deny or an unmet condition.',
  },
  { id: 'temporary-is-mfa', statement: 'Temporary credentials count as multi-factor authentication.' },
  {
    id: 'bool-spares-console',
    statement: 'Console sessions without MFA lack the MFA key, so Bool does not match them.',
  },
  { id: 'age-in-minutes', statement: 'The age of an MFA sign-in is counted in minutes.' },
]

/** Bool, BoolIfExists and Null on the MFA key, with requests that do not carry it. */
export const mfaConditionModel: FamilyModel<Scene> = {
  name: 'iam-mfa-condition',
  title: 'The MFA condition and long-term access keys',
  kind: 'multiple-choice',
  placements: placedIn(
    'SCS-C03 4.1',
    'SOA-C03 4.1',
    'SAA-C03 1.1',
    'SAP-C02 1.2',
    'SAP-C03 2',
    'DVA-C02 2.1',
    'DVA-C03 2',
    'DOP-C02 6.1',
  ),
  cognitive: 'analyse',
  services: ['iam'],
  references: [iamReference('mfa'), iamReference('operators'), iamReference('globalKeys')],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: (random) => drawScene(random, scenes),
  solve: meetingScene({}),
  misconceptions: misconceptionsOf(beliefs),
  render: renderScene,
  features: ({ rendering, asks }) => ({
    rendering,
    requests: asks.length,
    stops: asks.some(({ name, wanted }) => name === 'reported' && !wanted) ? 1 : 0,
  }),
  angoff: ({ requests = 0, stops = 0 }) => 0.74 - 0.04 * requests - 0.05 * stops,
}

export const mfaCondition = familyOf(mfaConditionModel)
