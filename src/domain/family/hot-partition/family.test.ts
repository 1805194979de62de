import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { planIn } from '../capacity/plans.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { hotPartitionModel } from './family.ts'
import { type HotScenario, hotUnits, tableUnits, unitsOf } from './solve.ts'

const values = factValues(shippedFacts())

/** Adds suffixes until the share of each is within what a partition takes. */
function byTrying({ perSecond, share, tenths }: HotScenario): string[] {
  const units = Math.ceil(Math.round(tenths * 102.4) / 1024) * Math.round((perSecond * share) / 100)
  let suffixes = 1
  while (units / suffixes > 1000) suffixes++
  return [`suffix ${suffixes}`]
}

tryFamily(hotPartitionModel, { secondRoute: byTrying, golden: [] })

describe('a busy key value', () => {
  const scenarios = Array.from({ length: 30 }, (_, seed) =>
    hotPartitionModel.sample(seededRandom(`share ${seed}`), values),
  )

  test('half of the share never needs more suffixes', () => {
    for (const scenario of scenarios) {
      const [whole, half] = [1, 2].map(
        (part) =>
          planIn(hotPartitionModel.solve({ ...scenario, share: scenario.share / part }, values)[0] ?? '')
            .amount,
      )
      expect(half).toBeLessThanOrEqual(whole ?? 0)
    }
  })

  test('is not throttled for want of capacity of the table', () => {
    for (const scenario of scenarios) {
      expect(tableUnits(scenario, values)).toBeGreaterThan(unitsOf(scenario.perSecond, scenario, values))
      expect(tableUnits(scenario, values)).toBeGreaterThan(hotUnits(scenario, values))
    }
  })
})
