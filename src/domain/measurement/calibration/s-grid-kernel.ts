import { logOnePlusExp } from '../model/logistic.ts'
import type { ResponseMatrix } from '../model/response-matrix.ts'
import { type CodedResponses, codeResponses } from './code-table.ts'
import type { Counts } from './counts.ts'
import { addLine, type Kernel, type KernelData, linesOf, type NodeModel } from './kernel.ts'
import { type SGrid, tabulateGrid } from './s-grid.ts'
import type { Cell } from './s-grid-cells.ts'

/** What of a cell is the same in every E-step. */
type CellData = {
  readonly cell: Cell
  readonly coded: CodedResponses
  readonly weights: Float64Array
  /** Σ of the correct responses of each item of the cell. */
  readonly correct: Float64Array
}

function prepareCell(cell: Cell, { responses, persons }: KernelData<ResponseMatrix>): CellData {
  const coded = codeResponses(responses, cell.items, cell.members)
  const weights = Float64Array.from(cell.members, (person) => persons.weights[person]!)
  const { cells, items } = responses
  const correct = Float64Array.from(cell.items, ({ index }) =>
    cell.members.reduce((sum, person) => sum + persons.weights[person]! * cells[person * items + index]!, 0),
  )
  return { cell, coded, weights, correct }
}

/** Every code in which an item is answered right. */
function forEachCorrect(
  { coded }: CellData,
  visit: (code: number, slot: number, index: number) => void,
): void {
  for (const { items, size, offset } of coded.groups) {
    for (const { item, stride } of items) {
      for (let code = 0; code < size; code++) {
        if (Math.floor(code / stride) % 2 === 1) visit(offset + code, item.slot, item.index)
      }
    }
  }
}

type SlopeSums = { readonly byCode: Float64Array; readonly low: number; readonly high: number }

/** Σ a of the correct responses that each code stands for; the lowest and the highest sum over all items. */
function sumSlopes(data: CellData, vector: Float64Array): SlopeSums {
  const byCode = new Float64Array(data.coded.size)
  forEachCorrect(data, (code, slot) => {
    byCode[code]! += vector[slot]!
  })
  const slopes = data.cell.items.map(({ slot }) => vector[slot]!)
  const low = slopes.reduce((sum, a) => sum + Math.min(0, a), 0)
  return { byCode, low, high: slopes.reduce((sum, a) => sum + Math.max(0, a), 0) }
}

/** ln weight - Σ ln(1 + exp(a x + k)): the part of the log-posterior that all persons of a cell share. */
function sharedPart(
  { cell }: CellData,
  { vector, logWeights }: NodeModel,
  nodes: Float64Array,
): Float64Array {
  return nodes.map((x, node) =>
    cell.items.reduce(
      (sum, { slot }) => sum - logOnePlusExp(vector[slot]! * x + vector[slot + 1]!),
      logWeights[cell.group * nodes.length + node]!,
    ),
  )
}

type Gathered = {
  /** How often each grid point was used. */
  readonly use: Float64Array
  /** Σ posterior mean of the persons with each code. */
  readonly means: Float64Array
  readonly logLikelihood: number
}

/** Places every person on the grid: cubic Lagrange interpolation between the four nearest points. */
function placePersons({ coded, weights }: CellData, grid: SGrid, slopes: SlopeSums): Gathered {
  const use = new Float64Array(grid.points)
  const means = new Float64Array(coded.size)
  const total = weights.length
  const { codes } = coded
  const offsets = coded.groups.map(({ offset }) => offset)
  const { logSum, mean } = grid
  let logLikelihood = 0
  for (let person = 0; person < total; person++) {
    let s = 0
    for (let group = 0; group < offsets.length; group++)
      s += slopes.byCode[offsets[group]! + codes[group * total + person]!]!
    const position = (s - grid.low) / grid.step
    const point = Math.max(1, Math.min(grid.points - 3, Math.floor(position)))
    const u = position - point
    const weight = weights[person]!
    const h0 = (-weight * u * (u - 1) * (u - 2)) / 6
    const h1 = (weight * (u + 1) * (u - 1) * (u - 2)) / 2
    const h2 = (-weight * (u + 1) * u * (u - 2)) / 2
    const h3 = (weight * (u + 1) * u * (u - 1)) / 6
    logLikelihood +=
      h0 * logSum[point - 1]! + h1 * logSum[point]! + h2 * logSum[point + 1]! + h3 * logSum[point + 2]!
    const centre = h0 * mean[point - 1]! + h1 * mean[point]! + h2 * mean[point + 1]! + h3 * mean[point + 2]!
    use[point - 1]! += h0
    use[point]! += h1
    use[point + 1]! += h2
    use[point + 2]! += h3
    for (let group = 0; group < offsets.length; group++)
      means[offsets[group]! + codes[group * total + person]!]! += centre
  }
  return { use, means, logLikelihood }
}

/** Persons of a cell by node: the posteriors of the grid points, as often as they were used. */
function personsByNode({ shares }: SGrid, { use }: Gathered): Float64Array {
  const width = shares[0]!.length
  const persons = new Float64Array(width)
  shares.forEach((line, point) => {
    for (let node = 0; node < width; node++) persons[node]! += use[point]! * line[node]!
  })
  return persons
}

/** Expected counts under construction; the lines share the memory of the arrays. */
type Sums = {
  readonly tries: readonly Float64Array[]
  readonly groups: readonly Float64Array[]
  readonly mass: Float64Array
  readonly moment: Float64Array
}

/** Adds one cell to the sums and gives its log-likelihood. */
function addCell(
  data: CellData,
  model: NodeModel,
  { nodes, sums }: { readonly nodes: Float64Array; readonly sums: Sums },
): number {
  const slopes = sumSlopes(data, model.vector)
  const grid = tabulateGrid(slopes.low, slopes.high, { base: sharedPart(data, model, nodes), nodes })
  const gathered = placePersons(data, grid, slopes)
  const persons = personsByNode(grid, gathered)
  addLine(sums.groups[data.cell.group]!, persons)
  forEachCorrect(data, (code, _, index) => {
    sums.moment[index]! += gathered.means[code]!
  })
  let easiness = 0
  data.cell.items.forEach(({ index, slot }, place) => {
    addLine(sums.tries[index]!, persons)
    sums.mass[index]! += data.correct[place]!
    easiness += model.vector[slot + 1]! * data.correct[place]!
  })
  return gathered.logLikelihood + easiness
}

/**
 * The E-step for complete-by-form 1PL and 2PL data: a person's posterior depends on the responses only through s = Σ a x, so it is
 * tabulated over s once for each form and group. An item then needs of its persons only Σ x and Σ x E(theta | s).
 */
export function makeSGridKernel(data: KernelData<ResponseMatrix>, cells: readonly Cell[]): Kernel {
  const { layout, nodes } = data
  const width = nodes.length
  const prepared = cells.map((cell) => prepareCell(cell, data))
  const expect = (model: NodeModel): Counts => {
    const tries = new Float64Array(layout.items.length * width)
    const groups = new Float64Array(layout.latent.length * width)
    const mass = new Float64Array(layout.items.length)
    const moment = new Float64Array(layout.items.length)
    const sums: Sums = { tries: linesOf(tries, width), groups: linesOf(groups, width), mass, moment }
    const logLikelihood = prepared.reduce((sum, cell) => sum + addCell(cell, model, { nodes, sums }), 0)
    return { categories: null, tries, mass, moment, groups, logLikelihood }
  }
  return { name: 's-grid', expect }
}
