import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { shardCountModel } from './family.ts'
import { presentShards, type ShardScenario, shardsFor } from './solve.ts'

const page = 'https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html'
const values = factValues(shippedFacts())

const documented = (recordsPerSecond: number, recordBytes: number, consumers: number): ShardScenario => ({
  ...shardCountModel.sample(seededRandom('documented'), values),
  ...{ recordsPerSecond, recordBytes, consumers, design: 'shared', fixedProducers: true },
})

/** Adds shards until no limit is broken; aggregation breaks no limit on records. */
function byTrying(scenario: ShardScenario): string[] {
  const { recordsPerSecond, recordBytes, consumers, design, fixedProducers } = scenario
  const bytes = recordsPerSecond * recordBytes
  const slack = 1 - 1e-9
  const shardsWith = (records: number): number => {
    let shards = 1
    while (
      (bytes / shards) * slack > 1024 ** 2 ||
      records / shards > 1000 ||
      (design === 'shared' && ((bytes * consumers) / shards) * slack > 2 * 1024 ** 2)
    )
      shards++
    return shards
  }
  const there = presentShards(scenario, values)
  return !fixedProducers && shardsWith(0) <= there
    ? [`aggregate ${there}`]
    : [`${design} ${shardsWith(recordsPerSecond)}`]
}

tryFamily(shardCountModel, {
  secondRoute: byTrying,
  golden: [
    {
      name: 'a shard takes 1,000 records a second',
      page,
      scenario: documented(1000, 100, 1),
      answers: ['shared 1'],
    },
    { name: 'and 1 MB a second', page, scenario: documented(10, 1024 ** 2 / 5, 1), answers: ['shared 2'] },
    {
      name: 'and gives 2 MB a second to all that share it',
      page,
      scenario: documented(1, 1024 ** 2, 4),
      answers: ['shared 2'],
    },
  ],
})

describe('shards', () => {
  test('enhanced fan-out never asks for more shards than shared consumers', () => {
    for (let seed = 0; seed < 50; seed++) {
      const scenario = shardCountModel.sample(seededRandom(`fan ${seed}`), values)
      const [fanOut, shared] = (['fan-out', 'shared'] as const).map(
        (design) => shardsFor(scenario, design, values).shards,
      )
      expect(fanOut).toBeLessThanOrEqual(shared ?? 0)
    }
  })
})
