import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { between, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting } from '../parts/setting.ts'
import type { FamilyModel } from '../types.ts'
import { renderTokens } from './render.ts'
import { isClear, solveTokens, type TokenScenario, tokenMisconceptions } from './solve.ts'

/** A number between two shares, in percent, of another, to the nearest ten. */
const partOf = (random: SeededRandom, whole: number, low: number, high: number): number =>
  Math.round((whole * between(random, low, high)) / 1000) * 10

function sample(random: SeededRandom): TokenScenario {
  const centsIn = pick(random, [25, 60, 80, 100, 250, 300])
  const instructions = between(random, 24, 64) * 50
  const chunks = between(random, 5, 12)
  const chunkTokens = between(random, 5, 14) * 50
  const outputTokens = between(random, 30, 220) * 10
  return {
    setting: drawSetting(random),
    rendering: random.integer(5),
    style: random.integer(2),
    use: {
      requests: between(random, 80, 1200) * 100,
      question: between(random, 4, 12) * 10,
      ...{ instructions, chunks, chunkTokens, outputTokens, centsIn },
      centsOut: centsIn * pick(random, [4, 5]),
    },
    proposals: [
      { name: 'cache' },
      { name: 'rerank', chunks: Math.max(2, Math.round((chunks * between(random, 30, 65)) / 100)) },
      { name: 'smaller-chunks', chunkTokens: partOf(random, chunkTokens, 40, 85) },
      { name: 'shorter-answers', outputTokens: partOf(random, outputTokens, 30, 75) },
      { name: 'shorter-instructions', instructions: partOf(random, instructions, 30, 75) },
    ],
  }
}

/** The change that lowers the cost of a retrieval-augmented assistant most, at stated prices. */
export const tokenCostModel: FamilyModel<TokenScenario> = {
  name: 'token-cost',
  title: 'Token cost of a retrieval-augmented assistant',
  kind: 'multiple-choice',
  placements: placedIn('AIP-C01 4.1', 'AIF-C01 2.3', 'MLA-C02 4.2'),
  cognitive: 'analyse',
  services: ['bedrock'],
  references: [
    documentation(
      'Monitor your token usage by counting tokens before running inference',
      'bedrock/latest/userguide/count-tokens.html',
    ),
    documentation(
      'Prompt caching for faster model inference',
      'bedrock/latest/userguide/prompt-caching.html',
    ),
  ],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample,
  solve: solveTokens,
  misconceptions: tokenMisconceptions,
  render: renderTokens,
  constraints: isClear,
  features: ({ rendering, use }) => ({ rendering, chunks: use.chunks }),
  angoff: ({ rendering, chunks = 8 }) => 0.66 - 0.01 * chunks + 0.02 * rendering,
}

export const dailyTokenCost = familyOf(tokenCostModel)
