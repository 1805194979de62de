import { normaliseLine, spanOf } from '../model/posterior-line.ts'
import { type ResponseMatrix, type SparseResponses, toSparse } from '../model/response-matrix.ts'
import { addLine, linesOf, type Persons } from './kernel.ts'
import type { Layout } from './layout.ts'
import { addPriors } from './priors.ts'
import { categoryScores, groupScores, parameterBySlot, type Score } from './response-scores.ts'
import { makeTerms } from './terms.ts'
import { fillLogWeights, fillTrace, type TracePoint } from './trace.ts'

/** Adds the expectation of each score over a posterior. */
function addScores(scores: readonly Score[], shares: Float64Array, total: Float64Array): void {
  const { first, last } = spanOf(shares)
  for (const { parameter, line } of scores) {
    let sum = 0
    for (let node = first; node <= last; node++) sum += shares[node]! * line[node]!
    total[parameter]! += sum
  }
}

/** Adds the lower triangle of weight × score score'. */
function addOuter(information: Float64Array, score: Float64Array, weight: number): void {
  const size = score.length
  for (let row = 0; row < size; row++) {
    const factor = weight * score[row]!
    for (let column = 0; column <= row; column++) information[row * size + column]! += factor * score[column]!
  }
}

/** Adds the curvature of the priors, item by item, to the lower triangle. */
function addPriorInformation(information: Float64Array, { vector, layout }: TracePoint): void {
  const parameters = parameterBySlot(layout)
  for (const item of layout.items) {
    const terms = makeTerms(item.slots)
    addPriors(vector, item, terms)
    terms.information.forEach((value, place) => {
      const row = parameters.get(item.slot + Math.floor(place / item.slots))
      const column = parameters.get(item.slot + (place % item.slots))
      if (row !== undefined && column !== undefined && column <= row)
        information[row * layout.free.length + column]! += value
    })
  }
}

function mirror(matrix: Float64Array, size: number): Float64Array {
  return matrix.map((_, place) => {
    const [row, column] = [Math.floor(place / size), place % size]
    return matrix[Math.max(row, column) * size + Math.min(row, column)]!
  })
}

/** The trace lines of each person's responses, person by person. */
function* rowsByPerson(
  { persons, starts, item, score }: SparseResponses,
  { items }: Layout,
): Generator<readonly number[]> {
  for (let person = 0; person < persons; person++) {
    const rows: number[] = []
    for (let entry = starts[person]!; entry < starts[person + 1]!; entry++)
      rows.push(items[item[entry]!]!.row + score[entry]!)
    yield rows
  }
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
  point: TracePoint,
): Float64Array {
  const { layout, nodes } = point
  const width = nodes.length
  const size = layout.free.length
  const trace = new Float64Array(layout.rows * width)
  const logWeights = new Float64Array(layout.latent.length * width)
  fillTrace(point, trace)
  fillLogWeights(point, logWeights)
  const [traceLines, weightLines] = [linesOf(trace, width), linesOf(logWeights, width)]
  const [byCategory, byGroup] = [categoryScores(point), groupScores(point)]
  const information = new Float64Array(size * size)
  const shares = new Float64Array(width)
  let person = 0
  for (const rows of rowsByPerson('cells' in responses ? toSparse(responses) : responses, layout)) {
    const group = persons.groups[person]!
    shares.set(weightLines[group]!)
    for (const row of rows) addLine(shares, traceLines[row]!)
    normaliseLine(shares, 1)
    const total = new Float64Array(size)
    addScores(byGroup[group]!, shares, total)
    for (const row of rows) addScores(byCategory[row]!, shares, total)
    addOuter(information, total, persons.weights[person]!)
    person += 1
  }
  addPriorInformation(information, point)
  return mirror(information, size)
}
