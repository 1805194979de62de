import type { ResponseMatrix } from '../model/response-matrix.ts'
import { completeRows, rawScores } from './complete-rows.ts'
import { mean, variance } from './mean-variance.ts'

/** Internal consistency of a test. */
export type Reliability = {
  /** Persons without a missing answer, whom the figures rest on. */
  readonly persons: number
  /** Kuder-Richardson 20; NaN unless every item is scored 0 or 1. */
  readonly kr20: number
  /** Kuder-Richardson 21, which takes all items as equally hard. */
  readonly kr21: number
  /** Cronbach's alpha. */
  readonly alpha: number
  /** Standard error of measurement in raw points: SD sqrt(1 - alpha). */
  readonly standardError: number
}

const columns = ({ persons, items, cells }: ResponseMatrix): number[][] =>
  Array.from({ length: items }, (_, item) =>
    Array.from({ length: persons }, (__, person) => cells[person * items + item]!),
  )

/**
 * KR-20, KR-21, alpha and standard error of measurement over the persons with complete rows.
 * KR-20 = k/(k-1) (1 - Σ p q / s²) with variances over n; alpha the same with item variances, over n - 1.
 *
 * @see Kuder, Richardson (1937), The theory of the estimation of test reliability; Cronbach (1951)
 * @example reliability(responseMatrix([[1, 1], [0, 0]])).alpha // 1
 */
export function reliability(responses: ResponseMatrix): Reliability {
  const complete = completeRows(responses)
  const { persons, items } = complete
  const scores = [...rawScores(complete)]
  const byItem = columns(complete)
  const factor = items / (items - 1)
  const total = variance(scores)
  const alpha = factor * (1 - byItem.reduce((sum, column) => sum + variance(column), 0) / total)
  const dichotomous = complete.cells.every((cell) => cell <= 1)
  const perN = (total * (persons - 1)) / persons
  const spread = byItem.reduce((sum, column) => sum + mean(column) * (1 - mean(column)), 0)
  const average = mean(scores)
  return {
    persons,
    kr20: dichotomous ? factor * (1 - spread / perN) : Number.NaN,
    kr21: dichotomous ? factor * (1 - (average * (items - average)) / (items * perN)) : Number.NaN,
    alpha,
    standardError: Math.sqrt(total * (1 - alpha)),
  }
}
