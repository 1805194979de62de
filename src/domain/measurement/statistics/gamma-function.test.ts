import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { logGamma, upperGamma } from './gamma-function.ts'

describe('logGamma', () => {
  test('of whole numbers is the ln of a factorial', () => {
    let factorial = 1
    for (let n = 1; n <= 20; n++) {
      expect(logGamma(n + 1)).toBeCloseTo(Math.log(factorial * n), 10)
      factorial *= n
    }
  })

  test('of one half is ln √π, by reflection too', () => {
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 14)
    expect(logGamma(0.25) + logGamma(0.75)).toBeCloseTo(Math.log(Math.PI * Math.SQRT2), 13)
  })

  test('grows by ln x from x to x + 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1e5, noNaN: true }), (x) => {
        expect((logGamma(x + 1) - logGamma(x) - Math.log(x)) / (1 + Math.abs(logGamma(x)))).toBeCloseTo(0, 12)
      }),
    )
  })

  test.each([0, -1, Number.NaN])('refuses %f', (x) => {
    expect(() => logGamma(x)).toThrow(RangeError)
  })
})

describe('upperGamma', () => {
  test('of 1 is the exponential tail', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 500, noNaN: true }), (x) => {
        expect(upperGamma(1, x) / Math.exp(-x)).toBeCloseTo(1, 11)
      }),
    )
  })

  test('of a whole number is the tail of the Poisson distribution', () => {
    let sum = 0
    let term = Math.exp(-7.5)
    for (let k = 0; k < 12; k++) {
      sum += term
      term *= 7.5 / (k + 1)
    }
    expect(upperGamma(12, 7.5)).toBeCloseTo(sum, 13)
  })

  test('falls without a step where the series gives way to the fraction', () => {
    const [below, above] = [upperGamma(3, 4 - 1e-9), upperGamma(3, 4)]
    expect(below - above).toBeGreaterThan(0)
    expect(below - above).toBeLessThan(1e-9)
  })

  test('knows its ends', () => {
    expect(upperGamma(2, 0)).toBe(1)
    expect(upperGamma(2, Number.POSITIVE_INFINITY)).toBe(0)
  })

  test.each([
    [0, 1],
    [-1, 1],
    [1, -1],
    [1, Number.NaN],
  ])('refuses a = %f, x = %f', (a, x) => {
    expect(() => upperGamma(a, x)).toThrow(RangeError)
  })
})
