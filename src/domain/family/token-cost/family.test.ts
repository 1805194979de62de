import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { type TokenScenario, tokenCostModel } from './family.ts'

/** In whole hundred-millionths of a dollar, so that nothing is rounded before the end. */
function inIntegers(scenario: TokenScenario): number[] {
  const { requests, promptTokens, chunks, chunkTokens, outputTokens, centsIn, centsOut } = scenario
  const input = BigInt(requests) * BigInt(promptTokens + chunks * chunkTokens) * BigInt(centsIn)
  const output = BigInt(requests) * BigInt(outputTokens) * BigInt(centsOut)
  return [Number((input + output + 50_000_000n) / 100_000_000n)]
}

tryFamily(tokenCostModel, { secondRoute: inIntegers, golden: [] })

describe('cost of tokens', () => {
  test('twice the requests cost twice as much, within rounding', () => {
    const scenario = tokenCostModel.sample(seededRandom('twice'), {} as never)
    const [once = 0] = tokenCostModel.solve(scenario, {} as never).map(Number)
    const [twice = 0] = tokenCostModel
      .solve({ ...scenario, requests: 2 * scenario.requests }, {} as never)
      .map(Number)
    expect(Math.abs(twice - 2 * once)).toBeLessThanOrEqual(1)
  })
})
