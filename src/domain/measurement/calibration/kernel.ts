import type { Span } from '../model/posterior-line.ts'
import type { Counts } from './counts.ts'
import type { Layout } from './layout.ts'
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

/** What a kernel is bound to. */
export type KernelData<Responses> = {
  readonly responses: Responses
  readonly persons: Persons
  readonly layout: Layout
  readonly nodes: Float64Array
}

const everything: Span = { first: 0, last: Number.MAX_SAFE_INTEGER }

/** Adds a line of numbers to another, within the span where there is something to add. */
export function addLine(
  target: Float64Array,
  source: Float64Array,
  { first, last }: Span = everything,
): void {
  const end = Math.min(last, source.length - 1)
  for (let node = first; node <= end; node++) target[node]! += source[node]!
}

/** A long array as lines of one length that share its memory. */
export const linesOf = (array: Float64Array, width: number): Float64Array[] =>
  Array.from({ length: array.length / width }, (_, line) => array.subarray(line * width, (line + 1) * width))
