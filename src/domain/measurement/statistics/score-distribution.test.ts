import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyItem, middleTheta } from '../model/item.fixture.ts'
import { normalQuadrature } from '../model/quadrature.ts'
import { expectedScore } from '../model/test-characteristic.ts'
import { marginalScoreDistribution, scoreDistribution, scoreDistributionAt } from './score-distribution.ts'

const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 9 })
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0)

describe('scoreDistribution', () => {
  test('agrees with counting every pattern', () => {
    fc.assert(
      fc.property(probabilities, (p) => {
        const counted = new Float64Array(p.length + 1)
        for (let pattern = 0; pattern < 2 ** p.length; pattern++) {
          const right = p.map((_, item) => ((pattern >> item) & 1) === 1)
          const chance = p.reduce((product, each, item) => product * (right[item] ? each : 1 - each), 1)
          counted[right.filter(Boolean).length]! += chance
        }
        scoreDistribution(p).forEach((chance, score) => {
          expect(chance).toBeCloseTo(counted[score]!, 12)
        })
      }),
    )
  })

  test('of equal chances is the binomial distribution', () => {
    const distribution = scoreDistribution(Array.from({ length: 65 }, () => 0.6))
    expect(distribution[65]).toBeCloseTo(0.6 ** 65, 20)
    expect(sum(distribution)).toBeCloseTo(1, 13)
  })

  test('of no items is certain of 0', () => {
    expect(scoreDistribution([])).toEqual(Float64Array.of(1))
  })

  test.each([-0.1, 1.1, Number.NaN])('refuses the chance %f', (p) => {
    expect(() => scoreDistribution([0.5, p])).toThrow(RangeError)
  })
})

describe('scoreDistributionAt', () => {
  test('has the expected score as its mean', () => {
    fc.assert(
      fc.property(middleTheta, fc.array(anyItem, { maxLength: 12 }), (theta, items) => {
        const mean = scoreDistributionAt(theta, items).reduce((total, p, score) => total + p * score, 0)
        expect(mean).toBeCloseTo(expectedScore(theta, items), 12)
      }),
    )
  })
})

describe('marginalScoreDistribution', () => {
  test('is symmetric for a test that is, in a population that is', () => {
    const items = [-1, 0, 1].map((b) => ({ a: 1, b, c: 0, d: 1 }))
    const [p0, p1, p2, p3] = marginalScoreDistribution(items, normalQuadrature())
    expect(p0).toBeCloseTo(p3!, 12)
    expect(p1).toBeCloseTo(p2!, 12)
    expect(p0! + p1! + p2! + p3!).toBeCloseTo(1, 12)
  })
})
