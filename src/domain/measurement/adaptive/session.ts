import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { type Ability, observe, startAbility } from './ability.ts'
import type { AdaptiveBank } from './bank.ts'
import type { ExposureControl } from './exposure.ts'
import { decideStop, type StopReason, type StopRule } from './stopping.ts'

/**
 * How the next item is chosen among those that may be given.
 *
 * - `maximum-information`, `kullback-leibler`, `expected-variance`: the item worth most by that measure
 * - `progressive`: information, mixed with chance that fades from all to none over `length` items, so that the whole bank is used
 * - `randomesque`: one of the `size` items of most information, by lot
 */
export type SelectionRule =
  | { readonly kind: 'maximum-information' | 'kullback-leibler' | 'expected-variance' }
  | { readonly kind: 'progressive'; readonly length: number }
  | { readonly kind: 'randomesque'; readonly size: number }

/** Hard rules for a whole adaptive test. */
export type ShadowRules = {
  /** Number of items of the whole test. */
  readonly length: number
  /** Fewest and most items by content area. */
  readonly contentBounds: readonly (readonly [fewest: number, most: number])[]
  /** Most expected time in all, in seconds. */
  readonly mostSeconds?: number
}

/** How an adaptive test runs; the same for all its candidates. */
export type AdaptiveTestPlan = {
  readonly bank: AdaptiveBank
  readonly rule: SelectionRule
  readonly stop: StopRule
  /** Share of the test by content area, each above 0; they need not add up to 1. */
  readonly contentShares: readonly number[]
  readonly exposure?: ExposureControl
  /** Most items of one set; all of them unless told. */
  readonly mostPerSet?: number
  /** Hard rules for the whole test, kept by a shadow test at every step. */
  readonly shadow?: ShadowRules
}

/** One candidate's test so far. */
export type AdaptiveSession = {
  readonly responses: readonly { readonly item: number; readonly correct: boolean }[]
  readonly ability: Ability
  /** One number per item, 0 to below 1, against which exposure control is held. */
  readonly draws: Float64Array
}

/**
 * A session without responses.
 * @example startSession({ bank: prepareBank([{ parameters: { a: 1, b: 0, c: 0, d: 1 }, content: 0 }]), rule: { kind: 'maximum-information' }, stop: { fewest: 1, most: 1 }, contentShares: [1] }, seededRandom('a')).responses // []
 */
export const startSession = ({ bank }: AdaptiveTestPlan, random: SeededRandom): AdaptiveSession => ({
  responses: [],
  ability: startAbility(bank.prior),
  draws: Float64Array.from(bank.items, () => random.next()),
})

/**
 * A session with one more response.
 * @throws RangeError for an item that the bank does not have or the session already gave
 */
export function recordResponse(
  { bank }: AdaptiveTestPlan,
  session: AdaptiveSession,
  item: number,
  correct: boolean,
): AdaptiveSession {
  if (bank.items[item] === undefined || session.responses.some((response) => response.item === item))
    throw new RangeError(`Item ${item} is not in the bank, or was given already.`)
  return {
    ...session,
    responses: [...session.responses, { item, correct }],
    ability: observe(session.ability, bank, item, correct),
  }
}

/** Items given, by content area. */
export function countContent(
  { bank, contentShares }: AdaptiveTestPlan,
  { responses }: AdaptiveSession,
): number[] {
  const counts = contentShares.map(() => 0)
  for (const { item } of responses) {
    const { content } = bank.items[item]!
    counts[content] = (counts[content] ?? 0) + 1
  }
  return counts
}

/** Whether a session ends here, and why; null to go on. */
export const decideSessionStop = (plan: AdaptiveTestPlan, session: AdaptiveSession): StopReason | null =>
  decideStop(session.ability, countContent(plan, session), plan.stop)
