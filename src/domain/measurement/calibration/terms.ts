import type { Counts } from './counts.ts'

/** Expected log-likelihood of one item with its gradient, information and curvature by the item's slots; reused, never kept. */
export type Terms = {
  value: number
  readonly gradient: Float64Array
  /** Expected information, never negative. */
  readonly information: Float64Array
  /** Minus the Hessian: the same for models of the exponential family, for others only near the top positive definite. */
  readonly curvature: Float64Array
  readonly size: number
}

/** Where terms are taken: the parameters, and the counts that were expected at the nodes. */
export type TermPoint = {
  readonly vector: Float64Array
  readonly counts: Counts
  readonly nodes: Float64Array
}

/** Makes empty terms for an item of so many slots. */
export const makeTerms = (size: number): Terms => ({
  value: 0,
  gradient: new Float64Array(size),
  information: new Float64Array(size * size),
  curvature: new Float64Array(size * size),
  size,
})
