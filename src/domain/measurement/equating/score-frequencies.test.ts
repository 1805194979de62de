import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countScores, highestPossibleScore, momentsOf, possibleScores } from './score-frequencies.ts'

describe('momentsOf', () => {
  test('gives the moments of a list written out in full', () => {
    const scores = [2, 2, 3, 5, 5, 5]
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
    const variance = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (scores.length - 1)
    const third = scores.reduce((sum, score) => sum + (score - mean) ** 3, 0) / scores.length
    const moments = momentsOf({ lowest: 2, counts: [2, 1, 0, 3] })
    expect(moments.n).toBe(6)
    expect(moments.mean).toBeCloseTo(mean, 12)
    expect(moments.variance).toBeCloseTo(variance, 12)
    expect(moments.standardDeviation).toBeCloseTo(Math.sqrt(variance), 12)
    expect(moments.skewness).toBeCloseTo(third / variance ** 1.5, 12)
  })

  test('a shifted scale moves the mean and nothing else', () => {
    const counts = fc
      .array(fc.nat(20), { minLength: 3, maxLength: 12 })
      .filter((each) => each.filter(Boolean).length > 1)
    fc.assert(
      fc.property(counts, fc.integer({ min: -20, max: 20 }), (each, shift) => {
        const [here, there] = [
          momentsOf({ lowest: 0, counts: each }),
          momentsOf({ lowest: shift, counts: each }),
        ]
        expect(there.mean - here.mean).toBeCloseTo(shift, 9)
        expect(there.variance).toBeCloseTo(here.variance, 9)
        expect(there.kurtosis).toBeCloseTo(here.kurtosis, 9)
      }),
    )
  })

  test('scores that do not vary have no skewness rather than a NaN', () => {
    expect(momentsOf({ lowest: 4, counts: [7] })).toMatchObject({
      mean: 4,
      variance: 0,
      skewness: 0,
      kurtosis: 0,
    })
  })

  test('refuses a single score', () => {
    expect(() => momentsOf({ lowest: 0, counts: [0, 1] })).toThrow(RangeError)
  })
})

describe('the possible scores', () => {
  test('run from the lowest to the highest in steps of one', () => {
    expect(possibleScores({ lowest: -1, counts: [1, 0, 2] })).toEqual([-1, 0, 1])
    expect(highestPossibleScore({ lowest: -1, counts: [1, 0, 2] })).toBe(1)
  })
})

describe('countScores', () => {
  test.each([
    [{ lowest: 0, counts: [] }],
    [{ lowest: 0, counts: [0, 0] }],
    [{ lowest: 0, counts: [1, -1, 2] }],
    [{ lowest: 0, counts: [1, Number.NaN] }],
    [{ lowest: 0.5, counts: [1] }],
  ])('refuses %j', (frequencies) => {
    expect(() => countScores(frequencies)).toThrow(RangeError)
  })
})
