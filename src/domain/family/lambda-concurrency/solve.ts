import { functionConcurrency } from '../../cloud/capacity/lambda.ts'
import { wholeUp } from '../../cloud/capacity/round.ts'
import type { FactValues } from '../../cloud/cloud-facts.ts'
import { plan } from '../capacity/plans.ts'
import type { Setting } from '../parts/setting.ts'
import type { Answers, Misconception } from '../types.ts'

/** Changes that leave the reservation as it is. */
export type Aside = 'timeout' | 'provisioned' | 'quota'

/** What can be proposed: a reservation at the present or at the larger memory, or a change beside the reservation. */
export type ConcurrencyPlan = 'reserve' | 'memory' | Aside

/** A function that is throttled by its reservation, with a larger memory that has been tried out. */
export type ConcurrencyScenario = {
  readonly setting: Setting
  readonly rendering: number
  /** Wording of the options. */
  readonly style: number
  readonly perSecond: number
  readonly milliseconds: number
  /** Memory of today in MB; twice as much has been tried. */
  readonly memory: number
  /** Mean duration with twice the memory, more than half of today's, so that a call costs more. */
  readonly fasterMilliseconds: number
  /** Timeout of the function in seconds, longer than it runs. */
  readonly timeout: number
  /** What limits the reservation: what is left in the account, or connections of a database. */
  readonly limit: 'account' | 'database'
  /** The limit, in percent of what the function needs today. */
  readonly capShare: number
  /** The reservation of today, in percent of what is needed with the larger memory. */
  readonly presentShare: number
  readonly asides: readonly Aside[]
}

const neededBy = (perSecond: number, milliseconds: number, facts: FactValues): number =>
  functionConcurrency({ requestsPerSecond: perSecond, averageDurationMs: milliseconds }, facts).needed

/** Concurrency for the peak, with the memory of today. */
export const neededToday = ({ perSecond, milliseconds }: ConcurrencyScenario, facts: FactValues): number =>
  neededBy(perSecond, milliseconds, facts)

/** Concurrency for the peak, with twice the memory. */
export const neededFaster = (scenario: ConcurrencyScenario, facts: FactValues): number =>
  neededBy(scenario.perSecond, scenario.fasterMilliseconds, facts)

/** The most that may be reserved. */
export const capOf = (scenario: ConcurrencyScenario, facts: FactValues): number =>
  Math.floor((neededToday(scenario, facts) * scenario.capShare) / 100)

/** What other functions have reserved, where the account limits this one. */
export const reservedByOthers = (scenario: ConcurrencyScenario, facts: FactValues): number =>
  facts['lambda-account-concurrency'] - facts['lambda-unreserved-minimum'] - capOf(scenario, facts)

/** The reservation of today. */
export const presentReservation = (scenario: ConcurrencyScenario, facts: FactValues): number =>
  Math.floor((neededFaster(scenario, facts) * scenario.presentShare) / 100)

/** The cheapest reservation that is allowed and covers the peak; more memory costs more for each call. */
export const solveConcurrency = (scenario: ConcurrencyScenario, facts: FactValues): Answers => {
  const today = neededToday(scenario, facts)
  return today <= capOf(scenario, facts)
    ? [plan('reserve', today)]
    : [plan('memory', neededFaster(scenario, facts))]
}

/** The plan of the key with another number, unless that is no more than the reservation of today. */
const reserving =
  (amount: (scenario: ConcurrencyScenario, milliseconds: number, facts: FactValues) => number) =>
  (scenario: ConcurrencyScenario, facts: FactValues): Answers => {
    const isToday = neededToday(scenario, facts) <= capOf(scenario, facts)
    const duration = isToday ? scenario.milliseconds : scenario.fasterMilliseconds
    const number = amount(scenario, duration, facts)
    const fits = number > presentReservation(scenario, facts) && number < facts['lambda-account-concurrency']
    return fits ? [plan(isToday ? 'reserve' : 'memory', number)] : []
  }

const aside =
  (kind: Aside) =>
  (scenario: ConcurrencyScenario, facts: FactValues): Answers =>
    scenario.asides.includes(kind) ? [plan(kind, presentReservation(scenario, facts))] : []

/** Beliefs about what concurrency a function needs and may have. */
export const concurrencyMisconceptions: readonly Misconception<ConcurrencyScenario>[] = [
  {
    id: 'rate-alone',
    statement: 'Each request of a second needs a concurrent execution of its own, whatever its duration.',
    solve: reserving(({ perSecond }) => perSecond),
  },
  {
    id: 'unreserved-added',
    statement: 'The concurrency that must stay unreserved in an account is added to that of a function.',
    solve: reserving(
      ({ perSecond }, duration, facts) =>
        neededBy(perSecond, duration, facts) + facts['lambda-unreserved-minimum'],
    ),
  },
  {
    id: 'rate-limit-ignored',
    statement: 'A fast function needs the rate times its duration, however short that is.',
    solve: reserving(({ perSecond }, duration) => wholeUp((perSecond * duration) / 1000)),
  },
  {
    id: 'limit-ignored',
    statement: 'A reservation may be as large as the load of the function asks for.',
    solve: (scenario, facts) => [plan('reserve', neededToday(scenario, facts))],
  },
  {
    id: 'faster-is-cheaper',
    statement: 'More memory pays for itself, since a faster function needs less concurrency.',
    solve: (scenario, facts) => [plan('memory', neededFaster(scenario, facts))],
  },
  {
    id: 'timeout-counts',
    statement: 'Each request occupies an execution environment until the timeout of the function.',
    solve: aside('timeout'),
  },
  {
    id: 'provisioned-on-top',
    statement: 'Provisioned concurrency comes on top of the reservation of a function.',
    solve: aside('provisioned'),
  },
  {
    id: 'account-throttles',
    statement: 'A function is throttled by the quota of its account, whatever its reservation.',
    solve: aside('quota'),
  },
]
