import type { Quadrature } from '../model/quadrature.ts'
import {
  type AbilityItem,
  type AbilityTerms,
  type Answer,
  abilityTermsAt,
  type ItemScores,
  logLikelihoodAt,
  pairAnswers,
} from './ability-terms.ts'
import { type HighestPoint, highestPoint } from './highest-point.ts'
import { type AbilityPrior, posteriorGrid, standardPrior } from './posterior-grid.ts'

/** An estimate of ability with its standard error, both in theta; `bounded` when the estimate is a bound of the search. */
export type AbilityEstimate = { readonly theta: number; readonly se: number; readonly bounded: boolean }

/** How ability is estimated. */
export type AbilityMethod = 'eap' | 'map' | 'mle' | 'wle'

/** Prior (N(0, 1) unless told) of EAP and MAP; range of MAP, MLE and WLE (-10 to 10 unless told). */
export type AbilityOptions = {
  readonly prior?: AbilityPrior
  readonly bounds?: readonly [low: number, high: number]
}

/**
 * Expected a posteriori estimate: mean and standard deviation of the posterior.
 *
 * @see Bock, Mislevy (1982), Adaptive EAP estimation of ability in a microcomputer environment
 * @example estimateEap([], []).se // 1
 */
export function estimateEap(
  scores: ItemScores,
  items: readonly AbilityItem[],
  prior?: AbilityPrior,
): AbilityEstimate {
  return summarisePosterior(posteriorGrid(pairAnswers(scores, items), prior))
}

/**
 * Mean and standard deviation of a posterior, as an estimate.
 * @example summarisePosterior({ nodes: Float64Array.of(-1, 1), weights: Float64Array.of(0.5, 0.5) }).se // 1
 */
export function summarisePosterior({ nodes, weights }: Quadrature): AbilityEstimate {
  const theta = nodes.reduce((sum, node, index) => sum + node * weights[index]!, 0)
  const variance = nodes.reduce((sum, node, index) => sum + (node - theta) ** 2 * weights[index]!, 0)
  return { theta, se: Math.sqrt(variance), bounded: false }
}

const defaultBounds = [-10, 10] as const

/** Without asymptotes ln P is concave in theta; with them it can have several maxima. */
const isConcave = (answers: readonly Answer[]): boolean =>
  answers.every(({ item }) => 'steps' in item || (item.c === 0 && item.d === 1))

/**
 * Maximum a posteriori estimate: mode of the posterior; its standard error is 1 / sqrt(information + 1 / sd²).
 *
 * @see Samejima (1969), Estimation of latent ability using a response pattern of graded scores
 * @example estimateMap([], []).se // 1
 */
export function estimateMap(
  scores: ItemScores,
  items: readonly AbilityItem[],
  options: AbilityOptions = {},
): AbilityEstimate {
  const { prior = standardPrior, bounds = defaultBounds } = options
  if (!(prior.sd > 0)) throw new RangeError('The standard deviation of a prior is above 0.')
  const answers = pairAnswers(scores, items)
  const precision = 1 / prior.sd ** 2
  const { theta, bounded } = highestPoint(
    {
      slope: (at) => abilityTermsAt(at, answers).slope - (at - prior.mean) * precision,
      value: (at) => logLikelihoodAt(at, answers) - ((at - prior.mean) ** 2 * precision) / 2,
      concave: isConcave(answers),
    },
    bounds,
  )
  return { theta, se: 1 / Math.sqrt(abilityTermsAt(theta, answers).information + precision), bounded }
}

const withInformation = ({ theta, bounded }: HighestPoint, answers: readonly Answer[]): AbilityEstimate => ({
  theta,
  se: 1 / Math.sqrt(abilityTermsAt(theta, answers).information),
  bounded,
})

/**
 * Maximum likelihood estimate: the highest of all maxima within the bounds; its standard error is 1 / sqrt(information).
 * All right or all wrong has no maximum and gives a bound, marked as such.
 *
 * @returns undefined without answers
 * @see Birnbaum (1968), Some latent trait models and their use in inferring an examinee's ability
 * @example estimateMle([], []) // undefined
 */
export function estimateMle(
  scores: ItemScores,
  items: readonly AbilityItem[],
  options: AbilityOptions = {},
): AbilityEstimate | undefined {
  const answers = pairAnswers(scores, items)
  if (answers.length === 0) return undefined
  const slope = (theta: number): number => abilityTermsAt(theta, answers).slope
  const value = (theta: number): number => logLikelihoodAt(theta, answers)
  return withInformation(
    highestPoint({ slope, value, concave: isConcave(answers) }, options.bounds ?? defaultBounds),
    answers,
  )
}

/** L' / L + J / (2 I); where the information underflows, its own limit, the slope alone. */
const warmSlope = ({ slope, information, warm }: AbilityTerms): number =>
  information > 0 ? slope + warm / (2 * information) : slope

/**
 * Weighted likelihood estimate: the zero of L'/L + J / (2 I), less biased than maximum likelihood and finite for all right and all
 * wrong. Between several zeros the one under the greatest integral is taken.
 *
 * @returns undefined without answers
 * @see Warm (1989), Weighted likelihood estimation of ability in item response theory
 * @example estimateWle([1, 0], [{ a: 1, b: 0, c: 0, d: 1 }, { a: 1, b: 0, c: 0, d: 1 }])?.bounded // false
 */
export function estimateWle(
  scores: ItemScores,
  items: readonly AbilityItem[],
  options: AbilityOptions = {},
): AbilityEstimate | undefined {
  const answers = pairAnswers(scores, items)
  if (answers.length === 0) return undefined
  const slope = (theta: number): number => warmSlope(abilityTermsAt(theta, answers))
  return withInformation(highestPoint({ slope, concave: false }, options.bounds ?? defaultBounds), answers)
}

/**
 * Estimates ability by the named method.
 * @returns undefined where MLE or WLE have no answers to go by
 * @example estimateAbility([], [], { method: 'mle' }) // undefined
 */
export function estimateAbility(
  scores: ItemScores,
  items: readonly AbilityItem[],
  { method, ...options }: AbilityOptions & { readonly method: AbilityMethod },
): AbilityEstimate | undefined {
  if (method === 'eap') return estimateEap(scores, items, options.prior)
  if (method === 'map') return estimateMap(scores, items, options)
  return method === 'mle' ? estimateMle(scores, items, options) : estimateWle(scores, items, options)
}
