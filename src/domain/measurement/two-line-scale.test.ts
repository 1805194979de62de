import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { estimateByTwoLines, scaleByTwoLines } from './two-line-scale.ts'

const scale = { maximum: 50, rawCut: 32, cutScore: 720 }

const anyScale = fc.integer({ min: 2, max: 80 }).chain((maximum) =>
  fc.record({
    maximum: fc.constant(maximum),
    rawCut: fc.integer({ min: 1, max: maximum - 1 }),
    cutScore: fc.constantFrom(700, 720, 750),
  }),
)

describe('scaleByTwoLines', () => {
  test('goes through its three points and is straight between them', () => {
    expect([0, 32, 50].map((raw) => scaleByTwoLines(raw, scale))).toEqual([100, 720, 1000])
    expect(scaleByTwoLines(16, scale)).toBe(410)
    expect(scaleByTwoLines(41, scale)).toBe(860)
  })

  test('rises with every item and stays on the scale, whatever form and cut', () => {
    fc.assert(
      fc.property(anyScale, (any) => {
        const scores = Array.from({ length: any.maximum + 1 }, (_, raw) => scaleByTwoLines(raw, any))
        expect(scores.every((score, raw) => raw === 0 || score > (scores[raw - 1] ?? 0))).toBe(true)
        expect([scores[0], scores.at(-1)]).toEqual([100, 1000])
      }),
    )
  })

  test('refuses a cut or a raw score out of range', () => {
    expect(() => scaleByTwoLines(1, { ...scale, rawCut: 50 })).toThrow(RangeError)
    expect(() => scaleByTwoLines(1, { ...scale, rawCut: 0 })).toThrow(RangeError)
    expect(() => scaleByTwoLines(1, { ...scale, cutScore: 1000 })).toThrow(RangeError)
    expect(() => scaleByTwoLines(51, scale)).toThrow(RangeError)
    expect(() => scaleByTwoLines(Number.NaN, scale)).toThrow(RangeError)
  })
})

describe('estimateByTwoLines', () => {
  test('the score lies in its interval, and the error is not nothing even at the ends', () => {
    fc.assert(
      fc.property(anyScale, fc.double({ min: 0, max: 1, noNaN: true }), (any, share) => {
        const { score, standardError, low, high } = estimateByTwoLines(Math.round(share * any.maximum), any)
        expect(low <= score && score <= high).toBe(true)
        expect(standardError).toBeGreaterThan(0)
      }),
    )
  })

  test('away from the cut the error is the raw error times the slope of the line', () => {
    const p = 43 / 52
    const rawError = Math.sqrt(50 * p * (1 - p))
    expect(estimateByTwoLines(42, scale).standardError).toBe(Math.round((rawError * 280) / 18))
  })
})
