import { describe, expect, test } from 'vitest'
import {
  type AnchoredMoments,
  anchoredMoments,
  chainThroughAnchor,
  equateLevine,
  equateLevineTrueScores,
  equateTucker,
} from './common-items.ts'
import { applyLine } from './line.ts'

const group: AnchoredMoments = {
  n: 200,
  mean: 20,
  variance: 36,
  anchorMean: 6,
  anchorVariance: 5,
  covariance: 12,
}

describe('anchoredMoments', () => {
  const pairs = [
    { score: 1, anchor: 0, count: 1 },
    { score: 2, anchor: 1, count: 1 },
    { score: 3, anchor: 1, count: 1 },
    { score: 6, anchor: 2, count: 1 },
  ]

  test('gives means, variances and covariance with n - 1', () => {
    const moments = anchoredMoments(pairs)
    expect(moments).toMatchObject({ n: 4, mean: 3, anchorMean: 1 })
    expect(moments.variance).toBeCloseTo(14 / 3, 12)
    expect(moments.anchorVariance).toBeCloseTo(2 / 3, 12)
    expect(moments.covariance).toBeCloseTo(5 / 3, 12)
  })

  test('a pair counted three times is three candidates', () => {
    const counted = anchoredMoments(pairs.map((pair) => ({ ...pair, count: pair.score === 2 ? 3 : 1 })))
    const [, second] = pairs
    const written = anchoredMoments([...pairs, second!, second!])
    expect(counted.n).toBe(6)
    expect(counted.variance).toBeCloseTo(written.variance, 12)
    expect(counted.covariance).toBeCloseTo(written.covariance, 12)
  })

  test('refuses a single candidate', () => {
    expect(() => anchoredMoments(pairs.slice(1, 2))).toThrow(RangeError)
  })
})

describe('equating through common items', () => {
  const methods = [
    ['Tucker', (x: AnchoredMoments, y: AnchoredMoments) => equateTucker({ x, y }, 0.5).line],
    [
      'Levine',
      (x: AnchoredMoments, y: AnchoredMoments) =>
        equateLevine({ x, y }, { anchor: 'internal', weight: 0.5 }).line,
    ],
    [
      'Levine, true scores',
      (x: AnchoredMoments, y: AnchoredMoments) => equateLevineTrueScores({ x, y }, 'internal'),
    ],
    ['chained', (x: AnchoredMoments, y: AnchoredMoments) => chainThroughAnchor({ x, y })],
  ] as const

  test.each(methods)('%s: groups alike on the anchor give linear equating of random groups', (_, equate) => {
    const line = equate(group, { ...group, mean: 18 })
    expect(line.slope).toBeCloseTo(1, 12)
    expect(line.intercept).toBeCloseTo(-2, 12)
  })

  test.each(methods)('%s: a form equated to itself is itself, however able the groups', (_, equate) => {
    // One form, whose score rises by 2.4 points for a point of the anchor in both groups.
    const abler = { ...group, mean: 22.4, anchorMean: 7 }
    const line = equate(abler, group)
    expect(line.slope).toBeCloseTo(1, 1)
    expect(Math.abs(applyLine(line, 20) - 20)).toBeLessThan(0.7)
  })

  test('Tucker takes an exact regression on the anchor at its word', () => {
    const abler = { ...group, mean: 22.4, anchorMean: 7 }
    expect(applyLine(equateTucker({ x: abler, y: group }, 1).line, 20)).toBeCloseTo(20, 10)
  })

  test('refuses a weight outside 0 to 1', () => {
    expect(() => equateTucker({ x: group, y: group }, 1.2)).toThrow(RangeError)
  })
})
