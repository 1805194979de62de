import type { ItemParameters } from '../src/domain/measurement/model/item-parameters.ts'
import { normalQuadrature } from '../src/domain/measurement/model/quadrature.ts'
import type { ResponseMatrix } from '../src/domain/measurement/model/response-matrix.ts'

/**
 * The yardstick: an E-step of plain loops, persons × items × nodes, once to add up ln P and once to hand out the posteriors.
 * What any first implementation does, with the logarithms tabulated.
 */
export function naiveExpectation(
  { persons, items, cells }: ResponseMatrix,
  parameters: readonly ItemParameters[],
) {
  const { nodes, weights } = normalQuadrature()
  const width = nodes.length
  const logs = [0, 1].map((score) =>
    parameters.map(({ a, b }) =>
      nodes.map((x) => -Math.log1p(Math.exp((score === 1 ? -1 : 1) * a * (x - b)))),
    ),
  )
  const correct = new Float64Array(items * width)
  const tries = new Float64Array(width)
  const line = new Float64Array(width)
  let logLikelihood = 0
  for (let person = 0; person < persons; person++) {
    for (let node = 0; node < width; node++) line[node] = Math.log(weights[node]!)
    for (let item = 0; item < items; item++) {
      const log = logs[cells[person * items + item]!]![item]!
      for (let node = 0; node < width; node++) line[node]! += log[node]!
    }
    let sum = 0
    for (let node = 0; node < width; node++) {
      line[node] = Math.exp(line[node]!)
      sum += line[node]!
    }
    logLikelihood += Math.log(sum)
    for (let node = 0; node < width; node++) {
      line[node]! /= sum
      tries[node]! += line[node]!
    }
    for (let item = 0; item < items; item++) {
      if (cells[person * items + item] !== 1) continue
      for (let node = 0; node < width; node++) correct[item * width + node]! += line[node]!
    }
  }
  return { correct, tries, logLikelihood }
}

/** EAP by plain loops: 121 nodes, every P computed anew for every person. */
export function naiveEap(
  { items, cells }: ResponseMatrix,
  parameters: readonly ItemParameters[],
  person: number,
): number {
  const { nodes, weights } = normalQuadrature({ count: 121 })
  let [moment, total] = [0, 0]
  nodes.forEach((theta, node) => {
    let product = weights[node]!
    for (let item = 0; item < items; item++) {
      const { a, b } = parameters[item]!
      const p = 1 / (1 + Math.exp(-a * (theta - b)))
      product *= cells[person * items + item] === 1 ? p : 1 - p
    }
    moment += theta * product
    total += product
  })
  return moment / total
}
