import type { Layout } from './layout.ts'

/**
 * What an E-step expects: how many responses fell at each node. `categories` holds a line of nodes for each item category
 * (null from kernels that only know what the logistic model needs), `tries` a line for each item; `mass` and `moment` are
 * Σ score and Σ score x theta of each item; `groups` a line of persons for each group.
 */
export type Counts = {
  readonly categories: Float64Array | null
  readonly tries: Float64Array
  readonly mass: Float64Array
  readonly moment: Float64Array
  readonly groups: Float64Array
  readonly logLikelihood: number
}

/** Derives tries, mass and moment from the expected counts by category. */
export function summariseCategories(
  layout: Layout,
  nodes: Float64Array,
  categories: Float64Array,
): Pick<Counts, 'tries' | 'mass' | 'moment'> {
  const width = nodes.length
  const tries = new Float64Array(layout.items.length * width)
  const mass = new Float64Array(layout.items.length)
  const moment = new Float64Array(layout.items.length)
  for (const { index, row, categories: count } of layout.items) {
    for (let score = 0; score < count; score++) {
      for (let node = 0; node < width; node++) {
        const expected = categories[(row + score) * width + node]!
        tries[index * width + node]! += expected
        mass[index]! += score * expected
        moment[index]! += score * expected * nodes[node]!
      }
    }
  }
  return { tries, mass, moment }
}
