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
    expect(() => wilsonInterval(0, 0)).toThrow(RangeError)
  })
})
