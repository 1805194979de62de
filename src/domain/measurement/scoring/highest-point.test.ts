import { describe, expect, test } from 'vitest'
import { highestPoint } from './highest-point.ts'

/** Two hills: one at -2, one at 3, of which `higher` is the higher. */
const hills = (higher: number) => {
  const value = (x: number): number => Math.exp(-((x + 2) ** 2)) + higher * Math.exp(-((x - 3) ** 2))
  const slope = (x: number): number =>
    -2 * (x + 2) * Math.exp(-((x + 2) ** 2)) - 2 * higher * (x - 3) * Math.exp(-((x - 3) ** 2))
  return { value, slope, concave: false }
}

describe('highestPoint', () => {
  test.each([
    [0.9, -2],
    [1.1, 3],
  ])('of two hills, the second %f as high as the first, is %f', (higher, expected) => {
    const { value, ...slopeOnly } = hills(higher)
    expect(highestPoint({ value, ...slopeOnly }, [-6, 6]).theta).toBeCloseTo(expected, 6)
    expect(highestPoint(slopeOnly, [-6, 6]).theta).toBeCloseTo(expected, 6)
  })

  test('finds a concave maximum to the last digits', () => {
    expect(highestPoint({ slope: (x) => Math.SQRT2 - x, concave: true }, [-10, 10]).theta).toBeCloseTo(
      Math.SQRT2,
      12,
    )
  })

  test('is an end of the range where the slope only rises or only falls', () => {
    expect(highestPoint({ slope: () => 1, concave: true }, [-3, 5])).toEqual({ theta: 5, bounded: true })
    expect(highestPoint({ slope: () => -1, concave: false }, [-3, 5])).toEqual({ theta: -3, bounded: true })
  })

  test('refuses an empty range and a slope that is no number', () => {
    expect(() => highestPoint({ slope: () => 1, concave: true }, [1, 1])).toThrow(RangeError)
    expect(() => highestPoint({ slope: () => Number.NaN, concave: true }, [0, 1])).toThrow(RangeError)
  })
})
