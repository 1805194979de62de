import { normaliseLine } from '../model/posterior-line.ts'
import type { Quadrature } from '../model/quadrature.ts'
import type { AdaptiveBank } from './bank.ts'

/** What is known of a candidate's ability: the posterior on the grid of the bank, its mean (EAP) and its standard deviation. */
export type Ability = {
  readonly nodes: Float64Array
  /** ln of the posterior, up to a constant. */
  readonly logWeights: Float64Array
  /** The posterior; adds up to 1. */
  readonly weights: Float64Array
  readonly mean: number
  readonly sd: number
}

function summarise(nodes: Float64Array, logWeights: Float64Array): Ability {
  const weights = logWeights.slice()
  normaliseLine(weights, 1)
  let [mean, variance] = [0, 0]
  for (let q = 0; q < nodes.length; q++) mean += weights[q]! * nodes[q]!
  for (let q = 0; q < nodes.length; q++) variance += weights[q]! * (nodes[q]! - mean) ** 2
  return { nodes, logWeights, weights, mean, sd: Math.sqrt(variance) }
}

/**
 * Ability before the first response: the prior.
 * @example startAbility({ nodes: Float64Array.of(-1, 1), weights: Float64Array.of(0.5, 0.5) }).sd // 1
 */
export const startAbility = ({ nodes, weights }: Quadrature): Ability =>
  summarise(
    nodes,
    weights.map((weight) => Math.log(weight)),
  )

/**
 * Ability after one more response, by Bayes' rule on the grid: ln posterior = ln prior + ln P(response).
 *
 * @param item position in the bank
 * @see Bock, Mislevy (1982), Applied Psychological Measurement 6, 431-444
 * @example observe(startAbility(normalQuadrature({ count: 121 })), prepareBank([{ parameters: { a: 1, b: 0, c: 0, d: 1 }, content: 0 }]), 0, true).mean > 0 // true
 */
export function observe(ability: Ability, bank: AdaptiveBank, item: number, correct: boolean): Ability {
  const { nodes, logWeights } = ability
  const table = correct ? bank.logCorrect : bank.logWrong
  const row = item * nodes.length
  return summarise(
    nodes,
    logWeights.map((weight, q) => weight + table[row + q]!),
  )
}

/**
 * P(theta > cut): the posterior above a cut, each node's weight spread evenly over its half steps.
 *
 * @returns 0 to 1
 * @example probabilityAbove(startAbility({ nodes: Float64Array.of(-1, 0, 1), weights: Float64Array.of(0.25, 0.5, 0.25) }), 0) // 0.5
 */
export function probabilityAbove({ nodes, weights }: Ability, cut: number): number {
  const step = (nodes.at(-1)! - nodes[0]!) / (nodes.length - 1)
  return weights.reduce((sum, weight, q) => {
    const share = (nodes[q]! - cut) / step + 0.5
    return sum + weight * Math.min(1, Math.max(0, share))
  }, 0)
}
