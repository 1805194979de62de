import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { HofsteeJudgement } from '../domain/measurement/standard-setting/compromise.ts'
import { type ColumnRule, faultAt, type NumberRow, readNumbers } from './equate-tables.ts'
import type { Table, TableFault } from './ports.ts'

/** What judges expect beside their ratings; null where the table has no columns for it. */
export type Expectations = {
  /** Share of candidates who should reach the cut, by judge. */
  readonly passRates: ReadonlyMap<string, number> | null
  readonly bounds: readonly HofsteeJudgement[] | null
}

const rate = (column: string): ColumnRule => ({
  column,
  is: (value) => value >= 0 && value <= 1,
  expected: 'a share from 0 to 1',
})
const points = (column: string): ColumnRule => ({
  column,
  is: (value) => value >= 0 && Number.isFinite(value),
  expected: 'a number of points from 0',
})

const rateRules = [rate('passRate')]
const boundRules = [
  points('lowestCut'),
  points('highestCut'),
  rate('lowestFailRate'),
  rate('highestFailRate'),
]

const toBounds = ({ values }: NumberRow): HofsteeJudgement => {
  const [lowestCut, highestCut, lowestFailRate, highestFailRate] = values as [number, number, number, number]
  return { lowestCut, highestCut, lowestFailRate, highestFailRate }
}

const inOrder = (bounds: HofsteeJudgement): boolean =>
  bounds.lowestCut < bounds.highestCut && bounds.lowestFailRate <= bounds.highestFailRate

function readBounds(table: Table): Result<HofsteeJudgement[], TableFault> {
  const rows = readNumbers(table, boundRules)
  if (!rows.ok) return rows
  const wrong = rows.value.find((row) => !inOrder(toBounds(row)))
  if (wrong === undefined) return ok(rows.value.map(toBounds))
  return fail(faultAt(table, wrong.line, 1, 'a lowest bound is not below its highest'))
}

type Named = readonly [judge: string, passRate: number]

function readRates(table: Table, judgeAt: number): Result<Map<string, number>, TableFault> {
  const rows = readNumbers(table, rateRules)
  if (!rows.ok) return rows
  return ok(
    new Map(rows.value.map(({ cells, values }): Named => [cells[judgeAt] as string, values[0] as number])),
  )
}

function judgeFault(table: Table, judgeAt: number, judges: readonly string[]): TableFault | null {
  const named: string[] = []
  for (const row of table.rows) {
    if (!row.ok) return row.error
    const { line, cells } = row.value
    const judge = cells[judgeAt] as string
    if (named.includes(judge) || !judges.includes(judge))
      return faultAt(table, line, judgeAt + 1, `"${judge}" stands twice, or is no judge of the panel`)
    named.push(judge)
  }
  const missing = judges.find((judge) => !named.includes(judge))
  return missing === undefined ? null : faultAt(table, 1, 1, `there is no row of the judge "${missing}"`)
}

/** Reads a row per judge of the panel: `judge`, and `passRate` (Beuk) or the four bounds (Hofstee), or all of them. */
export function readExpectations(table: Table, judges: readonly string[]): Result<Expectations, TableFault> {
  const judgeAt = table.columns.indexOf('judge')
  if (judgeAt < 0) return fail(faultAt(table, 1, 1, 'there is no column "judge"'))
  const fault = judgeFault(table, judgeAt, judges)
  if (fault !== null) return fail(fault)
  const names = (rules: readonly ColumnRule[]) => rules.some(({ column }) => table.columns.includes(column))
  const [hasRates, hasBounds] = [names(rateRules), names(boundRules)]
  if (!hasRates && !hasBounds)
    return fail(faultAt(table, 1, 1, 'there is neither a column "passRate" nor the four bounds'))
  const passRates = hasRates ? readRates(table, judgeAt) : ok(null)
  if (!passRates.ok) return passRates
  const bounds = hasBounds ? readBounds(table) : ok(null)
  return bounds.ok ? ok({ passRates: passRates.value, bounds: bounds.value }) : bounds
}
