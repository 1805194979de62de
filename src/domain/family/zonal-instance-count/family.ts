import { wholeDown, wholeUp } from '../../cloud/capacity/round.ts'
import { zonalInstances } from '../../cloud/capacity/zonal-instances.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { between, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, counted, inWords, paragraphs, withCommas } from '../parts/words.ts'
import type { FamilyModel, Misconception } from '../types.ts'

/** A fleet over several zones that must carry its load when one of them is lost. */
export type ZonalScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly unit: string
  readonly load: number
  readonly perInstance: number
  readonly zones: number
  /** Highest share of an instance to be used, in percent. */
  readonly utilisation: number
}

const asked = ({ load, perInstance, zones, utilisation }: ZonalScenario) => ({
  load,
  perInstance,
  zones,
  targetUtilisation: utilisation / 100,
})

const answering =
  (choose: (fleet: ReturnType<typeof zonalInstances>, scenario: ZonalScenario) => number) =>
  (scenario: ZonalScenario) => [choose(zonalInstances(asked(scenario)), scenario)]

const solve = answering(({ perZone }) => perZone)

const misconceptions: readonly Misconception<ZonalScenario>[] = [
  {
    id: 'all-zones-counted',
    statement:
      'The instances that the load needs are divided by all zones, since a lost zone recovers quickly.',
    solve: (scenario) => [zonalInstances({ ...asked(scenario), zonesLost: 0 }).perZone],
  },
  {
    id: 'rounds-down',
    statement: 'A fraction of an instance can be left out.',
    solve: answering(({ needed }, { zones }) => wholeDown(needed / (zones - 1))),
  },
  {
    id: 'one-spare',
    statement: 'One spare instance in the fleet is enough to survive a lost zone.',
    solve: answering(({ needed }, { zones }) => wholeUp((needed + 1) / zones)),
  },
  {
    id: 'whole-load-in-each',
    statement: 'Each zone must be able to carry the whole load alone.',
    solve: answering(({ needed }) => needed),
  },
  {
    id: 'limit-ignored',
    statement: 'In a failure the remaining instances may run at full load.',
    solve: (scenario) => [zonalInstances({ ...asked(scenario), targetUtilisation: 1 }).perZone],
  },
  {
    id: 'spare-in-each',
    statement: 'Each zone needs a spare instance beyond its share of the load.',
    solve: answering(({ perZone }) => perZone + 1),
  },
  {
    id: 'doubled',
    statement: 'To survive the loss of a zone, twice the instances that the load needs must run.',
    solve: answering(({ needed }, { zones }) => wholeUp((2 * needed) / zones)),
  },
]

const units = [
  { unit: 'requests', perInstance: [120, 900] },
  { unit: 'messages', perInstance: [200, 1500] },
  { unit: 'sessions', perInstance: [80, 450] },
  { unit: 'transactions', perInstance: [60, 400] },
] as const

function sample(random: SeededRandom): ZonalScenario {
  const { unit, perInstance } = pick(random, units)
  const each = between(random, perInstance[0] / 10, perInstance[1] / 10) * 10
  return {
    setting: drawSetting(random),
    rendering: random.integer(3),
    unit,
    load: Math.round((each * between(random, 45, 400)) / 100) * 10,
    perInstance: each,
    zones: pick(random, [2, 3, 3, 3, 4]),
    utilisation: pick(random, [60, 65, 70, 75, 80]),
  }
}

const question = ({ zones }: ZonalScenario): string =>
  `What is the minimum number of instances to run in each of the ${inWords(zones)} zones?`

const chain = ({ scenario }: Told<ZonalScenario>): string => {
  const { needed, perZone } = zonalInstances(asked(scenario))
  const left = scenario.zones - 1
  return `${withCommas(scenario.load)} / (${withCommas(scenario.perInstance)} x ${scenario.utilisation / 100}) is ${needed} instances, which ${left === 1 ? 'the zone left' : `the ${inWords(left)} zones left`} must hold: ${perZone} each`
}

const render = wordedBy<ZonalScenario>({
  stems: [
    (scenario) =>
      paragraphs([
        `The ${scenario.setting.systems[0].name} of ${scenario.setting.who} runs on Amazon EC2 instances in ${inWords(scenario.zones)} Availability Zones behind a load balancer.`,
        `An instance handles ${withCommas(scenario.perInstance)} ${scenario.unit} a second at 100% CPU, and the peak is ${withCommas(scenario.load)} ${scenario.unit} a second.`,
        `When one zone fails, the remaining instances must carry the peak at no more than ${scenario.utilisation}% CPU, without waiting for new ones.`,
        question(scenario),
      ]),
    (scenario) =>
      paragraphs(
        `In a resilience review, the ${scenario.setting.teams[0]} of ${scenario.setting.who} sets these rules for the fleet of the ${scenario.setting.systems[0].name}:`,
        bullets([
          `Peak: ${withCommas(scenario.load)} ${scenario.unit} a second`,
          `One instance: ${withCommas(scenario.perInstance)} ${scenario.unit} a second at full load`,
          `Highest load of an instance, also after the loss of a zone: ${scenario.utilisation}%`,
          `${capitalised(inWords(scenario.zones))} Availability Zones with equally many instances, one of which may be lost`,
        ]),
        ['Launching instances during an outage does not count.', question(scenario)],
      ),
    (scenario) =>
      paragraphs([
        `An outage of one Availability Zone overloaded the ${scenario.setting.systems[1].name}, because Auto Scaling could not launch instances fast enough.`,
        `${capitalised(scenario.setting.who)} now wants the fleet, spread evenly over ${inWords(scenario.zones)} zones, to be large enough beforehand.`,
        `The peak of ${withCommas(scenario.load)} ${scenario.unit} a second must be served with a zone missing, and an instance, which can do ${withCommas(scenario.perInstance)} a second, is to stay at ${scenario.utilisation}% of that.`,
        question(scenario),
      ]),
  ],
  text: (answer) => counted(Number(answer), 'instance'),
  reasons: {
    key: (told) => `${chain(told)}.`,
    'all-zones-counted': (told) =>
      `This spreads the instances over all ${told.scenario.zones} zones. ${chain(told)}.`,
    'rounds-down': (told) => `Rounding down leaves the fleet short. ${chain(told)}.`,
    'one-spare': (told) => `A lost zone takes all of its instances, not one. ${chain(told)}.`,
    'whole-load-in-each': (told) =>
      `The zones that are left share the load, so this is more than needed. ${chain(told)}.`,
    'spare-in-each': (told) =>
      `The zones left are large enough already, so a spare is more than needed. ${chain(told)}.`,
    doubled: (told) =>
      `Doubling is needed with two zones; with more the zones left share the load. ${chain(told)}.`,
    'limit-ignored': (told) =>
      `The limit of ${told.scenario.utilisation}% also holds when a zone is missing. ${chain(told)}.`,
  },
})

/** Instances in each zone for a fleet that carries its load without one zone. */
export const zonalCountModel: FamilyModel<ZonalScenario> = {
  name: 'zonal-instance-count',
  title: 'Instances in each zone to survive the loss of one',
  kind: 'multiple-choice',
  placements: placedIn('SAA-C03 2.2', 'SOA-C03 2.2', 'DOP-C02 3.1', 'SAP-C02 2.4', 'SAP-C03 4'),
  cognitive: 'apply',
  services: ['ec2', 'ec2-auto-scaling'],
  references: [
    documentation(
      'Static stability (AWS Fault Isolation Boundaries)',
      'whitepapers/latest/aws-fault-isolation-boundaries/static-stability.html',
    ),
  ],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample,
  solve,
  misconceptions,
  render,
  features: ({ rendering, zones, utilisation }) => ({ rendering, zones, utilisation }),
  angoff: ({ zones = 3, utilisation = 70, rendering }) =>
    0.8 - 0.05 * zones + 0.04 * rendering - (utilisation % 10 === 0 ? 0 : 0.06),
}

export const zonalCount = familyOf(zonalCountModel)
