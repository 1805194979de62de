import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slopeOf } from './differentiate.fixture.ts'
import { informationAt } from './information.ts'
import { anyItem, anyTheta, middleTheta } from './item.fixture.ts'
import { logProbability, probabilityCorrect, probabilityWrong } from './probability.ts'
import { scoreFunction } from './score-function.ts'

describe('scoreFunction', () => {
  test('is the slope of the log-likelihood, and its second part the slope of the first', () => {
    fc.assert(
      fc.property(middleTheta, anyItem, fc.boolean(), (theta, item, correct) => {
        const { first, second } = scoreFunction(theta, item, correct)
        expect(first).toBeCloseTo(
          slopeOf((x) => logProbability(x, item, correct), theta),
          8,
        )
        expect(second).toBeCloseTo(
          slopeOf((x) => scoreFunction(x, item, correct).first, theta),
          7,
        )
      }),
    )
  })

  test('has expectation 0, and its square the information', () => {
    fc.assert(
      fc.property(middleTheta, anyItem, (theta, item) => {
        const [p, q] = [probabilityCorrect(theta, item), probabilityWrong(theta, item)]
        const [right, wrong] = [
          scoreFunction(theta, item, true).first,
          scoreFunction(theta, item, false).first,
        ]
        expect(p * right + q * wrong).toBeCloseTo(0, 12)
        expect(p * right ** 2 + q * wrong ** 2).toBeCloseTo(informationAt(theta, item), 10)
      }),
    )
  })

  test('is finite at any ability', () => {
    fc.assert(
      fc.property(anyTheta, anyItem, fc.boolean(), (theta, item, correct) => {
        const { first, second } = scoreFunction(theta, item, correct)
        expect(Number.isFinite(first) && Number.isFinite(second)).toBe(true)
      }),
    )
  })
})
