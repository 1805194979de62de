import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slopeOf } from './differentiate.fixture.ts'
import { anyTheta, middleTheta } from './item.fixture.ts'
import {
  categoryProbabilities,
  logCategoryProbabilities,
  partialCreditInformation,
  partialCreditMoments,
  partialCreditScoreFunction,
} from './partial-credit.ts'
import { probabilityCorrect } from './probability.ts'

const anyPartial = fc.record({
  a: fc.double({ min: 0.2, max: 3, noNaN: true }),
  steps: fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 1, maxLength: 5 }),
})
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

describe('categoryProbabilities', () => {
  test('of one step are those of the two-parameter model', () => {
    const item = { a: 1.4, b: 0.3, c: 0, d: 1 }
    const [, correct] = categoryProbabilities(1, { a: 1.4, steps: [0.3] })
    expect(correct).toBeCloseTo(probabilityCorrect(1, item), 15)
  })

  test('are the hand-computed ones of two steps', () => {
    const weights = [1, Math.exp(0.5), Math.exp(0.5 - 0.25)]
    const expected = weights.map((weight) => weight / sum(weights))
    categoryProbabilities(0.5, { a: 0.5, steps: [-0.5, 1] }).forEach((p, score) => {
      expect(p).toBeCloseTo(expected[score]!, 15)
    })
  })

  test('cross where theta equals a step', () => {
    const item = { a: 1.1, steps: [-0.4, 0.8] }
    const [p0, p1] = categoryProbabilities(-0.4, item)
    expect(p0).toBeCloseTo(p1!, 14)
  })

  test('add up to 1, and their logarithms stay finite, at any ability', () => {
    fc.assert(
      fc.property(anyTheta, anyPartial, (theta, item) => {
        expect(sum(categoryProbabilities(theta, item))).toBeCloseTo(1, 12)
        expect(logCategoryProbabilities(theta, item).every(Number.isFinite)).toBe(true)
      }),
    )
  })
})

describe('partialCreditMoments', () => {
  test('carry their own derivatives: mean rises by a variance, variance by a third', () => {
    fc.assert(
      fc.property(middleTheta, anyPartial, (theta, item) => {
        const { variance, third } = partialCreditMoments(theta, item)
        const slope = (name: 'mean' | 'variance') =>
          slopeOf((x) => partialCreditMoments(x, item)[name], theta)
        expect(item.a * variance).toBeCloseTo(slope('mean'), 6)
        expect(item.a * third).toBeCloseTo(slope('variance'), 6)
      }),
    )
  })
})

describe('partialCreditScoreFunction', () => {
  test('is the slope of the log-likelihood, its second part minus the information', () => {
    fc.assert(
      fc.property(middleTheta, anyPartial, fc.nat(5), (theta, item, some) => {
        const score = Math.min(some, item.steps.length)
        const { first, second } = partialCreditScoreFunction(theta, item, score)
        expect(first).toBeCloseTo(
          slopeOf((x) => logCategoryProbabilities(x, item)[score]!, theta),
          6,
        )
        expect(second).toBe(-partialCreditInformation(theta, item))
      }),
    )
  })

  test.each([-1, 3, 0.5, Number.NaN])('refuses the score %f of a two-step item', (score) => {
    expect(() => partialCreditScoreFunction(0, { a: 1, steps: [0, 1] }, score)).toThrow(RangeError)
  })
})
