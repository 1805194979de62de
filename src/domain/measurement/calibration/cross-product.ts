import { normaliseLine, type Span, spanOf } from '../model/posterior-line.ts'
import { missing, type ResponseMatrix, type SparseResponses } from '../model/response-matrix.ts'
import { addLine, linesOf, type Persons } from './kernel.ts'
import type { Layout } from './layout.ts'
import { addPriors } from './priors.ts'
import { categoryScores, groupScores, parameterBySlot, type Score } from './response-scores.ts'
import { makeTerms } from './terms.ts'
import { fillLogWeights, fillTrace, type TracePoint } from './trace.ts'

type Posterior = { readonly shares: Float64Array; readonly span: Span }

/** Adds the expectation of each score over a posterior. */
function addScores(scores: readonly Score[], { shares, span }: Posterior, total: Float64Array): void {
  for (const { parameter, line } of scores) {
    let sum = 0
    for (let node = span.first; node <= span.last; node++) sum += shares[node]! * line[node]!
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

/** Fills `rows` with the trace lines of a person's responses and gives their number. */
type ReadRows = (person: number, rows: Uint32Array) => number

function rowReader(responses: ResponseMatrix | SparseResponses, { items }: Layout): ReadRows {
  const rowOf = items.map(({ row }) => row)
  if ('cells' in responses) {
    return (person, rows) => {
      let count = 0
      for (let item = 0; item < responses.items; item++) {
        const cell = responses.cells[person * responses.items + item]!
        if (cell !== missing) rows[count++] = rowOf[item]! + cell
      }
      return count
    }
  }
  const { starts, item, score } = responses
  return (person, rows) => {
    const [from, to] = [starts[person]!, starts[person + 1]!]
    for (let entry = from; entry < to; entry++) rows[entry - from] = rowOf[item[entry]!]! + score[entry]!
    return to - from
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
  const readRows = rowReader(responses, layout)
  const rows = new Uint32Array(layout.items.length)
  const [shares, total] = [new Float64Array(width), new Float64Array(size)]
  for (let person = 0; person < persons.count; person++) {
    const group = persons.groups[person]!
    const answers = rows.subarray(0, readRows(person, rows))
    shares.set(weightLines[group]!)
    for (const row of answers) addLine(shares, traceLines[row]!)
    normaliseLine(shares, 1)
    total.fill(0)
    const posterior = { shares, span: spanOf(shares) }
    addScores(byGroup[group]!, posterior, total)
    for (const row of answers) addScores(byCategory[row]!, posterior, total)
    addOuter(information, total, persons.weights[person]!)
  }
  addPriorInformation(information, point)
  return mirror(information, size)
}
