import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyLine, chainLines, matchSpreads } from './line.ts'

const number = fc.double({ min: -50, max: 50, noNaN: true })
const line = fc.record({ slope: number, intercept: number })

describe('chainLines', () => {
  test('equals one line after the other', () => {
    fc.assert(
      fc.property(line, line, number, (first, second, x) => {
        expect(applyLine(chainLines(first, second), x)).toBeCloseTo(applyLine(second, applyLine(first, x)), 6)
      }),
    )
  })
})

describe('matchSpreads', () => {
  test('carries mean to mean and one standard deviation to one standard deviation', () => {
    const made = matchSpreads({ mean: 20, standardDeviation: 8 }, { mean: 18, standardDeviation: 9 })
    expect(applyLine(made, 20)).toBeCloseTo(18, 12)
    expect(applyLine(made, 28)).toBeCloseTo(27, 12)
  })

  test('refuses scores that do not vary', () => {
    expect(() => matchSpreads({ mean: 1, standardDeviation: 0 }, { mean: 1, standardDeviation: 1 })).toThrow(
      RangeError,
    )
  })
})
