import { firstNode, lastNode, normaliseLine } from '../model/posterior-line.ts'
import type { ResponseMatrix } from '../model/response-matrix.ts'
import { type CodedResponses, type CodeGroup, codeResponses } from './code-table.ts'
import { type Counts, summariseCategories } from './counts.ts'
import type { Kernel, NodeModel, Persons } from './kernel.ts'
import type { Layout } from './layout.ts'

/** Persons whose node lines are worked on together; the block stays in the cache nearest to the processor. */
const blockSize = 64

/** ln P of every code of a group: item by item, the lines so far are repeated with each response added. */
function expandTable(
  { items, offset }: CodeGroup,
  trace: Float64Array,
  table: Float64Array,
  width: number,
): void {
  table.fill(0, offset * width, (offset + 1) * width)
  for (const { item, radix, stride } of items) {
    for (let digit = radix - 1; digit >= 0; digit--) {
      const line = digit < item.categories ? (item.row + digit) * width : -1
      for (let code = 0; code < stride; code++) {
        const from = (offset + code) * width
        const to = (offset + digit * stride + code) * width
        for (let node = 0; node < width; node++) {
          table[to + node] = table[from + node]! + (line < 0 ? 0 : trace[line + node]!)
        }
      }
    }
  }
}

/** The reverse: expected counts by code become counts by item category, the last item first. */
function foldTable(
  { items, offset }: CodeGroup,
  table: Float64Array,
  categories: Float64Array,
  width: number,
): void {
  for (const { item, radix, stride } of items.toReversed()) {
    for (let digit = 0; digit < radix; digit++) {
      const line = digit < item.categories ? (item.row + digit) * width : -1
      for (let code = 0; code < stride; code++) {
        const from = (offset + digit * stride + code) * width
        const to = (offset + code) * width
        for (let node = 0; node < width; node++) {
          const count = table[from + node]!
          if (line >= 0) categories[line + node]! += count
          if (digit > 0) table[to + node]! += count
        }
      }
    }
  }
}

/** The lines of the persons worked on, and where each person's posterior begins and ends. */
type Block = {
  readonly lines: Float64Array
  readonly first: Int32Array
  readonly last: Int32Array
  readonly width: number
}

/** The persons worked on: rows from `from` up to, not including, `to` of `total`. */
type Rows = { readonly from: number; readonly to: number; readonly total: number }

/** Adds ln P of each person's responses to the person's line. */
function addLikelihoods(block: Block, coded: CodedResponses, table: Float64Array, rows: Rows): void {
  const { lines, width } = block
  coded.groups.forEach(({ offset }, place) => {
    for (let row = rows.from; row < rows.to; row++) {
      const source = (offset + coded.codes[place * rows.total + row]!) * width
      const target = (row - rows.from) * width
      for (let node = 0; node < width; node++) lines[target + node]! += table[source + node]!
    }
  })
}

/** Adds each person's posterior to the line of each of the person's codes. */
function addPosteriors(block: Block, coded: CodedResponses, table: Float64Array, rows: Rows): void {
  const { lines, first, last, width } = block
  coded.groups.forEach(({ offset }, place) => {
    for (let row = rows.from; row < rows.to; row++) {
      const target = (offset + coded.codes[place * rows.total + row]!) * width
      const source = (row - rows.from) * width
      const end = last[row - rows.from]!
      for (let node = first[row - rows.from]!; node <= end; node++)
        table[target + node]! += lines[source + node]!
    }
  })
}

type Bound = {
  readonly persons: Persons
  readonly coded: CodedResponses
  readonly block: Block
  readonly table: Float64Array
  readonly gathered: Float64Array
}

/** One block of persons from ln weights to gathered posteriors; gives its log-likelihood. */
function expectBlock(bound: Bound, rows: Rows, logWeights: Float64Array, groups: Float64Array): number {
  const { persons, coded, block } = bound
  const { lines, first, last, width } = block
  for (let row = rows.from; row < rows.to; row++) {
    const group = persons.groups[row]! * width
    lines.set(logWeights.subarray(group, group + width), (row - rows.from) * width)
  }
  addLikelihoods(block, coded, bound.table, rows)
  let logLikelihood = 0
  for (let row = rows.from; row < rows.to; row++) {
    const place = row - rows.from
    const from = place * width
    logLikelihood += normaliseLine(lines, from, width, persons.weights[row]!)
    first[place] = firstNode(lines, from, width)
    last[place] = lastNode(lines, from, width)
    const group = persons.groups[row]! * width
    for (let node = first[place]!; node <= last[place]!; node++) groups[group + node]! += lines[from + node]!
  }
  addPosteriors(block, coded, bound.gathered, rows)
  return logLikelihood
}

function bind(responses: ResponseMatrix, persons: Persons, layout: Layout, width: number): Bound {
  const everyone = Uint32Array.from({ length: persons.count }, (_, row) => row)
  const coded = codeResponses(responses, layout.items, everyone)
  const block = {
    lines: new Float64Array(blockSize * width),
    first: new Int32Array(blockSize),
    last: new Int32Array(blockSize),
    width,
  }
  const table = new Float64Array(coded.size * width)
  return { persons, coded, block, table, gathered: new Float64Array(coded.size * width) }
}

/**
 * The general E-step: exact for any item models, missing responses and groups. Responses to up to eight items are one byte;
 * a table of ln P for every byte value turns a person's sum over items into a few look-ups, and the posteriors are gathered by
 * byte value before they are handed to the items.
 */
export function makeByteTableKernel(
  responses: ResponseMatrix,
  persons: Persons,
  layout: Layout,
  nodes: Float64Array,
): Kernel {
  const width = nodes.length
  const total = persons.count
  const bound = bind(responses, persons, layout, width)
  const { coded, table, gathered } = bound
  const expect = ({ trace, logWeights }: NodeModel): Counts => {
    const groups = new Float64Array(layout.latent.length * width)
    const categories = new Float64Array(layout.rows * width)
    let logLikelihood = 0
    for (const group of coded.groups) expandTable(group, trace, table, width)
    gathered.fill(0)
    for (let from = 0; from < total; from += blockSize) {
      const rows = { from, to: Math.min(total, from + blockSize), total }
      logLikelihood += expectBlock(bound, rows, logWeights, groups)
    }
    for (const group of coded.groups) foldTable(group, gathered, categories, width)
    return { categories, ...summariseCategories(layout, nodes, categories), groups, logLikelihood }
  }
  return { name: 'byte-table', expect }
}
