import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import type { DeedScenario } from '../capacity/deeds.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { auroraQuorumModel } from './family.ts'
import { quorumSituations } from './situations.ts'
import { type Cluster, isServing } from './solve.ts'

const values = factValues(shippedFacts())

/** Counts copies and instances one by one; four copies are needed to write and three to read. */
function byCounting({ deeds }: DeedScenario<Cluster>): string[] {
  const serves = ({ lost, ...cluster }: Cluster): boolean => {
    const copies = lost.flatMap((gone) => Array.from({ length: 2 - gone }, () => 1)).length
    if (cluster.restored || cluster.costly || cluster.mode === 'stopped') return false
    if (cluster.mode === 'read-only') return copies === 3
    const zones = [cluster.writerZone, ...cluster.readerZones].filter((zone) => lost[zone] !== 2)
    const hasWriter = zones.includes(cluster.writerZone)
    if (copies < 4 || zones.length === 0 || cluster.endpoint === 'reader') return false
    if (cluster.endpoint === 'instance' && !hasWriter) return false
    return cluster.need !== 'writes-and-reader' || zones.length > (hasWriter ? 1 : 0)
  }
  return deeds.filter(({ after }) => serves(after)).map(({ id }) => id)
}

tryFamily(auroraQuorumModel, { secondRoute: byCounting, golden: [] })

describe('a cluster, by the pages on quorums and high availability', () => {
  const cluster: Cluster = {
    ...{ lost: [0, 0, 0], writerZone: 0, readerZones: [1], endpoint: 'cluster' },
    ...{ mode: 'normal', need: 'writes' },
  }
  const stands = (change: Partial<Cluster>): boolean => isServing({ ...cluster, ...change }, values)

  test('goes on writing when a zone is lost, provided that an instance is left to write', () => {
    expect(stands({ lost: [2, 0, 0] })).toBe(true)
    expect(stands({ lost: [2, 0, 0], readerZones: [0] })).toBe(false)
    expect(stands({ lost: [2, 0, 0], endpoint: 'instance' })).toBe(false)
  })

  test('can be read and not written when a zone and a copy more are lost', () => {
    expect(stands({ lost: [0, 2, 1], need: 'most' })).toBe(false)
    expect(stands({ lost: [0, 2, 1], need: 'most', mode: 'read-only' })).toBe(true)
    expect(stands({ lost: [2, 0, 2], need: 'most', mode: 'read-only' })).toBe(false)
  })

  test('does not serve as it is when the question is asked', () => {
    for (const [index, situation] of quorumSituations.entries())
      expect(isServing(situation(seededRandom(`now ${index}`), values).now, values)).toBe(false)
  })
})
