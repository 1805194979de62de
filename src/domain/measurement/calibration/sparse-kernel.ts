import { firstNode, lastNode, normaliseLine } from '../model/posterior-line.ts'
import type { SparseResponses } from '../model/response-matrix.ts'
import { type Counts, summariseCategories } from './counts.ts'
import type { Kernel, NodeModel, Persons } from './kernel.ts'
import type { Layout } from './layout.ts'

function addEntries(
  line: Float64Array,
  rows: Uint32Array,
  from: number,
  to: number,
  trace: Float64Array,
): void {
  for (let entry = from; entry < to; entry++) {
    const source = rows[entry]! * line.length
    for (let node = 0; node < line.length; node++) line[node]! += trace[source + node]!
  }
}

function gatherEntries(
  line: Float64Array,
  rows: Uint32Array,
  from: number,
  to: number,
  categories: Float64Array,
): void {
  const low = firstNode(line, 0, line.length)
  const high = lastNode(line, 0, line.length)
  for (let entry = from; entry < to; entry++) {
    const target = rows[entry]! * line.length
    for (let node = low; node <= high; node++) categories[target + node]! += line[node]!
  }
}

/** The E-step for lists of responses: the work is proportional to the responses there are, not to persons times items. */
export function makeSparseKernel(
  responses: SparseResponses,
  persons: Persons,
  layout: Layout,
  nodes: Float64Array,
): Kernel {
  const width = nodes.length
  const rows = Uint32Array.from(
    responses.item,
    (item, entry) => layout.items[item]!.row + responses.score[entry]!,
  )
  const line = new Float64Array(width)
  const expect = ({ trace, logWeights }: NodeModel): Counts => {
    const categories = new Float64Array(layout.rows * width)
    const groups = new Float64Array(layout.latent.length * width)
    let logLikelihood = 0
    for (let person = 0; person < persons.count; person++) {
      const group = persons.groups[person]! * width
      const [from, to] = [responses.starts[person]!, responses.starts[person + 1]!]
      line.set(logWeights.subarray(group, group + width))
      addEntries(line, rows, from, to, trace)
      logLikelihood += normaliseLine(line, 0, width, persons.weights[person]!)
      for (let node = 0; node < width; node++) groups[group + node]! += line[node]!
      gatherEntries(line, rows, from, to, categories)
    }
    return { categories, ...summariseCategories(layout, nodes, categories), groups, logLikelihood }
  }
  return { name: 'sparse', expect }
}
