import { describe, expect, test } from 'vitest'
import { correlate, medianOf, summarisePanel } from './judgement.ts'

describe('what a panel comes to', () => {
  test('mean, spread and standard error of five judges', () => {
    const { judges, mean, standardDeviation, standardError } = summarisePanel([6.5, 6.55, 6.65, 6.15, 7])
    expect(judges).toBe(5)
    expect(mean).toBeCloseTo(6.57, 12)
    expect(standardDeviation).toBeCloseTo(0.305369, 6)
    expect(standardError).toBeCloseTo(0.136565, 6)
  })

  test('refuses a panel without judges', () => {
    expect(() => summarisePanel([])).toThrow(RangeError)
    expect(() => summarisePanel([1, Number.NaN])).toThrow(RangeError)
  })

  test('correlation knows opposite, unrelated and constant lists', () => {
    expect(correlate([1, 2, 3], [6, 4, 2])).toBeCloseTo(-1, 12)
    expect(correlate([1, 2, 3, 4], [1, -1, -1, 1])).toBeCloseTo(0, 12)
    expect(correlate([1, 1, 1], [1, 2, 3])).toBeNaN()
  })

  test.each([
    [[5], 5],
    [[2, 1], 1.5],
    [[9, 1, 4], 4],
    [[4, 1, 9, 2], 3],
  ])('the median of %j is %f', (values, median) => {
    expect(medianOf(values)).toBe(median)
  })
})
