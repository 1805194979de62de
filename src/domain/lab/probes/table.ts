import type { dynamodbFactIds } from '../../cloud/capacity/dynamodb.ts'
import type { FactValues } from '../../cloud/cloud-facts.ts'
import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../cloud/json.ts'
import { describeFault, readShape } from '../../cloud/shape.ts'
import { drawVariant } from '../draw-variant.ts'
import { invalid, type Probe } from '../grade.ts'
import type { ProbeAnswer, VariantPlan } from '../types.ts'
import { type TableDesign, tableDesignShape } from './table-design.ts'
import {
  canRead,
  entryBytes,
  overwritten,
  type QueryResult,
  runQuery,
  storeRows,
  type TableItem,
  wantedRows,
} from './table-query.ts'

type Facts = Pick<FactValues, (typeof dynamodbFactIds)[number]>

/** Rows drawn for each entity of a lab; `id` numbers those of an entity over all of its lines. */
function drawRows(plan: Json | undefined, seed: string): readonly JsonObject[] {
  if (!isJsonList(plan)) return []
  const numbers = new Map<string, number>()
  return plan.filter(isJsonObject).flatMap(({ entity, count, draw }) =>
    Array.from({ length: Number(count) }, () => {
      const name = String(entity)
      const number = (numbers.get(name) ?? 0) + 1
      numbers.set(name, number)
      return {
        entity: name,
        id: `${name[0]}${String(number).padStart(4, '0')}`,
        ...drawVariant(draw as unknown as VariantPlan, `${seed}/${name}/${number - 1}`),
      }
    }),
  )
}

const idsOf = (rows: readonly JsonObject[]): readonly string[] => rows.map(({ id }) => String(id))

/** The rows wanted in order: the newest first where that is asked for, up to a limit. */
function inOrder(rows: readonly JsonObject[], want: JsonObject): readonly JsonObject[] {
  const { by, order, limit } = want
  if (typeof by !== 'string' || typeof order !== 'string') return rows
  const sorted = [...rows].sort((left, right) => (String(left[by]) < String(right[by]) ? -1 : 1))
  const turned = order === 'newest first' ? sorted.reverse() : sorted
  return turned.slice(0, typeof limit === 'number' ? limit : undefined)
}

const few = (ids: readonly string[]): string =>
  ids.length > 4 ? `${ids.slice(0, 4).join(', ')} …` : ids.join(', ')

function compare(result: QueryResult, rows: readonly JsonObject[], want: JsonObject): ProbeAnswer {
  const wanted = inOrder(wantedRows(rows, want), want)
  const found = result.items.map(({ attributes }) => attributes)
  const needs = isJsonList(want.needs) ? want.needs.map(String) : []
  const hidden = needs.find((attribute) => !canRead(result.carries, attribute))
  if (hidden !== undefined) return { answer: 'wrong', because: `The index does not carry "${hidden}".` }
  const by = String(want.by)
  const same =
    typeof want.order === 'string'
      ? wanted.map((row) => row[by]).join() === found.map((row) => row[by]).join() &&
        found.every((row) => wantedRows([row], want).length === 1)
      : idsOf(wanted).toSorted().join() === idsOf(found).toSorted().join()
  const because = `The query gives ${found.length} items (${few(idsOf(found))}); ${wanted.length} are wanted (${few(idsOf(wanted))}).`
  return { answer: same ? 'right' : 'wrong', because }
}

/** Units of one query: whole read units for all of its bytes, half as many where reads may lag. */
function readUnits({ bytes, consistent }: QueryResult, facts: Facts): ProbeAnswer {
  const whole = Math.max(1, Math.ceil(bytes / facts['dynamodb-read-unit-bytes']))
  const units = consistent ? whole : whole * facts['dynamodb-eventual-read-factor']
  return { answer: units, because: `The query reads ${bytes} bytes, which are ${units} read units.` }
}

/** Units of one new item: those of the table, and of every index that gets an entry. */
function writeUnits(
  items: readonly TableItem[],
  entity: string,
  design: TableDesign,
  facts: Facts,
): ProbeAnswer {
  const item = items.find((each) => each.entity === entity)
  if (item === undefined) return invalid(`The design stores no "${entity}".`)
  const unitsOf = (bytes: number): number => Math.ceil(bytes / facts['dynamodb-write-unit-bytes'])
  const touched = (design.indexes ?? []).filter(
    ({ partition, sort }) =>
      item.keys[partition] !== undefined && (sort === undefined || item.keys[sort] !== undefined),
  )
  const entries = touched.map((index) => unitsOf(entryBytes(item, index)))
  const own = unitsOf(Number(item.attributes.bytes ?? 400))
  const units = own + entries.reduce((sum, each) => sum + each, 0)
  const because = `A new "${entity}" takes ${own} write units in the table and ${entries.join(' + ') || '0'} in ${touched.length} indexes.`
  return { answer: units, because }
}

function ask(design: TableDesign, asked: Readonly<Record<string, Json>>, facts: Facts): ProbeAnswer {
  const rows = drawRows(asked.rows, String(asked.seed))
  const items = storeRows(rows, design)
  const lost = overwritten(items, design)
  if (lost !== null) return { answer: 'wrong', because: lost }
  if (typeof asked.writes === 'string') return writeUnits(items, asked.writes, design, facts)
  const pattern = design.patterns[String(asked.pattern)]
  if (pattern === undefined) return invalid(`The design has no pattern "${String(asked.pattern)}".`)
  const values = isJsonObject(asked.values) ? asked.values : (rows.find(({ id }) => id === asked.of) ?? {})
  const result = runQuery(items, { design, pattern, values })
  if (!result.ok) return invalid(result.error)
  if (asked.tell === 'units') return readUnits(result.value, facts)
  return compare(result.value, rows, isJsonObject(asked.want) ? asked.want : {})
}

/**
 * Stores drawn rows in a table of the person's design and runs the query of one access pattern: `right` where it gives
 * exactly the rows wanted, in their order, else `wrong`. Parameters are `values`, or the attributes of the row `of`. With `tell: units` its read units, with `writes: entity` the
 * write units of a new item.
 */
export const tableProbe =
  (facts: Facts): Probe =>
  ({ design, ...asked }) => {
    const read = readShape(tableDesignShape, design)
    return read.ok ? ask(read.value, asked, facts) : invalid(read.error.faults.map(describeFault).join('; '))
  }
