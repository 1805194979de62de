import { logistic } from '../model/logistic.ts'
import { linesOf } from './kernel.ts'
import type { ItemLayout, Layout } from './layout.ts'

/** Where a trace is taken: the parameters, their layout, and the nodes. */
export type TracePoint = {
  readonly vector: Float64Array
  readonly layout: Layout
  readonly nodes: Float64Array
}

/** ln P of a wrong and a correct response at one node. */
function logBinary(z: number, c: number, d: number): readonly [wrong: number, correct: number] {
  const power = Math.exp(-Math.abs(z))
  const tail = Math.log1p(power)
  if (c === 0 && d === 1) return z > 0 ? [-z - tail, -tail] : [-tail, z - tail]
  const [near, far] = [1 / (1 + power), power / (1 + power)]
  const [s, other] = z > 0 ? [near, far] : [far, near]
  return [Math.log(1 - d + (d - c) * other), Math.log(c + (d - c) * s)]
}

function traceBinary(
  { vector, nodes }: TracePoint,
  { slot }: ItemLayout,
  lines: readonly Float64Array[],
): void {
  const [a, k] = [vector[slot]!, vector[slot + 1]!]
  const c = logistic(vector[slot + 2]!)
  const d = logistic(vector[slot + 3]!)
  for (let node = 0; node < nodes.length; node++) {
    const [wrong, correct] = logBinary(a * nodes[node]! + k, c, d)
    lines[0]![node] = wrong
    lines[1]![node] = correct
  }
}

/** Subtracts from every number of a column of lines the ln of the sum of their powers. */
function normaliseColumn(lines: readonly Float64Array[], node: number): void {
  let largest = Number.NEGATIVE_INFINITY
  for (const line of lines) largest = Math.max(largest, line[node]!)
  let sum = 0
  for (const line of lines) sum += Math.exp(line[node]! - largest)
  const shift = largest + Math.log(sum)
  for (const line of lines) line[node]! -= shift
}

function tracePartialCredit(
  { vector, nodes }: TracePoint,
  { slot }: ItemLayout,
  lines: readonly Float64Array[],
): void {
  for (let node = 0; node < nodes.length; node++) {
    let sum = 0
    lines.forEach((line, score) => {
      if (score > 0) sum += vector[slot]! * nodes[node]! + vector[slot + score]!
      line[node] = sum
    })
    normaliseColumn(lines, node)
  }
}

/** Fills the trace with ln P of every category of every item at every node, a line of nodes for each category. */
export function fillTrace(point: TracePoint, trace: Float64Array): void {
  const lines = linesOf(trace, point.nodes.length)
  for (const item of point.layout.items) {
    const own = lines.slice(item.row, item.row + item.categories)
    if (item.setup.model === 'gpcm') tracePartialCredit(point, item, own)
    else traceBinary(point, item, own)
  }
}

/** Fills a line of ln weights for each group: normal with the mean and ln sd that the vector holds, adding up to 1. */
export function fillLogWeights({ vector, layout, nodes }: TracePoint, logWeights: Float64Array): void {
  linesOf(logWeights, nodes.length).forEach((line, group) => {
    const mean = vector[layout.groupSlot + 2 * group]!
    const precision = Math.exp(-2 * vector[layout.groupSlot + 2 * group + 1]!)
    line.set(nodes.map((x) => -0.5 * precision * (x - mean) ** 2))
    const largest = line.reduce((max, value) => Math.max(max, value), Number.NEGATIVE_INFINITY)
    const shift = largest + Math.log(line.reduce((sum, value) => sum + Math.exp(value - largest), 0))
    line.set(line.map((value) => value - shift))
  })
}
