import type { ItemParameters } from '../model/item-parameters.ts'
import { scoreDistributionAt } from '../statistics/score-distribution.ts'
import { abilityAt, checkScale, type ReportingScale, rawCutAt, scaleRawScore } from './reporting-scale.ts'

/** What a raw score is worth. */
export type ConversionRow = {
  readonly raw: number
  /** Scaled score, a whole number. */
  readonly scaled: number
  /** Standard error of the scaled score for a candidate of that ability, in scaled points, one decimal. */
  readonly standardError: number
}

/** The raw-to-scaled conversion of one form: one row per raw score from 0, ascending. */
export type ConversionTable = {
  readonly formId: string
  readonly scale: ReportingScale
  /** Lowest raw score that reaches the cut score. */
  readonly rawCut: number
  readonly rows: readonly ConversionRow[]
}

/** What a conversion table is made of. */
export type ConversionPlan = {
  readonly formId: string
  readonly scale: ReportingScale
  /** Parameters of the scored items, discriminations not below 0. */
  readonly items: readonly ItemParameters[]
  /** The raw cut, when the form was equated in another way; otherwise ceil of the score expected at the cut. */
  readonly rawCut?: number
  /** Unrounded scaled score of a raw score, when the form was equated in another way. */
  readonly scaleOf?: (raw: number) => number
}

/** Digits beyond the ninth differ between machines; they must not decide a half. */
const roundHalfUp = (value: number): number => Math.floor(Math.round(value * 1e9) / 1e9 + 0.5)

/** Rounds, keeps the order, and makes the cut exact: at or above it the cut score at least, below it less. */
function roundScores(
  { scale, items }: ConversionPlan,
  rawCut: number,
  scaleOf: (raw: number) => number,
): number[] {
  let previous = scale.lowest
  return Array.from({ length: items.length + 1 }, (_, raw) => {
    const rounded = Math.max(previous, roundHalfUp(scaleOf(raw)))
    const passes = raw >= rawCut
    previous = passes ? Math.max(rounded, scale.cutScore) : Math.min(rounded, scale.cutScore - 1)
    return previous
  })
}

/** Standard deviation of the scaled score that a candidate of one ability would get on this form. */
function scaledErrorAt(theta: number, items: readonly ItemParameters[], scaled: readonly number[]): number {
  const shares = scoreDistributionAt(theta, items)
  const mean = scaled.reduce((sum, score, raw) => sum + (shares[raw] as number) * score, 0)
  const variance = scaled.reduce((sum, score, raw) => sum + (shares[raw] as number) * (score - mean) ** 2, 0)
  return Math.round(Math.sqrt(variance) * 10) / 10
}

/** The ability of a raw score, held within the scale. */
function abilityOnScale(raw: number, { items, scale }: ConversionPlan): number {
  const [low, high] = [scale.cutTheta - scale.spanBelow, scale.cutTheta + scale.spanAbove]
  return Math.min(high, Math.max(low, abilityAt(raw, items)))
}

/**
 * Builds the conversion table of a form: scaled scores by its test characteristic curve (or by `scaleOf`), rounded half up,
 * never falling, with the cut exact: a raw score at or above the raw cut is worth the cut score or more, one below it less.
 * The standard error is that of Kolen, Zeng and Hanson: the spread of scaled scores at the ability of the row.
 *
 * @throws RangeError for a form without items, a raw cut outside it, or a scale that does not hold together
 * @see Lord (1980), section 4.3; Kolen, Zeng, Hanson (1996), Journal of Educational Measurement 33, 129-140
 * @example buildConversionTable({ formId: 'f', scale: reportingScale(720, 0), items: [{ a: 1, b: 0, c: 0, d: 1 }] }).rows[1]?.scaled // 1000
 */
export function buildConversionTable(plan: ConversionPlan): ConversionTable {
  const { formId, scale, items } = plan
  checkScale(scale)
  const rawCut = plan.rawCut ?? rawCutAt(scale.cutTheta, items)
  if (!(Number.isInteger(rawCut) && rawCut >= 1 && rawCut <= items.length))
    throw new RangeError('The raw cut is a whole number from 1 to the number of items.')
  const scaled = roundScores(plan, rawCut, plan.scaleOf ?? ((raw) => scaleRawScore(raw, items, scale)))
  const rows = scaled.map((score, raw) => ({
    raw,
    scaled: score,
    standardError: scaledErrorAt(abilityOnScale(raw, plan), items, scaled),
  }))
  return { formId, scale, rawCut, rows }
}

/**
 * The row of a raw score: scoring a session is this look-up and nothing else.
 * @throws RangeError for a score that the form cannot give
 * @example convertRawScore({ formId: 'f', scale: reportingScale(720, 0), rawCut: 1, rows: [{ raw: 0, scaled: 100, standardError: 0 }] }, 0).scaled // 100
 */
export function convertRawScore(table: ConversionTable, raw: number): ConversionRow {
  const row = table.rows[raw]
  if (row === undefined)
    throw new RangeError(`A raw score of this form is a whole number from 0 to ${table.rows.length - 1}.`)
  return row
}
