import { scoreDistribution } from './score-distribution.ts'

/**
 * P(X >= hits) where X counts successes of independent trials with their own probabilities (Poisson binomial); equal
 * probabilities give the binomial tail.
 *
 * @param probabilities each 0 to 1
 * @param hits whole number
 * @returns probability, 0 to 1
 * @throws RangeError for a probability outside 0 to 1
 * @see Wang (1993), On the number of successes in independent trials
 * @example upperTail([0.5, 0.5], 2) // 0.25
 */
export function upperTail(probabilities: readonly number[], hits: number): number {
  const tail = scoreDistribution(probabilities).slice(Math.max(0, hits))
  return Math.min(
    1,
    tail.reduce((sum, probability) => sum + probability, 0),
  )
}
