import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { slopeOf } from './differentiate.fixture.ts'
import { informationAt, informationDerivative, testInformation } from './information.ts'
import { anyItem, anyTheta, middleTheta } from './item.fixture.ts'
import { probabilityDerivatives, probabilityWrong } from './probability.ts'

describe('informationAt', () => {
  test("is P' squared over P (1 - P)", () => {
    fc.assert(
      fc.property(middleTheta, anyItem, (theta, item) => {
        const { p, first } = probabilityDerivatives(theta, item)
        expect(informationAt(theta, item)).toBeCloseTo(first ** 2 / (p * probabilityWrong(theta, item)), 10)
      }),
    )
  })

  test('is a² / 4 at the difficulty of a two-parameter item', () => {
    expect(informationAt(1.5, { a: 1.6, b: 1.5, c: 0, d: 1 })).toBeCloseTo(0.64, 15)
  })

  test('of a four-parameter item has the values of the full formula', () => {
    const item = { a: 1.5, b: 0, c: 0.2, d: 0.9 }
    const expected = [0.1113, 0.2784, 0.1395, 0.0195, 0.00136]
    expected.forEach((value, index) => {
      expect(informationAt(index - 1, item)).toBeCloseTo(value, 4)
    })
  })

  test('is a number, 0 or more, at any ability', () => {
    fc.assert(
      fc.property(anyTheta, anyItem, (theta, item) => {
        expect(informationAt(theta, item)).toBeGreaterThanOrEqual(0)
      }),
    )
    expect(informationAt(10, { a: 40, b: -10, c: 0, d: 1 })).toBe(0)
  })
})

describe('informationDerivative', () => {
  test('agrees with numerical differentiation', () => {
    fc.assert(
      fc.property(middleTheta, anyItem, (theta, item) => {
        const slope = slopeOf((x) => informationAt(x, item), theta)
        expect(informationDerivative(theta, item)).toBeCloseTo(slope, 7)
      }),
    )
  })

  test('is 0 where the information has vanished', () => {
    expect(informationDerivative(10, { a: 100, b: -10, c: 0, d: 1 })).toBe(0)
  })
})

describe('testInformation', () => {
  test('adds up over the items', () => {
    fc.assert(
      fc.property(middleTheta, anyItem, anyItem, (theta, first, second) => {
        const sum = informationAt(theta, first) + informationAt(theta, second)
        expect(testInformation(theta, [first, second])).toBeCloseTo(sum, 14)
      }),
    )
    expect(testInformation(0, [])).toBe(0)
  })
})
