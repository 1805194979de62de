import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { storageClassModel } from './family.ts'
import { classesAt } from './prices.ts'
import type { StorageScenario } from './solve.ts'

/** Least days and KB of each class, and KB that an archive adds, written out from the documentation. */
const rules: Readonly<
  Record<string, readonly [days: number, least: number, added: number, standard: number]>
> = {
  'S3 Standard': [0, 0, 0, 0],
  'S3 Standard-Infrequent Access': [30, 128, 0, 0],
  'S3 Glacier Instant Retrieval': [90, 128, 0, 0],
  'S3 Glacier Flexible Retrieval': [90, 0, 32, 8],
  'S3 Glacier Deep Archive': [180, 0, 32, 8],
}

/** The cost of one object in each class, summed by hand. */
function byHand({ kilobytes, days, reads, maxRetrievalHours }: StorageScenario): string[] {
  const costs = classesAt(1)
    .filter(
      ({ name, retrievalHours = 0 }) => rules[name] !== undefined && retrievalHours <= maxRetrievalHours,
    )
    .map(({ name, perGbMonth, retrievalPerGb = 0, perThousandPuts = 0, perThousandGets = 0 }) => {
      const [leastDays, least, added, standard] = rules[name] ?? [0, 0, 0, 0]
      const months = Math.max(days, leastDays) / 30
      const stored = (Math.max(kilobytes, least) + added) * perGbMonth + standard * 100
      const requests = ((perThousandPuts + reads * perThousandGets) / 1000) * 1024 ** 2
      return { name, cost: stored * months + reads * kilobytes * retrievalPerGb + requests }
    })
  const lowest = Math.min(...costs.map(({ cost }) => cost))
  return costs.filter(({ cost }) => cost === lowest).map(({ name }) => name)
}

const page = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html'
const values = factValues(shippedFacts())

const plain = (change: Partial<StorageScenario>): StorageScenario => ({
  ...storageClassModel.sample(seededRandom('plain'), values),
  kilobytes: 4096,
  days: 365,
  reads: 0,
  maxRetrievalHours: 0,
  ...change,
})

tryFamily(storageClassModel, {
  secondRoute: byHand,
  golden: [
    {
      name: 'long-lived objects that are accessed once a quarter or less and needed in milliseconds',
      page,
      scenario: plain({ reads: 1 }),
      answers: ['S3 Glacier Instant Retrieval'],
    },
    {
      name: 'archives that are rarely accessed and can wait for hours',
      page,
      scenario: plain({ days: 730, maxRetrievalHours: 24 }),
      answers: ['S3 Glacier Deep Archive'],
    },
  ],
})

describe('classes of storage', () => {
  test('objects of a few days stay in S3 Standard', () => {
    expect(storageClassModel.solve(plain({ days: 7 }), values)).toEqual(['S3 Standard'])
  })
})
