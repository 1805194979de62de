/** How a form can be put on the scale of another. */
export type EquatingMethod =
  | 'item-response'
  | 'equipercentile'
  | 'linear-through-anchor'
  | 'circle-arc'
  | 'identity'

/** What is known about a form that is to be equated. */
export type EquatingSituation = {
  /** Candidates of the smaller of the two groups. */
  readonly candidates: number
  /** True when the anchor's items have operational parameters. */
  readonly calibratedAnchor: boolean
  /** Items that both forms share, and items of the form. */
  readonly anchorItems: number
  readonly formItems: number
}

/** Fewest anchor items for a form: a fifth of it (13 of 65). */
const anchorShare = 0.2

/**
 * The method that the sample supports: item response theory as soon as the anchor is calibrated; else by candidates of the
 * smaller group: under 30 identity on expectations equated by Angoff values, under 100 circle arc, under 400 Tucker or chained
 * linear, from 400 equipercentile on smoothed scores. The thresholds are advice.
 *
 * @returns the method and whether the anchor is long enough (a fifth of the form)
 * @see Livingston, Kim (2010), Journal of Educational Measurement 47, 175-185; Babcock, Hodge (2020), Educational and Psychological Measurement 80, 499-521
 * @example chooseEquatingMethod({ candidates: 50, calibratedAnchor: false, anchorItems: 13, formItems: 65 }).method // 'circle-arc'
 */
export function chooseEquatingMethod(situation: EquatingSituation): {
  readonly method: EquatingMethod
  readonly anchorSuffices: boolean
} {
  const { candidates, calibratedAnchor, anchorItems, formItems } = situation
  const anchorSuffices = anchorItems >= anchorShare * formItems
  if (calibratedAnchor && anchorSuffices) return { method: 'item-response', anchorSuffices }
  const steps: readonly (readonly [fewest: number, method: EquatingMethod])[] = [
    [400, 'equipercentile'],
    [100, 'linear-through-anchor'],
    [30, 'circle-arc'],
  ]
  return { method: steps.find(([fewest]) => candidates >= fewest)?.[1] ?? 'identity', anchorSuffices }
}
