import type { ItemParameters } from '../model/item-parameters.ts'
import { probabilityCorrect } from '../model/probability.ts'
import type { Quadrature } from '../model/quadrature.ts'

/**
 * Distribution of the raw score of independent items with their own P(correct), by the Lord-Wingersky recursion
 * f_j(x) = f_{j-1}(x) (1 - p_j) + f_{j-1}(x - 1) p_j.
 *
 * @param probabilities P(correct) of each item, 0 to 1
 * @returns P(raw score = x) for x = 0 to the number of items
 * @throws RangeError for a probability outside 0 to 1
 * @see Lord, Wingersky (1984), Comparison of IRT true-score and equipercentile observed-score equatings
 * @example scoreDistribution([0.5, 0.5]) // Float64Array.of(0.25, 0.5, 0.25)
 */
export function scoreDistribution(probabilities: ArrayLike<number>): Float64Array {
  const distribution = new Float64Array(probabilities.length + 1)
  distribution[0] = 1
  for (let item = 0; item < probabilities.length; item++) {
    const p = probabilities[item]!
    if (!(p >= 0 && p <= 1)) throw new RangeError(`A probability lies between 0 and 1; ${p} does not.`)
    for (let score = item + 1; score > 0; score--) {
      distribution[score] = distribution[score]! * (1 - p) + distribution[score - 1]! * p
    }
    distribution[0]! *= 1 - p
  }
  return distribution
}

/**
 * Distribution of the raw score of a test at one theta.
 * @example scoreDistributionAt(0, [{ a: 1, b: 0, c: 0, d: 1 }]) // Float64Array.of(0.5, 0.5)
 */
export const scoreDistributionAt = (theta: number, items: readonly ItemParameters[]): Float64Array =>
  scoreDistribution(items.map((item) => probabilityCorrect(theta, item)))

/**
 * Distribution of the raw score over a population: the weighted mean of the distributions at its nodes.
 * @example marginalScoreDistribution([{ a: 1, b: 0, c: 0, d: 1 }], normalQuadrature())[1] // 0.5
 */
export function marginalScoreDistribution(
  items: readonly ItemParameters[],
  { nodes, weights }: Quadrature,
): Float64Array {
  const marginal = new Float64Array(items.length + 1)
  nodes.forEach((theta, node) => {
    scoreDistributionAt(theta, items).forEach((p, score) => {
      marginal[score]! += weights[node]! * p
    })
  })
  return marginal
}
