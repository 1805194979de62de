import type { Quadrature } from '../model/quadrature.ts'
import { scoreDistribution } from '../statistics/score-distribution.ts'

/**
 * The chance to reach a form's raw cut at each ability, with the uncertainty of item parameters integrated out. Once per form.
 *
 * P(score >= cut | theta), by the Lord-Wingersky recursion
 *
 * @param form expected curves (`expectedCurve`) of the scored items, none of which the candidate has met in practice
 * @param rawCut whole number, 0 to the number of items
 * @returns chance at each node of the curves
 * @throws RangeError for a form without items or another cut
 * @see Lord, Wingersky (1984), Applied Psychological Measurement 8, 453-461
 * @example [...passCurve([Float64Array.of(0.5, 0.8)], 1)] // [0.5, 0.8]
 */
export function passCurve(form: readonly Float64Array[], rawCut: number): Float64Array {
  const [first] = form
  if (first === undefined || !(Number.isInteger(rawCut) && rawCut >= 0 && rawCut <= form.length))
    throw new RangeError('A form has items, and its raw cut is a whole number from 0 to their number.')
  return first.map((_, q) => {
    const shares = scoreDistribution(form.map((curve) => curve[q]!))
    return Math.min(
      1,
      shares.subarray(rawCut).reduce((sum, share) => sum + share, 0),
    )
  })
}

/** The chance to pass, as a statement that can be held against what happens. */
export type PassPrediction = {
  /** Posterior predictive P(pass), 0 to 1. */
  readonly probability: number
  /** 80 % interval: the chance that the candidate would have if present ability were known, for the middle 80 % of its posterior. */
  readonly low: number
  readonly high: number
  /** False while the interval is wider than 0.5: then the number is not shown. */
  readonly shown: boolean
}

const widestShown = 0.5
const tail = 0.1

/** A value at a share of a distribution on the grid, each node's weight spread over its half steps. */
function valueAtShare({ weights }: Quadrature, values: Float64Array, share: number): number {
  let below = 0
  let node = 0
  while (node < weights.length - 1 && below + weights[node]! < share) below += weights[node++]!
  const place = node - 0.5 + (share - below) / (weights[node]! || 1)
  const left = Math.min(weights.length - 2, Math.max(0, Math.floor(place)))
  const within = Math.min(1, Math.max(0, place - left))
  return values[left]! * (1 - within) + values[left + 1]! * within
}

/**
 * The chance to pass: posterior predictive over ability.
 *
 * P(pass) = Σ_q p(theta_q | practice) P(pass | theta_q)
 *
 * @param ability posterior of present ability
 * @param chances chance to pass at each of its nodes: `passCurve` for a form taken now, `expectAfterGrowth` of it for one taken later
 * @throws RangeError when the grids differ
 * @see Gelman et al. (2013), Bayesian data analysis, section 1.3
 * @example predictPass({ nodes: Float64Array.of(-1, 0, 1), weights: Float64Array.of(0, 1, 0) }, Float64Array.of(0, 0.5, 1)).probability // 0.5
 */
export function predictPass(ability: Quadrature, chances: Float64Array): PassPrediction {
  if (chances.length !== ability.nodes.length) throw new RangeError('Ability and chances need the same grid.')
  const probability = ability.weights.reduce((sum, weight, q) => sum + weight * chances[q]!, 0)
  const low = valueAtShare(ability, chances, tail)
  const high = valueAtShare(ability, chances, 1 - tail)
  return { probability: Math.min(1, probability), low, high, shown: high - low <= widestShown }
}
