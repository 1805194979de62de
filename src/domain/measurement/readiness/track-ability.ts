import type { Quadrature } from '../model/quadrature.ts'
import { type Growth, growAbility } from './growth.ts'

/** One answered item of a candidate's practice. */
export type PracticeResponse = {
  /** Expected curve of the item on the grid of the prior (`expectedCurve`), made once per item. */
  readonly curve: Float64Array
  readonly correct: boolean
  /** The day of the response, in days on any common scale; fractions allowed. */
  readonly day: number
  /** How often the candidate has now met the item, this time included: 1 for the first time. */
  readonly exposure: number
}

/** What a candidate's practice says about ability on a day. */
export type TrackedAbility = {
  /** Posterior distribution of ability on that day. */
  readonly posterior: Quadrature
  /** Responses that count: first exposures. */
  readonly counted: number
  /** Responses to items met before. They tell of memory as much as of ability, and do not count. */
  readonly repeated: number
}

/** Bayes' rule for one response. */
function weigh({ nodes, weights }: Quadrature, curve: Float64Array, correct: boolean): Quadrature {
  const weighed = new Float64Array(weights.length)
  let total = 0
  for (let q = 0; q < weights.length; q++) {
    weighed[q] = weights[q]! * (correct ? curve[q]! : 1 - curve[q]!)
    total += weighed[q]!
  }
  for (let q = 0; q < weights.length; q++) weighed[q]! /= total
  return { nodes, weights: weighed }
}

/**
 * Follows ability through practice: from the prior at the first response, by Bayes' rule at each first exposure and growth in
 * between, to a given day. Recent responses so weigh more than old ones, and uncertain items less than calibrated ones.
 *
 * @param options.prior abilities of such candidates when they begin, on an equally spaced grid
 * @param options.until day to which ability is carried; responses after it do not count
 * @throws RangeError for an exposure below 1, or curves on another grid
 * @see Bock, Mislevy (1982) for the grid; Särkkä (2013), Bayesian filtering and smoothing, section 4.2
 * @example trackAbility([], { prior: normalQuadrature(), growth: usualGrowth, until: 0 }).counted // 0
 */
export function trackAbility(
  responses: readonly PracticeResponse[],
  { prior, growth, until }: { readonly prior: Quadrature; readonly growth: Growth; readonly until: number },
): TrackedAbility {
  if (!responses.every(({ exposure }) => exposure >= 1))
    throw new RangeError('An exposure count starts at 1.')
  if (!responses.every(({ curve }) => curve.length === prior.nodes.length))
    throw new RangeError('Curves and prior need the same grid.')
  const past = responses.filter(({ day }) => day <= until)
  const first = past.filter(({ exposure }) => exposure === 1).sort((a, b) => a.day - b.day)
  let posterior = prior
  let today = first[0]?.day ?? until
  for (const { curve, correct, day } of first) {
    if (day > today) posterior = growAbility(posterior, growth, day - today)
    posterior = weigh(posterior, curve, correct)
    today = day
  }
  if (until > today) posterior = growAbility(posterior, growth, until - today)
  return { posterior, counted: first.length, repeated: past.length - first.length }
}
