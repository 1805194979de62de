import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { bucketOnDayModel } from './family.ts'
import type { BucketScenario } from './solve.ts'

const page =
  'https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-expire-general-considerations.html'
const drawn = bucketOnDayModel.sample(seededRandom('documented'), {} as never)

/** The rules as sums of days, without a calendar that runs. */
function bySums({
  puts,
  deletedOn,
  expireAfter,
  noncurrentAfter,
  clearsMarkers,
  asked,
}: BucketScenario): string {
  const last = puts.at(-1) ?? 0
  const end = deletedOn ?? (expireAfter === null ? Number.POSITIVE_INFINITY : last + expireAfter)
  const ends = puts.map((_, index) => puts[index + 1] ?? end)
  const left = ends.filter((since) => since < asked && since + noncurrentAfter >= asked).length
  if (end >= asked) return `object+${left}`
  // A marker with nothing below it goes by its own rule, or when it is as old as current versions may be.
  const bare = Math.max(...ends) + noncurrentAfter
  const old = expireAfter === null ? Number.POSITIVE_INFINITY : end + expireAfter
  const gone = left === 0 && bare < asked && (clearsMarkers || old < asked)
  return `${gone ? 'none' : 'marker'}+${left}`
}

tryFamily(bucketOnDayModel, {
  secondRoute: (scenario) => [bySums(scenario)],
  golden: [
    {
      name: 'expiration of a current version adds a delete marker and keeps the version',
      page,
      scenario: {
        ...drawn,
        puts: [0],
        deletedOn: null,
        expireAfter: 30,
        noncurrentAfter: 60,
        clearsMarkers: false,
        asked: 50,
      },
      answers: ['marker+1'],
    },
    {
      name: 'a delete marker that is alone is removed by the rule for expired markers',
      page,
      scenario: {
        ...drawn,
        puts: [0],
        deletedOn: 10,
        expireAfter: null,
        noncurrentAfter: 7,
        clearsMarkers: true,
        asked: 40,
      },
      answers: ['none+0'],
    },
  ],
})
