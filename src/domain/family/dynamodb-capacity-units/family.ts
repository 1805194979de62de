import { type TableRead, type TableWrite, tableThroughput } from '../../cloud/capacity/dynamodb.ts'
import { wholeUp } from '../../cloud/capacity/round.ts'
import type { FactValues } from '../../cloud/cloud-facts.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { between, chance, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, paragraphs, withCommas } from '../parts/words.ts'
import type { Answers, FamilyModel, Misconception } from '../types.ts'

/** Requests of one kind and size against a table. */
export type UnitsScenario = {
  readonly setting: Setting
  readonly rendering: number
  /** Size of an item in tenths of a KB. */
  readonly tenths: number
  readonly perSecond: number
  readonly request: TableRead['consistency'] | 'write' | 'transactional-write'
}

const bytesOf = ({ tenths }: UnitsScenario): number => Math.round((tenths * 1024) / 10)
const isWrite = ({ request }: UnitsScenario): boolean => request.endsWith('write')

type Load = { readonly itemBytes: number; readonly perSecond: number }

function unitsOf(load: Load, request: UnitsScenario['request'], facts: FactValues): number {
  if (request === 'write' || request === 'transactional-write') {
    const write: TableWrite = { ...load, transactional: request === 'transactional-write' }
    return tableThroughput({ writes: [write] }, facts).table.writeUnits
  }
  return tableThroughput({ reads: [{ ...load, consistency: request }] }, facts).table.readUnits
}

const loadOf = (scenario: UnitsScenario): Load => ({
  itemBytes: bytesOf(scenario),
  perSecond: scenario.perSecond,
})

const solve = (scenario: UnitsScenario, facts: FactValues): Answers => [
  unitsOf(loadOf(scenario), scenario.request, facts),
]

const plainest = (scenario: UnitsScenario): UnitsScenario['request'] =>
  isWrite(scenario) ? 'write' : 'strong'

/** Units for a second's bytes in one piece, as if they were a single item. */
function unitsOfTotal(scenario: UnitsScenario, facts: FactValues): number {
  const unit = facts[isWrite(scenario) ? 'dynamodb-write-unit-bytes' : 'dynamodb-read-unit-bytes']
  const { eventual, strong, transactional } = {
    eventual: facts['dynamodb-eventual-read-factor'],
    strong: 1,
    transactional: facts['dynamodb-transaction-factor'],
  }
  const factor =
    scenario.request === 'eventual'
      ? eventual
      : scenario.request.startsWith('transactional')
        ? transactional
        : strong
  return wholeUp((bytesOf(scenario) * scenario.perSecond * factor) / unit)
}

const swapped = (facts: FactValues): FactValues => ({
  ...facts,
  'dynamodb-read-unit-bytes': facts['dynamodb-write-unit-bytes'],
  'dynamodb-write-unit-bytes': facts['dynamodb-read-unit-bytes'],
})

const misconceptions: readonly Misconception<UnitsScenario>[] = [
  {
    id: 'rounds-total',
    statement: 'The bytes of all requests in a second are added first and rounded up once.',
    solve: (scenario, facts) => [unitsOfTotal(scenario, facts)],
  },
  {
    id: 'unit-sizes-swapped',
    statement: 'A read unit covers 1 KB and a write unit 4 KB.',
    solve: (scenario, facts) => [unitsOf(loadOf(scenario), scenario.request, swapped(facts))],
  },
  {
    id: 'request-kind-ignored',
    statement: 'Eventually consistent and transactional requests cost what standard ones cost.',
    solve: (scenario, facts) => [unitsOf(loadOf(scenario), plainest(scenario), facts)],
  },
  {
    id: 'halved',
    statement: 'Requests cost half a unit for each step of the size, as DynamoDB is eventually consistent.',
    solve: (scenario, facts) => [wholeUp(unitsOf(loadOf(scenario), plainest(scenario), facts) / 2)],
  },
  {
    id: 'replicas-counted',
    statement: 'Capacity is provisioned for each of the three Availability Zones that hold a replica.',
    solve: (scenario, facts) => [3 * unitsOf(loadOf(scenario), scenario.request, facts)],
  },
  {
    id: 'strong-doubles',
    statement: 'An eventually consistent read costs one unit and a strongly consistent one costs two.',
    solve: (scenario, facts) => [
      unitsOf(loadOf(scenario), scenario.request, facts) *
        (isWrite(scenario) || scenario.request === 'transactional' ? 1 : 2),
    ],
  },
]

const sizes = {
  eventual: 300,
  strong: 250,
  transactional: 120,
  write: 90,
  'transactional-write': 60,
} as const

function sample(random: SeededRandom): UnitsScenario {
  const request = pick(random, [
    'eventual',
    'strong',
    'transactional',
    'write',
    'transactional-write',
  ] as const)
  return {
    setting: drawSetting(random),
    rendering: random.integer(3),
    tenths: between(random, request.endsWith('write') ? 12 : 15, sizes[request]),
    perSecond: chance(random, 0.5) ? between(random, 4, 90) * 10 : between(random, 35, 900),
    request,
  }
}

const requestWords: Readonly<Record<UnitsScenario['request'], string>> = {
  eventual: 'eventually consistent reads',
  strong: 'strongly consistent reads',
  transactional: 'transactional reads',
  write: 'standard writes',
  'transactional-write': 'transactional writes',
}

const kb = ({ tenths }: UnitsScenario): string => `${tenths / 10} KB`
const unitName = (scenario: UnitsScenario): string => (isWrite(scenario) ? 'WCUs' : 'RCUs')
const unitLong = (scenario: UnitsScenario): string =>
  isWrite(scenario) ? 'write capacity units (WCUs)' : 'read capacity units (RCUs)'

const verb = (scenario: UnitsScenario): string => (isWrite(scenario) ? 'writes' : 'reads')

const steps = ({ scenario, facts }: Told<UnitsScenario>): number =>
  Math.ceil(
    bytesOf(scenario) / facts[isWrite(scenario) ? 'dynamodb-write-unit-bytes' : 'dynamodb-read-unit-bytes'],
  )

const factorWords: Readonly<Record<UnitsScenario['request'], string>> = {
  eventual: ' x 0.5',
  strong: '',
  transactional: ' x 2',
  write: '',
  'transactional-write': ' x 2',
}

const sum = (told: Told<UnitsScenario>): string => {
  const [units = 0] = solve(told.scenario, told.facts)
  return `${withCommas(told.scenario.perSecond)} x ${steps(told)}${factorWords[told.scenario.request]} = ${withCommas(Number(units))}`
}

const render = wordedBy<UnitsScenario>({
  stems: [
    (scenario) =>
      paragraphs([
        `${capitalised(scenario.setting.who)} keeps ${scenario.setting.records[0].name} in an Amazon DynamoDB table with provisioned capacity.`,
        `At peak, the ${scenario.setting.systems[0].name} makes ${withCommas(scenario.perSecond)} ${requestWords[scenario.request]} a second, each of one item of ${kb(scenario)}.`,
        `How many ${unitLong(scenario)} does the table need to serve the peak without throttling?`,
      ]),
    (scenario) =>
      paragraphs(
        `The ${scenario.setting.teams[0]} of ${scenario.setting.who} moves the ${scenario.setting.systems[0].name} to Amazon DynamoDB. Load tests show for the busiest second:`,
        bullets([
          `${withCommas(scenario.perSecond)} requests, each of which ${verb(scenario)} one item`,
          `${kb(scenario)} for an item, attribute names included`,
          `${capitalised(requestWords[scenario.request])} throughout`,
        ]),
        [
          'The table will use provisioned capacity without auto scaling, and access is spread evenly over its partition keys.',
          `What is the smallest number of ${unitLong(scenario)} that meets this load?`,
        ],
      ),
    (scenario) =>
      paragraphs([
        `Requests of the ${scenario.setting.systems[1].name} are throttled, and ${scenario.setting.who} wants to set the provisioned capacity of its Amazon DynamoDB table from the measured load.`,
        `The application sends ${requestWords[scenario.request]}, ${withCommas(scenario.perSecond)} a second, and the items have ${kb(scenario)} each.`,
        `Which number of ${unitLong(scenario)} covers this load at the LOWEST cost?`,
      ]),
  ],
  text: (answer, scenario) => `${withCommas(Number(answer))} ${unitName(scenario)}`,
  reasons: {
    key: (told) =>
      `Each request is rounded up by itself to ${steps(told)} steps of ${isWrite(told.scenario) ? '1 KB' : '4 KB'}: ${sum(told)}.`,
    'rounds-total': (told) => `Sizes are rounded up for each item before they are multiplied: ${sum(told)}.`,
    'unit-sizes-swapped': (told) =>
      `A unit covers ${isWrite(told.scenario) ? '1 KB of a write' : '4 KB of a read'}, not ${isWrite(told.scenario) ? '4 KB' : '1 KB'}: ${sum(told)}.`,
    'request-kind-ignored': (told) =>
      `${told.scenario.request === 'eventual' ? 'An eventually consistent read costs half' : 'A transactional request costs twice'} as much as this assumes: ${sum(told)}.`,
    'replicas-counted': (told) =>
      `DynamoDB replicates within a Region by itself, and the units are provisioned once: ${sum(told)}.`,
    'strong-doubles': (told) =>
      `A strongly consistent read of 4 KB costs one unit, an eventually consistent one half a unit: ${sum(told)}.`,
    halved: (told) =>
      `Half a unit applies to eventually consistent reads, which these requests are not: ${sum(told)}.`,
  },
})

/** Provisioned capacity of a table for requests of one kind and size. */
export const capacityUnitsModel: FamilyModel<UnitsScenario> = {
  name: 'dynamodb-capacity-units',
  title: 'Capacity units for a load on a table',
  kind: 'multiple-choice',
  placements: placedIn('DVA-C02 1.3', 'DVA-C03 1', 'SAA-C03 3.3', 'DEA-C01 2.1', 'SAP-C02 2.5', 'SAP-C03 1'),
  cognitive: 'apply',
  services: ['dynamodb'],
  references: [capacityPages.dynamodbUnits],
  facts: [
    'dynamodb-read-unit-bytes',
    'dynamodb-write-unit-bytes',
    'dynamodb-eventual-read-factor',
    'dynamodb-transaction-factor',
    'dynamodb-item-bytes',
  ],
  since: calendarDate('2026-11-24'),
  sample,
  solve,
  misconceptions,
  render,
  constraints: ({ tenths, ...rest }) => tenths % (isWrite({ tenths, ...rest }) ? 10 : 40) !== 0,
  features: ({ rendering, request, tenths }) => ({
    rendering,
    special: Number(request !== 'strong' && request !== 'write'),
    transactional: Number(request.startsWith('transactional')),
    kilobytes: tenths / 10,
  }),
  angoff: ({ special = 0, transactional = 0 }) => 0.76 - 0.08 * special - 0.14 * transactional,
}

export const capacityUnits = familyOf(capacityUnitsModel)
