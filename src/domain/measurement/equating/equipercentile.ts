import { percentileRank, scoreAtRank, stepAt } from './percentile.ts'
import { countScores, type ScoreFrequencies } from './score-frequencies.ts'

/**
 * Equipercentile equating: the score of form Y with the percentile rank that x has on form X.
 *
 * e(x) = G⁻¹(F(x))
 *
 * @param score score of form X
 * @returns score of form Y, from its lowest - 0.5 to its highest + 0.5
 * @throws RangeError when nothing was counted on a form
 * @see Kolen, Brennan (2004), equation 2.18
 * @example equateByRank(1, { lowest: 0, counts: [1, 2, 1] }, { lowest: 5, counts: [1, 2, 1] }) // 6
 */
export const equateByRank = (score: number, x: ScoreFrequencies, y: ScoreFrequencies): number =>
  scoreAtRank(y, percentileRank(x, score))

/**
 * Equipercentile equating through an anchor: X to anchor in the group that took X, anchor to Y in the group that took Y.
 *
 * @throws RangeError when nothing was counted
 * @see Livingston (2004), Equating test scores (without IRT), part 7; Kolen, Brennan (2004), section 5.2
 * @example ((f) => chainByRank(1, { x: f, anchor: f }, { y: f, anchor: f }))({ lowest: 0, counts: [1, 2, 1] }) // 1
 */
export function chainByRank(
  score: number,
  first: { readonly x: ScoreFrequencies; readonly anchor: ScoreFrequencies },
  second: { readonly y: ScoreFrequencies; readonly anchor: ScoreFrequencies },
): number {
  const anchor = equateByRank(score, first.x, first.anchor)
  return equateByRank(anchor, second.anchor, second.y)
}

/**
 * Standard error of an unsmoothed equipercentile equivalent of random groups, in points of form Y.
 *
 * sqrt(P(1 - P) / n_x + (G - P² + (P - G)² / g) / n_y) / g, P the percentile rank of x on form X, G and g the cumulative
 * share below and the share of the score of form Y that contains the equivalent
 *
 * @returns NaN where the equivalent has no score of form Y around it (rank 0 or 1)
 * @throws RangeError when nothing was counted on a form
 * @see Lord (1982), Journal of Educational Statistics 7, 165-174; Kolen, Brennan (2004), equation 7.12
 * @example ((f) => equipercentileStandardError(1, f, f).toFixed(4))({ lowest: 0, counts: [25, 50, 25] }) // '0.1225'
 */
export function equipercentileStandardError(score: number, x: ScoreFrequencies, y: ScoreFrequencies): number {
  const rank = percentileRank(x, score)
  if (rank <= 0 || rank >= 1) return Number.NaN
  const { below, share } = stepAt(y, rank)
  const ofX = (rank * (1 - rank)) / countScores(x)
  const ofY = (below - rank ** 2 + (rank - below) ** 2 / share) / countScores(y)
  return Math.sqrt(ofX + ofY) / share
}
