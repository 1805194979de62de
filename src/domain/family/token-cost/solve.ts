import { tokenCost } from '../../cloud/capacity/token-cost.ts'
import type { Deed, DeedScenario, Judge, Told, Trust } from '../parts/deeds.ts'

/** Average tokens of a request by its parts, whether its instructions are read from a prompt cache, and whether it runs in a batch. */
export type TokenState = {
  readonly instructions: number
  readonly history: number
  readonly retrieved: number
  readonly question: number
  readonly output: number
  readonly cached?: boolean
  readonly batch?: boolean
}

/** Whether a person waits for the answer. */
export type TokenNeed = { readonly waits: boolean }

/** A situation of an application that calls a model. */
export type TokenScenario = DeedScenario<TokenState, TokenNeed>

/** Usual prices: cached tokens at a tenth of the input price, batches at half the price, a least prefix to cache. */
const cachedShare = 0.1
const batchShare = 0.5
const leastPrefix = 1024

/** The cost of a request in input tokens, if a token of output costs `ratio` times as much as one of input. */
export function costOf(state: TokenState, ratio: number): number {
  const { instructions, history, retrieved, question, output, cached = false, batch = false } = state
  const share = cached && instructions >= leastPrefix ? cachedShare : 1
  const { cost } = tokenCost({
    requests: 1000,
    promptTokens: instructions * share + history + retrieved + question,
    outputTokens: output,
    pricePerThousandIn: 1,
    pricePerThousandOut: ratio,
  })
  return cost * (batch ? batchShare : 1)
}

/** Ratios of output to input prices that are usual, the middle one for the key. */
const ratios = [3, 4, 5] as const
const usual = 4

function ranked(
  { deeds, need }: Told<TokenState, TokenNeed>,
  ratio: number,
): readonly (readonly [number, Deed<TokenState>])[] {
  return deeds
    .filter(({ state }) => !(need.waits && state.batch))
    .map((deed): readonly [number, Deed<TokenState>] => [costOf(deed.state, ratio), deed])
    .toSorted(([left], [right]) => left - right)
}

/** The deed with the lowest cost among those that keep nobody waiting. */
export const judgeTokens: Judge<TokenState, TokenNeed> = (told) =>
  ranked(told, usual)
    .slice(0, 1)
    .map(([, deed]) => deed)

/** How much dearer the second-best deed must be than the best. */
const margin = 1.25

/** Whether the same deed is clearly the cheapest at each usual ratio of prices. */
export function isClear(told: TokenScenario): boolean {
  const [key] = judgeTokens(told, {} as never)
  return ratios.every((ratio) => {
    const [best, second] = ranked(told, ratio)
    return best?.[1] === key && (second?.[0] ?? 0) > margin * (best?.[0] ?? 0)
  })
}

/** Beliefs about what a model bills. */
export const tokenTrusts: readonly Trust[] = [
  {
    id: 'temperature-saves',
    statement: 'A lower temperature makes a model use fewer billed tokens.',
    means: 'temperature',
  },
  {
    id: 'streaming-saves',
    statement: 'Streamed answers are billed for less than answers that come at once.',
    means: 'streaming',
  },
  {
    id: 'batch-for-all',
    statement: 'Batch inference lowers the price of any request and keeps nobody waiting.',
    means: 'batch',
  },
  {
    id: 'cache-for-all',
    statement: 'Prompt caching saves most of the cost, however short the fixed part of the prompt is.',
    means: 'cache',
  },
  {
    id: 'output-price-decides',
    statement: 'The higher price of output tokens makes shorter answers the largest saving.',
    means: 'answers',
  },
  {
    id: 'questions-decide',
    statement: 'The tokens that users type make up most of the input.',
    means: 'questions',
  },
]
