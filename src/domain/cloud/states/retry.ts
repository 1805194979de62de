import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json.ts'
import { type Process, sleep } from './process.ts'
import { StateError } from './state-error.ts'
import type { Visit } from './types.ts'

/** Errors that States.ALL and States.TaskFailed do not mean. */
const beyondWildcards: readonly (string | undefined)[] = ['States.Runtime', 'States.DataLimitExceeded']

/**
 * Answers whether the ErrorEquals of a retrier or catcher means an error. States.Runtime cannot be meant at all.
 *
 * @see AWS Step Functions developer guide, Handling errors in Step Functions workflows (error names)
 * @example errorMatches(['States.TaskFailed'], new StateError('States.Timeout', undefined)) // false
 */
export function errorMatches(names: readonly Json[], { error, alias }: StateError): boolean {
  if (error === 'States.Runtime') return false
  return names.some((name) => {
    if (name === 'States.ALL') return !beyondWildcards.includes(error)
    if (name === 'States.TaskFailed') return error !== 'States.Timeout' && !beyondWildcards.includes(error)
    return name === error || (alias !== undefined && name === alias)
  })
}

const listOf = (value: Json | undefined): readonly JsonObject[] =>
  isJsonList(value) ? value.filter(isJsonObject) : []

const namesOf = ({ ErrorEquals }: JsonObject): readonly Json[] => (isJsonList(ErrorEquals) ? ErrorEquals : [])

const numberOr = (value: Json | undefined, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise

/**
 * Seconds before a retry: the interval times the backoff rate to the power of the retries so far, at most the longest delay;
 * with full jitter, a random part of it.
 *
 * @param retries retries that this retrier has made, from 0
 * @see Amazon States Language, Errors (Retrying after error)
 * @example retryDelay({ IntervalSeconds: 2 }, 3, () => 0) // 16
 */
export function retryDelay(retrier: JsonObject, retries: number, random: () => number): number {
  const { IntervalSeconds, BackoffRate, MaxDelaySeconds, JitterStrategy } = retrier
  const grown = numberOr(IntervalSeconds, 1) * numberOr(BackoffRate, 2) ** retries
  const delay = Math.min(grown, numberOr(MaxDelaySeconds, Number.POSITIVE_INFINITY))
  return JitterStrategy === 'FULL' ? delay * random() : delay
}

/**
 * Does the work of a state, again after each error that its Retry field means, as often as that allows. Each retrier counts
 * for itself; when the first one that means an error is used up, the error stands.
 *
 * @param attempt does the work once; it is given the number of retries so far
 * @throws StateError the error of the last attempt
 */
export function* withRetries<T>(visit: Visit, attempt: (retries: number) => Process<T>): Process<T> {
  const retriers = listOf(visit.state.Retry)
  const used = new Map<JsonObject, number>()
  for (let retries = 0; ; retries++) {
    try {
      return yield* attempt(retries)
    } catch (failure) {
      if (!(failure instanceof StateError)) throw failure
      const retrier = retriers.find((one) => errorMatches(namesOf(one), failure))
      const made = retrier === undefined ? 0 : (used.get(retrier) ?? 0)
      if (retrier === undefined || made >= numberOr(retrier.MaxAttempts, 3)) throw failure
      used.set(retrier, made + 1)
      yield* sleep(retryDelay(retrier, made, visit.world.random))
    }
  }
}

/** The first catcher of a state that means an error. */
export const catcherFor = (visit: Visit, failure: StateError): JsonObject | undefined =>
  listOf(visit.state.Catch).find((catcher) => errorMatches(namesOf(catcher), failure))
