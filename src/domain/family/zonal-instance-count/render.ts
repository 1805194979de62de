import { planIn } from '../capacity/plans.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, counted, inWords, paragraphs, withCommas } from '../parts/words.ts'
import type { Answer } from '../types.ts'
import {
  type FleetPlan,
  fleetOf,
  type Replacement,
  solveFleet,
  withoutLoss,
  type ZonalScenario,
} from './solve.ts'

const load = ({ load: peak, unit }: ZonalScenario): string => `${withCommas(peak)} ${unit} a second`
const each = ({ perInstance }: ZonalScenario): string => withCommas(perInstance)

/** Zones that can be used: "up to three Availability Zones". */
const zones = ({ zones: most }: ZonalScenario): string =>
  most === 2 ? 'two Availability Zones' : `up to ${inWords(most)} Availability Zones`

/** Running instances in each zone that are enough while no zone is lost. */
const today = (scenario: ZonalScenario): string => inWords(withoutLoss(scenario))

const structures: readonly ((scenario: ZonalScenario) => string)[] = [
  (scenario) =>
    paragraphs([
      `When an Availability Zone failed last Thursday, the ${scenario.setting.systems[0].name} of ${scenario.setting.who} was hardly usable for 40 minutes. Auto Scaling tried to launch replacements in the other zones and met InsufficientInstanceCapacity errors; next time, enough instances are to be running beforehand.`,
      `The peak is ${load(scenario)}. In a load test, an Amazon EC2 instance of the fleet handled ${each(scenario)} a second at 100% CPU, and operations wants to stay at ${scenario.utilisation}% even with a zone missing.`,
      `The subnets allow ${zones(scenario)}. Which configuration of the Auto Scaling group meets these requirements at the LOWEST cost?`,
    ]),
  (scenario) =>
    paragraphs(
      `The ${scenario.setting.teams[0]} of ${scenario.setting.who} used AWS Fault Injection Service to cut off one Availability Zone from the ${scenario.setting.systems[1].name}. Response times rose tenfold, with ${today(scenario)} instances running in each of ${inWords(scenario.zones)} zones. The report says:`,
      bullets([
        `Peak traffic is ${load(scenario)}, divided evenly over the instances`,
        `One instance carries ${each(scenario)} a second when its CPU is saturated`,
        `CPU may reach ${scenario.utilisation}%, also during the loss of a zone`,
      ]),
      [
        `The next experiment has to succeed without launching or starting any instance during the failure; ${zones(scenario)} may be used.`,
        'Which change to the fleet meets these requirements at the LOWEST cost?',
      ],
    ),
  (scenario) =>
    paragraphs([
      `“What if a zone fails during the sale?” asks an auditor about the ${scenario.setting.systems[0].name}, which ${scenario.setting.who} runs on Amazon EC2 instances behind an Application Load Balancer.`,
      `The sale brings ${load(scenario)}. An instance can do ${each(scenario)} at full CPU, and the runbook forbids more than ${scenario.utilisation}% CPU in any situation. The answer to the auditor may not rely on capacity that has to be obtained or started while many customers compete for it.`,
      `${capitalised(zones(scenario))} can be used. Which design should an architect propose for the LOWEST cost?`,
    ]),
  (scenario) =>
    paragraphs([
      `The contract with a large client of ${scenario.setting.who} has a new clause: the ${scenario.setting.systems[1].name} must serve ${load(scenario)} even while an Availability Zone is lost. A wait for instances that launch or start counts as a breach.`,
      `The Auto Scaling group spans ${inWords(scenario.zones)} zones with ${today(scenario)} instances in each, which was chosen for normal days. Tests put the limit of one instance at ${each(scenario)} ${scenario.unit} a second, of which the ${scenario.setting.teams[0]} will plan for ${scenario.utilisation}%.`,
      `The application can run in ${zones(scenario)}. Which configuration fulfills the clause at the LOWEST cost?`,
    ]),
  (scenario) =>
    paragraphs([
      `${capitalised(scenario.setting.who)} is about to move the ${scenario.setting.systems[0].name} from its own data center to Amazon EC2. Users there have lived with outages of a rack; on AWS, the failure of an Availability Zone at peak must pass unnoticed.`,
      `At peak ${load(scenario)} arrive. The chosen instance type manages ${each(scenario)} with a fully used CPU and is to be planned at ${scenario.utilisation}% of that at worst. Launching or starting instances during a failure is seen as too slow.`,
      `The network team offers subnets in ${zones(scenario)}. Which fleet meets these requirements at the LOWEST cost?`,
    ]),
]

type Wording = Readonly<
  Record<Replacement | 'running', (each: string, zones: string, total: string) => string>
>

/** Ways in which colleagues propose the same fleets. */
const wordings: readonly Wording[] = [
  {
    running: (count, spread, total) => `A minimum of ${total}, spread as ${count} in each of ${spread} zones`,
    launch: (count, spread, total) =>
      `A minimum of ${total}, spread as ${count} in each of ${spread} zones, with Auto Scaling for replacements`,
    pool: (count, spread, total) =>
      `A minimum of ${total}, spread as ${count} in each of ${spread} zones, with a warm pool of stopped instances`,
    reservation: (count, spread, total) =>
      `A minimum of ${total}, spread as ${count} in each of ${spread} zones, with On-Demand Capacity Reservations for more`,
  },
  {
    running: (count, spread) => `${capitalised(count)} running instances in each of ${spread} zones`,
    launch: (count, spread) =>
      `${capitalised(count)} running instances in each of ${spread} zones, and a scaling policy that reacts within a minute`,
    pool: (count, spread) =>
      `${capitalised(count)} running instances in each of ${spread} zones, and as many stopped ones in a warm pool`,
    reservation: (count, spread) =>
      `${capitalised(count)} running instances in each of ${spread} zones, and Capacity Reservations for as many again`,
  },
  {
    running: (count, spread, total) => `Run ${count} instances in each of ${spread} zones, ${total} together`,
    launch: (count, spread) =>
      `Run ${count} instances in each of ${spread} zones, and let Auto Scaling replace lost ones`,
    pool: (count, spread) =>
      `Run ${count} instances in each of ${spread} zones, and keep a warm pool beside them`,
    reservation: (count, spread) =>
      `Run ${count} instances in each of ${spread} zones, and reserve capacity for more`,
  },
]

function text(answer: Answer, scenario: ZonalScenario): string {
  const { kind, amount } = planIn<FleetPlan>(answer)
  const wording = wordings[scenario.style]
  if (wording === undefined) throw new RangeError(`There is no wording ${scenario.style}.`)
  const isRunning = /^\d/.test(kind)
  const spread = isRunning ? Number(kind) : scenario.zones
  return wording[isRunning ? 'running' : (kind as Replacement)](
    inWords(amount),
    inWords(spread),
    counted(amount * spread, 'instance'),
  )
}

/** What the load needs, and what the zones left must hold. */
function need({ scenario }: Told<ZonalScenario>): string {
  const { kind, amount } = planIn<FleetPlan>(solveFleet(scenario)[0] ?? '')
  const left = Number(kind) - 1
  const { needed } = fleetOf(scenario)
  return `${withCommas(scenario.load)} / (${each(scenario)} x ${scenario.utilisation / 100}) is ${counted(needed, 'instance')}, which ${left === 1 ? 'the zone left' : `the ${inWords(left)} zones left`} must hold: ${amount} each`
}

const because =
  (why: string) =>
  (told: Told<ZonalScenario>): string =>
    `${why} ${need(told)}.`

/** Words the scenario in one of five structures. */
export const renderFleet = wordedBy<ZonalScenario>({
  stems: structures,
  text,
  reasons: {
    key: (told) => `${need(told)}.`,
    'one-spare': because('A lost zone takes its instances with it, not just one.'),
    'rounds-down': because('Rounding down leaves the fleet short.'),
    'whole-load-in-each': because('The zones that are left share the load, so this is more than needed.'),
    'two-sites': because('This works, but with more zones the same safety takes fewer instances.'),
    'limit-ignored': (told) =>
      because(`The ${told.scenario.utilisation}% also hold when a zone is missing.`)(told),
    'spare-in-each': because('The zones left are large enough already, so a spare is more than needed.'),
    'launched-in-time': because('Replacements depend on launches during the failure, which are ruled out.'),
    'stopped-as-running': because(
      'Stopped instances must be started during the failure, which is ruled out.',
    ),
    'reserved-as-running': because('Reserved capacity carries nothing until instances are launched into it.'),
  },
})
