import { equalNodes, type Quadrature } from '../model/quadrature.ts'
import { type Answer, logLikelihoodAt } from './ability-terms.ts'

/** A normal distribution of ability before any answer. */
export type AbilityPrior = { readonly mean: number; readonly sd: number }

/** The population on whose scale items are calibrated: N(0, 1). */
export const standardPrior: AbilityPrior = { mean: 0, sd: 1 }

const nodeCount = 121
/** ln of a share of the posterior that adds nothing to a double: exp(-41) < 2^-59. */
const negligible = -41
/** Nodes that must carry the posterior for its moments to be exact to 1e-9. */
const enough = 40

function posteriorOn(
  nodes: Float64Array,
  answers: readonly Answer[],
  { mean, sd }: AbilityPrior,
): Quadrature {
  const logs = nodes.map((theta) => logLikelihoodAt(theta, answers) - (theta - mean) ** 2 / (2 * sd * sd))
  const largest = logs.reduce((max, value) => Math.max(max, value), Number.NEGATIVE_INFINITY)
  const shares = logs.map((value) => (value - largest < negligible ? 0 : Math.exp(value - largest)))
  const total = shares.reduce((sum, share) => sum + share, 0)
  return { nodes, weights: shares.map((share) => share / total) }
}

/**
 * The posterior distribution of ability given answers, on 121 equally spaced nodes that are narrowed to where the posterior lies,
 * so that five answers and five thousand are integrated alike. Works in logarithms throughout.
 *
 * @param prior normal; sd above 0
 * @throws RangeError for another sd
 * @example posteriorGrid([]).nodes.length // 121
 */
export function posteriorGrid(answers: readonly Answer[], prior: AbilityPrior = standardPrior): Quadrature {
  if (!(prior.sd > 0)) throw new RangeError('The standard deviation of a prior is above 0.')
  let [low, high] = [prior.mean - 10 * prior.sd, prior.mean + 10 * prior.sd]
  for (;;) {
    const posterior = posteriorOn(equalNodes(nodeCount, low, high), answers, prior)
    const { nodes, weights } = posterior
    const first = weights.findIndex((weight) => weight > 0)
    const last = weights.findLastIndex((weight) => weight > 0)
    if (last - first >= enough) return posterior
    low = nodes[Math.max(0, first - 1)]!
    high = nodes[Math.min(nodeCount - 1, last + 1)]!
  }
}
