import { describe, expect, test } from 'vitest'
import { cheapestOf, plan, planIn } from './plans.ts'

describe('plans', () => {
  test('stand as answers and read back the same', () => {
    expect(planIn(plan('fan-out', 19))).toEqual({ kind: 'fan-out', amount: 19 })
    expect(planIn(plan('cache'))).toEqual({ kind: 'cache', amount: 0 })
    expect(() => planIn('19')).toThrow(RangeError)
  })

  test('the cheapest of those that pass, and each of them where they tie', () => {
    const plans = [
      { id: 'a', cost: 1 },
      { id: 'b', cost: 2 },
      { id: 'c', cost: 2 },
    ]
    expect(cheapestOf(plans, () => true)).toEqual(['a'])
    expect(cheapestOf(plans, ({ cost }) => cost > 1)).toEqual(['b', 'c'])
    expect(cheapestOf(plans, () => false)).toEqual([])
  })
})
