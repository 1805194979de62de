import type { FactValues } from '../cloud-facts.ts'
import { aFlag, aNumber, aText, aWord, listOf, optional, record, type Shape } from '../shape.ts'
import { requireAtLeast, requireWithin } from './require-number.ts'
import { wholeUp } from './round.ts'

/** Facts that the throughput of a table depends on. */
export const dynamodbFactIds = [
  'dynamodb-read-unit-bytes',
  'dynamodb-write-unit-bytes',
  'dynamodb-eventual-read-factor',
  'dynamodb-transaction-factor',
  'dynamodb-item-bytes',
] as const

type Facts = Pick<FactValues, (typeof dynamodbFactIds)[number]>

/** Reads of one size, in bytes, and their rate per second. A query counts with the bytes of its whole result. */
export type TableRead = {
  readonly itemBytes: number
  readonly perSecond: number
  readonly consistency: 'eventual' | 'strong' | 'transactional'
}

/** Writes of one size, in bytes, and their rate per second; a delete or update counts with the larger image. */
export type TableWrite = {
  readonly itemBytes: number
  readonly perSecond: number
  readonly transactional?: boolean
}

/**
 * A global secondary index: eventually consistent reads, and the table's writes that touch its entries. `rekeys` marks
 * writes that change the index key, which delete the old entry and put a new one.
 */
export type TableIndex = {
  readonly name: string
  readonly reads?: readonly { readonly entryBytes: number; readonly perSecond: number }[]
  readonly writes?: readonly {
    readonly entryBytes: number
    readonly perSecond: number
    readonly rekeys?: boolean
  }[]
}

/** The load on a table. */
export type TableLoad = {
  readonly reads?: readonly TableRead[]
  readonly writes?: readonly TableWrite[]
  readonly indexes?: readonly TableIndex[]
}

/** Capacity units per second, whole. */
export type Units = { readonly readUnits: number; readonly writeUnits: number }

/** What to provision for the table, for each index, and together. */
export type TableThroughput = {
  readonly table: Units
  readonly indexes: readonly (Units & { readonly name: string })[]
  readonly total: Units
}

/** The form of a load. */
export const tableLoadShape: Shape<TableLoad> = record<TableLoad>({
  reads: optional(
    listOf(
      record<TableRead>({
        itemBytes: aNumber,
        perSecond: aNumber,
        consistency: aWord('eventual', 'strong', 'transactional'),
      }),
    ),
  ),
  writes: optional(
    listOf(record<TableWrite>({ itemBytes: aNumber, perSecond: aNumber, transactional: optional(aFlag) })),
  ),
  indexes: optional(
    listOf(
      record<TableIndex>({
        name: aText,
        reads: optional(
          listOf(
            record<NonNullable<TableIndex['reads']>[number]>({ entryBytes: aNumber, perSecond: aNumber }),
          ),
        ),
        writes: optional(
          listOf(
            record<NonNullable<TableIndex['writes']>[number]>({
              entryBytes: aNumber,
              perSecond: aNumber,
              rekeys: optional(aFlag),
            }),
          ),
        ),
      }),
    ),
  ),
})

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Units of one request: each request is rounded up by itself, one unit at least. */
const unitsOf = (bytes: number, unitBytes: number): number => Math.max(1, Math.ceil(bytes / unitBytes))

function readUnits({ itemBytes, perSecond, consistency }: TableRead, facts: Facts): number {
  requireAtLeast('itemBytes', itemBytes, 0)
  requireAtLeast('perSecond', perSecond, 0)
  const factor = {
    eventual: facts['dynamodb-eventual-read-factor'],
    strong: 1,
    transactional: facts['dynamodb-transaction-factor'],
  }[consistency]
  return unitsOf(itemBytes, facts['dynamodb-read-unit-bytes']) * factor * perSecond
}

function writeUnits(bytes: number, perSecond: number, facts: Facts): number {
  requireWithin('bytes written', bytes, [0, facts['dynamodb-item-bytes']])
  requireAtLeast('perSecond', perSecond, 0)
  return unitsOf(bytes, facts['dynamodb-write-unit-bytes']) * perSecond
}

function indexUnits({ name, reads, writes }: TableIndex, facts: Facts) {
  const read = (reads ?? []).map(({ entryBytes, perSecond }) =>
    readUnits({ itemBytes: entryBytes, perSecond, consistency: 'eventual' }, facts),
  )
  const written = (writes ?? []).map(
    ({ entryBytes, perSecond, rekeys }) => writeUnits(entryBytes, perSecond, facts) * (rekeys ? 2 : 1),
  )
  return { name, readUnits: wholeUp(sum(read)), writeUnits: wholeUp(sum(written)) }
}

/**
 * Provisioned capacity for a load. Reads: ceil(bytes / 4096) units each, times 0.5 when eventually consistent, times 2 when
 * transactional. Writes: ceil(bytes / 1024) units each, times 2 when transactional. Rates multiply, and the sum of a table
 * or an index is rounded up.
 *
 * @throws RangeError for negative sizes and rates, or writes larger than an item may be
 * @see Amazon DynamoDB developer guide, DynamoDB read and write operations; Global secondary indexes (provisioned
 * throughput considerations)
 * @example tableThroughput({ reads: [{ itemBytes: 6000, perSecond: 10, consistency: 'strong' }] }, { 'dynamodb-read-unit-bytes': 4096 }).table.readUnits // 20
 */
export function tableThroughput(load: TableLoad, facts: Facts): TableThroughput {
  const reads = (load.reads ?? []).map((read) => readUnits(read, facts))
  const writes = (load.writes ?? []).map(
    ({ itemBytes, perSecond, transactional }) =>
      writeUnits(itemBytes, perSecond, facts) * (transactional ? facts['dynamodb-transaction-factor'] : 1),
  )
  const table: Units = { readUnits: wholeUp(sum(reads)), writeUnits: wholeUp(sum(writes)) }
  const indexes = (load.indexes ?? []).map((index) => indexUnits(index, facts))
  const all = [table, ...indexes]
  const total: Units = {
    readUnits: sum(all.map((one) => one.readUnits)),
    writeUnits: sum(all.map((one) => one.writeUnits)),
  }
  return { table, indexes, total }
}
