import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { type ShardScenario, shardCountModel } from './family.ts'

const page = 'https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html'

const documented = (recordsPerSecond: number, recordBytes: number, consumers: number): ShardScenario => ({
  ...shardCountModel.sample(seededRandom('documented'), {} as never),
  ...{ recordsPerSecond, recordBytes, consumers, fanOut: false },
})

/** Adds shards until no limit is broken. */
function byTrying({ recordsPerSecond, recordBytes, consumers, fanOut }: ShardScenario): number[] {
  const bytes = recordsPerSecond * recordBytes
  const slack = 1 - 1e-9
  let shards = 1
  while (
    (bytes / shards) * slack > 1024 ** 2 ||
    recordsPerSecond / shards > 1000 ||
    (!fanOut && ((bytes * consumers) / shards) * slack > 2 * 1024 ** 2)
  )
    shards++
  return [shards]
}

tryFamily(shardCountModel, {
  secondRoute: byTrying,
  golden: [
    { name: 'a shard takes 1,000 records a second', page, scenario: documented(1000, 100, 1), answers: [1] },
    { name: 'and 1 MB a second', page, scenario: documented(10, 1024 ** 2 / 5, 1), answers: [2] },
    {
      name: 'and gives 2 MB a second to all that share it',
      page,
      scenario: documented(1, 1024 ** 2, 4),
      answers: [2],
    },
  ],
})

describe('shards', () => {
  test('enhanced fan-out never asks for more shards than shared consumers', () => {
    const values = factValues(shippedFacts())
    for (let seed = 0; seed < 50; seed++) {
      const scenario = shardCountModel.sample(seededRandom(`fan ${seed}`), values)
      const [own, shared] = [true, false].map(
        (fanOut) => shardCountModel.solve({ ...scenario, fanOut }, values)[0],
      )
      expect(Number(own)).toBeLessThanOrEqual(Number(shared))
    }
  })
})
