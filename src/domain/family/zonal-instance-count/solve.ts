import { wholeDown } from '../../cloud/capacity/round.ts'
import { zonalInstances } from '../../cloud/capacity/zonal-instances.ts'
import { plan } from '../capacity/plans.ts'
import type { Setting } from '../parts/setting.ts'
import type { Answers, Misconception } from '../types.ts'

/** A fleet that must carry its load when one of its zones is lost, without new launches. */
export type ZonalScenario = {
  readonly setting: Setting
  readonly rendering: number
  /** Wording of the options. */
  readonly style: number
  readonly unit: string
  /** Load and what an instance carries at full load, in units a second. */
  readonly load: number
  readonly perInstance: number
  /** Zones that can be used. */
  readonly zones: number
  /** Highest share of an instance to be used, in percent. */
  readonly utilisation: number
  /** Which way of launching or starting instances in a failure is on the table. */
  readonly aside: Replacement
}

/** How instances would be replaced during a failure. */
export type Replacement = 'launch' | 'pool' | 'reservation'

/**
 * What can be proposed: so many running instances in each of a number of zones, or in each of the usable zones with
 * replacements during a failure.
 */
export type FleetPlan = `${number}` | Replacement

const asked = ({ load, perInstance, zones, utilisation }: ZonalScenario) => ({
  load,
  perInstance,
  zones,
  targetUtilisation: utilisation / 100,
})

/** Instances that the load needs while each zone is up, and how many must run in each zone to survive a loss. */
export const fleetOf = (scenario: ZonalScenario) => zonalInstances(asked(scenario))

/** Instances in each usable zone that are enough while no zone is lost. */
export const withoutLoss = (scenario: ZonalScenario): number =>
  Math.ceil(fleetOf(scenario).needed / scenario.zones)

/** The fleet that is lowest in instances, whichever number of zones it uses; two where they tie. */
export function solveFleet(scenario: ZonalScenario): Answers {
  const fleets = Array.from({ length: scenario.zones - 1 }, (_, index) => {
    const zones = index + 2
    return { zones, ...fleetOf({ ...scenario, zones }) }
  })
  const lowest = Math.min(...fleets.map(({ total }) => total))
  return fleets
    .filter(({ total }) => total === lowest)
    .map(({ zones, perZone }) => plan(`${zones}` as const, perZone))
}

/** Running instances in each of the usable zones by a belief. */
const inEach =
  (choose: (fleet: ReturnType<typeof fleetOf>, scenario: ZonalScenario) => number) =>
  (scenario: ZonalScenario): Answers => [
    plan(`${scenario.zones}` as const, choose(fleetOf(scenario), scenario)),
  ]

/** Replacements for a fleet that is large enough while each zone is up. */
const replaced =
  (kind: Replacement) =>
  (scenario: ZonalScenario): Answers =>
    scenario.aside === kind ? [plan(kind, withoutLoss(scenario))] : []

/** Beliefs about how a fleet survives a zone. */
export const zonalMisconceptions: readonly Misconception<ZonalScenario>[] = [
  {
    id: 'one-spare',
    statement: 'One spare instance in the fleet is enough to survive a lost zone.',
    solve: inEach(({ needed }, { zones }) => Math.ceil((needed + 1) / zones)),
  },
  {
    id: 'rounds-down',
    statement: 'A fraction of an instance can be left out.',
    solve: inEach(({ needed }, { zones }) => wholeDown(needed / (zones - 1))),
  },
  {
    id: 'whole-load-in-each',
    statement: 'Each zone must be able to carry the whole load alone.',
    solve: inEach(({ needed }) => needed),
  },
  {
    id: 'two-sites',
    statement: 'High availability means two sites, each of which can carry the whole load.',
    solve: ({ zones, ...scenario }) => [plan('2', fleetOf({ ...scenario, zones: 2 }).perZone)],
  },
  {
    id: 'limit-ignored',
    statement: 'In a failure the remaining instances may run at full load.',
    solve: (scenario) => inEach(({ perZone }) => perZone)({ ...scenario, utilisation: 100 }),
  },
  {
    id: 'spare-in-each',
    statement: 'Each zone needs a spare instance beyond its share of the load.',
    solve: inEach(({ perZone }) => perZone + 1),
  },
  {
    id: 'launched-in-time',
    statement: 'Auto Scaling replaces the instances of a lost zone before users notice.',
    solve: replaced('launch'),
  },
  {
    id: 'stopped-as-running',
    statement: 'Stopped instances of a warm pool count like running ones.',
    solve: replaced('pool'),
  },
  {
    id: 'reserved-as-running',
    statement: 'A Capacity Reservation serves requests as soon as a zone is lost.',
    solve: replaced('reservation'),
  },
]
