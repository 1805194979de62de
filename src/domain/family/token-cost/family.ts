import { type TokenPlan, tokenCost } from '../../cloud/capacity/token-cost.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { between, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, inWords, paragraphs, withCommas } from '../parts/words.ts'
import type { FamilyModel, Misconception } from '../types.ts'

/** Requests of a retrieval-augmented assistant in a day, and what a million tokens cost in cents. */
export type TokenScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly requests: number
  readonly promptTokens: number
  readonly chunks: number
  readonly chunkTokens: number
  readonly outputTokens: number
  readonly centsIn: number
  readonly centsOut: number
}

const thousandsOfMillion = 1000

const planOf = ({
  centsIn,
  centsOut,
  requests,
  promptTokens,
  chunks,
  chunkTokens,
  outputTokens,
}: TokenScenario): TokenPlan => ({
  ...{ requests, promptTokens, chunks, chunkTokens, outputTokens },
  pricePerThousandIn: centsIn / 100 / thousandsOfMillion,
  pricePerThousandOut: centsOut / 100 / thousandsOfMillion,
})

const costing = (change: (plan: TokenPlan) => TokenPlan) => (scenario: TokenScenario) => [
  Math.round(Number(tokenCost(change(planOf(scenario))).cost.toFixed(6))),
]

const solve = costing((plan) => plan)

/** Characters that a token has on average, as a rule of thumb for English text. */
const charactersPerToken = 4

const misconceptions: readonly Misconception<TokenScenario>[] = [
  {
    id: 'output-free',
    statement: 'A model bills the tokens that it is given, and the answer is free.',
    solve: costing((plan) => ({ ...plan, pricePerThousandOut: 0 })),
  },
  {
    id: 'chunks-free',
    statement: 'Retrieved chunks come from a knowledge base and are no input tokens of the model.',
    solve: costing((plan) => ({ ...plan, chunks: 0 })),
  },
  {
    id: 'one-price',
    statement: 'Input and output tokens have the same price.',
    solve: costing((plan) => ({ ...plan, pricePerThousandOut: plan.pricePerThousandIn })),
  },
  {
    id: 'prompt-once',
    statement: 'The instructions are sent once and are free in later requests.',
    solve: costing((plan) => ({ ...plan, promptTokens: 0 })),
  },
  {
    id: 'characters-as-tokens',
    statement: 'Every character of the input is billed as a token.',
    solve: costing((plan) => ({
      ...plan,
      promptTokens: plan.promptTokens * charactersPerToken,
      chunkTokens: (plan.chunkTokens ?? 0) * charactersPerToken,
    })),
  },
  {
    id: 'prices-swapped',
    statement: 'The higher price belongs to the input, since there is more of it.',
    solve: costing((plan) => ({
      ...plan,
      pricePerThousandIn: plan.pricePerThousandOut,
      pricePerThousandOut: plan.pricePerThousandIn,
    })),
  },
  {
    id: 'output-price-for-all',
    statement: 'Every token of a request is billed at the price of output tokens.',
    solve: costing((plan) => ({ ...plan, pricePerThousandIn: plan.pricePerThousandOut })),
  },
]

function sample(random: SeededRandom): TokenScenario {
  const centsIn = pick(random, [15, 25, 30, 60, 80, 100, 250, 300])
  return {
    setting: drawSetting(random),
    rendering: random.integer(3),
    requests: between(random, 8, 120) * 1000,
    promptTokens: between(random, 5, 18) * 50,
    chunks: between(random, 3, 8),
    chunkTokens: between(random, 4, 12) * 50,
    outputTokens: between(random, 3, 14) * 50,
    centsIn,
    centsOut: centsIn * pick(random, [3, 4, 5]),
  }
}

const dollars = (cents: number): string => `$${(cents / 100).toFixed(2)}`

const prices = ({ centsIn, centsOut }: TokenScenario): string =>
  `${dollars(centsIn)} per million input tokens and ${dollars(centsOut)} per million output tokens`

const question = 'What does a day of model inference cost, to the nearest dollar?'

function sum({ scenario }: Told<TokenScenario>): string {
  const { inputTokens, outputTokens, inputCost, outputCost } = tokenCost(planOf(scenario))
  const millions = (tokens: number): string =>
    `${Number(((scenario.requests * tokens) / 1e6).toFixed(2)).toLocaleString('en-US')} million`
  return `${withCommas(inputTokens)} tokens in a request make ${millions(inputTokens)} a day ($${inputCost.toFixed(2)}), ${withCommas(outputTokens)} out make ${millions(outputTokens)} ($${outputCost.toFixed(2)})`
}

const because =
  (why: string) =>
  (told: Told<TokenScenario>): string =>
    `${why} ${sum(told)}.`

const render = wordedBy<TokenScenario>({
  stems: [
    (scenario) =>
      paragraphs([
        `${capitalised(scenario.setting.who)} puts an assistant into its ${scenario.setting.systems[0].name} that answers from ${scenario.setting.records[0].name} by retrieval-augmented generation (RAG) on Amazon Bedrock.`,
        `A request carries ${withCommas(scenario.promptTokens)} tokens of instructions and question, plus ${inWords(scenario.chunks)} retrieved chunks of ${withCommas(scenario.chunkTokens)} tokens, and the answer has ${withCommas(scenario.outputTokens)} tokens on average.`,
        `The model costs ${prices(scenario)}, without caching. ${withCommas(scenario.requests)} requests are expected a day. ${question}`,
      ]),
    (scenario) =>
      paragraphs(
        `The ${scenario.setting.teams[0]} of ${scenario.setting.who} estimates the cost of a support assistant on Amazon Bedrock from these figures:`,
        bullets([
          `${withCommas(scenario.requests)} requests a day`,
          `Prompt with instructions and question: ${withCommas(scenario.promptTokens)} tokens`,
          `Retrieved context: ${scenario.chunks} chunks of ${withCommas(scenario.chunkTokens)} tokens`,
          `Answer: ${withCommas(scenario.outputTokens)} tokens`,
          `On-demand price: ${prices(scenario)}`,
        ]),
        ['Prompt caching is off. The cost of retrieval is budgeted elsewhere.', question],
      ),
    (scenario) =>
      paragraphs([
        `A pilot of ${scenario.setting.who} for questions about ${scenario.setting.records[1].name} was cheap, and now ${withCommas(scenario.requests)} requests a day are planned.`,
        `In the pilot, a request sent ${withCommas(scenario.promptTokens)} tokens of prompt and ${inWords(scenario.chunks)} chunks of ${withCommas(scenario.chunkTokens)} tokens each to the foundation model, which answered with ${withCommas(scenario.outputTokens)} tokens.`,
        `Amazon Bedrock bills the model at ${prices(scenario)}; prompt caching is not used. ${question}`,
      ]),
  ],
  text: (answer) => `$${withCommas(Number(answer))}`,
  reasons: {
    key: (told) => `${sum(told)}.`,
    'output-free': because('Output tokens are billed too, at the higher price.'),
    'chunks-free': because('Retrieved chunks are part of the prompt that the model is billed for.'),
    'one-price': because('Output tokens have a price of their own.'),
    'prompt-once': because('Instructions are sent, and billed, with every request.'),
    'characters-as-tokens': because(
      'A token stands for several characters, and the figures are tokens already.',
    ),
    'output-price-for-all': because('Input tokens have the lower price of their own.'),
    'prices-swapped': because('The lower price belongs to the input tokens.'),
  },
})

/** Daily cost of a retrieval-augmented assistant at stated prices. */
export const tokenCostModel: FamilyModel<TokenScenario> = {
  name: 'token-cost',
  title: 'Token cost of a retrieval-augmented assistant',
  kind: 'multiple-choice',
  placements: placedIn('AIP-C01 4.1', 'AIF-C01 2.3', 'MLA-C02 4.2'),
  cognitive: 'apply',
  services: ['bedrock'],
  references: [
    documentation(
      'Monitor your token usage by counting tokens before running inference',
      'bedrock/latest/userguide/count-tokens.html',
    ),
  ],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample,
  solve,
  misconceptions,
  render,
  constraints: (scenario) => Number(solve(scenario)[0]) >= 20,
  features: ({ rendering, chunks }) => ({ rendering, chunks }),
  angoff: ({ rendering, chunks = 4 }) => 0.74 - 0.02 * chunks + 0.03 * rendering,
}

export const dailyTokenCost = familyOf(tokenCostModel)
