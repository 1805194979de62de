import { normaliseLine } from '../model/posterior-line.ts'
import { equalNodes, type Quadrature } from '../model/quadrature.ts'
import {
  type AbilityItem,
  type Answer,
  highestScore,
  type ItemScores,
  logLikelihoodAt,
  pairAnswers,
} from './ability-terms.ts'

/** A normal distribution of ability before any answer. */
export type AbilityPrior = { readonly mean: number; readonly sd: number }

/** The population on whose scale items are calibrated: N(0, 1). */
export const standardPrior: AbilityPrior = { mean: 0, sd: 1 }

const nodeCount = 121
/** Nodes, over 18 standard deviations, from which the rectangle rule is exact to 1e-9. */
const enough = 20

const coarseNodes = ({ mean, sd }: AbilityPrior): Float64Array =>
  equalNodes(nodeCount, mean - 12 * sd, mean + 12 * sd)

const logPrior = (nodes: Float64Array, { mean, sd }: AbilityPrior): Float64Array =>
  nodes.map((theta) => -((theta - mean) ** 2) / (2 * sd * sd))

function normalise(nodes: Float64Array, logs: Float64Array): Quadrature {
  const weights = logs.slice()
  normaliseLine(weights, 1)
  return { nodes, weights }
}

/** The range that holds the posterior, one node more on each side; undefined where enough nodes carry it. */
function narrowerRange({ nodes, weights }: Quadrature): readonly [low: number, high: number] | undefined {
  const first = weights.findIndex((weight) => weight > 0)
  const last = weights.findLastIndex((weight) => weight > 0)
  if (last - first >= enough) return undefined
  return [nodes[Math.max(0, first - 1)]!, nodes[Math.min(nodeCount - 1, last + 1)]!]
}

function narrow(start: Quadrature, answers: readonly Answer[], prior: AbilityPrior): Quadrature {
  let posterior = start
  for (let range = narrowerRange(posterior); range; range = narrowerRange(posterior)) {
    const nodes = equalNodes(nodeCount, ...range)
    const logs = logPrior(nodes, prior).map((log, node) => log + logLikelihoodAt(nodes[node]!, answers))
    posterior = normalise(nodes, logs)
  }
  return posterior
}

function checkPrior({ sd }: AbilityPrior): void {
  if (!(sd > 0)) throw new RangeError('The standard deviation of a prior is above 0.')
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
  checkPrior(prior)
  const nodes = coarseNodes(prior)
  const logs = logPrior(nodes, prior).map((log, node) => log + logLikelihoodAt(nodes[node]!, answers))
  return narrow(normalise(nodes, logs), answers, prior)
}

/**
 * Makes a function from item scores to the posterior, as `posteriorGrid` gives it, for many candidates on the same items: ln P of
 * every item score is tabulated once.
 *
 * @example makePosterior([{ a: 1, b: 0, c: 0, d: 1 }])([1]).nodes.length // 121
 */
export function makePosterior(
  items: readonly AbilityItem[],
  prior: AbilityPrior = standardPrior,
): (scores: ItemScores) => Quadrature {
  checkPrior(prior)
  const nodes = coarseNodes(prior)
  const start = logPrior(nodes, prior)
  const lines = items.map((item) =>
    Array.from({ length: highestScore(item) + 1 }, (_, score) =>
      nodes.map((theta) => logLikelihoodAt(theta, [{ item, score }])),
    ),
  )
  return (scores) => {
    const answers = pairAnswers(scores, items)
    const logs = start.slice()
    scores.forEach((score, item) => {
      if (score === null) return
      const line = lines[item]![score]!
      for (let node = 0; node < nodeCount; node++) logs[node]! += line[node]!
    })
    return narrow(normalise(nodes, logs), answers, prior)
  }
}
