import { normaliseLine, type Span, spanOf } from '../model/posterior-line.ts'
import type { ResponseMatrix } from '../model/response-matrix.ts'
import { type CodedResponses, type CodeGroup, codeResponses } from './code-table.ts'
import { type Counts, summariseCategories } from './counts.ts'
import { addLine, type Kernel, type KernelData, linesOf, type NodeModel, type Persons } from './kernel.ts'

/** Persons whose node lines are worked on together; the block stays in the cache nearest to the processor. */
const blockSize = 64

/** A table with a line for each code of each group of items. */
type CodeTable = { readonly all: Float64Array; readonly lines: readonly Float64Array[] }

const makeTable = (size: number, width: number): CodeTable => {
  const all = new Float64Array(size * width)
  return { all, lines: linesOf(all, width) }
}

type Digit = { readonly digit: number; readonly stride: number; readonly offset: number }

/** For each code below the stride, the line of the code itself and that of the code with the digit set. */
function forEachPair(
  { lines }: CodeTable,
  { digit, stride, offset }: Digit,
  visit: (plain: Float64Array, digited: Float64Array) => void,
): void {
  for (let code = 0; code < stride; code++)
    visit(lines[offset + code]!, lines[offset + digit * stride + code]!)
}

/** ln P of every code of a group: item by item, the lines so far are repeated with each response added. */
function expandTable({ items, offset }: CodeGroup, trace: readonly Float64Array[], table: CodeTable): void {
  table.lines[offset]!.fill(0)
  for (const { item, radix, stride } of items) {
    for (let digit = radix - 1; digit >= 0; digit--) {
      const added = digit < item.categories ? trace[item.row + digit] : undefined
      forEachPair(table, { digit, stride, offset }, (plain, digited) => {
        if (digit > 0) digited.set(plain)
        if (added) addLine(digited, added)
      })
    }
  }
}

/** The reverse: expected counts by code become counts by item category, the last item first. */
function foldTable(
  { items, offset }: CodeGroup,
  table: CodeTable,
  categories: readonly Float64Array[],
): void {
  for (const { item, radix, stride } of items.toReversed()) {
    for (let digit = 0; digit < radix; digit++) {
      const counted = digit < item.categories ? categories[item.row + digit] : undefined
      forEachPair(table, { digit, stride, offset }, (plain, digited) => {
        if (counted) addLine(counted, digited)
        if (digit > 0) addLine(plain, digited)
      })
    }
  }
}

/** The persons worked on: rows from `from` up to, not including, `to`. */
type Rows = { readonly from: number; readonly to: number }

/** Everything a kernel keeps between E-steps: coded data, the two tables, and the lines of one block. */
type Workspace = {
  readonly persons: Persons
  readonly coded: CodedResponses
  readonly likelihoods: CodeTable
  readonly gathered: CodeTable
  readonly block: readonly Float64Array[]
  readonly spans: Span[]
}

/** Adds ln P of each person's responses to the person's line. */
function addLikelihoods({ persons, coded, likelihoods, block }: Workspace, { from, to }: Rows): void {
  coded.groups.forEach(({ offset }, place) => {
    const codes = place * persons.count
    for (let row = from; row < to; row++) {
      addLine(block[row - from]!, likelihoods.lines[offset + coded.codes[codes + row]!]!)
    }
  })
}

/** Adds each person's posterior to the line of each of the person's codes. */
function addPosteriors({ persons, coded, gathered, block, spans }: Workspace, { from, to }: Rows): void {
  coded.groups.forEach(({ offset }, place) => {
    const codes = place * persons.count
    for (let row = from; row < to; row++) {
      addLine(gathered.lines[offset + coded.codes[codes + row]!]!, block[row - from]!, spans[row - from])
    }
  })
}

type GroupLines = { readonly logWeights: readonly Float64Array[]; readonly persons: readonly Float64Array[] }

/** One block of persons from ln weights to gathered posteriors; gives its log-likelihood. */
function expectBlock(space: Workspace, rows: Rows, groups: GroupLines): number {
  const { persons, block, spans } = space
  for (let row = rows.from; row < rows.to; row++)
    block[row - rows.from]!.set(groups.logWeights[persons.groups[row]!]!)
  addLikelihoods(space, rows)
  let logLikelihood = 0
  for (let row = rows.from; row < rows.to; row++) {
    const person = row - rows.from
    const line = block[person]!
    logLikelihood += normaliseLine(line, persons.weights[row]!)
    spans[person] = spanOf(line)
    addLine(groups.persons[persons.groups[row]!]!, line, spans[person])
  }
  addPosteriors(space, rows)
  return logLikelihood
}

function makeWorkspace({ responses, persons, layout, nodes }: KernelData<ResponseMatrix>): Workspace {
  const everyone = Uint32Array.from({ length: persons.count }, (_, row) => row)
  const coded = codeResponses(responses, layout.items, everyone)
  return {
    persons,
    coded,
    likelihoods: makeTable(coded.size, nodes.length),
    gathered: makeTable(coded.size, nodes.length),
    block: linesOf(new Float64Array(blockSize * nodes.length), nodes.length),
    spans: [],
  }
}

/**
 * The general E-step: exact for any item models, missing responses and groups. Responses to up to eight items are one byte;
 * a table of ln P for every byte value turns a person's sum over items into a few look-ups, and the posteriors are gathered by
 * byte value before they are handed to the items.
 */
export function makeByteTableKernel(data: KernelData<ResponseMatrix>): Kernel {
  const { persons, layout, nodes } = data
  const width = nodes.length
  const space = makeWorkspace(data)
  const expect = ({ trace, logWeights }: NodeModel): Counts => {
    const groups = new Float64Array(layout.latent.length * width)
    const categories = new Float64Array(layout.rows * width)
    const groupLines = { logWeights: linesOf(logWeights, width), persons: linesOf(groups, width) }
    const traceLines = linesOf(trace, width)
    for (const group of space.coded.groups) expandTable(group, traceLines, space.likelihoods)
    space.gathered.all.fill(0)
    let logLikelihood = 0
    for (let from = 0; from < persons.count; from += blockSize) {
      logLikelihood += expectBlock(space, { from, to: Math.min(persons.count, from + blockSize) }, groupLines)
    }
    const categoryLines = linesOf(categories, width)
    for (const group of space.coded.groups) foldTable(group, space.gathered, categoryLines)
    return { categories, ...summariseCategories(layout, nodes, categories), groups, logLikelihood }
  }
  return { name: 'byte-table', expect }
}
