import type { ItemParameters } from '../model/item-parameters.ts'
import { expectedScore, thetaAtExpectedScore } from '../model/test-characteristic.ts'

/** A programme's scale for reports, tied to theta at the cut; the same for every form of the programme. */
export type ReportingScale = {
  /** Lowest and highest scaled score, whole numbers: 100 and 1000. */
  readonly lowest: number
  readonly highest: number
  /** Scaled score of the standard, a whole number between them: 700, 720 or 750. */
  readonly cutScore: number
  /** Ability at the standard. */
  readonly cutTheta: number
  /** Theta from the cut up to the highest scaled score, above 0. */
  readonly spanAbove: number
  /** Theta from the cut down to the lowest scaled score, above 0. */
  readonly spanBelow: number
}

/**
 * The usual scale: 100 to 1000, the highest score 2.0 above the cut, the lowest 3.1 below.
 * @example reportingScale(720, 0).highest // 1000
 */
export const reportingScale = (cutScore: number, cutTheta: number): ReportingScale => ({
  lowest: 100,
  highest: 1000,
  cutScore,
  cutTheta,
  spanAbove: 2,
  spanBelow: 3.1,
})

/**
 * Checks that a scale holds together.
 * @throws RangeError unless the cut lies inside the scale and the spans are above 0
 * @example checkScale(reportingScale(720, 0)) // undefined
 */
export function checkScale({
  lowest,
  highest,
  cutScore,
  cutTheta,
  spanAbove,
  spanBelow,
}: ReportingScale): void {
  if (![lowest, highest, cutScore].every(Number.isInteger) || !(lowest < cutScore && cutScore < highest))
    throw new RangeError(
      'Scaled scores are whole numbers, and the cut score lies between the lowest and the highest.',
    )
  if (!(Number.isFinite(cutTheta) && spanAbove > 0 && spanBelow > 0))
    throw new RangeError('The cut has an ability, and the scale reaches above and below it.')
}

/**
 * Scaled score of an ability: two straight lines that meet at the cut, held within the scale; not rounded.
 *
 * s = cut + k (theta - theta_cut), k = (highest - cut) / spanAbove above the cut, (cut - lowest) / spanBelow below
 *
 * @param theta any number, infinities included
 * @throws RangeError for a scale that does not hold together
 * @example scaleAbility(0, { lowest: 100, highest: 1000, cutScore: 720, cutTheta: 0, spanAbove: 2, spanBelow: 3.1 }) // 720
 */
export function scaleAbility(theta: number, scale: ReportingScale): number {
  checkScale(scale)
  const { lowest, highest, cutScore, cutTheta, spanAbove, spanBelow } = scale
  const distance = theta - cutTheta
  const slope = distance >= 0 ? (highest - cutScore) / spanAbove : (cutScore - lowest) / spanBelow
  return Math.min(highest, Math.max(lowest, cutScore + slope * distance))
}

/**
 * The ability whose expected score on a form is a raw score: -Infinity for a score that guessing alone reaches (the sum of
 * the lower asymptotes), Infinity for one that no ability exceeds (the sum of the upper ones).
 *
 * @example abilityAt(2, [{ a: 1, b: 0, c: 0, d: 1 }, { a: 1, b: 0, c: 0, d: 1 }]) // Infinity
 */
export function abilityAt(raw: number, items: readonly ItemParameters[]): number {
  if (raw <= items.reduce((sum, item) => sum + item.c, 0)) return Number.NEGATIVE_INFINITY
  if (raw >= items.reduce((sum, item) => sum + item.d, 0)) return Number.POSITIVE_INFINITY
  return thetaAtExpectedScore(raw, items)
}

/**
 * Scaled score of a raw score, which need not be whole, on a form: the scaled score of the ability whose expected score it
 * is; not rounded.
 *
 * @param raw raw score, 0 to the number of items
 * @throws RangeError for a scale that does not hold together
 * @example scaleRawScore(1, [{ a: 1, b: 0, c: 0, d: 1 }, { a: 1, b: 0, c: 0, d: 1 }], reportingScale(720, 0)) // 720
 */
export const scaleRawScore = (raw: number, items: readonly ItemParameters[], scale: ReportingScale): number =>
  scaleAbility(abilityAt(raw, items), scale)

/** A number written as decimals can carry a hair of rounding; that hair is not a point. */
const hair = 1e-9

/**
 * The raw cut of a form: the lowest whole score at or above the score expected at the standard.
 *
 * raw cut = ceil(Σ P_j(theta_cut))
 *
 * @returns whole number, 1 to the number of items
 * @example rawCutAt(0, [{ a: 1, b: 0, c: 0, d: 1 }, { a: 1, b: 0, c: 0.5, d: 1 }]) // 2
 */
export const rawCutAt = (cutTheta: number, items: readonly ItemParameters[]): number =>
  Math.max(1, Math.ceil(expectedScore(cutTheta, items) - hair))

/**
 * The raw cut of a form that was equated to a base form without item response theory: the lowest whole score whose equated
 * score reaches the base form's cut.
 *
 * @param baseCut the base form's cut, not rounded
 * @param maximum number of items of the new form
 * @throws RangeError when no score of the form reaches the cut
 * @example rawCutThrough((raw) => raw + 1, { baseCut: 6.57, maximum: 10 }) // 6
 */
export function rawCutThrough(
  equate: (raw: number) => number,
  { baseCut, maximum }: { readonly baseCut: number; readonly maximum: number },
): number {
  for (let raw = 1; raw <= maximum; raw++) if (equate(raw) >= baseCut - hair) return raw
  throw new RangeError('No raw score of this form reaches the cut. Check the equating.')
}
