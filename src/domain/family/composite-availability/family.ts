import { type System, systemAvailability } from '../../cloud/capacity/availability.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { chance, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, inWords, paragraphs } from '../parts/words.ts'
import type { FamilyModel, Misconception } from '../types.ts'

/** An entry, a redundant tier, and a dependency behind it; in two stacks the dependency belongs to both. */
export type AvailabilityScenario = {
  readonly setting: Setting
  readonly rendering: number
  /** Availabilities in percent. */
  readonly entry: number
  readonly node: number
  readonly nodes: number
  readonly dependency: number
  readonly stacked: boolean
}

/** Decimals of an answer in percent. */
const decimals = 3
const percent = (availability: number): number => Number((availability * 100).toFixed(decimals))

const componentsOf = ({ entry, node, nodes, dependency }: AvailabilityScenario): Record<string, number> => ({
  entry: entry / 100,
  dependency: dependency / 100,
  ...Object.fromEntries(Array.from({ length: nodes }, (_, index) => [`node${index}`, node / 100])),
  ...Object.fromEntries(Array.from({ length: nodes }, (_, index) => [`copy${index}`, dependency / 100])),
})

const nodesOf = ({ nodes }: AvailabilityScenario): string[] =>
  Array.from({ length: nodes }, (_, index) => `node${index}`)

/** The system as it is built: in two stacks each calls the dependency itself, and it is still one. */
function systemOf(scenario: AvailabilityScenario): System {
  const tier: System = scenario.stacked
    ? { parallel: nodesOf(scenario).map((name) => ({ series: [name, 'dependency'] })) }
    : { parallel: nodesOf(scenario) }
  return { series: scenario.stacked ? ['entry', tier] : ['entry', tier, 'dependency'] }
}

const computing =
  (system: (scenario: AvailabilityScenario) => System) => (scenario: AvailabilityScenario) => [
    percent(
      systemAvailability({ components: componentsOf(scenario), system: system(scenario) }).availability,
    ),
  ]

const solve = computing(systemOf)

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const misconceptions: readonly Misconception<AvailabilityScenario>[] = [
  {
    id: 'weakest-part',
    statement: 'A system is as available as its least available part.',
    solve: ({ entry, node, dependency }) => [Math.min(entry, node, dependency)],
  },
  {
    id: 'mean-of-parts',
    statement: 'The availability of a system is the mean of those of its parts.',
    solve: ({ entry, node, dependency }) => [Number(mean([entry, node, dependency]).toFixed(decimals))],
  },
  {
    id: 'redundancy-ignored',
    statement: 'Every instance must work, so each of them multiplies, redundant or not.',
    solve: computing((scenario) => ({ series: ['entry', ...nodesOf(scenario), 'dependency'] })),
  },
  {
    id: 'one-instance-counts',
    statement: 'Redundant instances are as available as one of them.',
    solve: computing(() => ({ series: ['entry', 'node0', 'dependency'] })),
  },
  {
    id: 'redundancy-perfect',
    statement: 'A redundant tier is available without interruption and need not be counted.',
    solve: computing(() => ({ series: ['entry', 'dependency'] })),
  },
  {
    id: 'shared-counted-apart',
    statement: 'A dependency that two stacks share is redundant, since each stack calls it.',
    solve: computing((scenario) => ({
      series: [
        'entry',
        {
          parallel: nodesOf(scenario).map((name, index) => ({
            series: [name, scenario.stacked ? `copy${index}` : name],
          })),
        },
        ...(scenario.stacked ? [] : ['dependency']),
      ],
    })),
  },
]

const sample = (random: SeededRandom): AvailabilityScenario => ({
  setting: drawSetting(random),
  rendering: random.integer(3),
  entry: pick(random, [99.99, 99.95, 99.9]),
  node: pick(random, [95, 96, 97, 98, 98.5, 99, 99.2, 99.5]),
  nodes: pick(random, [2, 2, 3]),
  dependency: pick(random, [99.95, 99.9, 99.8, 99.7, 99.5, 99]),
  stacked: chance(random, 0.4),
})

const tail = 'Parts fail independently of each other.'
const question = 'What is the expected availability of the whole service?'

function design({ setting, entry, node, nodes, dependency, stacked }: AvailabilityScenario): string[] {
  const copies = inWords(nodes)
  return stacked
    ? [
        `Requests enter through a load balancer (${entry}%) and go to one of ${copies} application stacks in separate zones (${node}% each), any of which carries the load.`,
        `Every stack calls the same ${setting.systems[1].name} (${dependency}%) and cannot answer without it.`,
      ]
    : [
        `Requests pass a load balancer (${entry}%), one of ${copies} application servers (${node}% each), of which one is enough, and then the ${setting.systems[1].name} (${dependency}%), without which nothing works.`,
      ]
}

const formula = ({ scenario }: Told<AvailabilityScenario>): string => {
  const { entry, node, nodes, dependency } = scenario
  const share = (value: number): string => String(Number((value / 100).toFixed(5)))
  return `${share(entry)} x (1 - ${Number((1 - node / 100).toFixed(5))}^${nodes}) x ${share(dependency)} = ${solve(scenario)[0]}%`
}

const render = wordedBy<AvailabilityScenario>({
  stems: [
    (scenario) =>
      paragraphs([
        `${capitalised(scenario.setting.who)} estimates how available its ${scenario.setting.systems[0].name} will be.`,
        ...design(scenario),
        `${tail} ${question}`,
      ]),
    (scenario) =>
      paragraphs(
        `The ${scenario.setting.teams[0]} of ${scenario.setting.who} lists the parts behind the ${scenario.setting.systems[0].name} with their measured availability:`,
        bullets([
          `Load balancer: ${scenario.entry}%`,
          `${capitalised(inWords(scenario.nodes))} ${scenario.stacked ? 'application stacks' : 'application servers'} in different zones, one of which is enough: ${scenario.node}% each`,
          scenario.stacked
            ? `${capitalised(scenario.setting.systems[1].name)}, called by every stack: ${scenario.dependency}%`
            : `${capitalised(scenario.setting.systems[1].name)}, called for every request: ${scenario.dependency}%`,
        ]),
        [
          `${tail} A request fails when the load balancer, all redundant copies, or the dependency fails.`,
          question,
        ],
      ),
    (scenario) =>
      paragraphs([
        `A contract asks ${scenario.setting.who} to name the availability of the ${scenario.setting.systems[0].name} before it is built.`,
        ...design(scenario),
        `${tail} Which figure follows from the design?`,
      ]),
  ],
  text: (answer) => `${Number(answer).toFixed(decimals)}%`,
  reasons: {
    key: (told) => `Parts in series multiply, and redundant copies fail together: ${formula(told)}.`,
    'weakest-part': (told) =>
      `Every part in series adds its own failures to those of the weakest. ${formula(told)}.`,
    'mean-of-parts': (told) =>
      `Availabilities in series multiply; their mean says nothing. ${formula(told)}.`,
    'redundancy-ignored': (told) => `Redundant copies must all fail before the tier does. ${formula(told)}.`,
    'one-instance-counts': (told) =>
      `A tier of redundant copies is more available than one copy. ${formula(told)}.`,
    'redundancy-perfect': (told) =>
      `Redundant copies can fail at the same time, if rarely. ${formula(told)}.`,
    'shared-counted-apart': (told) =>
      `The shared dependency fails for all stacks at once and counts as one part. ${formula(told)}.`,
  },
})

/** Availability of a service with a redundant tier and a dependency, shared or not. */
export const availabilityModel: FamilyModel<AvailabilityScenario> = {
  name: 'composite-availability',
  title: 'Availability of a system of parts',
  kind: 'multiple-choice',
  placements: placedIn('SAA-C03 2.2', 'SAP-C02 2.4', 'SAP-C03 4', 'DOP-C02 3.1'),
  cognitive: 'apply',
  services: ['elb', 'ec2'],
  references: [capacityPages.availability, capacityPages.redundancy],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample,
  solve,
  misconceptions,
  render,
  features: ({ rendering, stacked, nodes }) => ({ rendering, stacked: Number(stacked), nodes }),
  angoff: ({ stacked = 0, nodes = 2, rendering }) =>
    0.66 - 0.18 * stacked - 0.05 * (nodes - 2) + 0.02 * rendering,
}

export const availability = familyOf(availabilityModel)
