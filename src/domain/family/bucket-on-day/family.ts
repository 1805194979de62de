import { lifecycleFactIds } from '../../cloud/time/lifecycle-types.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { between, chance, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting } from '../parts/setting.ts'
import type { FamilyModel } from '../types.ts'
import { renderBucket } from './render.ts'
import { type BucketScenario, bucketMisconceptions, solveBucket } from './solve.ts'

function sampleBucket(random: SeededRandom): BucketScenario {
  const first = between(random, 0, 5)
  const puts = [first]
  for (let more = between(random, 1, 3); more > 0; more--)
    puts.push((puts.at(-1) ?? 0) + between(random, 8, 40))
  const last = puts.at(-1) ?? 0
  const deletedOn = chance(random, 0.5) ? last + between(random, 6, 40) : null
  return {
    setting: drawSetting(random),
    rendering: random.integer(3),
    puts,
    deletedOn,
    expireAfter: chance(random, 0.6) ? pick(random, [30, 45, 60, 90, 120]) : null,
    noncurrentAfter: pick(random, [7, 14, 20, 30, 45, 60, 90]),
    clearsMarkers: chance(random, 0.35),
    asked: last + between(random, 10, 150),
  }
}

/** Days on which something becomes due; an answer may not hang on the hour of a day. */
function dueDays({ puts, deletedOn, expireAfter, noncurrentAfter }: BucketScenario): readonly number[] {
  const last = puts.at(-1) ?? 0
  const expired = expireAfter === null ? [] : puts.map((day) => day + expireAfter)
  const ends = [...puts.slice(1), ...(deletedOn === null ? expired : [deletedOn])]
  return [...puts, last, ...ends, ...expired, ...[...ends, ...puts].map((day) => day + noncurrentAfter)]
}

/** Two days between the question and anything that is due, and between the expiration of a version and what comes next. */
function isUnambiguous(scenario: BucketScenario): boolean {
  const { puts, deletedOn, expireAfter, asked } = scenario
  if (dueDays(scenario).some((day) => Math.abs(day - asked) < 3)) return false
  if (deletedOn !== null && deletedOn >= asked) return false
  if (expireAfter === null) return true
  const nexts = [...puts.slice(1), ...(deletedOn === null ? [] : [deletedOn])]
  return nexts.every((next, index) => (puts[index] ?? 0) + expireAfter > next + 3)
}

/** What a versioned bucket holds of one key on a day, under lifecycle rules. */
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
  ],
  facts: lifecycleFactIds,
  since: calendarDate('2026-11-24'),
  sample: sampleBucket,
  solve: solveBucket,
  misconceptions: bucketMisconceptions,
  render: renderBucket,
  constraints: isUnambiguous,
  features: ({ rendering, puts, expireAfter, deletedOn }) => ({
    rendering,
    versions: puts.length,
    rules: Number(expireAfter !== null) + Number(deletedOn !== null),
  }),
  angoff: ({ versions = 2, rules = 1 }) => 0.74 - 0.05 * versions - 0.03 * rules,
}

export const bucketOnDay = familyOf(bucketOnDayModel)
