import { tableThroughput } from '../../cloud/capacity/dynamodb.ts'
import { wholeUp } from '../../cloud/capacity/round.ts'
import type { FactValues } from '../../cloud/cloud-facts.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { between, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, counted, paragraphs, withCommas } from '../parts/words.ts'
import type { FamilyModel, Misconception } from '../types.ts'

/** Writes to a table, most of them under one key value, and what a partition takes. */
export type HotScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly perSecond: number
  /** Share of the writes that goes to the busiest key value, in percent. */
  readonly share: number
  /** Size of an item in tenths of a KB. */
  readonly tenths: number
  readonly keys: number
}

/** Write units that a partition takes in a second; the stem states them. */
const partitionUnits = 1000

function unitsOf(perSecond: number, tenths: number, facts: FactValues): number {
  const writes = [{ itemBytes: Math.round((tenths * 1024) / 10), perSecond }]
  return tableThroughput({ writes }, facts).table.writeUnits
}

const hotWrites = ({ perSecond, share }: HotScenario): number => (perSecond * share) / 100

const partitionsFor = (units: number): number => Math.max(1, wholeUp(units / partitionUnits))

const solve = (scenario: HotScenario, facts: FactValues) => [
  partitionsFor(unitsOf(hotWrites(scenario), scenario.tenths, facts)),
]

const misconceptions: readonly Misconception<HotScenario>[] = [
  {
    id: 'table-capacity-enough',
    statement: 'A table with enough capacity serves any key value with all of it.',
    solve: () => [1],
  },
  {
    id: 'size-ignored',
    statement: 'A write costs one unit, whatever the size of the item.',
    solve: (scenario) => [partitionsFor(hotWrites(scenario))],
  },
  {
    id: 'whole-load-counted',
    statement: 'The key must be split for all writes of the table.',
    solve: ({ perSecond, tenths }, facts) => [partitionsFor(unitsOf(perSecond, tenths, facts))],
  },
  {
    id: 'read-limit-applied',
    statement: 'A partition takes 3,000 units of any kind in a second.',
    solve: (scenario, facts) => [
      wholeUp(unitsOf(hotWrites(scenario), scenario.tenths, facts) / (3 * partitionUnits)),
    ],
  },
  {
    id: 'rest-counted',
    statement: 'The other keys decide, since the busiest one has a partition of its own.',
    solve: ({ perSecond, share, tenths }, facts) => [
      partitionsFor(unitsOf((perSecond * (100 - share)) / 100, tenths, facts)),
    ],
  },
  {
    id: 'rounded-down',
    statement: 'A partition can be a little over its limit, so fractions are dropped.',
    solve: (scenario, facts) => [Math.max(1, Number(solve(scenario, facts)[0]) - 1)],
  },
]

const sample = (random: SeededRandom): HotScenario => ({
  setting: drawSetting(random),
  rendering: random.integer(3),
  perSecond: between(random, 20, 160) * 100,
  share: pick(random, [20, 25, 30, 35, 40, 45, 55, 60, 65]),
  tenths: between(random, 11, 48),
  keys: between(random, 12, 90) * 10,
})

const kb = ({ tenths }: HotScenario): string => `${tenths / 10} KB`
const limit = `A partition takes ${withCommas(partitionUnits)} write units a second, and each suffixed value is to have a partition of its own.`
const question = 'What is the smallest number of suffixes that stops the throttling?'

const chain = ({ scenario, facts }: Told<HotScenario>): string => {
  const hot = hotWrites(scenario)
  const units = unitsOf(hot, scenario.tenths, facts)
  return `${withCommas(hot)} writes a second x ${Math.ceil(scenario.tenths / 10)} units = ${withCommas(units)} units, which ${counted(Number(solve(scenario, facts)[0]), 'partition')} of ${withCommas(partitionUnits)} can take`
}

const because =
  (why: string) =>
  (told: Told<HotScenario>): string =>
    `${why} ${chain(told)}.`

const render = wordedBy<HotScenario>({
  stems: [
    (scenario) =>
      paragraphs([
        `The ${scenario.setting.systems[0].name} of ${scenario.setting.who} writes ${withCommas(scenario.perSecond)} items of ${kb(scenario)} a second to an Amazon DynamoDB table in on-demand mode. The partition key is the customer.`,
        `One of ${scenario.keys} customers causes ${scenario.share}% of the writes, and its requests are throttled.`,
        `${limit} The team will add a random suffix to the key value of this customer. ${question}`,
      ]),
    (scenario) =>
      paragraphs(
        `CloudWatch Contributor Insights shows the ${scenario.setting.teams[0]} of ${scenario.setting.who} why writes to its Amazon DynamoDB table are throttled, although the table has capacity left:`,
        bullets([
          `Writes to the table: ${withCommas(scenario.perSecond)} a second, ${kb(scenario)} an item`,
          `Key values: ${scenario.keys}, the busiest of which receives ${scenario.share}% of the writes`,
        ]),
        [`${limit} Writes to the busiest value are to be sharded by a calculated suffix.`, question],
      ),
    (scenario) =>
      paragraphs([
        `${capitalised(scenario.setting.who)} expects ${withCommas(scenario.perSecond)} writes a second when its ${scenario.setting.systems[1].name} goes live, each of an item of ${kb(scenario)}.`,
        `They go to an Amazon DynamoDB table whose partition key has ${scenario.keys} values, and ${scenario.share}% of them carry the same value.`,
        `${limit} The design spreads this value by suffixes. What is the smallest number of suffixes that prevents throttling?`,
      ]),
  ],
  text: (answer) => `${answer} ${answer === 1 ? 'suffix' : 'suffixes'}`,
  reasons: {
    key: (told) => `${chain(told)}.`,
    'table-capacity-enough': because('Capacity of the table does not help beyond what one partition takes.'),
    'size-ignored': because('A write costs a unit for each KB of the item, rounded up.'),
    'whole-load-counted': because('The other key values have partitions of their own and need no suffix.'),
    'read-limit-applied': because('3,000 units is what a partition gives in reads.'),
    'rest-counted': because('The busiest value is the one that exceeds a partition.'),
    'rounded-down': because('With one suffix fewer the partitions are over their limit.'),
  },
})

/** Suffixes that a busy key value needs so that no partition is over its limit. */
export const hotPartitionModel: FamilyModel<HotScenario> = {
  name: 'hot-partition',
  title: 'Write sharding of a busy key value',
  kind: 'multiple-choice',
  placements: placedIn('DVA-C02 4.3', 'DVA-C03 4', 'DEA-C01 2.4', 'SAA-C03 3.3'),
  cognitive: 'analyse',
  services: ['dynamodb'],
  references: [
    documentation(
      'Using write sharding to distribute workloads evenly in your DynamoDB table',
      'amazondynamodb/latest/developerguide/bp-partition-key-sharding.html',
    ),
    capacityPages.dynamodbUnits,
  ],
  facts: ['dynamodb-write-unit-bytes'],
  since: calendarDate('2026-11-24'),
  sample,
  solve,
  misconceptions,
  render,
  constraints: (scenario, facts) => {
    const units = unitsOf(hotWrites(scenario), scenario.tenths, facts)
    return (
      scenario.tenths % 10 !== 0 &&
      units % partitionUnits !== 0 &&
      units > 1.1 * partitionUnits &&
      units < 25_000
    )
  },
  features: ({ rendering, share, tenths }) => ({ rendering, share, kilobytes: Math.ceil(tenths / 10) }),
  angoff: ({ rendering, kilobytes = 2 }) => 0.62 - 0.03 * kilobytes - 0.03 * rendering,
}

export const hotPartition = familyOf(hotPartitionModel)
