import { type CodeGroup, type CodedResponses, codeResponses } from './code-table.ts'
import { summariseCategories } from './counts.ts'
import type { Kernel, NodeModel, Persons } from './kernel.ts'
import type { Layout } from './layout.ts'
import type { ResponseMatrix } from '../model/response-matrix.ts'

/** Persons whose node lines are worked on together; the block stays in the cache nearest to the processor. */
const blockSize = 64
/** ln of a share of the posterior that adds nothing to a double: exp(-41) < 2^-59. */
const negligible = -41

/** ln P of every code of a group: item by item, the lines so far are repeated with each response added. */
function expandTable({ items, offset }: CodeGroup, trace: Float64Array, table: Float64Array, width: number): void {
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
function foldTable({ items, offset }: CodeGroup, table: Float64Array, categories: Float64Array, width: number): void {
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

type Block = {
  readonly lines: Float64Array
  readonly first: Int32Array
  readonly last: Int32Array
  readonly width: number
}

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

type Rows = { readonly from: number; readonly to: number; readonly total: number }

/** Turns a line of ln weights into weighted posterior shares, noting where they are not negligible; gives the log-likelihood. */
function normalise({ lines, first, last, width }: Block, place: number, weight: number): number {
  const from = place * width
  let largest = Number.NEGATIVE_INFINITY
  for (let node = 0; node < width; node++) if (lines[from + node]! > largest) largest = lines[from + node]!
  let [low, high, sum] = [width, 0, 0]
  for (let node = 0; node < width; node++) {
    const relative = lines[from + node]! - largest
    if (relative < negligible) {
      lines[from + node] = 0
      continue
    }
    const share = Math.exp(relative)
    lines[from + node] = share
    sum += share
    if (node < low) low = node
    high = node
  }
  const scale = weight / sum
  for (let node = low; node <= high; node++) lines[from + node]! *= scale
  first[place] = low
  last[place] = high
  return weight * (largest + Math.log(sum))
}

/** Adds each person's posterior to the line of each of the person's codes. */
function addPosteriors(block: Block, coded: CodedResponses, table: Float64Array, rows: Rows): void {
  const { lines, first, last, width } = block
  coded.groups.forEach(({ offset }, place) => {
    for (let row = rows.from; row < rows.to; row++) {
      const target = (offset + coded.codes[place * rows.total + row]!) * width
      const source = (row - rows.from) * width
      const end = last[row - rows.from]!
      for (let node = first[row - rows.from]!; node <= end; node++) table[target + node]! += lines[source + node]!
    }
  })
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
  const coded = codeResponses(responses, layout.items, Uint32Array.from({ length: total }, (_, row) => row))
  const table = new Float64Array(coded.size * width)
  const gathered = new Float64Array(coded.size * width)
  const block: Block = {
    lines: new Float64Array(blockSize * width),
    first: new Int32Array(blockSize),
    last: new Int32Array(blockSize),
    width,
  }

  const expectBlock = (rows: Rows, logWeights: Float64Array, groups: Float64Array): number => {
    for (let row = rows.from; row < rows.to; row++) {
      const group = persons.groups[row]! * width
      block.lines.set(logWeights.subarray(group, group + width), (row - rows.from) * width)
    }
    addLikelihoods(block, coded, table, rows)
    let logLikelihood = 0
    for (let row = rows.from; row < rows.to; row++) {
      const place = row - rows.from
      logLikelihood += normalise(block, place, persons.weights[row]!)
      const group = persons.groups[row]! * width
      for (let node = 0; node < width; node++) groups[group + node]! += block.lines[place * width + node]!
    }
    addPosteriors(block, coded, gathered, rows)
    return logLikelihood
  }

  const expect = ({ trace, logWeights }: NodeModel) => {
    const groups = new Float64Array(layout.latent.length * width)
    const categories = new Float64Array(layout.rows * width)
    let logLikelihood = 0
    for (const group of coded.groups) expandTable(group, trace, table, width)
    gathered.fill(0)
    for (let from = 0; from < total; from += blockSize) {
      logLikelihood += expectBlock({ from, to: Math.min(total, from + blockSize), total }, logWeights, groups)
    }
    for (const group of coded.groups) foldTable(group, gathered, categories, width)
    return { categories, ...summariseCategories(layout, nodes, categories), groups, logLikelihood }
  }
  return { name: 'byte-table', expect }
}
