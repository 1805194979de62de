import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bestThreshold, type ThresholdPlan } from './threshold.ts'

const scored = [
  { score: 0.9, positive: true },
  { score: 0.8, positive: false },
  { score: 0.6, positive: true },
  { score: 0.3, positive: false },
]

describe('the best threshold', () => {
  test('falls when a miss gets dear, and rises when a false alarm does', () => {
    const at = (falsePositiveCost: number, falseNegativeCost: number) =>
      bestThreshold({ scored, falsePositiveCost, falseNegativeCost }).threshold
    expect(at(1, 5)).toBe(0.6)
    expect(at(5, 1)).toBe(0.9)
    expect(at(1, 0)).toBeNull()
  })

  test('comes with its matrix and cost', () => {
    expect(bestThreshold({ scored, falsePositiveCost: 1, falseNegativeCost: 5 })).toEqual({
      threshold: 0.6,
      cost: 1,
      matrix: { truePositives: 2, falsePositives: 1, falseNegatives: 0, trueNegatives: 1 },
    })
  })

  test('of negative costs is refused', () => {
    expect(() => bestThreshold({ scored, falsePositiveCost: -1, falseNegativeCost: 1 })).toThrow(
      /falsePositiveCost/,
    )
    expect(() => bestThreshold({ scored, falsePositiveCost: 1, falseNegativeCost: -1 })).toThrow(
      /falseNegativeCost/,
    )
  })

  test('costs no more than any other threshold', () => {
    const some = fc.array(fc.record({ score: fc.nat(10), positive: fc.boolean() }), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(some, fc.nat(9), fc.nat(9), fc.nat(12), (list, falseAlarm, miss, threshold) => {
        const plan: ThresholdPlan = { scored: list, falsePositiveCost: falseAlarm, falseNegativeCost: miss }
        const cost = list.reduce((sum, { score, positive }) => {
          const called = score >= threshold
          return sum + (called === positive ? 0 : called ? falseAlarm : miss)
        }, 0)
        expect(bestThreshold(plan).cost).toBeLessThanOrEqual(cost)
      }),
    )
  })
})
