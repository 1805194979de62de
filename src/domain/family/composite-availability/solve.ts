import { type System, systemAvailability } from '../../cloud/capacity/availability.ts'
import { cheapestOf, type PricedPlan } from '../capacity/plans.ts'
import type { Setting } from '../parts/setting.ts'
import type { Answers, Misconception } from '../types.ts'

/** What can be added: servers, a standby of the dependency, an entry, a stack, or a server and a standby. */
export type Upgrade = 'entry' | 'server' | 'two-servers' | 'stack' | 'standby' | 'server-and-standby'

/** An entry, redundant servers, and a dependency behind them, in series; what is promised, and what more would cost. */
export type AvailabilityScenario = {
  readonly setting: Setting
  readonly rendering: number
  /** Wording of the options. */
  readonly style: number
  /** What each request needs behind the servers: "database". */
  readonly dependencyName: string
  /** Availabilities in percent. */
  readonly entry: number
  readonly server: number
  readonly dependency: number
  /** Servers of today, one of which is enough. */
  readonly servers: number
  readonly target: number
  /** Dollars a month for one more of each. */
  readonly prices: { readonly entry: number; readonly server: number; readonly dependency: number }
}

/** A proposal, with the copies of each part that it results in. */
export type AvailabilityPlan = PricedPlan & {
  readonly id: Upgrade
  readonly entries: number
  readonly servers: number
  readonly dependencies: number
}

/** The design of today, as a plan without cost. */
export const today = ({ servers }: AvailabilityScenario) => ({ entries: 1, servers, dependencies: 1 })

/** The proposals with their prices. */
export function plansOf(scenario: AvailabilityScenario): readonly AvailabilityPlan[] {
  const { servers, prices } = scenario
  const now = today(scenario)
  return [
    { ...now, id: 'entry', cost: prices.entry, entries: 2 },
    { ...now, id: 'server', cost: prices.server, servers: servers + 1 },
    { ...now, id: 'two-servers', cost: 2 * prices.server, servers: servers + 2 },
    { ...now, id: 'stack', cost: servers * prices.server + prices.entry, servers: 2 * servers },
    { ...now, id: 'standby', cost: prices.dependency, dependencies: 2 },
    {
      ...now,
      id: 'server-and-standby',
      cost: prices.server + prices.dependency,
      servers: servers + 1,
      dependencies: 2,
    },
  ]
}

type Copies = Omit<AvailabilityPlan, 'id' | 'cost'>

/** Availability, 0 to 1, of parts in series, each of them in so many copies of which one is enough. */
export function availabilityOf(scenario: AvailabilityScenario, plan: Copies): number {
  const parts = [
    ['entry', scenario.entry, plan.entries],
    ['server', scenario.server, plan.servers],
    ['dependency', scenario.dependency, plan.dependencies],
  ] as const
  const named = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${name}${index}`)
  const series: System[] = parts.map(([name, , count]) => ({ parallel: named(name, count) }))
  const components = Object.fromEntries(
    parts.flatMap(([name, percent, count]) => named(name, count).map((one) => [one, percent / 100])),
  )
  return systemAvailability({ components, system: { series } }).availability
}

/** The cheapest proposal that keeps the promise, by a way of computing availability. */
const cheapestBy =
  (availability: (scenario: AvailabilityScenario, plan: AvailabilityPlan) => number) =>
  (scenario: AvailabilityScenario): Answers =>
    cheapestOf(plansOf(scenario), (plan) => availability(scenario, plan) * 100 >= scenario.target)

/** The cheapest proposal that keeps the promise. */
export const solveAvailability = cheapestBy(availabilityOf)

/** Availabilities of the parts, each with its copies, by a way of counting copies. */
const partsBy =
  (withCopies: (one: number, copies: number) => number) =>
  ({ entry, server, dependency }: AvailabilityScenario, plan: Copies): readonly number[] => [
    withCopies(entry / 100, plan.entries),
    withCopies(server / 100, plan.servers),
    withCopies(dependency / 100, plan.dependencies),
  ]

const product = (values: readonly number[]): number => values.reduce((all, value) => all * value, 1)
const parts = partsBy((one, copies) => 1 - (1 - one) ** copies)
const perfectParts = partsBy((one, copies) => (copies > 1 ? 1 : one))

/** Beliefs about the availability of a system. */
export const availabilityMisconceptions: readonly Misconception<AvailabilityScenario>[] = [
  {
    id: 'weakest-part',
    statement: 'A system is as available as its least available part.',
    solve: cheapestBy((scenario, plan) => Math.min(...parts(scenario, plan))),
  },
  {
    id: 'mean-of-parts',
    statement: 'The availability of a system is the mean of those of its parts.',
    solve: cheapestBy((scenario, plan) => {
      const values = parts(scenario, plan)
      return values.reduce((sum, value) => sum + value, 0) / values.length
    }),
  },
  {
    id: 'redundancy-perfect',
    statement: 'A redundant part is available without interruption and need not be counted.',
    solve: cheapestBy((scenario, plan) => product(perfectParts(scenario, plan))),
  },
  {
    id: 'shared-counted-apart',
    statement: 'A dependency that two stacks share is redundant, since each stack calls it.',
    solve: cheapestBy((scenario, plan) =>
      availabilityOf(scenario, plan.id === 'stack' ? { ...plan, entries: 2, dependencies: 2 } : plan),
    ),
  },
  {
    id: 'cost-alone',
    statement: 'The cheapest proposal is the right one where cost is asked for.',
    solve: (scenario) => cheapestOf(plansOf(scenario), () => true),
  },
  {
    id: 'best-regardless',
    statement: 'The proposal with the highest availability is the right one, since it keeps any promise.',
    solve: (scenario) => {
      const plans = plansOf(scenario).map(({ id, ...plan }) => ({
        id,
        cost: -availabilityOf(scenario, plan),
      }))
      return cheapestOf(plans, () => true)
    },
  },
  {
    id: 'more-servers',
    statement: 'A service becomes more available by more servers, wherever its failures come from.',
    solve: () => ['two-servers'],
  },
]
