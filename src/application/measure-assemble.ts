import { apportion } from '../domain/form/apportion.ts'
import type { AssemblyRules, InformationAim, PoolItem, Range } from '../domain/form/parallel/types.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { informationAt } from '../domain/measurement/model/information.ts'
import type { ItemParameters } from '../domain/measurement/model/item-parameters.ts'
import { type Assembly, type AssemblyRefusal, assembleForms } from './assemble-forms.ts'
import { type ColumnRule, faultAt, type NumberRow, readNumbers, readParameters } from './equate-tables.ts'
import { readTextColumn } from './measure-tables.ts'
import type { Ports, Table, TableFault } from './ports.ts'

/** How many items a label gets on a form: from `low` to `high`, or a share of the length. */
export type LabelShare = { readonly label: string } & (Range | { readonly percent: number })

/** What a person asks of assembly. */
export type AssembleRequest = {
  /** File of the pool: item, a, b, domain and, if used, c, d, kind, seconds, enemies (names with spaces between), set, uses. */
  readonly items: string
  readonly scale: number
  readonly forms: number
  readonly length: number
  /** Items by domain, or a file with the columns domain and items. */
  readonly blueprint: readonly LabelShare[] | string
  readonly kinds?: readonly LabelShare[]
  readonly minutes?: Range
  readonly sets?: Range
  readonly mostUses?: number
  /** Abilities at which information counts. */
  readonly at: readonly number[]
  /** Information wanted at each of them; unless told that of as many average items of the pool. `most`: as much as possible. */
  readonly target?: readonly number[] | 'most'
  readonly seed: string
  readonly swaps?: number
}

/** Assembled forms with what was aimed at; `targets` is null where the aim is the most information. */
export type AssembleAnswer = Assembly & {
  readonly at: readonly number[]
  readonly targets: readonly number[] | null
}

export type AssembleFault =
  | TableFault
  | AssemblyRefusal
  | { readonly code: 'targets-unmatched'; readonly abilities: number; readonly targets: number }
  | { readonly code: 'label-unknown'; readonly label: string; readonly known: readonly string[] }

const optional: readonly ColumnRule[] = [
  {
    column: 'seconds',
    is: (value) => value >= 0 && Number.isFinite(value),
    expected: '0 or more',
    otherwise: 0,
  },
  {
    column: 'uses',
    is: (value) => value >= 0 && Number.isInteger(value),
    expected: 'a whole number of 0 or more',
    otherwise: 0,
  },
]

/** Reads how many items a label gets: `20`, `11-15` or `30%`. */
export function parseShare(label: string, text: string): LabelShare | undefined {
  const found = /^(\d+)(?:-(\d+))?$/.exec(text)
  if (found) {
    const [low, high] = [Number(found[1]), Number(found[2] ?? found[1])]
    return low <= high ? { label, low, high } : undefined
  }
  const percent = /^(\d+(?:\.\d+)?)\s*%$/.exec(text)
  return percent ? { label, percent: Number(percent[1]) } : undefined
}

function toPoolItem(
  table: Table,
  { cells, values: [seconds, uses] }: NumberRow,
  informationOf: (id: string) => readonly number[],
): PoolItem {
  const cell = (column: string): string => cells[table.columns.indexOf(column)] ?? ''
  return {
    id: cell('item'),
    domain: cell('domain'),
    kind: cell('kind'),
    seconds: seconds!,
    uses: uses!,
    enemies: cell('enemies')
      .split(/[\s;]+/)
      .filter((name) => name !== ''),
    set: cell('set') || null,
    information: informationOf(cell('item')),
  }
}

function toPool(
  table: Table,
  parameters: ReadonlyMap<string, ItemParameters>,
  at: readonly number[],
): Result<readonly PoolItem[], TableFault> {
  const domainAt = table.columns.indexOf('domain')
  if (domainAt < 0) return fail(faultAt(table, 1, 1, 'there is no column "domain"'))
  const rows = readNumbers(table, optional)
  if (!rows.ok) return rows
  const nameless = rows.value.find(({ cells }) => cells[domainAt] === '')
  if (nameless) return fail(faultAt(table, nameless.line, domainAt + 1, 'domain is empty'))
  const informationOf = (id: string): number[] =>
    at.map((ability) => informationAt(ability, parameters.get(id)!))
  return ok(rows.value.map((row) => toPoolItem(table, row, informationOf)))
}

async function readPool(
  ports: Pick<Ports, 'tables'>,
  { items, scale, at }: AssembleRequest,
): Promise<Result<readonly PoolItem[], TableFault>> {
  const table = await ports.tables.read(items)
  if (!table.ok) return table
  const parameters = readParameters(table.value, scale)
  return parameters.ok ? toPool(table.value, parameters.value, at) : parameters
}

async function readBlueprint(
  ports: Pick<Ports, 'tables'>,
  blueprint: AssembleRequest['blueprint'],
): Promise<Result<readonly LabelShare[], TableFault>> {
  if (typeof blueprint !== 'string') return ok(blueprint)
  const labels = await readTextColumn(ports, blueprint, 'domain')
  if (!labels.ok) return labels
  const counts = await readTextColumn(ports, blueprint, 'items')
  if (!counts.ok) return counts
  const { table, texts } = counts.value
  const shares = texts.map((text, row) => parseShare(labels.value.texts[row]!, text))
  const wrong = shares.indexOf(undefined)
  if (wrong === -1) return ok(shares.flatMap((share) => share ?? []))
  const reason = `"${texts[wrong]}" is neither a count (20), nor a range (11-15), nor a share (30%)`
  return fail(faultAt(table, wrong + 2, table.columns.indexOf('items') + 1, reason))
}

/** Ranges by label. Shares divide the length by largest remainders, where every label has one; else each is rounded. */
function toRanges(shares: readonly LabelShare[], length: number): Record<string, Range> {
  const percents = shares.map((share) => ('percent' in share ? share.percent : 0))
  const divided = shares.every((share) => 'percent' in share)
    ? apportion(length, percents)
    : percents.map((percent) => Math.round((length * percent) / 100))
  return Object.fromEntries(
    shares.map((share, index) => [
      share.label,
      'percent' in share
        ? { low: divided[index]!, high: divided[index]! }
        : { low: share.low, high: share.high },
    ]),
  )
}

const minutesToSeconds = ({ low, high }: Range): Range => ({ low: low * 60, high: high * 60 })

function toRules(request: AssembleRequest, blueprint: readonly LabelShare[]): AssemblyRules {
  const { forms, length, kinds, minutes, sets, mostUses } = request
  return {
    forms,
    length,
    domains: toRanges(blueprint, length),
    ...(kinds && { kinds: toRanges(kinds, length) }),
    ...(minutes && { seconds: minutesToSeconds(minutes) }),
    ...(sets && { sets }),
    ...(mostUses !== undefined && { mostUses }),
  }
}

function toAim({ at, target, length }: AssembleRequest, pool: readonly PoolItem[]): InformationAim {
  if (target === 'most') return { kind: 'most', abilities: at.length }
  const average = (index: number): number =>
    (length * pool.reduce((sum, { information }) => sum + information[index]!, 0)) / pool.length
  return { kind: 'target', values: target ?? at.map((_, index) => average(index)) }
}

/** A label that no item of the pool has: most likely a slip of the pen. */
function unknownLabel(
  pool: readonly PoolItem[],
  { domains, kinds = {} }: AssemblyRules,
): AssembleFault | null {
  for (const [property, ranges] of [
    ['domain', domains],
    ['kind', kinds],
  ] as const) {
    const known = [...new Set(pool.map((item) => item[property]))]
    const label = Object.keys(ranges).find((each) => !known.includes(each))
    if (label !== undefined) return { code: 'label-unknown', label, known }
  }
  return null
}

/** Assembles parallel forms from a file of items. */
export async function assembleFromFile(
  ports: Pick<Ports, 'tables' | 'linearSolver'>,
  request: AssembleRequest,
): Promise<Result<AssembleAnswer, AssembleFault>> {
  const { at, target, seed, swaps } = request
  if (Array.isArray(target) && target.length !== at.length)
    return fail({ code: 'targets-unmatched', abilities: at.length, targets: target.length })
  const pool = await readPool(ports, request)
  if (!pool.ok) return pool
  const blueprint = await readBlueprint(ports, request.blueprint)
  if (!blueprint.ok) return blueprint
  const rules = toRules(request, blueprint.value)
  const unknown = unknownLabel(pool.value, rules)
  if (unknown) return fail(unknown)
  const aim = toAim(request, pool.value)
  const effort = { seed, ...(swaps !== undefined && { swaps }) }
  const assembly = await assembleForms(ports, { pool: pool.value, rules, aim }, effort)
  if (!assembly.ok) return assembly
  return ok({ ...assembly.value, at, targets: aim.kind === 'target' ? aim.values : null })
}
