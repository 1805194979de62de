import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apportion, apportionWithin } from './apportion.ts'

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
const weights = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 8 })

describe('apportion', () => {
  test('divides 50 scored items by the weights of real exam guides', () => {
    expect(apportion(50, [30, 26, 24, 20])).toEqual([15, 13, 12, 10])
    expect(apportion(50, [24, 30, 34, 12])).toEqual([12, 15, 17, 6])
    expect(apportion(65, [20, 24, 28, 14, 14])).toEqual([13, 16, 18, 9, 9])
  })

  test('gives leftovers to the largest remainders', () => {
    expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3])
    expect(apportion(100, [42.4, 28.9, 28.7])).toEqual([42, 29, 29])
  })

  test('treats weights that are all zero as equal and knows the empty case', () => {
    expect(apportion(4, [0, 0])).toEqual([2, 2])
    expect(apportion(0, [5, 3])).toEqual([0, 0])
    expect(apportion(0, [])).toEqual([])
  })

  test('adds up, and stays within one of the exact quota', () => {
    fc.assert(
      fc.property(fc.nat(200), weights, (total, some) => {
        const shares = apportion(total, some)
        expect(sum(shares)).toBe(total)
        shares.forEach((share, index) => {
          expect(Math.abs(share - (total * some[index]!) / sum(some))).toBeLessThan(1)
        })
      }),
    )
  })

  test('refuses a total or weight that means nothing', () => {
    expect(() => apportion(1.5, [1])).toThrow(RangeError)
    expect(() => apportion(-1, [1])).toThrow(RangeError)
    expect(() => apportion(1, [-1])).toThrow(RangeError)
    expect(() => apportion(1, [Number.NaN])).toThrow(RangeError)
  })
})

describe('apportionWithin', () => {
  test('equals apportion where nothing is scarce', () => {
    expect(apportionWithin(50, [30, 26, 24, 20], [99, 99, 99, 99])).toEqual([15, 13, 12, 10])
  })

  test('hands on what a scarce share cannot take', () => {
    expect(apportionWithin(10, [50, 50], [2, 20])).toEqual([2, 8])
    expect(apportionWithin(10, [1, 1, 1], [1, 0, 20])).toEqual([1, 0, 9])
  })

  test('keeps every limit and gives all there is, up to the total', () => {
    const cases = fc.array(fc.record({ weight: fc.nat(40), limit: fc.nat(20) }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(fc.nat(80), cases, (total, shares) => {
        const limits = shares.map(({ limit }) => limit)
        const given = apportionWithin(
          total,
          shares.map(({ weight }) => weight),
          limits,
        )
        expect(sum(given)).toBe(Math.min(total, sum(limits)))
        given.forEach((share, index) => {
          expect(share).toBeLessThanOrEqual(limits[index]!)
        })
      }),
    )
  })
})
