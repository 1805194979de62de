import { aNumber, optional, record, type Shape } from '../shape.ts'
import { requireAtLeast, requirePositive, requireWhole } from './require-number.ts'
import { wholeDown } from './round.ts'

/**
 * Requests to a model: tokens of the prompt without retrieved chunks, chunks and tokens of each (0 when absent), tokens of
 * the output, and prices of a thousand tokens in and out, in one currency. `contextTokens` is what a request may have in
 * and out together, `tokensPerMinute` what a minute may have over all requests.
 */
export type TokenPlan = {
  readonly requests: number
  readonly promptTokens: number
  readonly chunks?: number
  readonly chunkTokens?: number
  readonly outputTokens: number
  readonly pricePerThousandIn: number
  readonly pricePerThousandOut: number
  readonly contextTokens?: number
  readonly tokensPerMinute?: number
}

/** Tokens of one request, cost in parts, the most chunks that fit, whether it fits, and requests that a minute allows. */
export type TokenCost = {
  readonly inputTokens: number
  readonly outputTokens: number
  readonly inputCost: number
  readonly outputCost: number
  readonly cost: number
  readonly fits: boolean | null
  readonly mostChunks: number | null
  readonly requestsPerMinute: number | null
}

/** The form of a plan. */
export const tokenPlanShape: Shape<TokenPlan> = record<TokenPlan>({
  requests: aNumber,
  promptTokens: aNumber,
  chunks: optional(aNumber),
  chunkTokens: optional(aNumber),
  outputTokens: aNumber,
  pricePerThousandIn: aNumber,
  pricePerThousandOut: aNumber,
  contextTokens: optional(aNumber),
  tokensPerMinute: optional(aNumber),
})

/** How many chunks a context has room for, null when chunks have no size. */
function mostChunks(plan: TokenPlan, context: number): number | null {
  const { promptTokens, outputTokens, chunkTokens = 0 } = plan
  return chunkTokens === 0
    ? null
    : Math.max(0, Math.floor((context - promptTokens - outputTokens) / chunkTokens))
}

/**
 * Cost of requests to a model: requests * (tokens in * price in + tokens out * price out) / 1000, where tokens in are the
 * prompt and every retrieved chunk.
 *
 * @throws RangeError for negative numbers or parts of chunks
 * @example tokenCost({ requests: 10, promptTokens: 100, outputTokens: 50, pricePerThousandIn: 1, pricePerThousandOut: 2 }).cost // 2
 */
export function tokenCost(plan: TokenPlan): TokenCost {
  const { chunks = 0, chunkTokens = 0, contextTokens, tokensPerMinute, outputTokens } = plan
  for (const name of [
    'requests',
    'promptTokens',
    'outputTokens',
    'pricePerThousandIn',
    'pricePerThousandOut',
  ] as const)
    requireAtLeast(name, plan[name], 0)
  const inputTokens =
    plan.promptTokens + requireWhole('chunks', chunks, 0) * requireAtLeast('chunkTokens', chunkTokens, 0)
  const inputCost = (plan.requests * inputTokens * plan.pricePerThousandIn) / 1000
  const outputCost = (plan.requests * outputTokens * plan.pricePerThousandOut) / 1000
  const together = inputTokens + outputTokens
  const context = contextTokens === undefined ? null : requirePositive('contextTokens', contextTokens)
  const quota = tokensPerMinute === undefined ? null : requirePositive('tokensPerMinute', tokensPerMinute)
  return {
    inputTokens,
    outputTokens,
    inputCost,
    outputCost,
    cost: inputCost + outputCost,
    fits: context === null ? null : together <= context,
    mostChunks: context === null ? null : mostChunks(plan, context),
    requestsPerMinute: quota === null || together === 0 ? null : wholeDown(quota / together),
  }
}
