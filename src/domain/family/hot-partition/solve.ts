import { tableThroughput } from '../../cloud/capacity/dynamodb.ts'
import { wholeUp } from '../../cloud/capacity/round.ts'
import type { FactValues } from '../../cloud/cloud-facts.ts'
import { plan } from '../capacity/plans.ts'
import type { Setting } from '../parts/setting.ts'
import type { Answers, Misconception } from '../types.ts'

/** Changes that leave the partition key as it is. */
export type Aside = 'mode' | 'cache' | 'sort-key'

/** What can be proposed: a number of suffixes, write units for the table, or another change. */
export type HotPlan = 'suffix' | 'capacity' | Aside

/** Writes to a table, most of them under one key value. */
export type HotScenario = {
  readonly setting: Setting
  readonly rendering: number
  /** Wording of the options. */
  readonly style: number
  /** Wording of what the sort key and the readers of the table mean for the busiest value. */
  readonly reason: number
  /** What the partition key identifies: "tenant". */
  readonly owner: string
  readonly perSecond: number
  /** Share of the writes that goes to the busiest key value, in percent. */
  readonly share: number
  /** Size of an item in tenths of a KB. */
  readonly tenths: number
  readonly keys: number
  readonly asides: readonly Aside[]
}

/** Write units that a partition takes in a second; the rationale states them. */
export const partitionUnits = 1000

/** Write units a second of so many writes. */
export function unitsOf(perSecond: number, { tenths }: HotScenario, facts: FactValues): number {
  const writes = [{ itemBytes: Math.round((tenths * 1024) / 10), perSecond }]
  return tableThroughput({ writes }, facts).table.writeUnits
}

/** Writes a second under the busiest key value. */
export const hotWrites = ({ perSecond, share }: HotScenario): number => Math.round((perSecond * share) / 100)

/** Write units a second under the busiest key value. */
export const hotUnits = (scenario: HotScenario, facts: FactValues): number =>
  unitsOf(hotWrites(scenario), scenario, facts)

/** Write units that the table has: more than its writes need. */
export const tableUnits = (scenario: HotScenario, facts: FactValues): number =>
  wholeUp((unitsOf(scenario.perSecond, scenario, facts) * 1.15) / 500) * 500

const suffixesFor = (units: number): number => wholeUp(units / partitionUnits)

/** Suffixes that bring the busiest value within what a partition takes. */
export const solveHot = (scenario: HotScenario, facts: FactValues): Answers => [
  plan('suffix', suffixesFor(hotUnits(scenario, facts))),
]

/** A number of suffixes by a belief; a single one would change nothing. */
const suffixes =
  (count: (scenario: HotScenario, facts: FactValues) => number) =>
  (scenario: HotScenario, facts: FactValues): Answers => {
    const asked = count(scenario, facts)
    return asked < 2 ? [] : [plan('suffix', asked)]
  }

const aside =
  (kind: Aside) =>
  ({ asides }: HotScenario): Answers =>
    asides.includes(kind) ? [plan(kind)] : []

/** Beliefs about what throttles a key value. */
export const hotMisconceptions: readonly Misconception<HotScenario>[] = [
  {
    id: 'table-capacity-enough',
    statement: 'A table with enough capacity serves any key value with all of it.',
    solve: (scenario, facts) => [plan('capacity', 2 * tableUnits(scenario, facts))],
  },
  {
    id: 'mode-lifts-limit',
    statement: 'In on-demand mode a partition has no limit.',
    solve: aside('mode'),
  },
  {
    id: 'cache-takes-writes',
    statement: 'A cache in front of a table takes writes off it.',
    solve: aside('cache'),
  },
  {
    id: 'sort-key-spreads',
    statement: 'Items of one partition key are spread over partitions by any change of their sort keys.',
    solve: aside('sort-key'),
  },
  {
    id: 'size-ignored',
    statement: 'A write costs one unit, whatever the size of the item.',
    solve: suffixes((scenario) => suffixesFor(hotWrites(scenario))),
  },
  {
    id: 'whole-load-counted',
    statement: 'The key must be split for all writes of the table.',
    solve: suffixes((scenario, facts) => suffixesFor(unitsOf(scenario.perSecond, scenario, facts))),
  },
  {
    id: 'read-limit-applied',
    statement: 'A partition takes 3,000 units of any kind in a second.',
    solve: suffixes((scenario, facts) => suffixesFor(hotUnits(scenario, facts) / 3)),
  },
  {
    id: 'rounded-down',
    statement: 'A partition can be a little over its limit, so fractions are dropped.',
    solve: suffixes((scenario, facts) => suffixesFor(hotUnits(scenario, facts)) - 1),
  },
]
