import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { roleOf } from '../iam/people.ts'
import { drawResources } from '../iam/resources.ts'
import { chance, pick } from '../parts/draw.ts'
import { drawAccount, drawSetting } from '../parts/setting.ts'
import type { RequestScenario, State } from './scenario.ts'

/** Actions that a resource's own policy can open to another account. */
const shareable = new Set([
  's3:GetObject',
  's3:PutObject',
  'sqs:SendMessage',
  'sqs:ReceiveMessage',
  'sns:Publish',
  'lambda:InvokeFunction',
])

const owners = [
  'the shared services account',
  'the data platform account',
  'the account of a sister company',
  'the central integration account',
  'the account of a logistics partner',
] as const

const states: readonly State[] = [
  { identity: false, boundary: false, exempt: null, resource: true },
  { identity: false, boundary: false, exempt: true, resource: true },
  { identity: true, boundary: false, exempt: null, resource: false },
  { identity: true, boundary: false, exempt: true, resource: false },
  { identity: false, boundary: true, exempt: null, resource: false },
  { identity: false, boundary: false, exempt: null, resource: false },
  { identity: true, boundary: true, exempt: false, resource: false },
  { identity: true, boundary: null, exempt: false, resource: false },
  { identity: false, boundary: null, exempt: false, resource: true },
  { identity: true, boundary: false, exempt: false, resource: true },
  { identity: false, boundary: null, exempt: null, resource: false },
]

/** Draws a role and a resource of another account between which one or more policies stand. */
export function sampleRequests(random: SeededRandom): RequestScenario {
  const setting = drawSetting(random)
  const account = drawAccount(random)
  const ownerAccount = drawAccount(random, [account])
  const [resource] = drawResources(random, { setting, account: ownerAccount }, 6)
    .map((each) => ({ ...each, deeds: each.deeds.filter(({ action }) => shareable.has(action)) }))
    .filter(({ deeds }) => deeds.length > 0)
  if (resource === undefined) throw new RangeError('No resource can be shared.')
  const system = pick(random, setting.systems)
  return {
    setting,
    system,
    account,
    ownerAccount,
    resource,
    rendering: random.integer(6),
    variant: random.integer(3),
    manner: random.integer(3),
    role: roleOf(random, system),
    otherService: pick(random, ['dynamodb', 'kinesis', 'rds-data', 'ssm']),
    owner: pick(random, owners),
    deed: pick(random, resource.deeds),
    state: pick(random, states),
    proposed: [
      ...(chance(random, 0.5) ? (['session'] as const) : []),
      ...(chance(random, 0.18) ? (['scpAllow'] as const) : []),
    ],
  }
}
