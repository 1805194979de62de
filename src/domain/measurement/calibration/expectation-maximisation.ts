import type { Counts } from './counts.ts'
import type { Kernel } from './kernel.ts'
import type { ItemLayout, Layout } from './layout.ts'
import { maximise } from './maximise.ts'
import { addPriors } from './priors.ts'
import { makeTerms } from './terms.ts'
import { fillLogWeights, fillTrace } from './trace.ts'
import type { KernelName } from './types.ts'

/** The two steps of the EM algorithm, bound to data. */
export type Expectation = {
  readonly kernel: KernelName
  readonly layout: Layout
  readonly nodes: Float64Array
  /** E-step at a vector. */
  readonly expect: (vector: Float64Array) => Counts
  /** M-step: a new vector, improved for the counts. */
  readonly maximise: (vector: Float64Array, counts: Counts) => Float64Array
  /** Log prior densities of the items at a vector, up to a constant; -Infinity where an asymptote is above the other. */
  readonly logPrior: (vector: Float64Array) => number
}

const isOrdered = (vector: Float64Array, { slot, setup }: ItemLayout): boolean =>
  setup.model === 'gpcm' || vector[slot + 2]! < vector[slot + 3]!

/** Binds E-step and M-step to a kernel. */
export function makeExpectation(kernel: Kernel, layout: Layout, nodes: Float64Array): Expectation {
  const trace = new Float64Array(layout.rows * nodes.length)
  const logWeights = new Float64Array(layout.latent.length * nodes.length)
  return {
    kernel: kernel.name,
    layout,
    nodes,
    expect: (vector) => {
      fillTrace({ vector, layout, nodes }, trace)
      fillLogWeights({ vector, layout, nodes }, logWeights)
      return kernel.expect({ vector, trace, logWeights })
    },
    maximise: (from, counts) => {
      const vector = from.slice()
      maximise({ layout, vector, counts, nodes })
      return vector
    },
    logPrior: (vector) =>
      layout.items.reduce((sum, item) => {
        const terms = makeTerms(item.slots)
        addPriors(vector, item, terms)
        return isOrdered(vector, item) ? sum + terms.value : Number.NEGATIVE_INFINITY
      }, 0),
  }
}
