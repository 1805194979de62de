import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { logistic, logit, logOnePlusExp, logSumExp } from './logistic.ts'

const number = fc.double({ min: -700, max: 700, noNaN: true })

describe('logistic', () => {
  test('has the values of tables', () => {
    expect(logistic(1)).toBeCloseTo(0.7310585786300049, 15)
    expect(logistic(-1)).toBeCloseTo(0.2689414213699951, 15)
  })

  test('reaches its ends without overflow', () => {
    expect(logistic(1e6)).toBe(1)
    expect(logistic(-1e6)).toBe(0)
    expect(logistic(Number.NEGATIVE_INFINITY)).toBe(0)
    expect(logistic(Number.POSITIVE_INFINITY)).toBe(1)
  })

  test('keeps full relative precision for very small chances', () => {
    expect(logistic(-500) / Math.exp(-500)).toBeCloseTo(1, 14)
  })

  test('adds up to 1 with its mirror', () => {
    fc.assert(fc.property(number, (x) => Math.abs(logistic(x) + logistic(-x) - 1) < 1e-15))
  })
})

describe('logit', () => {
  test('is the inverse of the logistic', () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (x) => {
        expect(logit(logistic(x))).toBeCloseTo(x, 2)
      }),
    )
    expect(logit(logistic(2.5))).toBeCloseTo(2.5, 12)
  })

  test.each([0, 1, -0.1, Number.NaN])('refuses %f', (p) => {
    expect(() => logit(p)).toThrow(RangeError)
  })
})

describe('logOnePlusExp', () => {
  test('agrees with the plain formula where that works', () => {
    fc.assert(
      fc.property(fc.double({ min: -15, max: 30, noNaN: true }), (x) => {
        expect(logOnePlusExp(x)).toBeCloseTo(Math.log(1 + Math.exp(x)), 9)
      }),
    )
  })

  test('holds where the plain formula overflows or rounds to 0', () => {
    expect(logOnePlusExp(1000)).toBe(1000)
    expect(logOnePlusExp(-40)).toBeCloseTo(Math.exp(-40), 30)
  })
})

describe('logSumExp', () => {
  test('adds what would underflow', () => {
    expect(logSumExp([-1000, -1001])).toBeCloseTo(-1000 + Math.log1p(Math.exp(-1)), 12)
  })

  test('knows the empty sum and the impossible', () => {
    expect(logSumExp([])).toBe(Number.NEGATIVE_INFINITY)
    expect(logSumExp([Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY])).toBe(Number.NEGATIVE_INFINITY)
    expect(logSumExp([Number.NEGATIVE_INFINITY, 2])).toBe(2)
  })

  test('moves with a common shift', () => {
    fc.assert(
      fc.property(
        fc.array(number, { minLength: 1, maxLength: 9 }),
        fc.double({ min: -50, max: 50, noNaN: true }),
        (terms, shift) => {
          expect(logSumExp(terms.map((term) => term + shift))).toBeCloseTo(logSumExp(terms) + shift, 8)
        },
      ),
    )
  })
})
