import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { AnchoredScore } from '../domain/measurement/equating/common-items.ts'
import type { ScoreFrequencies } from '../domain/measurement/equating/score-frequencies.ts'
import { fromScale, type ItemParameters } from '../domain/measurement/model/item-parameters.ts'
import type { Table, TableFault } from './ports.ts'

/** What the cells of a column have to be; a column with `otherwise` may be missing, as may its cells. */
export type ColumnRule = {
  readonly column: string
  readonly is: (value: number) => boolean
  readonly expected: string
  readonly otherwise?: number
}

/** The numbers of one row, in the order of the rules, and where they stand. */
export type NumberRow = {
  readonly line: number
  readonly values: readonly number[]
  readonly cells: readonly string[]
}

/** A fault at a place of a table, line and column from 1. */
export const faultAt = (table: Table, line: number, column: number, reason: string): TableFault => ({
  code: 'table-malformed',
  file: table.file,
  line,
  column,
  reason,
})

function missingColumn(table: Table, rules: readonly ColumnRule[]): TableFault | null {
  const missing = rules.find(
    ({ column, otherwise }) => otherwise === undefined && !table.columns.includes(column),
  )
  if (missing === undefined) return null
  return faultAt(
    table,
    1,
    1,
    `there is no column "${missing.column}"; the header names ${table.columns.join(', ')}`,
  )
}

function readCell(rule: ColumnRule, cell: string | undefined): number {
  if (cell === undefined || cell === '') return rule.otherwise ?? Number.NaN
  return Number(cell)
}

/**
 * Reads the named columns of a table as numbers.
 *
 * @returns one entry per row, or the first place that is not as its rule says
 */
export function readNumbers(table: Table, rules: readonly ColumnRule[]): Result<NumberRow[], TableFault> {
  const missing = missingColumn(table, rules)
  if (missing !== null) return fail(missing)
  const positions = rules.map(({ column }) => table.columns.indexOf(column))
  const rows: NumberRow[] = []
  for (const row of table.rows) {
    if (!row.ok) return row
    const { line, cells } = row.value
    const values = rules.map((rule, index) => readCell(rule, cells[positions[index] as number]))
    const wrong = rules.findIndex((rule, index) => !rule.is(values[index] as number))
    if (wrong >= 0) {
      const { column, expected } = rules[wrong] as ColumnRule
      return fail(faultAt(table, line, (positions[wrong] as number) + 1, `${column} is not ${expected}`))
    }
    rows.push({ line, values, cells })
  }
  return rows.length > 0 ? ok(rows) : fail(faultAt(table, 2, 1, 'there is no row below the header'))
}

const score = { is: Number.isInteger, expected: 'a whole number' }
const scoreRule: ColumnRule = { column: 'score', ...score }
const anchorRule: ColumnRule = { column: 'anchor', ...score }
const countRule: ColumnRule = {
  column: 'count',
  is: (value) => value >= 0 && Number.isFinite(value),
  expected: 'a number of 0 or more',
  otherwise: 1,
}

const widestScale = 10_000

function countUp(
  table: Table,
  scores: readonly number[],
  counts: readonly number[],
): Result<ScoreFrequencies, TableFault> {
  const [lowest, highest] = scores.reduce(
    ([low, high], each) => [Math.min(low, each), Math.max(high, each)],
    [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY] as [number, number],
  )
  if (highest - lowest > widestScale)
    return fail(faultAt(table, 2, 1, `scores lie further apart than ${widestScale} points`))
  const frequencies = new Array<number>(highest - lowest + 1).fill(0)
  scores.forEach((each, index) => {
    frequencies[each - lowest] = (frequencies[each - lowest] as number) + (counts[index] as number)
  })
  if (frequencies.reduce((sum, count) => sum + count, 0) > 1) return ok({ lowest, counts: frequencies })
  return fail(faultAt(table, 2, 1, 'fewer than two scores are counted'))
}

/** Reads a score distribution: columns `score` and `count`; without `count` each row is one candidate. */
export function readFrequencies(table: Table): Result<ScoreFrequencies, TableFault> {
  const rows = readNumbers(table, [scoreRule, countRule])
  if (!rows.ok) return rows
  const column = (index: number): number[] => rows.value.map(({ values }) => values[index] as number)
  return countUp(table, column(0), column(1))
}

/** Scores of candidates on a form and on its anchor, with how often each pair occurred. */
export type AnchoredScores = {
  readonly pairs: readonly AnchoredScore[]
  readonly scores: ScoreFrequencies
  readonly anchors: ScoreFrequencies
}

/** Reads paired scores: columns `score`, `anchor` and, if the rows are not one candidate each, `count`. */
export function readAnchoredScores(table: Table): Result<AnchoredScores, TableFault> {
  const rows = readNumbers(table, [scoreRule, anchorRule, countRule])
  if (!rows.ok) return rows
  const column = (index: number): number[] => rows.value.map(({ values }) => values[index] as number)
  const scores = countUp(table, column(0), column(2))
  if (!scores.ok) return scores
  const anchors = countUp(table, column(1), column(2))
  if (!anchors.ok) return anchors
  const pairs = rows.value.map(({ values: [each, anchor, count] }) => ({ score: each, anchor, count }))
  return ok({ pairs: pairs as AnchoredScore[], scores: scores.value, anchors: anchors.value })
}

const finite = { is: Number.isFinite, expected: 'a number' }
const parameterRules: readonly ColumnRule[] = [
  { column: 'a', ...finite },
  { column: 'b', ...finite },
  { column: 'c', is: (value) => value >= 0 && value < 1, expected: 'from 0 to below 1', otherwise: 0 },
  { column: 'd', is: (value) => value > 0 && value <= 1, expected: 'above 0 to 1', otherwise: 1 },
]

/** Reads item parameters by item name: columns `item`, `a`, `b` and, where they are not 0 and 1, `c` and `d`. */
export function readParameters(
  table: Table,
  scale: number,
): Result<ReadonlyMap<string, ItemParameters>, TableFault> {
  const nameAt = table.columns.indexOf('item')
  if (nameAt < 0) return fail(faultAt(table, 1, 1, 'there is no column "item"'))
  const rows = readNumbers(table, parameterRules)
  if (!rows.ok) return rows
  const items = new Map<string, ItemParameters>()
  for (const { line, values, cells } of rows.value) {
    const name = cells[nameAt] as string
    const [a, b, c, d] = values as [number, number, number, number]
    if (name === '' || items.has(name))
      return fail(faultAt(table, line, nameAt + 1, `the item "${name}" is unnamed or listed twice`))
    if (!(c < d)) return fail(faultAt(table, line, nameAt + 1, `c of "${name}" is not below d`))
    items.set(name, fromScale({ a, b, c, d }, scale))
  }
  return ok(items)
}
