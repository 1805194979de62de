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
  worksIsEnough,
} from '../iam/scene.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { encryptedFiles, indexQuery, listing, secretSuffix } from './data-scenes.ts'
import { bounded, passRole, rebootDenied, registryLogin } from './operator-scenes.ts'

/** Every occasion; the place is the structure that features report. */
export const scenes = [
  listing,
  indexQuery,
  encryptedFiles,
  secretSuffix,
  rebootDenied,
  bounded,
  passRole,
  registryLogin,
] as const

const beliefs: readonly SceneBelief[] = [
  worksIsEnough,
  {
    id: 'resource-level',
    statement: 'A permission on a container and one on what it holds or belongs to are interchangeable.',
  },
  { id: 'similar-action', statement: 'An action with a similar name covers the refused operation.' },
  { id: 'wider-actions', statement: 'More actions make up for a resource that does not match.' },
  {
    id: 'data-includes-key',
    statement: 'A permission for encrypted data and a permission for its key are one and the same.',
  },
  { id: 'setting-grants', statement: 'A bucket key frees readers from needing a permission of AWS KMS.' },
  { id: 'exact-allow-wins', statement: 'An exact allow outweighs a general deny.' },
  { id: 'boundary-grants', statement: 'A permissions boundary grants the actions that it lists.' },
  {
    id: 'boundary-is-passed',
    statement: 'An allow that names the action or the role passes a permissions boundary.',
  },
  { id: 'trust-is-passing', statement: 'The trust policy of a role decides who may pass it to a service.' },
]

/** The edit that makes one request succeed and opens nothing else. */
export const leastEditModel: FamilyModel<Scene> = {
  name: 'iam-least-edit',
  title: 'The smallest edit that fixes a denied request',
  kind: 'multiple-choice',
  placements: placedIn(
    'SCS-C03 4.2',
    'DVA-C02 2.1',
    'DVA-C03 2',
    'SAA-C03 1.1',
    'SOA-C03 4.1',
    'SAP-C02 3.2',
    'SAP-C03 2',
    'DOP-C02 6.1',
  ),
  cognitive: 'analyse',
  services: ['iam'],
  references: [iamReference('evaluation'), iamReference('boundaries'), iamReference('leastPrivilege')],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: (random) => drawScene(random, scenes),
  solve: meetingScene({}),
  misconceptions: misconceptionsOf(beliefs),
  render: renderScene,
  features: ({ rendering, asks }) => ({
    rendering,
    closed: asks.filter(({ wanted }) => !wanted).length,
    traps: scenes[rendering] === rebootDenied || scenes[rendering] === bounded ? 1 : 0,
  }),
  angoff: ({ closed = 0, traps = 0 }) => 0.72 - 0.03 * closed - 0.06 * traps,
}

export const leastEdit = familyOf(leastEditModel)
