import { fail, ok, type Result } from '../domain/kernel/result.ts'
import {
  type AngoffRatings,
  type AngoffRounds,
  carryToAbility,
  setAngoffStandardInRounds,
} from '../domain/measurement/standard-setting/angoff.ts'
import { type ColumnRule, faultAt, type NumberRow, readNumbers, readParameters } from './equate-tables.ts'
import type { Ports, Table, TableFault } from './ports.ts'

/** The cut score that a panel sets, and how the panel came to it. */
export type PanelCut = {
  /** Raw points on the rated items. */
  readonly cut: number
  readonly standardDeviation: number
  readonly standardError: number
  readonly judges: readonly {
    readonly judge: string
    readonly sum: number
    readonly agreement: number | null
  }[]
  readonly items: readonly {
    readonly item: string
    readonly mean: number
    readonly standardDeviation: number
  }[]
  readonly rounds: readonly {
    readonly round: number
    readonly cut: number
    readonly standardDeviation: number
    readonly standardError: number
  }[]
  /** The ability whose expected score is the cut, where item parameters are given. */
  readonly ability?: { readonly theta: number; readonly standardError: number }
}

/** The rounds do not have the same judges. */
export type JudgesDiffer = { readonly code: 'judges-differ'; readonly round: number }
/** The parameters lack an item that was rated. */
export type RatedItemUnknown = {
  readonly code: 'rated-item-unknown'
  readonly file: string
  readonly item: string
}

/** A panel's ratings, round by round, in the order of judges and items. */
export type Panel = {
  readonly judges: readonly string[]
  readonly items: readonly string[]
  readonly rounds: readonly AngoffRatings[]
  /** The rounds' numbers, ascending. */
  readonly numbers: readonly number[]
}

const roundRule: ColumnRule = {
  column: 'round',
  is: (value) => Number.isInteger(value) && value >= 1,
  expected: 'a whole number from 1',
  otherwise: 1,
}

const ratingRule = (column: string): ColumnRule => ({
  column,
  is: (value) => value >= 0 && value <= 1,
  expected: 'a probability from 0 to 1',
})

type RatedRow = { readonly judge: string; readonly round: number; readonly ratings: readonly number[] }

function readRatings(table: Table): Result<{ items: string[]; rows: RatedRow[] }, TableFault> {
  const judgeAt = table.columns.indexOf('judge')
  if (judgeAt < 0) return fail(faultAt(table, 1, 1, 'there is no column "judge"'))
  const items = table.columns.filter((column) => column !== 'judge' && column !== 'round')
  if (items.length === 0) return fail(faultAt(table, 1, 1, 'there is no column for an item'))
  const rows = readNumbers(table, [roundRule, ...items.map(ratingRule)])
  if (!rows.ok) return rows
  const seen = new Set<string>()
  for (const { line, cells, values } of rows.value) {
    const key = `${values[0]} ${cells[judgeAt]}`
    if (seen.has(key))
      return fail(faultAt(table, line, judgeAt + 1, `${cells[judgeAt]} rates twice in round ${values[0]}`))
    seen.add(key)
  }
  const toRow = ({ cells, values: [round, ...ratings] }: NumberRow): RatedRow => ({
    judge: cells[judgeAt] as string,
    round: round as number,
    ratings,
  })
  return ok({ items, rows: rows.value.map(toRow) })
}

function gatherRounds(items: readonly string[], rows: readonly RatedRow[]): Result<Panel, JudgesDiffer> {
  const numbers = [...new Set(rows.map(({ round }) => round))].sort((a, b) => a - b)
  const judges = rows.filter(({ round }) => round === numbers[0]).map(({ judge }) => judge)
  const rounds: AngoffRatings[] = []
  for (const number of numbers) {
    const byJudge = new Map(
      rows.filter(({ round }) => round === number).map((row) => [row.judge, row.ratings]),
    )
    if (byJudge.size !== judges.length || !judges.every((judge) => byJudge.has(judge)))
      return fail({ code: 'judges-differ', round: number })
    rounds.push(judges.map((judge) => byJudge.get(judge) as readonly number[]))
  }
  return ok({ judges, items, rounds, numbers })
}

/** Reads the ratings of a panel: a row per judge and round, columns `judge`, `round` (1 when left out) and one per item. */
export function readPanel(table: Table): Result<Panel, TableFault | JudgesDiffer> {
  const rated = readRatings(table)
  return rated.ok ? gatherRounds(rated.value.items, rated.value.rows) : rated
}

function describe({ judges, items, numbers }: Panel, { rounds, final }: AngoffRounds): PanelCut {
  const { cut, standardDeviation, standardError } = final
  return {
    cut,
    standardDeviation,
    standardError,
    judges: final.judges.map(({ sum, agreement }, index) => ({
      judge: judges[index] as string,
      sum,
      agreement: Number.isNaN(agreement) ? null : agreement,
    })),
    items: final.items.map(({ mean, standardDeviation: spread }, index) => ({
      item: items[index] as string,
      mean,
      standardDeviation: spread,
    })),
    rounds: rounds.map((round, index) => ({
      round: numbers[index] as number,
      cut: round.cut,
      standardDeviation: round.standardDeviation,
      standardError: round.standardError,
    })),
  }
}

export type PanelRequest = {
  /** File of the ratings: a row per judge and round, columns `judge`, `round` (1 when left out) and one per item. */
  readonly ratings: string
  /** File of item parameters, to carry the cut to the theta scale. */
  readonly items?: string
  readonly scale: number
}

export type PanelRefusal = TableFault | JudgesDiffer | RatedItemUnknown

async function abilityOf(
  ports: Pick<Ports, 'tables'>,
  { items: file, scale }: PanelRequest,
  cut: PanelCut,
): Promise<Result<PanelCut, PanelRefusal>> {
  if (file === undefined) return ok(cut)
  const table = await ports.tables.read(file)
  if (!table.ok) return table
  const parameters = readParameters(table.value, scale)
  if (!parameters.ok) return parameters
  const rated = cut.items.map(({ item }) => parameters.value.get(item))
  const unknown = rated.indexOf(undefined)
  if (unknown >= 0)
    return fail({ code: 'rated-item-unknown', file, item: cut.items[unknown]?.item as string })
  const known = rated.flatMap((item) => item ?? [])
  return ok({ ...cut, ability: carryToAbility(cut, known) })
}

/** Sets a cut score from the ratings of a panel by the modified Angoff method; the last round decides. */
export async function setAngoffCut(
  ports: Pick<Ports, 'tables'>,
  request: PanelRequest,
): Promise<Result<PanelCut, PanelRefusal>> {
  const table = await ports.tables.read(request.ratings)
  if (!table.ok) return table
  const panel = readPanel(table.value)
  if (!panel.ok) return panel
  return abilityOf(ports, request, describe(panel.value, setAngoffStandardInRounds(panel.value.rounds)))
}
