import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type TokenPlan, tokenCost } from './token-cost.ts'

const plan: TokenPlan = {
  requests: 10_000,
  promptTokens: 500,
  chunks: 5,
  chunkTokens: 300,
  outputTokens: 400,
  pricePerThousandIn: 0.003,
  pricePerThousandOut: 0.015,
}

describe('the cost of requests to a model', () => {
  test('counts prompt, chunks and output, each at its price', () => {
    const outcome = tokenCost(plan)
    expect(outcome).toMatchObject({ inputTokens: 2000, outputTokens: 400 })
    expect(outcome.inputCost).toBeCloseTo(60, 10)
    expect(outcome.outputCost).toBeCloseTo(60, 10)
    expect(outcome.cost).toBeCloseTo(120, 10)
  })

  test('tells whether a request fits, and how many chunks would', () => {
    expect(tokenCost({ ...plan, contextTokens: 2400 })).toMatchObject({ fits: true, mostChunks: 5 })
    expect(tokenCost({ ...plan, contextTokens: 2399 })).toMatchObject({ fits: false, mostChunks: 4 })
    expect(tokenCost({ ...plan, contextTokens: 100 }).mostChunks).toBe(0)
    expect(tokenCost({ ...plan, chunks: 0, chunkTokens: 0, contextTokens: 1000 }).mostChunks).toBeNull()
    expect(tokenCost(plan)).toMatchObject({ fits: null, mostChunks: null })
  })

  test('tells how many requests a minute allows', () => {
    expect(tokenCost({ ...plan, tokensPerMinute: 100_000 }).requestsPerMinute).toBe(41)
    expect(tokenCost(plan).requestsPerMinute).toBeNull()
  })

  test('of negative amounts is refused', () => {
    expect(() => tokenCost({ ...plan, outputTokens: -1 })).toThrow(/outputTokens/)
    expect(() => tokenCost({ ...plan, chunks: 1.5 })).toThrow(/chunks/)
    expect(() => tokenCost({ ...plan, tokensPerMinute: 0 })).toThrow(/tokensPerMinute/)
  })

  test('never falls with more of anything', () => {
    const names = ['requests', 'promptTokens', 'chunks', 'chunkTokens', 'outputTokens'] as const
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(5000), (name, more) => {
        const grown = tokenCost({ ...plan, [name]: (plan[name] ?? 0) + more })
        expect(grown.cost).toBeGreaterThanOrEqual(tokenCost(plan).cost)
      }),
    )
  })
})
