import { informationAt } from '../model/information.ts'
import type { Ability } from './ability.ts'
import type { AdaptiveBank } from './bank.ts'

/** What an item is worth to a session at this point: the more, the better. */
export type ItemValue = (item: number) => number

/**
 * Fisher information at the present estimate.
 * @see Lord (1980), Applications of item response theory, section 10.2
 * @example valueByInformation(prepareBank([{ parameters: { a: 2, b: 0, c: 0, d: 1 }, content: 0 }]), { mean: 0 })(0) // 1
 */
export const valueByInformation = ({ items }: AdaptiveBank, { mean }: Pick<Ability, 'mean'>): ItemValue => {
  return (item) => informationAt(mean, items[item]!.parameters)
}

/** Nodes that carry less add nothing that a choice could turn on. */
const negligible = 1e-9

/** The stretch of nodes that matters: positions from the first to beyond the last. */
function liveNodes({ weights }: Ability): readonly [from: number, to: number] {
  let [from, to] = [0, weights.length]
  while (weights[from]! < negligible) from++
  while (weights[to - 1]! < negligible) to--
  return [from, to]
}

/**
 * Posterior-weighted Kullback-Leibler information: how clearly, on average over the posterior, a response tells the present
 * estimate from another ability. Unlike Fisher information it does not trust an early estimate.
 *
 * Σ_q w_q (P̂ ln(P̂ / P_q) + Q̂ ln(Q̂ / Q_q)), P̂ at the estimate
 *
 * @see Chang, Ying (1996), Applied Psychological Measurement 20, 213-229; Barrada, Olea, Ponsoda, Abad (2009), KLP
 * @example valueByKullbackLeibler(prepareBank([{ parameters: { a: 1, b: 0, c: 0, d: 1 }, content: 0 }]), startAbility(normalQuadrature({ count: 121 })))(0) > 0 // true
 */
export const valueByKullbackLeibler = (bank: AdaptiveBank, ability: Ability): ItemValue => {
  const [from, to] = liveNodes(ability)
  const { nodes, weights, mean } = ability
  const width = nodes.length
  // The estimate lies between two nodes; ln P there is taken on the straight line between them.
  const place = ((mean - nodes[0]!) / (nodes.at(-1)! - nodes[0]!)) * (width - 1)
  const left = Math.min(width - 2, Math.floor(place))
  const share = place - left
  const mass = weights.subarray(from, to).reduce((sum, weight) => sum + weight, 0)
  return (item) => {
    const row = item * width
    let [logCorrect, logWrong] = [0, 0]
    for (let q = from; q < to; q++) {
      logCorrect += weights[q]! * bank.logCorrect[row + q]!
      logWrong += weights[q]! * bank.logWrong[row + q]!
    }
    const at = (table: Float64Array): number =>
      table[row + left]! * (1 - share) + table[row + left + 1]! * share
    const [correctHere, wrongHere] = [at(bank.logCorrect), at(bank.logWrong)]
    return (
      Math.exp(correctHere) * (mass * correctHere - logCorrect) +
      Math.exp(wrongHere) * (mass * wrongHere - logWrong)
    )
  }
}

/**
 * Minimum expected posterior variance, as a gain: the variance that a response is expected to take away.
 *
 * Var(theta) - Σ_x P(x) Var(theta | x)
 *
 * @see Owen (1975), Journal of the American Statistical Association 70, 351-356; van der Linden (1998), Psychometrika 63, 201-216
 * @example valueByExpectedVariance(prepareBank([{ parameters: { a: 1, b: 0, c: 0, d: 1 }, content: 0 }]), startAbility(normalQuadrature({ count: 121 })))(0) < 1 // true
 */
export const valueByExpectedVariance = (bank: AdaptiveBank, ability: Ability): ItemValue => {
  const [from, to] = liveNodes(ability)
  const { nodes, weights, mean } = ability
  const width = nodes.length
  return (item) => {
    const row = item * width
    let [correct, first] = [0, 0]
    for (let q = from; q < to; q++) {
      const mass = weights[q]! * bank.correct[row + q]!
      correct += mass
      first += mass * (nodes[q]! - mean)
    }
    // The variance of the two possible posterior means is what the expected variance loses.
    return (first * first) / correct + (first * first) / (1 - correct)
  }
}
