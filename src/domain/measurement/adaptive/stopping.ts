import { type Ability, probabilityAbove } from './ability.ts'

/** A stop by the side of a cut on which the candidate stands. */
export type Classification = {
  readonly cut: number
  /** Stop when P(theta > cut) or its opposite reaches this, above 0.5 and below 1. */
  readonly confidence: number
  /**
   * The confidence that is enough at the largest number of items; in between it falls on a straight line. It spares
   * candidates at the cut a long test that would not settle the matter. The same confidence throughout unless told.
   */
  readonly finalConfidence?: number
}

/** When a session ends. Fixed and published before the session. */
export type StopRule = {
  /** Fewest and most items, whole numbers from 1. */
  readonly fewest: number
  readonly most: number
  /** Fewest items by content area before any early stop. */
  readonly fewestByContent?: readonly number[]
  /** Stop when the posterior SD is at or below this, in units of theta. */
  readonly precision?: number
  readonly classification?: Classification
}

/** Why a session ended. */
export type StopReason = 'length' | 'precision' | 'classification' | 'bank-exhausted'

function confidenceAt(
  given: number,
  { confidence, finalConfidence = confidence }: Classification,
  { fewest, most }: StopRule,
): number {
  const gone = most > fewest ? (given - fewest) / (most - fewest) : 1
  return confidence + (finalConfidence - confidence) * Math.max(0, gone)
}

function isClassified(ability: Ability, given: number, rule: StopRule): boolean {
  const { classification } = rule
  if (classification === undefined) return false
  const above = probabilityAbove(ability, classification.cut)
  return Math.max(above, 1 - above) >= confidenceAt(given, classification, rule)
}

/** True once enough items were given, in all and in each content area. */
function mayStop(
  countByContent: readonly number[],
  given: number,
  { fewest, fewestByContent = [] }: StopRule,
): boolean {
  return given >= fewest && fewestByContent.every((least, area) => (countByContent[area] ?? 0) >= least)
}

/**
 * Whether a session ends here, and why; null to go on. The decision at the end is that of the posterior mean against the cut.
 *
 * @param countByContent items given, by content area
 * @see Spray, Reckase (1996), Journal of Educational and Behavioral Statistics 21, 405-414
 * @example decideStop(startAbility(normalQuadrature()), [65], { fewest: 20, most: 65 }) // 'length'
 */
export function decideStop(
  ability: Ability,
  countByContent: readonly number[],
  rule: StopRule,
): StopReason | null {
  const given = countByContent.reduce((sum, count) => sum + count, 0)
  if (given >= rule.most) return 'length'
  if (!mayStop(countByContent, given, rule)) return null
  if (isClassified(ability, given, rule)) return 'classification'
  return rule.precision !== undefined && ability.sd <= rule.precision ? 'precision' : null
}
