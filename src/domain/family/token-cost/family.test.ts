import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { tokenCostModel } from './family.ts'
import { type Proposal, savingOf, type TokenScenario, type TokenUse } from './solve.ts'

/** Tokens that a proposal takes away, times their price, in tenths of a cent for a million requests. */
function savedBy(proposal: Proposal, use: TokenUse): number {
  switch (proposal.name) {
    case 'cache':
      return 9 * use.instructions * use.centsIn
    case 'rerank':
      return 10 * (use.chunks - proposal.chunks) * use.chunkTokens * use.centsIn
    case 'smaller-chunks':
      return 10 * use.chunks * (use.chunkTokens - proposal.chunkTokens) * use.centsIn
    case 'shorter-answers':
      return 10 * (use.outputTokens - proposal.outputTokens) * use.centsOut
    case 'shorter-instructions':
      return 10 * (use.instructions - proposal.instructions) * use.centsIn
  }
}

function byPart({ use, proposals }: TokenScenario): string[] {
  const savings = proposals.map((proposal) => savedBy(proposal, use))
  return [proposals[savings.indexOf(Math.max(...savings))]?.name ?? '']
}

tryFamily(tokenCostModel, { secondRoute: byPart, golden: [] })

describe('savings of tokens', () => {
  test('twice the requests save twice as much', () => {
    const scenario = tokenCostModel.sample(seededRandom('twice'), {} as never)
    const double = { ...scenario, use: { ...scenario.use, requests: 2 * scenario.use.requests } }
    for (const proposal of scenario.proposals)
      expect(savingOf(proposal, double)).toBeCloseTo(2 * savingOf(proposal, scenario), 6)
  })
})
