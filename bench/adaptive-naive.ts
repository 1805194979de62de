import type { ItemParameters } from '../src/domain/measurement/model/item-parameters.ts'

/** A response as the naive kernel keeps it. */
export type NaiveResponse = { readonly item: ItemParameters; readonly correct: boolean }

const probability = (theta: number, { a, b, c, d }: ItemParameters): number =>
  c + (d - c) / (1 + Math.exp(-a * (theta - b)))

/** Information by numerical differentiation: P'² / (P (1 - P)). */
function information(theta: number, item: ItemParameters): number {
  const h = 1e-4
  const slope = (probability(theta + h, item) - probability(theta - h, item)) / (2 * h)
  const p = probability(theta, item)
  return (slope * slope) / (p * (1 - p))
}

/** The posterior mean by going through every response at every node anew. */
function estimate(responses: readonly NaiveResponse[]): number {
  const nodes = Array.from({ length: 121 }, (_, index) => -6 + index / 10)
  const weights = nodes.map((theta) =>
    responses.reduce(
      (product, { item, correct }) =>
        product * (correct ? probability(theta, item) : 1 - probability(theta, item)),
      Math.exp((-theta * theta) / 2),
    ),
  )
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  return nodes.reduce((sum, theta, index) => sum + (theta * weights[index]!) / total, 0)
}

/**
 * The reference kernel: one step of an adaptive test as a textbook writes it, with nothing kept from step to step: the
 * estimate from all responses, the information of every item, the items sorted by it.
 */
export function naiveStep(
  bank: readonly ItemParameters[],
  responses: readonly NaiveResponse[],
): ItemParameters {
  const theta = estimate(responses)
  const given = new Set(responses.map(({ item }) => item))
  const ranked = bank
    .filter((item) => !given.has(item))
    .map((item) => ({ item, value: information(theta, item) }))
    .sort((one, other) => other.value - one.value)
  return ranked[0]!.item
}
