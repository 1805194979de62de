import { lifecycleFactIds } from '../../cloud/time/lifecycle-types.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { between, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting } from '../parts/setting.ts'
import type { FamilyModel } from '../types.ts'
import { renderBucket } from './render.ts'
import { type BucketScenario, bucketMisconceptions, type RulePlan, solveBucket } from './solve.ts'

const none: RulePlan = { expireAfter: null, noncurrentAfter: null, retained: 0, clearsMarkers: false }

/** Plans for files that users delete, with days for noncurrent versions that are right. */
const forDeleted = (days: number, lifetime: number, short: number): readonly RulePlan[] => [
  { ...none, noncurrentAfter: days },
  { ...none, noncurrentAfter: days + lifetime },
  { ...none, expireAfter: days },
  { ...none, noncurrentAfter: days, retained: 1 },
  { ...none, clearsMarkers: true },
  { ...none, expireAfter: days - short, noncurrentAfter: short },
]

/** Plans for files that expire. */
const forExpiring = (days: number, lifetime: number): readonly RulePlan[] => [
  { ...none, expireAfter: lifetime, noncurrentAfter: days },
  { ...none, expireAfter: lifetime, noncurrentAfter: days + lifetime },
  { ...none, expireAfter: lifetime, noncurrentAfter: days, retained: 1 },
  { ...none, expireAfter: lifetime, clearsMarkers: true },
  { ...none, noncurrentAfter: days },
]

function sample(random: SeededRandom): BucketScenario {
  const restorable = pick(random, [7, 10, 14, 21, 30, 45, 60])
  const goneAfter = restorable + pick(random, [10, 15, 20, 30])
  const days = between(random, restorable + 2, goneAfter - 4)
  const ends = pick(random, ['deleted', 'expires'] as const)
  const lifetime = ends === 'deleted' ? between(random, 32, 110) : pick(random, [60, 90, 120, 180, 365])
  const short = Math.max(2, Math.round((days * between(random, 20, 45)) / 100))
  return {
    setting: drawSetting(random),
    rendering: random.integer(4),
    style: random.integer(2),
    overwritten: between(random, 9, 40),
    ...{ ends, lifetime, restorable, goneAfter },
    plans: ends === 'deleted' ? forDeleted(days, lifetime, short) : forExpiring(days, lifetime),
  }
}

/** Lifecycle rules of a versioned bucket that keep what must be restorable and delete what must be gone. */
export const bucketOnDayModel: FamilyModel<BucketScenario> = {
  name: 'bucket-on-day',
  title: 'What a versioned bucket holds on a day',
  kind: 'multiple-choice',
  placements: placedIn(
    'SAA-C03 4.1',
    'SOA-C03 2.3',
    'SAP-C02 3.1',
    'SAP-C03 3',
    'DEA-C01 2.3',
    'DVA-C02 1.3',
  ),
  cognitive: 'analyse',
  services: ['s3'],
  references: [
    documentation(
      'Expiring objects',
      'AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html',
    ),
    documentation('Lifecycle configuration elements', 'AmazonS3/latest/userguide/intro-lifecycle-rules.html'),
  ],
  facts: lifecycleFactIds,
  since: calendarDate('2026-11-24'),
  sample,
  solve: solveBucket,
  misconceptions: bucketMisconceptions,
  render: renderBucket,
  features: ({ rendering, ends }) => ({ rendering, expires: Number(ends === 'expires') }),
  angoff: ({ expires = 0, rendering }) => 0.62 - 0.05 * expires - 0.02 * rendering,
}

export const bucketOnDay = familyOf(bucketOnDayModel)
