import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Ability } from './ability.ts'
import type { AdaptiveBank } from './bank.ts'
import { findCandidates } from './candidates.ts'
import {
  type ItemValue,
  valueByExpectedVariance,
  valueByInformation,
  valueByKullbackLeibler,
} from './item-value.ts'
import type { AdaptiveSession, AdaptiveTestPlan, SelectionRule } from './session.ts'
import { findShadowCandidates } from './shadow-candidates.ts'

/** What an item is worth under a selection rule. */
export function valueUnder({ kind }: SelectionRule, bank: AdaptiveBank, ability: Ability): ItemValue {
  if (kind === 'kullback-leibler') return valueByKullbackLeibler(bank, ability)
  if (kind === 'expected-variance') return valueByExpectedVariance(bank, ability)
  return valueByInformation(bank, ability)
}

/** The position of the largest value; the first of equals. */
function largest(values: readonly number[]): number {
  let best = 0
  for (let index = 1; index < values.length; index++) if (values[index]! > values[best]!) best = index
  return best
}

/** Revuelta and Ponsoda's mixture: chance up to the largest value, and the value, by the share of the way gone. */
function mixWithChance(values: readonly number[], progress: number, random: SeededRandom): number[] {
  const highest = values[largest(values)]!
  return values.map((value) => (1 - progress) * random.next() * highest + progress * value)
}

function drawFromBest(
  candidates: readonly number[],
  values: readonly number[],
  size: number,
  random: SeededRandom,
): number {
  const order = candidates.map((_, index) => index).sort((a, b) => values[b]! - values[a]! || a - b)
  return candidates[order[random.integer(Math.min(size, order.length))]!]!
}

type Choice = { readonly candidates: readonly number[]; readonly value: ItemValue }

function pick(
  { rule }: AdaptiveTestPlan,
  session: AdaptiveSession,
  { candidates, value }: Choice,
  random: SeededRandom,
): number {
  const values = candidates.map(value)
  if (rule.kind === 'randomesque') return drawFromBest(candidates, values, rule.size, random)
  if (rule.kind !== 'progressive') return candidates[largest(values)]!
  const progress = Math.min(1, session.responses.length / rule.length)
  return candidates[largest(mixWithChance(values, progress, random))]!
}

/**
 * The item to give next.
 *
 * @param random decides only where the rule leaves room for chance
 * @returns position in the bank; null when no item is left that may be given, or no test that keeps the hard rules
 * @see Revuelta, Ponsoda (1998), Journal of Educational Measurement 35, 311-327; Kingsbury, Zara (1989) for randomesque
 * @example ((plan) => selectItem(plan, startSession(plan, seededRandom('a')), seededRandom('b')))({ bank: prepareBank([{ parameters: { a: 1, b: 0, c: 0, d: 1 }, content: 0 }]), rule: { kind: 'maximum-information' }, stop: { fewest: 1, most: 1 }, contentShares: [1] }) // 0
 */
export function selectItem(
  plan: AdaptiveTestPlan,
  session: AdaptiveSession,
  random: SeededRandom,
): number | null {
  const value = valueUnder(plan.rule, plan.bank, session.ability)
  const candidates =
    plan.shadow === undefined
      ? findCandidates(plan, session)
      : findShadowCandidates(plan, session, { rules: plan.shadow, value })
  return candidates.length === 0 ? null : pick(plan, session, { candidates, value }, random)
}
