import { describe, expect, test } from 'vitest'
import { tryFamily } from '../family-kit.fixture.ts'
import { tokenCostModel } from './family.ts'
import { costOf, type TokenScenario, type TokenState } from './solve.ts'

/** Sums the parts of a request by hand; output counts four times. */
function byHand(state: TokenState): number {
  const isCached = state.cached === true && state.instructions >= 1024
  const input = state.history + state.retrieved + state.question
  const sum = input + state.instructions * (isCached ? 0.1 : 1) + 4 * state.output
  return state.batch === true ? sum / 2 : sum
}

function cheapest({ deeds, need }: TokenScenario): string[] {
  const fit = deeds.filter(({ state }) => state.batch !== true || !need.waits)
  const least = Math.min(...fit.map(({ state }) => byHand(state)))
  return fit.filter(({ state }) => byHand(state) === least).map(({ means }) => means)
}

tryFamily(tokenCostModel, { secondRoute: cheapest, golden: [] })

describe('the cost of a request', () => {
  test('a cache saves nine tenths of long instructions and nothing of short ones', () => {
    const state = { instructions: 2000, history: 0, retrieved: 0, question: 0, output: 0 }
    expect(costOf({ ...state, cached: true }, 4)).toBeCloseTo(200, 6)
    expect(costOf({ ...state, instructions: 900, cached: true }, 4)).toBeCloseTo(900, 6)
  })
})
