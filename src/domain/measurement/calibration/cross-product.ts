import { firstNode, lastNode, normaliseLine } from '../model/posterior-line.ts'
import { type ResponseMatrix, type SparseResponses, toSparse } from '../model/response-matrix.ts'
import type { Counts } from './counts.ts'
import type { Persons } from './kernel.ts'
import type { ItemLayout, Layout } from './layout.ts'
import { addPriors } from './priors.ts'
import { itemTerms, makeTerms, type Terms } from './terms.ts'
import { fillLogWeights, fillTrace } from './trace.ts'

/** What one response category, or membership of one group, says of a free parameter: d ln P by node. */
type Score = { readonly parameter: number; readonly line: Float64Array }

const parameterBySlot = ({ free }: Layout): ReadonlyMap<number, number> =>
  new Map(free.flatMap((places, parameter) => places.map((place) => [place, parameter] as const)))

/** Terms of a single response with the given score at a single node. */
function termsOfOne(vector: Float64Array, item: ItemLayout, score: number, x: number): Terms {
  const alone = { ...item, index: 0, row: 0 }
  const categories = new Float64Array(item.categories)
  categories[score] = 1
  const single = {
    tries: Float64Array.of(1),
    mass: Float64Array.of(score),
    moment: Float64Array.of(score * x),
  }
  const counts: Counts = { categories, ...single, groups: new Float64Array(0), logLikelihood: 0 }
  const terms = makeTerms(item.slots)
  itemTerms(vector, alone, counts, Float64Array.of(x), terms)
  return terms
}

/** Scores of every category of every item, in the order of the trace lines. */
function categoryScores(vector: Float64Array, layout: Layout, nodes: Float64Array): Score[][] {
  const parameters = parameterBySlot(layout)
  return layout.items.flatMap((item) =>
    Array.from({ length: item.categories }, (_, score) => {
      const gradients = [...nodes].map((x) => termsOfOne(vector, item, score, x).gradient)
      return Array.from({ length: item.slots }, (__, offset) => offset).flatMap((offset) => {
        const parameter = parameters.get(item.slot + offset)
        return parameter === undefined
          ? []
          : [{ parameter, line: Float64Array.from(gradients, (slopes) => slopes[offset]!) }]
      })
    }),
  )
}

/** Scores of membership of each group: d ln weight by its mean and its ln sd. */
function groupScores(vector: Float64Array, layout: Layout, nodes: Float64Array): Score[][] {
  const parameters = parameterBySlot(layout)
  return layout.latent.map((_, group) => {
    const slot = layout.groupSlot + 2 * group
    const precision = Math.exp(-2 * vector[slot + 1]!)
    const lines = [
      nodes.map((x) => (x - vector[slot]!) * precision),
      nodes.map((x) => (x - vector[slot]!) ** 2 * precision - 1),
    ]
    return lines.flatMap((line, offset) => {
      const parameter = parameters.get(slot + offset)
      return parameter === undefined ? [] : [{ parameter, line }]
    })
  })
}

function addScores(scores: readonly Score[], shares: Float64Array, total: Float64Array): void {
  const first = firstNode(shares, 0, shares.length)
  const last = lastNode(shares, 0, shares.length)
  for (const { parameter, line } of scores) {
    let sum = 0
    for (let node = first; node <= last; node++) sum += shares[node]! * line[node]!
    total[parameter]! += sum
  }
}

function addOuter(information: Float64Array, score: Float64Array, weight: number): void {
  const size = score.length
  for (let row = 0; row < size; row++) {
    const factor = weight * score[row]!
    if (factor === 0) continue
    for (let column = 0; column <= row; column++) information[row * size + column]! += factor * score[column]!
  }
}

/** The curvature that the priors add, item by item. */
function addPriorInformation(information: Float64Array, vector: Float64Array, layout: Layout): void {
  const parameters = parameterBySlot(layout)
  const size = layout.free.length
  for (const item of layout.items) {
    const terms = makeTerms(item.slots)
    addPriors(vector, item, terms)
    for (let i = 0; i < item.slots; i++) {
      for (let j = 0; j < item.slots; j++) {
        const [row, column] = [parameters.get(item.slot + i), parameters.get(item.slot + j)]
        if (row === undefined || column === undefined || column > row) continue
        information[row * size + column]! += terms.information[i * item.slots + j]!
      }
    }
  }
}

/** The lower triangle holds the sums; the upper is its mirror. */
function mirror(matrix: Float64Array, size: number): Float64Array {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < row; column++) matrix[column * size + row] = matrix[row * size + column]!
  }
  return matrix
}

/**
 * The empirical information of the free parameters: the sum over persons of the outer product of each person's score, plus the
 * curvature of the priors. One pass over the responses, whatever the number of parameters; near the observed information when
 * persons are many and the model fits.
 *
 * @see Mislevy, Sheehan (1989), Information matrices in latent-variable models
 */
export function crossProductInformation(
  responses: ResponseMatrix | SparseResponses,
  persons: Persons,
  {
    layout,
    nodes,
    vector,
  }: { readonly layout: Layout; readonly nodes: Float64Array; readonly vector: Float64Array },
): Float64Array {
  const { starts, item, score } = 'cells' in responses ? toSparse(responses) : responses
  const width = nodes.length
  const size = layout.free.length
  const trace = new Float64Array(layout.rows * width)
  const logWeights = new Float64Array(layout.latent.length * width)
  fillTrace(vector, layout, nodes, trace)
  fillLogWeights(vector, layout, nodes, logWeights)
  const [byCategory, byGroup] = [categoryScores(vector, layout, nodes), groupScores(vector, layout, nodes)]
  const information = new Float64Array(size * size)
  for (let person = 0; person < persons.count; person++) {
    const group = persons.groups[person]!
    const rows = Array.from(
      item.subarray(starts[person], starts[person + 1]),
      (index, entry) => layout.items[index]!.row + score[starts[person]! + entry]!,
    )
    const shares = logWeights.slice(group * width, (group + 1) * width)
    for (const row of rows)
      for (let node = 0; node < width; node++) shares[node]! += trace[row * width + node]!
    normaliseLine(shares, 0, width, 1)
    const total = new Float64Array(size)
    addScores(byGroup[group]!, shares, total)
    for (const row of rows) addScores(byCategory[row]!, shares, total)
    addOuter(information, total, persons.weights[person]!)
  }
  addPriorInformation(information, vector, layout)
  return mirror(information, size)
}
