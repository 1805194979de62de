import type { Counts } from './counts.ts'
import type { KernelName } from './types.ts'

/** What an E-step works from: the parameter vector, ln P of every category and ln weight of every group, by node. */
export type NodeModel = {
  readonly vector: Float64Array
  readonly trace: Float64Array
  readonly logWeights: Float64Array
}

/** An E-step bound to its data: expected counts and log-likelihood at a model. */
export type Kernel = { readonly name: KernelName; readonly expect: (model: NodeModel) => Counts }

/** The persons of a calibration: group and weight of each row. */
export type Persons = { readonly count: number; readonly groups: Uint16Array; readonly weights: Float64Array }
