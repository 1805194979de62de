import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { auroraQuorumModel } from './family.ts'
import type { QuorumScenario } from './solve.ts'

const page =
  'https://aws.amazon.com/blogs/database/amazon-aurora-under-the-hood-quorum-and-correlated-failure/'
const values = factValues(shippedFacts())

const documented = (lost: readonly number[], writerZone: number): QuorumScenario => ({
  ...auroraQuorumModel.sample(seededRandom('documented'), values),
  lost,
  writerZone,
})

/** Counts the copies one by one and asks for four to write and three to read. */
function byCounting({ lost, writerZone }: QuorumScenario): string[] {
  const copies = lost.flatMap((gone, zone) => Array.from({ length: 2 - gone }, () => zone))
  if (copies.length < 3) return ['restore']
  if (copies.length < 4) return ['read-only']
  return [copies.includes(writerZone) ? 'nothing' : 'failover']
}

tryFamily(auroraQuorumModel, {
  secondRoute: byCounting,
  golden: [
    {
      name: 'a zone may be lost without losing writes',
      page,
      scenario: documented([2, 0, 0], 1),
      answers: ['nothing'],
    },
    {
      name: 'a zone and one copy more may be lost without losing reads',
      page,
      scenario: documented([2, 1, 0], 0),
      answers: ['read-only'],
    },
  ],
})

describe('a cluster', () => {
  test('has its reader in a zone that is in service, and its writer elsewhere', () => {
    for (let seed = 0; seed < 200; seed++) {
      const { lost, readerZone, writerZone } = auroraQuorumModel.sample(seededRandom(`zone ${seed}`), values)
      expect(lost[readerZone]).toBeLessThan(2)
      expect(writerZone).not.toBe(readerZone)
    }
  })
})
