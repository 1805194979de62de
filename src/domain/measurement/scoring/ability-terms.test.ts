import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slopeOf } from '../model/differentiate.fixture.ts'
import { testInformation } from '../model/information.ts'
import { anyItem, middleTheta } from '../model/item.fixture.ts'
import { probabilityDerivatives, probabilityWrong } from '../model/probability.ts'
import { abilityTermsAt, highestScore, logLikelihoodAt, pairAnswers } from './ability-terms.ts'

const partial = { a: 1.2, steps: [-0.5, 0.4] }
const binary = { a: 1, b: 0, c: 0, d: 1 }
const anyAnswers = fc.array(fc.record({ item: anyItem, score: fc.nat(1) }), { minLength: 1, maxLength: 12 })

describe('pairAnswers', () => {
  test('leaves out what was not answered', () => {
    expect(pairAnswers([1, null, 2], [binary, binary, partial])).toEqual([
      { item: binary, score: 1 },
      { item: partial, score: 2 },
    ])
  })

  test.each([
    [[2], [binary]],
    [[3], [partial]],
    [[0.5], [binary]],
    [[-1], [binary]],
    [[1, 1], [binary]],
  ])('refuses the scores %j', (scores, items) => {
    expect(() => pairAnswers(scores, items)).toThrow(RangeError)
  })
})

describe('highestScore', () => {
  test('is 1, or the number of steps', () => {
    expect([highestScore(binary), highestScore(partial)]).toEqual([1, 2])
  })
})

describe('abilityTermsAt', () => {
  test('slope is that of the log-likelihood', () => {
    fc.assert(
      fc.property(middleTheta, anyAnswers, (theta, answers) => {
        const mixed = [...answers, { item: partial, score: 1 }]
        expect(abilityTermsAt(theta, mixed).slope).toBeCloseTo(
          slopeOf((x) => logLikelihoodAt(x, mixed), theta),
          6,
        )
      }),
    )
  })

  test('information is that of the test, whatever was answered', () => {
    fc.assert(
      fc.property(middleTheta, anyAnswers, (theta, answers) => {
        const items = answers.map(({ item }) => item)
        expect(abilityTermsAt(theta, answers).information).toBeCloseTo(testInformation(theta, items), 12)
      }),
    )
  })

  test("J of Warm's correction is Σ P' P'' / (P Q)", () => {
    fc.assert(
      fc.property(middleTheta, anyAnswers, (theta, answers) => {
        const expected = answers.reduce((sum, { item }) => {
          const { p, first, second } = probabilityDerivatives(theta, item)
          return sum + (first * second) / (p * probabilityWrong(theta, item))
        }, 0)
        expect(abilityTermsAt(theta, answers).warm).toBeCloseTo(expected, 9)
      }),
    )
  })

  test('of a one-step partial-credit item are those of the two-parameter item', () => {
    const asPartial = abilityTermsAt(0.6, [{ item: { a: 1.3, steps: [0.2] }, score: 1 }])
    const asBinary = abilityTermsAt(0.6, [{ item: { a: 1.3, b: 0.2, c: 0, d: 1 }, score: 1 }])
    for (const name of ['slope', 'information', 'warm'] as const) {
      expect(asPartial[name]).toBeCloseTo(asBinary[name], 13)
    }
  })
})
