import { tableThroughput } from '../../cloud/capacity/dynamodb.ts'
import type { FactValues } from '../../cloud/cloud-facts.ts'
import { type DeedScenario, hoping, supposing } from '../capacity/deeds.ts'
import type { Misconception } from '../types.ts'

/** The load of a table in its peak second and how it is spread over values of the partition key. */
export type Table = {
  readonly reads: number
  readonly writes: number
  readonly itemBytes: number
  /** Share of the busiest key value in reads and writes, 0 to 1. */
  readonly hotReads: number
  readonly hotWrites: number
  /** Capacity units of the table; without a limit in on-demand mode. */
  readonly readUnits: number
  readonly writeUnits: number
  /** Share of the reads that a cache answers, 0 to 1. */
  readonly cached?: number
  /** Whether it costs more than another deed that serves, or gives up what the stem asks for. */
  readonly costly?: boolean
}

/** Units that a partition gives in a second; rationales state them. */
export const partitionUnits = { read: 3000, write: 1000 } as const

/** Units that a table needs for so many reads and writes of its items a second. */
export function unitsOf(
  { itemBytes }: Pick<Table, 'itemBytes'>,
  rates: { readonly reads: number; readonly writes: number },
  facts: FactValues,
): { readonly readUnits: number; readonly writeUnits: number } {
  const load = {
    reads: [{ itemBytes, perSecond: rates.reads, consistency: 'eventual' as const }],
    writes: [{ itemBytes, perSecond: rates.writes }],
  }
  return tableThroughput(load, facts).table
}

type Limits = { readonly table: boolean; readonly partition: boolean }

const holdsWithin =
  (limits: Limits) =>
  (table: Table, facts: FactValues): boolean => {
    const reads = table.reads * (1 - (table.cached ?? 0))
    const whole = unitsOf(table, { reads, writes: table.writes }, facts)
    const hot = unitsOf(
      table,
      { reads: reads * table.hotReads, writes: table.writes * table.hotWrites },
      facts,
    )
    const fitsTable = whole.readUnits <= table.readUnits && whole.writeUnits <= table.writeUnits
    const fitsPartition = hot.readUnits <= partitionUnits.read && hot.writeUnits <= partitionUnits.write
    return !table.costly && (!limits.table || fitsTable) && (!limits.partition || fitsPartition)
  }

/** Whether neither the table nor the partition of its busiest key value is throttled, at the least cost. */
export const isServed = holdsWithin({ table: true, partition: true })

/** Beliefs about what throttles a table. */
export const hotMisconceptions: readonly Misconception<DeedScenario<Table>>[] = [
  supposing(
    'capacity-goes-anywhere',
    'A table with more capacity serves any key value with all of it.',
    isServed,
    (table, facts) => {
      const needed = unitsOf(table, table, facts)
      const grows = table.writeUnits >= 2 * needed.writeUnits || table.readUnits >= 2 * needed.readUnits
      return grows ? { ...table, hotReads: 0, hotWrites: 0 } : table
    },
  ),
  supposing('cost-no-object', 'What ends the throttling is worth its price.', isServed, (table) => ({
    ...table,
    costly: false,
  })),
  hoping('cache-takes-writes', 'A cache in front of a table takes writes off it.', isServed),
  hoping('sort-key-spreads', 'A change of the sort key spreads the items of a partition key.', isServed),
  hoping('index-takes-load', 'An index with another key takes the load off the table.', isServed),
  hoping('fewer-calls-fewer-units', 'Several items in one call cost fewer capacity units.', isServed),
  hoping('spreading-helps-anyhow', 'Spreading a key over more values gives a table more capacity.', isServed),
]
