import type { ItemParameters } from '../model/item-parameters.ts'
import { normaliseLine } from '../model/posterior-line.ts'
import { probabilityCorrect } from '../model/probability.ts'
import { equalNodes, normalWeights } from '../model/quadrature.ts'
import { asSparse, type ResponseMatrix, type SparseResponses } from '../model/response-matrix.ts'

/** Whom a person is taken to be one of before any answer: a group of each person, and the ability of each group. */
export type Populations = {
  /** From 0, one for each person. */
  readonly groups: ArrayLike<number>
  readonly latent: readonly { readonly mean: number; readonly sd: number }[]
}

/** What the model expects of every answer when it knows the person's other answers. */
export type Expectation = {
  /** P(correct | the person's other answers), for each answer, person by person in the order of the responses. */
  readonly expected: Float64Array
  /** Posterior mean of theta from all answers, for each person. */
  readonly abilities: Float64Array
}

const range = 6
const nodeCount = 61

/** ln P and ln(1 - P) of an item at every node: what an answer adds, by score. */
const logLines = (item: ItemParameters, nodes: Float64Array): readonly [Float64Array, Float64Array] => [
  nodes.map((theta) => Math.log1p(-probabilityCorrect(theta, item))),
  nodes.map((theta) => Math.log(probabilityCorrect(theta, item))),
]

/** Σ over nodes of the posterior share divided by the likelihood of one answer: what the posterior was without that answer. */
function shareWithout(posterior: Float64Array, logLine: Float64Array): number {
  let sum = 0
  for (let node = 0; node < posterior.length; node++)
    if (posterior[node]! > 0) sum += posterior[node]! * Math.exp(-logLine[node]!)
  return sum
}

/**
 * What the other answers of a person say of each of them. Given those, an answer is a draw with the probability stated here, on
 * whatever form it was given: the ground for fit and for differences between groups where nobody shares a raw score.
 *
 * With W the posterior from all answers, P(correct | others) is 1 / Σ W/P where the answer is right and 1 - 1 / Σ W/(1 - P) where
 * it is wrong, so that one posterior a person is enough.
 *
 * @param responses item scores 0 or 1
 * @throws RangeError unless every item has parameters and every person a group
 * @example expectFromOthers(responseMatrix([[1]]), [{ a: 1, b: 0, c: 0, d: 1 }], { groups: [0], latent: [{ mean: 0, sd: 1 }] }).expected[0] // 0.5
 */
export function expectFromOthers(
  responses: ResponseMatrix | SparseResponses,
  items: readonly ItemParameters[],
  { groups, latent }: Populations,
): Expectation {
  if (items.length !== responses.items || groups.length !== responses.persons)
    throw new RangeError('Every item has parameters and every person a group.')
  const nodes = equalNodes(nodeCount, -range, range)
  const priors = latent.map(({ mean, sd }) => normalWeights(nodes, mean, sd).map(Math.log))
  const lines = items.map((item) => logLines(item, nodes))
  const { starts, item, score } = asSparse(responses)
  const expected = new Float64Array(item.length)
  const abilities = new Float64Array(responses.persons)
  for (let person = 0; person < responses.persons; person++) {
    const posterior = priors[groups[person]!]!.slice()
    for (let entry = starts[person]!; entry < starts[person + 1]!; entry++) {
      const line = lines[item[entry]!]![score[entry]! ? 1 : 0]
      for (let node = 0; node < nodeCount; node++) posterior[node]! += line[node]!
    }
    normaliseLine(posterior, 1)
    abilities[person] = posterior.reduce((sum, share, node) => sum + share * nodes[node]!, 0)
    for (let entry = starts[person]!; entry < starts[person + 1]!; entry++) {
      const correct = score[entry]! ? 1 : 0
      const inverse = 1 / shareWithout(posterior, lines[item[entry]!]![correct])
      expected[entry] = correct ? inverse : 1 - inverse
    }
  }
  return { expected, abilities }
}
