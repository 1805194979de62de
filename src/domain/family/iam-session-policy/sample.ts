import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { roleOf } from '../iam/people.ts'
import { drawBucket, drawResources, siblingOf } from '../iam/resources.ts'
import { between, pick } from '../parts/draw.ts'
import { drawAccount, drawSetting } from '../parts/setting.ts'
import type { SessionScenario, Situation } from './scenario.ts'

const situations: readonly Situation[] = [
  {
    task: 'role-lacks',
    file: 'session-lacks',
    frozen: false,
    proposed: ['roleTask', 'sessionFile', 'roleFile', 'bucketForRole', 'boundary', 'drop'],
  },
  {
    task: 'session-lacks',
    file: 'session-lacks',
    frozen: false,
    proposed: ['sessionTask', 'sessionFile', 'roleTask', 'roleFile', 'bucketForRole', 'drop'],
  },
  {
    task: 'session-lacks',
    file: 'role-lacks',
    frozen: false,
    proposed: ['sessionTask', 'roleFile', 'roleTask', 'boundary', 'drop'],
  },
  {
    task: 'role-lacks',
    file: 'session-lacks',
    frozen: true,
    proposed: ['roleTask', 'bucketForSession', 'bucketForRole', 'boundary', 'sessionFile', 'drop'],
  },
]

const sessionNames = ['partner', 'tenant', 'device', 'branch', 'site'] as const

/** Draws a broker whose sessions need two things that they do not have. */
export function sampleSession(random: SeededRandom): SessionScenario {
  const setting = drawSetting(random)
  const account = drawAccount(random)
  const place = { setting, account }
  const resource = drawResources(random, place, 2).find(({ service }) => service !== 's3')
  const bucket = drawBucket(random, place)
  const system = pick(random, setting.systems)
  if (resource === undefined) throw new RangeError('Every resource is a bucket.')
  return {
    ...{ setting, account, resource, bucket, system },
    rendering: random.integer(5),
    role: roleOf(random, system),
    session: `${pick(random, sessionNames)}-${between(random, 12, 480)}`,
    // The last deed of every kind destroys; a broker does not hand that out.
    task: pick(random, resource.deeds.slice(0, 2)),
    otherBucket: siblingOf(bucket),
    file: pick(random, bucket.deeds.slice(0, 2)),
    situation: pick(random, situations),
  }
}
