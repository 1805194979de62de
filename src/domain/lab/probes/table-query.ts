import { isJsonObject, type Json, type JsonObject } from '../../cloud/json.ts'
import { fail, ok, type Result } from '../../kernel/result.ts'
import type {
  Projection,
  SortCondition,
  TableDesign,
  TableIndexDesign,
  TablePattern,
} from './table-design.ts'

/** What is stored: attributes of the entity, and the keys that the design makes of them. */
export type TableItem = {
  readonly entity: string
  readonly attributes: JsonObject
  readonly keys: Readonly<Record<string, string>>
}

/** What a query gives back: items, which of their attributes can be read, and the bytes that were read. */
export type QueryResult = {
  readonly items: readonly TableItem[]
  readonly carries: Projection
  readonly bytes: number
  readonly consistent: boolean
}

/** Bytes of an index entry: keys, and what each projected attribute adds. Sizes are of the lab, not of the service. */
const keyBytes = 100
const attributeBytes = 40

/** Puts values in the place of `{name}`; undefined where one is missing, as an item without the attribute has no key. */
export function fillKey(template: string, values: JsonObject): string | undefined {
  let complete = true
  const text = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined || value === null) complete = false
    return String(value)
  })
  return complete ? text : undefined
}

/** The items of a design: those rows whose table keys are complete. */
export function storeRows(rows: readonly JsonObject[], { entities }: TableDesign): readonly TableItem[] {
  return rows.flatMap((row) => {
    const entity = String(row.entity)
    const made = Object.entries(entities[entity] ?? {}).map(([name, template]) => [
      name,
      fillKey(template, row),
    ])
    const keys = Object.fromEntries(made.filter(([, key]) => key !== undefined)) as Record<string, string>
    return [{ entity, attributes: row, keys }]
  })
}

const sizeOf = ({ attributes }: TableItem): number => Number(attributes.bytes ?? 400)

/** Bytes that an item takes in an index. */
export function entryBytes(item: TableItem, { project }: Pick<TableIndexDesign, 'project'>): number {
  if (project === 'all') return sizeOf(item)
  return keyBytes + (project === 'keys' ? 0 : project.length * attributeBytes)
}

function holds(condition: SortCondition, key: string, values: JsonObject): boolean {
  if ('equals' in condition) return key === fillKey(condition.equals, values)
  if ('begins' in condition) return key.startsWith(fillKey(condition.begins, values) ?? '\u0000')
  const [from, to] = condition.between.map((bound) => fillKey(bound, values) ?? '')
  return key >= (from ?? '') && key <= (to ?? '')
}

type Source = Pick<TableIndexDesign, 'partition' | 'sort' | 'project'> & { readonly isIndex: boolean }

function sourceOf(pattern: TablePattern, { table, indexes = [] }: TableDesign): Result<Source, string> {
  if (pattern.index === undefined) return ok({ ...table, project: 'all', isIndex: false })
  const index = indexes.find(({ name }) => name === pattern.index)
  if (index === undefined) return fail(`There is no index "${pattern.index}".`)
  if (pattern.consistent === true) return fail('A global secondary index has no strongly consistent reads.')
  return ok({ ...index, isIndex: true })
}

function selected(items: readonly TableItem[], pattern: TablePattern, source: Source, values: JsonObject) {
  const wanted = fillKey(pattern.partition, values)
  const { partition, sort } = source
  const inside = items.filter(
    ({ keys }) =>
      keys[partition] === wanted && wanted !== undefined && (sort === undefined || keys[sort] !== undefined),
  )
  const { sort: condition } = pattern
  const narrowed =
    condition === undefined || sort === undefined
      ? inside
      : inside.filter(({ keys }) => holds(condition, keys[sort] ?? '', values))
  const order = (item: TableItem): string => (sort === undefined ? '' : (item.keys[sort] ?? ''))
  const sorted = [...narrowed].sort((left, right) => (order(left) < order(right) ? -1 : 1))
  return pattern.newestFirst === true ? sorted.reverse() : sorted
}

function limitOf({ limit }: TablePattern, values: JsonObject): number {
  const text = limit === undefined ? undefined : fillKey(limit, values)
  return text === undefined ? Number.POSITIVE_INFINITY : Number(text)
}

/** Runs the query of a pattern, or says why the service would not. */
export function runQuery(
  items: readonly TableItem[],
  {
    design,
    pattern,
    values,
  }: { readonly design: TableDesign; readonly pattern: TablePattern; readonly values: JsonObject },
): Result<QueryResult, string> {
  const source = sourceOf(pattern, design)
  if (!source.ok) return source
  const found = selected(items, pattern, source.value, values).slice(0, limitOf(pattern, values))
  return ok({
    items: found,
    carries: source.value.project,
    bytes: found.reduce((sum, item) => sum + entryBytes(item, source.value), 0),
    consistent: pattern.consistent === true,
  })
}

/** True where an attribute can be read from what a query carries. */
export const canRead = (carries: Projection, attribute: string): boolean =>
  carries === 'all' || (carries !== 'keys' && carries.includes(attribute))

/** Two items of one table may not have the same keys: the later would overwrite the earlier. */
export function overwritten(items: readonly TableItem[], { table }: TableDesign): string | null {
  const seen = new Set<string>()
  for (const { keys, entity } of items) {
    const [partition, sort] = [keys[table.partition], table.sort === undefined ? '' : keys[table.sort]]
    if (partition === undefined || sort === undefined)
      return `An item of "${entity}" has no ${partition === undefined ? table.partition : table.sort}.`
    const name = `${partition}\u0000${sort}`
    if (seen.has(name))
      return `Two items of "${entity}" share the key ${partition} / ${sort}: one overwrites the other.`
    seen.add(name)
  }
  return null
}

/** Rows of the lab that a pattern must find, by equal attributes and an optional range of one. */
export function wantedRows(rows: readonly JsonObject[], want: Json | undefined): readonly JsonObject[] {
  if (!isJsonObject(want)) return []
  const { entity, where, from, to, by } = want
  const equal = isJsonObject(where) ? Object.entries(where) : []
  return rows.filter((row) => {
    if (row.entity !== entity || equal.some(([name, value]) => row[name] !== value)) return false
    const held = String(row[String(by)] ?? '')
    return (typeof from !== 'string' || held >= from) && (typeof to !== 'string' || held <= to)
  })
}
