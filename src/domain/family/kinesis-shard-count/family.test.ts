import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import type { DeedScenario } from '../capacity/deeds.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { shardCountModel } from './family.ts'
import { shardSituations } from './situations.ts'
import { isFlowing, type Stream } from './solve.ts'

const values = factValues(shippedFacts())

/** Holds the busiest shard to each limit of the quota page by hand. */
function byHand({ deeds }: DeedScenario<Stream>): string[] {
  const flows = (stream: Stream): boolean => {
    const records = stream.recordsPerSecond * Math.max(stream.keyShare, 1 / stream.shards)
    const bytes = records * stream.recordBytes
    return (
      !stream.costly &&
      records / stream.packed <= 1000 &&
      bytes <= 2 ** 20 &&
      bytes * stream.polling <= 2 ** 21 &&
      stream.polling <= 5
    )
  }
  return deeds.filter(({ after }) => flows(after)).map(({ id }) => id)
}

tryFamily(shardCountModel, { secondRoute: byHand, golden: [] })

describe('a stream', () => {
  const stream: Stream = {
    ...{ recordsPerSecond: 1000, recordBytes: 500, shards: 1, keyShare: 0.01 },
    ...{ polling: 1, fanOut: 0, packed: 1 },
  }
  const flows = (change: Partial<Stream>): boolean => isFlowing({ ...stream, ...change }, values)

  test('takes 1,000 records and 1 MB a second into a shard', () => {
    expect(flows({})).toBe(true)
    expect(flows({ recordsPerSecond: 1001 })).toBe(false)
    expect(flows({ recordsPerSecond: 1001, packed: 10 })).toBe(true)
    expect(flows({ recordsPerSecond: 1001, shards: 2 })).toBe(true)
    expect(flows({ recordsPerSecond: 1001, shards: 2, keyShare: 1 })).toBe(false)
    expect(flows({ recordsPerSecond: 10, recordBytes: 2 ** 17 })).toBe(false)
  })

  test('gives 2 MB and five calls a second to those who poll, and 2 MB to each with enhanced fan-out', () => {
    expect(flows({ recordBytes: 1000, polling: 3 })).toBe(false)
    expect(flows({ recordBytes: 1000, polling: 0, fanOut: 3 })).toBe(true)
    expect(flows({ recordBytes: 1, polling: 6, shards: 9 })).toBe(false)
  })

  test('is throttled when the question is asked', () => {
    for (const [index, situation] of shardSituations.entries())
      expect(isFlowing(situation(seededRandom(`now ${index}`), values).now, values)).toBe(false)
  })
})
