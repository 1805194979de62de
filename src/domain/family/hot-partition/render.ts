import type { FactValues } from '../../cloud/cloud-facts.ts'
import { planIn } from '../capacity/plans.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, paragraphs, withCommas } from '../parts/words.ts'
import type { Answer } from '../types.ts'
import {
  type HotPlan,
  type HotScenario,
  hotUnits,
  hotWrites,
  partitionUnits,
  solveHot,
  tableUnits,
} from './solve.ts'

const plurals: Readonly<Record<string, string>> = { branch: 'branches', country: 'countries' }
const plural = (noun: string): string => plurals[noun] ?? `${noun}s`
const key = ({ owner }: HotScenario): string => `\`${owner.replace(' ', '_')}_id\``
const kb = ({ tenths }: HotScenario): string => `${tenths / 10} KB`
const rate = ({ perSecond }: HotScenario): string => withCommas(perSecond)

const provisioned = (scenario: HotScenario, facts: FactValues): string =>
  `${withCommas(tableUnits(scenario, facts))} write capacity units (WCUs)`

/** Why DynamoDB does not spread the value itself: its new items meet at the end of the sort key. */
const sortKeys = [
  'The sort key is the time of writing, so even after a split new items of a value meet in one partition.',
  'Items are sorted by an ever-increasing timestamp, which keeps DynamoDB from spreading the writes of a value itself.',
  'Because the sort key grows with time, a split by DynamoDB does not spread the new items of a value.',
] as const

/** Why no more suffixes than needed are wanted. */
const readers: readonly ((scenario: HotScenario) => string)[] = [
  ({ owner }) => `Reports that read a whole ${owner} should need as few queries as possible.`,
  ({ owner, setting }) =>
    `Each part into which a ${owner} is split adds a query to the reports of the ${setting.teams[1]}, which wants as few as possible.`,
  ({ owner }) =>
    `A ${owner} that is split must be read part by part, so it should not fall into more parts than necessary.`,
]

const needs = (scenario: HotScenario): string =>
  `${sortKeys[scenario.reason] ?? ''} ${readers[scenario.reason]?.(scenario) ?? ''}`

const structures: readonly ((scenario: HotScenario, facts: FactValues) => string)[] = [
  (scenario, facts) =>
    paragraphs([
      `Since its largest ${scenario.owner} doubled its business, the ${scenario.setting.systems[0].name} of ${scenario.setting.who} loses updates to throttling.`,
      `Its Amazon DynamoDB table is provisioned with ${provisioned(scenario, facts)} and uses fewer in each minute. The partition key is ${key(scenario)}. Of ${rate(scenario)} items of ${kb(scenario)} that are written each second, ${scenario.share}% belong to the one ${scenario.owner}.`,
      needs(scenario),
      'Which change meets these requirements?',
    ]),
  (scenario, facts) =>
    paragraphs(
      `Throttled writes filled the log of the ${scenario.setting.systems[1].name}, so the ${scenario.setting.teams[0]} of ${scenario.setting.who} turned on CloudWatch Contributor Insights for its Amazon DynamoDB table:`,
      bullets([
        `Partition key: ${key(scenario)}, with ${scenario.keys} values`,
        `Most throttled key: one value, with ${withCommas(hotWrites(scenario))} of ${rate(scenario)} writes a second`,
        `Item size: ${kb(scenario)}`,
        `Table: ${provisioned(scenario, facts)}, not exhausted`,
      ]),
      [needs(scenario), 'What should the team do to stop the throttling?'],
    ),
  (scenario, facts) =>
    paragraphs([
      `A rehearsal for the launch of the ${scenario.setting.systems[0].name} shows throttled PutItem calls, although the Amazon DynamoDB table was given ${provisioned(scenario, facts)}, more than it used.`,
      `The load generator imitates production: ${rate(scenario)} writes a second, ${kb(scenario)} each, to ${scenario.keys} values of the partition key ${key(scenario)}, and ${scenario.share}% of them to a single ${scenario.owner}.`,
      needs(scenario),
      'Which change lets the rehearsal pass?',
    ]),
  (scenario, facts) =>
    paragraphs([
      `“We pay for ${withCommas(tableUnits(scenario, facts))} write capacity units (WCUs), and DynamoDB throttles us although we do not use them up,” complains a developer at ${scenario.setting.who}.`,
      `The Amazon DynamoDB table belongs to the ${scenario.setting.systems[1].name} and has ${key(scenario)} as its partition key. At peak it receives ${rate(scenario)} items a second. They are ${kb(scenario)} in size, and ${scenario.share}% carry the same key value, that of the biggest of ${scenario.keys} ${plural(scenario.owner)}.`,
      needs(scenario),
      'Which answer solves the problem?',
    ]),
  (scenario, facts) =>
    paragraphs([
      `${capitalised(scenario.setting.who)} has won a ${scenario.owner} that will cause ${scenario.share}% of the writes to the ${scenario.setting.systems[0].name}, as much as many of the other ${scenario.keys - 1} together.`,
      `The design stores ${rate(scenario)} items of ${kb(scenario)} a second in an Amazon DynamoDB table with ${provisioned(scenario, facts)} and the partition key ${key(scenario)}. A reviewer doubts that the newcomer can be served.`,
      needs(scenario),
      'Which change to the design removes the doubt?',
    ]),
]

type Wording = Readonly<Record<HotPlan, (amount: string, scenario: HotScenario) => string>>

/** Ways in which colleagues propose the same changes. */
const wordings: readonly Wording[] = [
  {
    suffix: (amount, { owner }) =>
      `Append one of ${amount} calculated suffixes to the key value of the busy ${owner}`,
    capacity: (amount) =>
      `Raise the provisioned capacity of the table to ${amount} WCUs, with the key unchanged`,
    mode: () => 'Switch the table to on-demand mode, with the key unchanged',
    cache: () => 'Route the writes through a DynamoDB Accelerator (DAX) cluster, with the key unchanged',
    'sort-key': () =>
      'Append a random number to the timestamp in the sort key, with the partition key unchanged',
  },
  {
    suffix: (amount, { owner }) =>
      `Shard the busy ${owner} over ${amount} key values by a hash of the item ID`,
    capacity: (amount) => `Double the capacity of the table to ${amount} WCUs and leave the keys alone`,
    mode: () => 'Move the table to on-demand capacity mode and leave the keys alone',
    cache: () => 'Put a DynamoDB Accelerator cluster in front of the table to absorb writes',
    'sort-key': () => 'Write the timestamp of the sort key in milliseconds and leave the partition key alone',
  },
  {
    suffix: (amount) => `Write sharding with ${amount} suffixes for the most used key value`,
    capacity: (amount) => `Provisioned capacity of ${amount} WCUs for the table with its present keys`,
    mode: () => 'On-demand capacity mode for the table with its present keys',
    cache: () => 'A DynamoDB Accelerator cluster as write-through cache for the table',
    'sort-key': () => 'A random number after the timestamp of the sort key',
  },
]

function text(answer: Answer, scenario: HotScenario): string {
  const { kind, amount } = planIn<HotPlan>(answer)
  const wording = wordings[scenario.style]
  if (wording === undefined) throw new RangeError(`There is no wording ${scenario.style}.`)
  return wording[kind](withCommas(amount), scenario)
}

/** "1,240 writes a second x 3 units = 3,720 WCUs, which 4 partitions of 1,000 can take". */
function need({ scenario, facts }: Told<HotScenario>): string {
  const { amount } = planIn<HotPlan>(solveHot(scenario, facts)[0] ?? '')
  return `${withCommas(hotWrites(scenario))} writes a second x ${Math.ceil(scenario.tenths / 10)} units = ${withCommas(hotUnits(scenario, facts))} WCUs, which ${amount} partitions of ${withCommas(partitionUnits)} can take`
}

const because =
  (why: string) =>
  (told: Told<HotScenario>): string =>
    `${why} ${need(told)}.`

/** Words the scenario in one of five structures. */
export const renderHot = wordedBy<HotScenario>({
  stems: structures,
  text,
  reasons: {
    key: (told) => `${need(told)}.`,
    'table-capacity-enough': because('Capacity of the table does not help beyond what one partition takes.'),
    'mode-lifts-limit': because('The limit of a partition is the same in on-demand mode.'),
    'cache-takes-writes': because('DAX writes through, so each write still reaches the partition.'),
    'sort-key-spreads': because(
      'New items still sort behind the older ones of the same value and meet in one partition.',
    ),
    'size-ignored': because('A write costs a unit for each KB of the item, rounded up.'),
    'whole-load-counted': because('The other key values have partitions of their own and need no suffix.'),
    'read-limit-applied': because('3,000 units is what a partition gives in reads.'),
    'rounded-down': because('With one part fewer the partitions are over their limit.'),
  },
})
