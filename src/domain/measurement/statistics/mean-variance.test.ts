import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { correlation, mean, variance } from './mean-variance.ts'

const numbers = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 2, maxLength: 20 })

describe('mean and variance', () => {
  test('of a small sample, n - 1', () => {
    expect(mean([2, 4, 4, 4, 5, 5, 7, 9])).toBe(5)
    expect(variance([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(32 / 7, 14)
  })

  test('are no numbers where there is too little', () => {
    expect(mean([])).toBeNaN()
    expect(variance([1])).toBeNaN()
  })

  test('move with a shift as they must', () => {
    fc.assert(
      fc.property(numbers, (values) => {
        const shifted = values.map((value) => value + 10)
        expect(mean(shifted)).toBeCloseTo(mean(values) + 10, 9)
        expect(variance(shifted)).toBeCloseTo(variance(values), 7)
      }),
    )
  })
})

describe('correlation', () => {
  test('has the value of a textbook example (Anscombe, first set)', () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]
    expect(correlation(x, y)).toBeCloseTo(0.81642, 5)
  })

  test('is no number where a list does not vary', () => {
    expect(correlation([1, 1, 1], [1, 2, 3])).toBeNaN()
    expect(correlation([], [])).toBeNaN()
  })

  test('refuses lists of different lengths', () => {
    expect(() => correlation([1, 2], [1])).toThrow(RangeError)
  })
})
