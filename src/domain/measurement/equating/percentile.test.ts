import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { percentileRank, scoreAtRank, stepAt } from './percentile.ts'

const form = { lowest: 0, counts: [1, 3, 0, 4, 2] }

describe('percentileRank', () => {
  test.each([
    [-0.5, 0],
    [0, 0.05],
    [0.5, 0.1],
    [1, 0.25],
    [2, 0.4],
    [3.25, 0.7],
    [4.5, 1],
    [9, 1],
    [-3, 0],
  ])('of %f is %f', (score, rank) => {
    expect(percentileRank(form, score)).toBeCloseTo(rank, 12)
  })
})

describe('scoreAtRank', () => {
  test('takes the middle of an interval that empty scores leave open', () => {
    expect(scoreAtRank(form, 0.4)).toBeCloseTo(2, 12)
  })

  test('ends half a point beyond the possible scores', () => {
    expect(scoreAtRank(form, 0)).toBe(-0.5)
    expect(scoreAtRank(form, 1)).toBe(4.5)
    expect(scoreAtRank({ lowest: 0, counts: [0, 5, 0] }, 1)).toBe(2.5)
  })

  test('is the inverse of the percentile rank where scores were counted', () => {
    const counts = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 20 })
    fc.assert(
      fc.property(counts, fc.double({ min: 0.001, max: 0.999, noNaN: true }), (each, rank) => {
        const frequencies = { lowest: 5, counts: each }
        expect(percentileRank(frequencies, scoreAtRank(frequencies, rank))).toBeCloseTo(rank, 9)
      }),
    )
  })

  test('never falls as the rank rises, empty scores or not', () => {
    const counts = fc.array(fc.nat(3), { minLength: 2, maxLength: 20 }).filter((each) => each.some(Boolean))
    const rank = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(counts, rank, rank, (each, first, second) => {
        const frequencies = { lowest: 0, counts: each }
        const [low, high] = [Math.min(first, second), Math.max(first, second)]
        expect(scoreAtRank(frequencies, high)).toBeGreaterThanOrEqual(scoreAtRank(frequencies, low) - 1e-9)
      }),
    )
  })

  test.each([-0.1, 1.1, Number.NaN])('refuses a rank of %f', (rank) => {
    expect(() => scoreAtRank(form, rank)).toThrow(RangeError)
  })
})

describe('stepAt', () => {
  test('names the counted score in whose interval a rank falls', () => {
    expect(stepAt(form, 0.05)).toEqual({ index: 0, below: 0, share: 0.1 })
    expect(stepAt(form, 0.4)).toEqual({ index: 3, below: 0.4, share: 0.4 })
    expect(stepAt(form, 1)).toEqual({ index: 4, below: 0.8, share: 0.2 })
  })
})
