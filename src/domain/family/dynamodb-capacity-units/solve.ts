import { tableThroughput } from '../../cloud/capacity/dynamodb.ts'
import { wholeUp } from '../../cloud/capacity/round.ts'
import type { FactValues } from '../../cloud/cloud-facts.ts'
import { plan } from '../capacity/plans.ts'
import type { Setting } from '../parts/setting.ts'
import type { Answers, Misconception } from '../types.ts'

/** Requests that a table serves; the first and the third are the dearer ones. */
export type RequestKind = 'strong' | 'eventual' | 'transactional-write' | 'write'

/** What can be proposed: a kind of request with units for it, or another change that keeps the units of today. */
export type UnitsPlan = RequestKind | 'cache' | 'suffix' | 'batch'

/** A table that throttles requests of the dearer kind, and whether the business needs that kind. */
export type UnitsScenario = {
  readonly setting: Setting
  readonly rendering: number
  /** Wording of the options, and of why the dearer kind is needed or not. */
  readonly style: number
  readonly reason: number
  readonly direction: 'read' | 'write'
  readonly strict: boolean
  /** Size of an item in tenths of a KB. */
  readonly tenths: number
  readonly perSecond: number
  /** Which change of another nature is on the table. */
  readonly aside: 'cache' | 'suffix' | 'batch'
  /** Units provisioned today, as a share in percent of what the present requests need. */
  readonly presentShare: number
}

const dearer = { read: 'strong', write: 'transactional-write' } as const
const cheaper = { read: 'eventual', write: 'write' } as const
const plain = { read: 'strong', write: 'write' } as const

/** Size of an item in bytes. */
export const bytesOf = ({ tenths }: UnitsScenario): number => Math.round((tenths * 1024) / 10)

/** The requests that the table should serve: the cheaper ones unless the business needs the dearer. */
export const wantedKind = ({ direction, strict }: UnitsScenario): RequestKind =>
  (strict ? dearer : cheaper)[direction]

/** Units a second for all requests of the scenario, made as requests of a kind. */
export function unitsFor(scenario: UnitsScenario, kind: RequestKind, facts: FactValues): number {
  const load = { itemBytes: bytesOf(scenario), perSecond: scenario.perSecond }
  if (kind === 'strong' || kind === 'eventual')
    return tableThroughput({ reads: [{ ...load, consistency: kind }] }, facts).table.readUnits
  const writes = [{ ...load, transactional: kind === 'transactional-write' }]
  return tableThroughput({ writes }, facts).table.writeUnits
}

/** Units provisioned today, to the nearest ten. */
export const presentUnits = (scenario: UnitsScenario, facts: FactValues): number =>
  Math.ceil((unitsFor(scenario, dearer[scenario.direction], facts) * scenario.presentShare) / 1000) * 10

const planned = (scenario: UnitsScenario, kind: RequestKind, facts: FactValues): Answers => [
  plan(kind, unitsFor(scenario, kind, facts)),
]

/** A plan for the wanted requests, unless it offers no more than what is throttled today. */
function raised(
  scenario: UnitsScenario,
  units: number,
  facts: FactValues,
  kind = wantedKind(scenario),
): Answers {
  const isAsToday = kind === dearer[scenario.direction]
  return isAsToday && units <= presentUnits(scenario, facts) ? [] : [plan(kind, units)]
}

/** The kind of request that is needed, with its units. */
export const solveUnits = (scenario: UnitsScenario, facts: FactValues): Answers =>
  planned(scenario, wantedKind(scenario), facts)

/** A change of another nature that keeps the units of today, where it is the one on the table. */
const asideOf = (scenario: UnitsScenario, kind: UnitsScenario['aside'], facts: FactValues): Answers =>
  scenario.aside === kind ? [plan(kind, presentUnits(scenario, facts))] : []

/** What a request of the wanted kind costs beside a plain one. */
const factorOf = (scenario: UnitsScenario, facts: FactValues): number =>
  ({
    strong: 1,
    write: 1,
    eventual: facts['dynamodb-eventual-read-factor'],
    'transactional-write': facts['dynamodb-transaction-factor'],
  })[wantedKind(scenario)]

const unitBytes = ({ direction }: UnitsScenario, facts: FactValues): number =>
  facts[direction === 'read' ? 'dynamodb-read-unit-bytes' : 'dynamodb-write-unit-bytes']

/** Beliefs about what requests cost. */
export const unitsMisconceptions: readonly Misconception<UnitsScenario>[] = [
  {
    id: 'rounds-total',
    statement: 'The bytes of all requests in a second are added first and rounded up once.',
    solve: (scenario, facts) => {
      const bytes = bytesOf(scenario) * scenario.perSecond
      const units = wholeUp((bytes * factorOf(scenario, facts)) / unitBytes(scenario, facts))
      return raised(scenario, units, facts)
    },
  },
  {
    id: 'unit-sizes-swapped',
    statement: 'A read unit covers 1 KB and a write unit 4 KB.',
    solve: (scenario, facts) => {
      const swapped = {
        ...facts,
        'dynamodb-read-unit-bytes': facts['dynamodb-write-unit-bytes'],
        'dynamodb-write-unit-bytes': facts['dynamodb-read-unit-bytes'],
      }
      return raised(scenario, unitsFor(scenario, wantedKind(scenario), swapped), facts)
    },
  },
  {
    id: 'size-ignored',
    statement: 'A request costs the same units whatever the size of its item.',
    solve: (scenario, facts) =>
      raised(scenario, wholeUp(scenario.perSecond * factorOf(scenario, facts)), facts),
  },
  {
    id: 'kind-costs-same',
    statement: 'Consistency and transactions make no difference to the capacity that a request uses.',
    solve: (scenario, facts) => {
      const units = unitsFor(scenario, plain[scenario.direction], facts)
      return raised(scenario, units, facts, dearer[scenario.direction])
    },
  },
  {
    id: 'need-ignored',
    statement: 'The cheaper kind of request is the right one where cost is asked for.',
    solve: (scenario, facts) => planned(scenario, cheaper[scenario.direction], facts),
  },
  {
    id: 'requests-given',
    statement: 'Throttling is cured by capacity, and the kind of request is beyond discussion.',
    solve: (scenario, facts) => planned(scenario, dearer[scenario.direction], facts),
  },
  {
    id: 'cache-takes-load',
    statement: 'A cache in front of a table takes requests of any kind off it.',
    solve: (scenario, facts) =>
      scenario.direction === 'write' || scenario.strict ? asideOf(scenario, 'cache', facts) : [],
  },
  {
    id: 'keys-to-blame',
    statement: 'Throttling means that a partition key is used too much.',
    solve: (scenario, facts) => asideOf(scenario, 'suffix', facts),
  },
  {
    id: 'calls-counted',
    statement: 'Capacity is used by the call, so fewer calls with more items use less of it.',
    solve: (scenario, facts) => asideOf(scenario, 'batch', facts),
  },
]
