import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemParameters } from '../model/item-parameters.ts'
import { normalQuadrature } from '../model/quadrature.ts'
import { equateObservedScores, equateTrueScore, expectedFrequencies } from './item-response.ts'

const difficulties = Array.from({ length: 20 }, (_, index) => -2 + index / 5)
const base = difficulties.map((b) => itemParameters({ a: 1.1, b, c: 0.2 }))
const harder = difficulties.map((b) => itemParameters({ a: 1.1, b: b + 0.3, c: 0.2 }))

describe('equateTrueScore', () => {
  test('a form equated to itself is itself, below the guessing floor too', () => {
    for (const raw of [0, 2, 4, 7, 13, 19, 20]) expect(equateTrueScore(raw, base, base)).toBeCloseTo(raw, 6)
  })

  test('a harder form is worth more points of the base form', () => {
    for (const raw of [6, 10, 16]) expect(equateTrueScore(raw, harder, base)).toBeGreaterThan(raw + 0.3)
  })

  test('never falls as the raw score rises, and stays within the form', () => {
    const raw = fc.double({ min: 0, max: 20, noNaN: true })
    fc.assert(
      fc.property(raw, raw, (first, second) => {
        const [low, high] = [first, second]
          .sort((a, b) => a - b)
          .map((each) => equateTrueScore(each, harder, base))
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeGreaterThanOrEqual(low! - 1e-9)
        expect(high).toBeLessThanOrEqual(20)
      }),
    )
  })

  test('knows forms on which no candidate is sure of every item', () => {
    const slips = base.map((item) => ({ ...item, d: 0.95 }))
    expect(equateTrueScore(20, slips, base)).toBe(20)
    expect(equateTrueScore(19, slips, base)).toBeCloseTo(20, 6)
    expect(equateTrueScore(20, base, slips)).toBe(20)
  })

  test('refuses a raw score that the form cannot give', () => {
    expect(() => equateTrueScore(21, base, base)).toThrow(RangeError)
    expect(() => equateTrueScore(Number.NaN, base, base)).toThrow(RangeError)
  })
})

describe('equateObservedScores', () => {
  const population = normalQuadrature()

  test('expected frequencies are those of one candidate', () => {
    const { counts } = expectedFrequencies(base, population)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeCloseTo(1, 12)
    expect(counts).toHaveLength(21)
  })

  test('agrees with true-score equating in the middle of the scale', () => {
    const observed = equateObservedScores(harder, base, population)
    for (const raw of [9, 11, 13, 15])
      expect(observed[raw]).toBeCloseTo(equateTrueScore(raw, harder, base), 0)
  })
})
