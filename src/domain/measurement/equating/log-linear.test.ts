import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smoothLogLinearly } from './log-linear.ts'
import { momentsOf } from './score-frequencies.ts'

const counts = [3, 9, 22, 41, 39, 30, 24, 9, 8, 2]

describe('smoothLogLinearly', () => {
  test('keeps as many moments as its degree', () => {
    for (const degree of [1, 2, 3, 4]) {
      const { frequencies, converged } = smoothLogLinearly({ lowest: 2, counts }, degree)
      expect(converged).toBe(true)
      for (let power = 0; power <= degree; power++) {
        const moment = (values: readonly number[]) =>
          values.reduce((sum, count, index) => sum + count * index ** power, 0)
        expect(moment(frequencies.counts) / moment(counts)).toBeCloseTo(1, 7)
      }
    }
  })

  test('of the highest degree it gives the counts back, and fits them exactly', () => {
    const { frequencies, deviance, degreesOfFreedom } = smoothLogLinearly(
      { lowest: 0, counts },
      counts.length - 1,
    )
    frequencies.counts.forEach((count, index) => {
      expect(count).toBeCloseTo(counts[index]!, 6)
    })
    expect(deviance).toBeCloseTo(0, 8)
    expect(degreesOfFreedom).toBe(0)
  })

  test('fits no worse with a higher degree, and counts the cost in AIC', () => {
    const fits = [1, 2, 3, 4, 5].map((degree) => smoothLogLinearly({ lowest: 0, counts }, degree))
    fits.slice(1).forEach((fit, index) => {
      expect(fit.deviance).toBeLessThanOrEqual(fits[index]!.deviance + 1e-8)
      expect(fit.aic - fit.deviance).toBeCloseTo(2 * (fit.degree + 1), 9)
    })
  })

  test('of degree 2 it recovers counts that are log-quadratic', () => {
    const exact = Array.from({ length: 41 }, (_, score) => 200 * Math.exp(-((score - 22) ** 2) / 60))
    const { frequencies, deviance } = smoothLogLinearly({ lowest: 0, counts: exact }, 2)
    frequencies.counts.forEach((count, score) => {
      expect(count).toBeCloseTo(exact[score]!, 6)
    })
    expect(deviance).toBeCloseTo(0, 8)
  })

  test('stays finite and keeps the mean for any counts', () => {
    const any = fc
      .array(fc.nat(30), { minLength: 5, maxLength: 30 })
      .filter((each) => each.filter(Boolean).length > 3)
    fc.assert(
      fc.property(any, (each) => {
        const { frequencies } = smoothLogLinearly({ lowest: 0, counts: each }, 2)
        expect(frequencies.counts.every((count) => Number.isFinite(count) && count >= 0)).toBe(true)
        expect(momentsOf(frequencies).mean).toBeCloseTo(momentsOf({ lowest: 0, counts: each }).mean, 4)
      }),
      { numRuns: 50 },
    )
  })

  test('says so when too few different scores leave no maximum', () => {
    expect(smoothLogLinearly({ lowest: 0, counts: [0, 0, 5, 0, 0] }, 3).converged).toBe(false)
  })

  test.each([0, 10, 2.5, Number.NaN])('refuses degree %f for ten scores', (degree) => {
    expect(() => smoothLogLinearly({ lowest: 0, counts }, degree)).toThrow(RangeError)
  })
})
