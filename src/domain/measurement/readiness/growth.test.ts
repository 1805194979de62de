import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalQuadrature, type Quadrature } from '../model/quadrature.ts'
import { expectAfterGrowth, growAbility, usualGrowth } from './growth.ts'

const start = normalQuadrature({ count: 121, mean: -0.3, sd: 0.4, low: -6, high: 6 })

const momentsOf = ({ nodes, weights }: Quadrature) => {
  const mean = nodes.reduce((sum, theta, q) => sum + theta * weights[q]!, 0)
  return { mean, variance: nodes.reduce((sum, theta, q) => sum + (theta - mean) ** 2 * weights[q]!, 0) }
}

describe('growAbility', () => {
  test('adds mean and variance by the day, whether days are few or many', () => {
    const growth = fc.record({
      meanPerDay: fc.double({ min: -0.01, max: 0.02, noNaN: true }),
      variancePerDay: fc.double({ min: 0.001, max: 0.01, noNaN: true }),
    })
    fc.assert(
      fc.property(growth, fc.integer({ min: 1, max: 60 }), (each, days) => {
        const [before, after_] = [momentsOf(start), momentsOf(growAbility(start, each, days))]
        expect(after_.mean - before.mean).toBeCloseTo(each.meanPerDay * days, 4)
        const surplus = after_.variance - before.variance - each.variancePerDay * days
        // A grid of 0.1 cannot hold a shift by less than a step with less variance than this.
        expect(Math.abs(surplus)).toBeLessThan(0.0026)
      }),
    )
  })

  test('day by day comes to the same as at once', () => {
    let daily: Quadrature = start
    for (let day = 0; day < 56; day++) daily = growAbility(daily, usualGrowth, 1)
    const once = growAbility(start, usualGrowth, 56)
    expect(momentsOf(daily).variance).toBeCloseTo(momentsOf(once).variance, 4)
    expect(momentsOf(once).variance - momentsOf(start).variance).toBeCloseTo(0.16, 4)
  })

  test('keeps the whole of a distribution that meets the end of the grid', () => {
    const edge = { nodes: start.nodes, weights: start.nodes.map((_, q) => (q === 120 ? 1 : 0)) }
    for (const days of [1, 300]) {
      const grown = growAbility(edge, { meanPerDay: 0.02, variancePerDay: 0.003 }, days)
      expect(grown.weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
    }
  })

  test('refuses to run backwards', () => {
    expect(() => growAbility(start, usualGrowth, -1)).toThrow(RangeError)
    expect(() => growAbility(start, { meanPerDay: 0, variancePerDay: -1 }, 1)).toThrow(RangeError)
  })
})

describe('expectAfterGrowth', () => {
  test('expects of a function what the grown distribution says of it', () => {
    const values = start.nodes.map((theta) => 1 / (1 + Math.exp(-3 * theta)))
    for (const days of [0, 2, 40]) {
      const grown = growAbility(start, usualGrowth, days)
      const seenThen = grown.weights.reduce((sum, weight, q) => sum + weight * values[q]!, 0)
      const now = expectAfterGrowth(start.nodes, values, usualGrowth, days)
      const seenNow = start.weights.reduce((sum, weight, q) => sum + weight * now[q]!, 0)
      expect(seenNow).toBeCloseTo(seenThen, 12)
    }
  })
})
