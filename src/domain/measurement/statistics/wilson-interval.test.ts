import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wilsonInterval } from './wilson-interval.ts'

describe('wilsonInterval', () => {
  test('gives the published limits: 81 of 263 (Newcombe 1998, table I, method 3)', () => {
    const { low, high } = wilsonInterval(81, 263)
    expect(low).toBeCloseTo(0.2553, 4)
    expect(high).toBeCloseTo(0.3662, 4)
  })

  test('gives the published limits: 15 of 148, 0 of 20 and 1 of 29 (same table)', () => {
    expect(wilsonInterval(15, 148).low).toBeCloseTo(0.0624, 4)
    expect(wilsonInterval(15, 148).high).toBeCloseTo(0.1605, 4)
    expect(wilsonInterval(0, 20)).toEqual({ low: 0, high: expect.closeTo(0.1611, 4) })
    expect(wilsonInterval(1, 29).low).toBeCloseTo(0.0061, 4)
    expect(wilsonInterval(1, 29).high).toBeCloseTo(0.1718, 4)
  })

  test('refuses more successes than trials', () => {
    expect(() => wilsonInterval(3, 2)).toThrow(RangeError)
    expect(() => wilsonInterval(-1, 2)).toThrow(RangeError)
  })

  test('knows nothing without trials', () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 })
  })
})

describe('wilsonInterval, for any counts', () => {
  const counts = fc
    .integer({ min: 1, max: 500 })
    .chain((trials) => fc.tuple(fc.nat(trials), fc.constant(trials)))

  test('holds the proportion and stays within 0 and 1', () => {
    fc.assert(
      fc.property(counts, ([successes, trials]) => {
        const { low, high } = wilsonInterval(successes, trials)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(low).toBeLessThanOrEqual(successes / trials + 1e-12)
        expect(high).toBeGreaterThanOrEqual(successes / trials - 1e-12)
        expect(high).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('narrows with a smaller z', () => {
    const [wide, narrow] = [wilsonInterval(20, 50), wilsonInterval(20, 50, 1.2815515655446004)]
    expect(narrow.high - narrow.low).toBeLessThan(wide.high - wide.low)
  })
})
