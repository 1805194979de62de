import { describe, expect, test } from 'vitest'
import { upperTail } from './upper-tail.ts'

const times = (count: number, p: number): number[] => Array.from({ length: count }, () => p)

describe('upperTail', () => {
  test('gives the binomial tail for equal probabilities: P(X >= 8 | 10, 0.5) = 56 / 1024', () => {
    expect(upperTail(times(10, 0.5), 8)).toBeCloseTo(56 / 1024, 12)
  })

  test('gives the product for all of several unequal trials', () => {
    expect(upperTail([0.2, 0.5, 0.9], 3)).toBeCloseTo(0.09, 12)
  })

  test('agrees with counting every outcome of unequal trials', () => {
    const probabilities = [0.1, 0.25, 0.25, 0.4, 0.7]
    let expected = 0
    for (let outcome = 0; outcome < 32; outcome++) {
      const hit = probabilities.map((_, index) => ((outcome >> index) & 1) === 1)
      if (hit.filter(Boolean).length < 2) continue
      expected += probabilities.reduce((product, p, index) => product * (hit[index] ? p : 1 - p), 1)
    }
    expect(upperTail(probabilities, 2)).toBeCloseTo(expected, 12)
  })

  test('is 1 for no hits and 0 for more hits than trials', () => {
    expect(upperTail(times(5, 0.3), 0)).toBeCloseTo(1, 12)
    expect(upperTail(times(5, 0.3), 6)).toBe(0)
  })

  test('refuses what is no probability', () => {
    expect(() => upperTail([1.2], 1)).toThrow(RangeError)
  })
})
