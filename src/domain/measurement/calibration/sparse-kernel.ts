import { normaliseLine, spanOf } from '../model/posterior-line.ts'
import type { SparseResponses } from '../model/response-matrix.ts'
import { type Counts, summariseCategories } from './counts.ts'
import { addLine, type Kernel, type KernelData, linesOf, type NodeModel } from './kernel.ts'

/** The E-step for lists of responses: the work is proportional to the responses there are, not to persons times items. */
export function makeSparseKernel({ responses, persons, layout, nodes }: KernelData<SparseResponses>): Kernel {
  const width = nodes.length
  const { starts } = responses
  const rows = Uint32Array.from(
    responses.item,
    (item, entry) => layout.items[item]!.row + responses.score[entry]!,
  )
  const line = new Float64Array(width)
  const expect = ({ trace, logWeights }: NodeModel): Counts => {
    const categories = new Float64Array(layout.rows * width)
    const groups = new Float64Array(layout.latent.length * width)
    const [traceLines, countLines] = [linesOf(trace, width), linesOf(categories, width)]
    const [weightLines, groupLines] = [linesOf(logWeights, width), linesOf(groups, width)]
    let logLikelihood = 0
    for (let person = 0; person < persons.count; person++) {
      const group = persons.groups[person]!
      const [from, to] = [starts[person]!, starts[person + 1]!]
      line.set(weightLines[group]!)
      for (let entry = from; entry < to; entry++) addLine(line, traceLines[rows[entry]!]!)
      logLikelihood += normaliseLine(line, persons.weights[person]!)
      const span = spanOf(line)
      addLine(groupLines[group]!, line, span)
      for (let entry = from; entry < to; entry++) addLine(countLines[rows[entry]!]!, line, span)
    }
    return { categories, ...summariseCategories(layout, nodes, categories), groups, logLikelihood }
  }
  return { name: 'sparse', expect }
}
