import { missing, type ResponseMatrix } from '../model/response-matrix.ts'
import { rawScores } from './complete-rows.ts'
import { correlation, mean, variance } from './mean-variance.ts'

/** Classical statistics of one item, over the persons who answered it; NaN where there is nothing to divide. */
export type ItemStatistics = {
  readonly answered: number
  /** Mean item score; for items scored 0 or 1 the proportion correct. */
  readonly p: number
  /** Variance of the item score, n - 1. */
  readonly variance: number
  /** Correlation of the item with the raw score of all other items: corrected item-rest. */
  readonly itemRest: number
}

/**
 * Difficulty and discrimination of every item.
 *
 * @see Henrysson (1963), Correction of item-total correlations in item analysis
 * @example itemStatistics(responseMatrix([[1, 1], [0, 0]]))[0]?.itemRest // 1
 */
export function itemStatistics(responses: ResponseMatrix): ItemStatistics[] {
  const { persons, items, cells } = responses
  const totals = rawScores(responses)
  return Array.from({ length: items }, (_, item) => {
    const scores: number[] = []
    const rests: number[] = []
    for (let person = 0; person < persons; person++) {
      const cell = cells[person * items + item]!
      if (cell === missing) continue
      scores.push(cell)
      rests.push(totals[person]! - cell)
    }
    return {
      answered: scores.length,
      p: mean(scores),
      variance: variance(scores),
      itemRest: correlation(scores, rests),
    }
  })
}
