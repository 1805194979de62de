import type { Quadrature } from '../model/quadrature.ts'

/** How ability moves while a candidate studies: theta a day later is normal about theta plus the mean. */
export type Growth = {
  /** Expected change of theta in a day. */
  readonly meanPerDay: number
  /** Variance of the change of theta in a day, 0 or more. */
  readonly variancePerDay: number
}

/** Spread of 0.4 over a study cycle of eight weeks, no known direction: what to assume before growth was fitted. */
export const usualGrowth: Growth = { meanPerDay: 0, variancePerDay: 0.16 / 56 }

/** Chances of moving from one node to others: for each node, weights that add up to 1. */
type Kernel = (from: number) => readonly (readonly [to: number, weight: number])[]

/**
 * A move to the nearest node and its neighbours, with the exact mean and (but for what a grid cannot hold) the exact variance.
 * A normal density that is narrower than the grid would miss both.
 */
function neighbourKernel(count: number, mean: number, variance: number): Kernel {
  const shift = Math.round(mean)
  const rest = mean - shift
  const spread = Math.max(variance + rest ** 2, Math.abs(rest)) / 2
  const [down, up] = [spread - rest / 2, spread + rest / 2]
  const held = (node: number): number => Math.min(count - 1, Math.max(0, node + shift))
  return (from) => [
    [held(from - 1), down],
    [held(from), 1 - down - up],
    [held(from + 1), up],
  ]
}

function normalKernel(count: number, mean: number, variance: number): Kernel {
  return (from) => {
    const logs = Array.from({ length: count }, (_, to) => -((to - from - mean) ** 2) / (2 * variance))
    const largest = Math.max(...logs)
    const weights = logs.map((log) => Math.exp(log - largest))
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    return weights.map((weight, to) => [to, weight / total] as const)
  }
}

/** Variance, in squared steps of the grid, from which a normal density on the grid is exact to six digits. */
const narrow = 0.75

/** The kernel of growth over some days, in steps of an equally spaced grid. */
function kernelOf({ meanPerDay, variancePerDay }: Growth, days: number, nodes: Float64Array): Kernel {
  if (!(days >= 0 && variancePerDay >= 0))
    throw new RangeError('Growth runs forward in time, with a variance of 0 or more.')
  const step = (nodes.at(-1)! - nodes[0]!) / (nodes.length - 1)
  const [mean, variance] = [(meanPerDay * days) / step, (variancePerDay * days) / step ** 2]
  return variance < narrow
    ? neighbourKernel(nodes.length, mean, variance)
    : normalKernel(nodes.length, mean, variance)
}

/**
 * The distribution of ability some days later.
 *
 * @param days 0 or more
 * @throws RangeError for negative days or variance
 * @example growAbility({ nodes: Float64Array.of(-1, 0, 1), weights: Float64Array.of(0, 1, 0) }, usualGrowth, 0).weights[1] // 1
 */
export function growAbility({ nodes, weights }: Quadrature, growth: Growth, days: number): Quadrature {
  const kernel = kernelOf(growth, days, nodes)
  const grown = new Float64Array(nodes.length)
  weights.forEach((weight, from) => {
    if (weight > 0) for (const [to, share] of kernel(from)) grown[to]! += weight * share
  })
  return { nodes, weights: grown }
}

/**
 * What a function of ability is expected to be some days later, for each ability of today: the same growth, seen from its start.
 *
 * @param values the function at each node
 * @throws RangeError for negative days or variance
 * @example expectAfterGrowth(Float64Array.of(-1, 0, 1), Float64Array.of(0, 0, 1), usualGrowth, 0) // Float64Array.of(0, 0, 1)
 */
export function expectAfterGrowth(
  nodes: Float64Array,
  values: Float64Array,
  growth: Growth,
  days: number,
): Float64Array {
  const kernel = kernelOf(growth, days, nodes)
  return nodes.map((_, from) => kernel(from).reduce((sum, [to, weight]) => sum + weight * values[to]!, 0))
}
