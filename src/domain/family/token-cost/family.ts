import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { deedModel } from '../parts/deeds.ts'
import { documentation } from '../parts/documentation.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { longAnswers, longInstructions, nightly, tooManyPassages, wholeHistory } from './cases.ts'
import { isClear, judgeTokens, type TokenScenario, tokenTrusts } from './solve.ts'

/** The change that lowers the cost of an application with a model most. */
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
    documentation(
      'Process multiple prompts with batch inference',
      'bedrock/latest/userguide/batch-inference.html',
    ),
  ],
  facts: [],
  since: calendarDate('2026-11-24'),
  ...deedModel({
    situations: [longInstructions, nightly, wholeHistory, tooManyPassages, longAnswers],
    judge: judgeTokens,
    trusts: tokenTrusts,
  }),
  constraints: isClear,
  features: ({ rendering, need }) => ({ rendering, waits: Number(need.waits) }),
  angoff: ({ rendering }) => 0.62 + 0.01 * rendering,
}

export const dailyTokenCost = familyOf(tokenCostModel)
