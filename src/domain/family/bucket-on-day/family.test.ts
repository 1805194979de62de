import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { bucketOnDayModel } from './family.ts'
import { type BucketScenario, meets, nameOf, type RulePlan } from './solve.ts'

const page =
  'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html'
const values = factValues(shippedFacts())
const drawn = bucketOnDayModel.sample(seededRandom('documented'), values)

/** The rules as comparisons of days, without a calendar that runs. */
const byDays = ({ plans, ends, lifetime, restorable, goneAfter }: BucketScenario) =>
  plans
    .filter(
      ({ expireAfter, noncurrentAfter, retained }) =>
        expireAfter === (ends === 'expires' ? lifetime : null) &&
        retained === 0 &&
        noncurrentAfter !== null &&
        noncurrentAfter >= restorable &&
        noncurrentAfter < goneAfter,
    )
    .map(nameOf)

const none: RulePlan = { expireAfter: null, noncurrentAfter: null, retained: 0, clearsMarkers: false }
const expiring: BucketScenario = {
  ...drawn,
  ...{ ends: 'expires', overwritten: 10, lifetime: 30, restorable: 14, goneAfter: 40 },
  plans: [
    { ...none, expireAfter: 30 },
    { ...none, expireAfter: 30, noncurrentAfter: 20 },
  ],
}

tryFamily(bucketOnDayModel, {
  secondRoute: byDays,
  golden: [
    {
      name: 'expiration of a current version adds a delete marker and keeps the version',
      page,
      scenario: expiring,
      answers: ['expire 30, noncurrent 20'],
    },
  ],
})

describe('rules of a bucket', () => {
  test('that retain a version never let it go, and expiration ends files that should stay', () => {
    const deleted = { ...expiring, ends: 'deleted' as const }
    const rule = { ...none, noncurrentAfter: 20 }
    expect(meets(rule, deleted, values)).toBe(true)
    expect(meets({ ...rule, retained: 1 }, deleted, values)).toBe(false)
    expect(meets({ ...rule, expireAfter: 60 }, deleted, values)).toBe(false)
  })
})
