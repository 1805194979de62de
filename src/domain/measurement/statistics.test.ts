import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chiSquareTail, chiSquareUniform, holm, upperTail, wilsonInterval } from './statistics.ts'

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
})

describe('chiSquareTail', () => {
  test.each([
    [3.841459, 1, 0.05],
    [7.814728, 3, 0.05],
    [18.307038, 10, 0.05],
    [11.344867, 3, 0.01],
    [124.342113, 100, 0.05],
  ])('matches the published critical value %f for %i degrees', (statistic, degrees, p) => {
    expect(chiSquareTail(statistic, degrees)).toBeCloseTo(p, 6)
  })

  test('equals exp(-x/2) for two degrees of freedom', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 80, noNaN: true }), (x) => {
        expect(chiSquareTail(x, 2)).toBeCloseTo(Math.exp(-x / 2), 10)
      }),
    )
  })

  test('refuses what is no chi-square statistic', () => {
    expect(() => chiSquareTail(-1, 3)).toThrow(RangeError)
    expect(() => chiSquareTail(1, 0)).toThrow(RangeError)
  })
})

describe('chiSquareUniform', () => {
  test('finds a fair die fair and a loaded one loaded', () => {
    expect(chiSquareUniform([10, 10, 10, 10, 10, 10]).p).toBe(1)
    const loaded = chiSquareUniform([5, 8, 9, 8, 10, 20])
    expect(loaded.statistic).toBeCloseTo(13.4, 10)
    expect(loaded.degrees).toBe(5)
    expect(loaded.p).toBeCloseTo(0.0199, 3)
  })

  test('says nothing where nothing was counted', () => {
    expect(chiSquareUniform([0, 0, 0]).p).toBe(1)
    expect(chiSquareUniform([7]).p).toBe(1)
  })
})

describe('wilsonInterval', () => {
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('matches Newcombe (1998), table I: %i of %i', (hits, trials, low, high) => {
    const interval = wilsonInterval(hits, trials)
    expect(interval.low).toBeCloseTo(low, 4)
    expect(interval.high).toBeCloseTo(high, 4)
  })

  test('always holds the proportion itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (trials, some) => {
        const hits = Math.min(trials, some)
        const { low, high } = wilsonInterval(hits, trials)
        expect(low).toBeLessThanOrEqual(hits / trials + 1e-12)
        expect(high).toBeGreaterThanOrEqual(hits / trials - 1e-12)
      }),
    )
  })
})

describe('holm', () => {
  test('matches the values that R gives for four tests', () => {
    const adjusted = holm([0.01, 0.04, 0.03, 0.005])
    expect(adjusted.map((p) => Number(p.toFixed(10)))).toEqual([0.03, 0.06, 0.06, 0.02])
  })

  test('never lowers a p-value and never exceeds 1', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (pValues) => {
        holm(pValues).forEach((adjusted, index) => {
          expect(adjusted).toBeGreaterThanOrEqual(pValues[index]!)
          expect(adjusted).toBeLessThanOrEqual(1)
        })
      }),
    )
  })
})
