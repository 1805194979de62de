import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { classifierMetrics } from './classifier.ts'

describe('measures of a classifier', () => {
  const matrix = { truePositives: 80, falsePositives: 20, falseNegatives: 40, trueNegatives: 860 }

  test('are the ratios of their definitions', () => {
    const metrics = classifierMetrics(matrix)
    expect(metrics.precision).toBeCloseTo(0.8, 12)
    expect(metrics.recall).toBeCloseTo(2 / 3, 12)
    expect(metrics.f1).toBeCloseTo(8 / 11, 12)
    expect(metrics.accuracy).toBeCloseTo(0.94, 12)
    expect(metrics.specificity).toBeCloseTo(860 / 880, 12)
    expect(metrics.falsePositiveRate).toBeCloseTo(20 / 880, 12)
    expect(metrics.balancedAccuracy).toBeCloseTo((2 / 3 + 860 / 880) / 2, 12)
  })

  test('show that accuracy says little where one class is rare', () => {
    const never = classifierMetrics({
      truePositives: 0,
      falsePositives: 0,
      falseNegatives: 10,
      trueNegatives: 990,
    })
    expect(never).toMatchObject({ accuracy: 0.99, recall: 0, precision: null, balancedAccuracy: 0.5 })
  })

  test('are null where there is nothing to divide by', () => {
    const none = classifierMetrics({
      truePositives: 0,
      falsePositives: 0,
      falseNegatives: 0,
      trueNegatives: 0,
    })
    expect(Object.values(none).every((value) => value === null)).toBe(true)
  })

  test('of negative counts are refused', () => {
    expect(() => classifierMetrics({ ...matrix, falsePositives: -1 })).toThrow(/falsePositives/)
    expect(() => classifierMetrics({ ...matrix, beta: 0 })).toThrow(/beta/)
  })

  test('lie from 0 to 1, and F-beta between precision and recall, nearer to recall as beta grows', () => {
    const count = fc.integer({ min: 1, max: 1000 })
    fc.assert(
      fc.property(count, count, count, count, (tp, fp, fn, tn) => {
        const given = { truePositives: tp, falsePositives: fp, falseNegatives: fn, trueNegatives: tn }
        const { precision, recall, fBeta, f1, ...rest } = classifierMetrics({ ...given, beta: 2 })
        const [low, high] = [Math.min(precision!, recall!), Math.max(precision!, recall!)]
        expect(fBeta!).toBeGreaterThanOrEqual(low - 1e-12)
        expect(fBeta!).toBeLessThanOrEqual(high + 1e-12)
        expect(Math.abs(fBeta! - recall!)).toBeLessThanOrEqual(Math.abs(f1! - recall!) + 1e-12)
        expect(f1!).toBeCloseTo((2 * precision! * recall!) / (precision! + recall!), 12)
        expect(Object.values(rest).every((value) => value !== null && value >= 0 && value <= 1)).toBe(true)
      }),
    )
  })
})
