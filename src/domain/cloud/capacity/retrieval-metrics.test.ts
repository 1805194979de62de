import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { retrievalMetrics } from './retrieval-metrics.ts'

describe('measures of retrieval', () => {
  test('are means over the queries', () => {
    const queries = [
      { ranked: ['a', 'b', 'c', 'd'], relevant: ['a', 'd'] },
      { ranked: ['x', 'y', 'z'], relevant: ['z'] },
      { ranked: ['p', 'q'], relevant: ['r'] },
    ]
    const metrics = retrievalMetrics({ k: 3, queries })
    expect(metrics.recallAtK).toBeCloseTo((0.5 + 1 + 0) / 3, 12)
    expect(metrics.precisionAtK).toBeCloseTo((1 / 3 + 1 / 3 + 0) / 3, 12)
    expect(metrics.hitRateAtK).toBeCloseTo(2 / 3, 12)
    expect(metrics.meanReciprocalRank).toBeCloseTo((1 + 1 / 3 + 0) / 3, 12)
  })

  test('look for the first hit beyond k too, and count a document once', () => {
    const [query] = [{ ranked: ['b', 'b', 'a'], relevant: ['a'] }]
    expect(retrievalMetrics({ k: 1, queries: [query] })).toMatchObject({
      recallAtK: 0,
      meanReciprocalRank: 0.5,
    })
    expect(
      retrievalMetrics({ k: 2, queries: [{ ranked: ['a', 'a'], relevant: ['a', 'b'] }] }).recallAtK,
    ).toBe(0.5)
  })

  test('leave out queries that nothing is relevant to', () => {
    const nothing = { ranked: ['a'], relevant: [] }
    expect(retrievalMetrics({ k: 1, queries: [nothing] }).recallAtK).toBeNull()
    expect(retrievalMetrics({ k: 1, queries: [nothing, { ranked: ['a'], relevant: ['a'] }] }).recallAtK).toBe(
      1,
    )
  })

  test('need a k', () => {
    expect(() => retrievalMetrics({ k: 0, queries: [] })).toThrow(/k must be a whole number/)
    expect(() => retrievalMetrics({ k: 1.5, queries: [] })).toThrow(RangeError)
  })

  test('of recall never fall when k grows, and reciprocal rank does not change', () => {
    const ids = fc.shuffledSubarray(['a', 'b', 'c', 'd', 'e', 'f'])
    const query = fc.record({ ranked: ids, relevant: ids })
    fc.assert(
      fc.property(
        fc.array(query, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 6 }),
        (queries, k) => {
          const [now, next] = [retrievalMetrics({ k, queries }), retrievalMetrics({ k: k + 1, queries })]
          expect(next.recallAtK ?? 0).toBeGreaterThanOrEqual((now.recallAtK ?? 0) - 1e-12)
          expect(next.meanReciprocalRank).toBe(now.meanReciprocalRank)
        },
      ),
    )
  })
})
