import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { type HotScenario, hotPartitionModel } from './family.ts'

/** Adds suffixes until the share of each is within what a partition takes. */
function byTrying({ perSecond, share, tenths }: HotScenario): number[] {
  const units = Math.ceil(Math.round(tenths * 102.4) / 1024) * Math.round((perSecond * share) / 100)
  let suffixes = 1
  while (units / suffixes > 1000) suffixes++
  return [suffixes]
}

tryFamily(hotPartitionModel, { secondRoute: byTrying, golden: [] })

describe('a busy key value', () => {
  test('half of the share never needs more suffixes', () => {
    const values = factValues(shippedFacts())
    for (let seed = 0; seed < 30; seed++) {
      const scenario = hotPartitionModel.sample(seededRandom(`share ${seed}`), values)
      const [whole, half] = [1, 2].map((part) =>
        Number(hotPartitionModel.solve({ ...scenario, share: scenario.share / part }, values)[0]),
      )
      expect(half).toBeLessThanOrEqual(whole ?? 0)
    }
  })
})
