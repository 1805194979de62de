import type { Counts } from './counts.ts'
import type { Layout } from './layout.ts'
import { type MaximisationState, penalisedTerms } from './maximise.ts'
import { makeTerms } from './terms.ts'

/** Slope of the log-posterior by the mean and ln sd of a group whose weights add up to 1 over the nodes. */
function groupSlopes(
  { layout, vector, counts, nodes }: MaximisationState,
  group: number,
): readonly [mean: number, logSd: number] {
  const slot = layout.groupSlot + 2 * group
  const mean = vector[slot]!
  const precision = Math.exp(-2 * vector[slot + 1]!)
  const persons = counts.groups.subarray(group * nodes.length, (group + 1) * nodes.length)
  const average = (weights: Float64Array, value: (x: number) => number): number => {
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    return total === 0
      ? 0
      : weights.reduce((sum, weight, node) => sum + weight * value(nodes[node]!), 0) / total
  }
  const prior = nodes.map((x) => Math.exp(-0.5 * precision * (x - mean) ** 2))
  const total = persons.reduce((sum, count) => sum + count, 0)
  const first = (x: number): number => (x - mean) * precision
  const second = (x: number): number => (x - mean) ** 2 * precision
  return [
    total * (average(persons, first) - average(prior, first)),
    total * (average(persons, second) - average(prior, second)),
  ]
}

/**
 * The gradient of the observed log-posterior by the free parameters, from the expected counts at the same vector
 * (Fisher's identity: it equals the gradient of the expected complete log-likelihood).
 */
export function scoreVector(state: MaximisationState): Float64Array {
  const { layout } = state
  const bySlot = new Float64Array(layout.length)
  for (const item of layout.items) {
    const terms = makeTerms(item.slots)
    penalisedTerms(state, item, terms)
    bySlot.set(terms.gradient, item.slot)
  }
  layout.latent.forEach((_, group) => {
    bySlot.set(groupSlopes(state, group), layout.groupSlot + 2 * group)
  })
  return gatherFree(layout, bySlot)
}

/** Sums, for each free parameter, the numbers at the places that hold it. */
export function gatherFree({ free }: Layout, bySlot: Float64Array): Float64Array {
  return Float64Array.from(free, (places) => places.reduce((sum, place) => sum + bySlot[place]!, 0))
}

/** A copy of the vector with one free parameter moved. */
export function moveFree(vector: Float64Array, places: readonly number[], by: number): Float64Array {
  const moved = vector.slice()
  for (const place of places) moved[place]! += by
  return moved
}

/** Counts at a vector, for gradients. */
export type ExpectAt = (vector: Float64Array) => Counts
