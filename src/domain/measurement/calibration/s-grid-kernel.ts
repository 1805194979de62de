import { logOnePlusExp } from '../model/logistic.ts'
import { normaliseLine } from '../model/posterior-line.ts'
import type { ResponseMatrix } from '../model/response-matrix.ts'
import { type CodedResponses, codeResponses } from './code-table.ts'
import type { Counts } from './counts.ts'
import type { Kernel, NodeModel, Persons } from './kernel.ts'
import type { Layout } from './layout.ts'
import type { Cell } from './s-grid-cells.ts'

/** Distance of two points of the s-grid; the error of cubic interpolation falls with its fourth power. */
const spacing = 0.06

/** Everything that a posterior is, tabulated over s: ln of its sum, its mean, its shares by node. */
type Grid = {
  readonly low: number
  readonly step: number
  readonly points: number
  readonly logSum: Float64Array
  readonly mean: Float64Array
  readonly shares: Float64Array
}

/** Of one grid point: a posterior proportional to exp(base_q + s x_q). */
function tabulatePoint(grid: Grid, point: number, base: Float64Array, nodes: Float64Array): void {
  const width = nodes.length
  const s = grid.low + point * grid.step
  const from = point * width
  for (let node = 0; node < width; node++) grid.shares[from + node] = base[node]! + s * nodes[node]!
  grid.logSum[point] = normaliseLine(grid.shares, from, width, 1)
  let mean = 0
  for (let node = 0; node < width; node++) mean += grid.shares[from + node]! * nodes[node]!
  grid.mean[point] = mean
}

function makeGrid(low: number, high: number, width: number): Grid {
  const points = Math.max(256, Math.ceil((high - low) / spacing)) + 3
  const step = (high - low) / (points - 3) || 1
  return {
    low: low - step,
    step,
    points,
    logSum: new Float64Array(points),
    mean: new Float64Array(points),
    shares: new Float64Array(points * width),
  }
}

/** What of a cell is the same in every E-step. */
type CellData = {
  readonly cell: Cell
  readonly coded: CodedResponses
  readonly weights: Float64Array
  /** Σ of the correct responses of each item of the cell. */
  readonly correct: Float64Array
}

function prepareCell(cell: Cell, responses: ResponseMatrix, persons: Persons): CellData {
  const coded = codeResponses(responses, cell.items, cell.members)
  const weights = Float64Array.from(cell.members, (person) => persons.weights[person]!)
  const correct = Float64Array.from(cell.items, ({ index }) =>
    cell.members.reduce(
      (sum, person) => sum + persons.weights[person]! * responses.cells[person * responses.items + index]!,
      0,
    ),
  )
  return { cell, coded, weights, correct }
}

/** Σ a of the correct responses that each code stands for; and the lowest and highest sum over all items. */
function slopeSums(
  { coded }: CellData,
  vector: Float64Array,
): { readonly sums: Float64Array; readonly low: number; readonly high: number } {
  const sums = new Float64Array(coded.size)
  let [low, high] = [0, 0]
  for (const { items, size, offset } of coded.groups) {
    for (const { item, stride } of items) {
      const a = vector[item.slot]!
      if (a < 0) low += a
      else high += a
      for (let code = 0; code < size; code++)
        if (Math.floor(code / stride) % 2 === 1) sums[offset + code]! += a
    }
  }
  return { sums, low, high }
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
function placePersons({ coded, weights }: CellData, grid: Grid, sums: Float64Array): Gathered {
  const use = new Float64Array(grid.points)
  const means = new Float64Array(coded.size)
  const total = weights.length
  const { codes, groups } = coded
  const offsets = groups.map(({ offset }) => offset)
  let logLikelihood = 0
  for (let person = 0; person < total; person++) {
    let s = 0
    for (let group = 0; group < offsets.length; group++)
      s += sums[offsets[group]! + codes[group * total + person]!]!
    const position = (s - grid.low) / grid.step
    const point = Math.max(1, Math.min(grid.points - 3, Math.floor(position)))
    const u = position - point
    const h0 = (-u * (u - 1) * (u - 2)) / 6
    const h1 = ((u + 1) * (u - 1) * (u - 2)) / 2
    const h2 = (-(u + 1) * u * (u - 2)) / 2
    const h3 = ((u + 1) * u * (u - 1)) / 6
    const weight = weights[person]!
    const { logSum, mean } = grid
    logLikelihood +=
      weight *
      (h0 * logSum[point - 1]! + h1 * logSum[point]! + h2 * logSum[point + 1]! + h3 * logSum[point + 2]!)
    const centre =
      weight * (h0 * mean[point - 1]! + h1 * mean[point]! + h2 * mean[point + 1]! + h3 * mean[point + 2]!)
    use[point - 1]! += weight * h0
    use[point]! += weight * h1
    use[point + 1]! += weight * h2
    use[point + 2]! += weight * h3
    for (let group = 0; group < offsets.length; group++)
      means[offsets[group]! + codes[group * total + person]!]! += centre
  }
  return { use, means, logLikelihood }
}

type Sums = {
  readonly tries: Float64Array
  readonly mass: Float64Array
  readonly moment: Float64Array
  readonly groups: Float64Array
}

function addCell(data: CellData, grid: Grid, gathered: Gathered, sums: Sums): void {
  const width = sums.groups.length === 0 ? 0 : grid.shares.length / grid.points
  const persons = new Float64Array(width)
  for (let point = 0; point < grid.points; point++) {
    const use = gathered.use[point]!
    if (use === 0) continue
    for (let node = 0; node < width; node++) persons[node]! += use * grid.shares[point * width + node]!
  }
  persons.forEach((count, node) => {
    sums.groups[data.cell.group * width + node]! += count
    for (const { index } of data.cell.items) sums.tries[index * width + node]! += count
  })
  for (const { items, size, offset } of data.coded.groups) {
    for (const { item, stride } of items) {
      for (let code = 0; code < size; code++) {
        if (Math.floor(code / stride) % 2 === 1) sums.moment[item.index]! += gathered.means[offset + code]!
      }
    }
  }
  data.cell.items.forEach(({ index }, place) => {
    sums.mass[index]! += data.correct[place]!
  })
}

/**
 * The E-step for complete-by-form 1PL and 2PL data: a person's posterior depends on the responses only through s = Σ a x, so it is
 * tabulated over s once for each form and group. An item then needs of its persons only Σ x and Σ x E(theta | s).
 */
export function makeSGridKernel(
  responses: ResponseMatrix,
  persons: Persons,
  layout: Layout,
  nodes: Float64Array,
  cells: readonly Cell[],
): Kernel {
  const prepared = cells.map((cell) => prepareCell(cell, responses, persons))
  const expect = (model: NodeModel): Counts => {
    const sums: Sums = {
      tries: new Float64Array(layout.items.length * nodes.length),
      mass: new Float64Array(layout.items.length),
      moment: new Float64Array(layout.items.length),
      groups: new Float64Array(layout.latent.length * nodes.length),
    }
    let logLikelihood = 0
    for (const data of prepared) {
      const slopes = slopeSums(data, model.vector)
      const grid = makeGrid(slopes.low, slopes.high, nodes.length)
      const base = sharedPart(data, model, nodes)
      for (let point = 0; point < grid.points; point++) tabulatePoint(grid, point, base, nodes)
      const gathered = placePersons(data, grid, slopes.sums)
      addCell(data, grid, gathered, sums)
      const easiness = data.cell.items.reduce(
        (sum, { slot }, place) => sum + model.vector[slot + 1]! * data.correct[place]!,
        0,
      )
      logLikelihood += gathered.logLikelihood + easiness
    }
    return { categories: null, ...sums, logLikelihood }
  }
  return { name: 's-grid', expect }
}
