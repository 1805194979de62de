import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slopeOf } from './differentiate.fixture.ts'
import { anyItem, anyTheta, middleTheta } from './item.fixture.ts'
import {
  logProbability,
  probabilityCorrect,
  probabilityDerivatives,
  probabilityGradient,
  probabilityWrong,
} from './probability.ts'

describe('probabilityCorrect', () => {
  test('lies half way between the asymptotes at the difficulty', () => {
    expect(probabilityCorrect(0.7, { a: 1.3, b: 0.7, c: 0.2, d: 0.9 })).toBeCloseTo(0.55, 15)
  })

  test('nears the asymptotes far away', () => {
    const item = { a: 2, b: 0, c: 0.25, d: 0.95 }
    expect(probabilityCorrect(-10, item)).toBeCloseTo(0.25, 7)
    expect(probabilityCorrect(10, item)).toBeCloseTo(0.95, 7)
  })

  test('leaves the rest to the wrong answer, at any ability', () => {
    fc.assert(
      fc.property(anyTheta, anyItem, (theta, item) => {
        expect(probabilityCorrect(theta, item) + probabilityWrong(theta, item)).toBeCloseTo(1, 14)
      }),
    )
  })

  test('tells chances of a wrong answer apart that 1 - P rounds away', () => {
    const item = { a: 3, b: -4, c: 0, d: 1 }
    expect(1 - probabilityCorrect(10, item)).toBe(0)
    expect(probabilityWrong(10, item) / Math.exp(-42)).toBeCloseTo(1, 12)
  })
})

describe('logProbability', () => {
  test('is the logarithm of the probability', () => {
    fc.assert(
      fc.property(middleTheta, anyItem, (theta, item) => {
        expect(logProbability(theta, item, true)).toBeCloseTo(Math.log(probabilityCorrect(theta, item)), 12)
        expect(logProbability(theta, item, false)).toBeCloseTo(Math.log(probabilityWrong(theta, item)), 12)
      }),
    )
  })

  test('stays finite at any ability', () => {
    fc.assert(
      fc.property(anyTheta, anyItem, fc.boolean(), (theta, item, correct) => {
        expect(Number.isFinite(logProbability(theta, item, correct))).toBe(true)
      }),
    )
  })
})

describe('probabilityDerivatives', () => {
  test('agree with numerical differentiation by theta, three times', () => {
    fc.assert(
      fc.property(middleTheta, anyItem, (theta, item) => {
        const at = (x: number) => probabilityDerivatives(x, item)
        const { p, first, second, third } = at(theta)
        expect(p).toBe(probabilityCorrect(theta, item))
        expect(first).toBeCloseTo(
          slopeOf((x) => at(x).p, theta),
          8,
        )
        expect(second).toBeCloseTo(
          slopeOf((x) => at(x).first, theta),
          8,
        )
        expect(third).toBeCloseTo(
          slopeOf((x) => at(x).second, theta),
          7,
        )
      }),
    )
  })
})

describe('probabilityGradient', () => {
  test('agrees with numerical differentiation by every parameter', () => {
    fc.assert(
      fc.property(middleTheta, anyItem, (theta, item) => {
        const gradient = probabilityGradient(theta, item)
        for (const name of ['a', 'b', 'c', 'd'] as const) {
          const slope = slopeOf((value) => probabilityCorrect(theta, { ...item, [name]: value }), item[name])
          expect(gradient[name]).toBeCloseTo(slope, 8)
        }
      }),
    )
  })
})
