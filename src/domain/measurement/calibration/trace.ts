import { logistic } from '../model/logistic.ts'
import type { ItemLayout, Layout } from './layout.ts'

function traceDichotomous(
  vector: Float64Array,
  { slot, row }: ItemLayout,
  nodes: Float64Array,
  trace: Float64Array,
): void {
  const [a, k] = [vector[slot]!, vector[slot + 1]!]
  const c = logistic(vector[slot + 2]!)
  const d = logistic(vector[slot + 3]!)
  const bounded = c > 0 || d < 1
  const width = nodes.length
  for (let node = 0; node < width; node++) {
    const z = a * nodes[node]! + k
    const power = Math.exp(-Math.abs(z))
    const tail = Math.log1p(power)
    let wrong = z > 0 ? -z - tail : -tail
    let correct = z > 0 ? -tail : z - tail
    if (bounded) {
      const near = 1 / (1 + power)
      const s = z > 0 ? near : power * near
      wrong = Math.log(1 - d + (d - c) * (z > 0 ? power * near : near))
      correct = Math.log(c + (d - c) * s)
    }
    trace[row * width + node] = wrong
    trace[(row + 1) * width + node] = correct
  }
}

function tracePartialCredit(
  vector: Float64Array,
  layout: ItemLayout,
  nodes: Float64Array,
  trace: Float64Array,
): void {
  const { slot, row, categories } = layout
  const width = nodes.length
  for (let node = 0; node < width; node++) {
    let [sum, largest] = [0, 0]
    trace[row * width + node] = 0
    for (let step = 1; step < categories; step++) {
      sum += vector[slot]! * nodes[node]! + vector[slot + step]!
      largest = Math.max(largest, sum)
      trace[(row + step) * width + node] = sum
    }
    let total = 0
    for (let score = 0; score < categories; score++)
      total += Math.exp(trace[(row + score) * width + node]! - largest)
    const shift = largest + Math.log(total)
    for (let score = 0; score < categories; score++) trace[(row + score) * width + node]! -= shift
  }
}

/** Fills the trace with ln P of every category of every item at every node, a line of nodes for each category. */
export function fillTrace(
  vector: Float64Array,
  layout: Layout,
  nodes: Float64Array,
  trace: Float64Array,
): void {
  for (const item of layout.items) {
    const fill = item.setup.model === 'gpcm' ? tracePartialCredit : traceDichotomous
    fill(vector, item, nodes, trace)
  }
}

/** Fills a line of ln weights for each group: normal with the mean and ln sd that the vector holds, adding up to 1. */
export function fillLogWeights(
  vector: Float64Array,
  layout: Layout,
  nodes: Float64Array,
  logWeights: Float64Array,
): void {
  const width = nodes.length
  layout.latent.forEach((_, group) => {
    const mean = vector[layout.groupSlot + 2 * group]!
    const precision = Math.exp(-2 * vector[layout.groupSlot + 2 * group + 1]!)
    const line = logWeights.subarray(group * width, (group + 1) * width)
    let largest = Number.NEGATIVE_INFINITY
    for (let node = 0; node < width; node++) {
      line[node] = -0.5 * precision * (nodes[node]! - mean) ** 2
      largest = Math.max(largest, line[node]!)
    }
    let total = 0
    for (let node = 0; node < width; node++) total += Math.exp(line[node]! - largest)
    const shift = largest + Math.log(total)
    for (let node = 0; node < width; node++) line[node]! -= shift
  })
}
