import type { FactValues } from '../../cloud/cloud-facts.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Deed, DeedSituation, Told } from '../capacity/deeds.ts'
import { between, pick } from '../parts/draw.ts'
import { spun } from '../parts/spin.ts'
import { withCommas } from '../parts/words.ts'
import { type Table, unitsOf } from './solve.ts'

const tell = (
  random: SeededRandom,
  stories: readonly string[],
  now: Table,
  deeds: readonly Deed<Table>[],
): Told<Table> => ({ stem: spun(random, pick(random, stories)), now, deeds })

/** Capacity beyond what the load needs, by a factor. */
function provisioned(
  load: Omit<Table, 'readUnits' | 'writeUnits'>,
  factor: number,
  facts: FactValues,
): Table {
  const { readUnits, writeUnits } = unitsOf(load, load, facts)
  return { ...load, readUnits: Math.ceil(readUnits * factor), writeUnits: Math.ceil(writeUnits * factor) }
}

const doubled = (table: Table): Table => ({
  ...table,
  readUnits: 2 * table.readUnits,
  writeUnits: 2 * table.writeUnits,
})

const unlimited = (table: Table): Table => ({ ...table, readUnits: Infinity, writeUnits: Infinity })

const moreCapacity = (table: Table, why: string): Deed<Table> => ({
  id: 'capacity',
  text: 'Double the provisioned capacity of the table and turn on auto scaling.',
  why,
  after: doubled(table),
})

const onDemand = (table: Table, why: string): Deed<Table> => ({
  id: 'on-demand',
  text: 'Switch the table to on-demand mode and keep its present keys.',
  why,
  after: unlimited(table),
})

const dax = (table: Table, why: string): Deed<Table> => ({
  id: 'dax',
  text: 'Put a DynamoDB Accelerator (DAX) cluster between application and table.',
  why,
  after: { ...table, cached: 0.97 },
  hope: 'cache-takes-writes',
})

/** What each deed fails by where a single key value takes the writes. */
const aside = (now: Table, hot: number): readonly Deed<Table>[] => {
  const busy = `About ${withCommas(hot)} write units a second meet in one partition, which takes 1,000`
  return [
    moreCapacity(
      now,
      `${busy}; the capacity of the table is there already and does not reach that partition.`,
    ),
    onDemand(now, `${busy}, in on-demand mode too.`),
    dax(now, `DAX writes through to the table. ${busy}.`),
    {
      id: 'batch',
      text: 'Collect items and write them in groups of 25 with BatchWriteItem.',
      why: `A batch saves calls and costs the same units. ${busy}.`,
      after: now,
      hope: 'fewer-calls-fewer-units',
    },
    {
      id: 'index',
      text: 'Create a global secondary index with the item ID as its key.',
      why: `An index takes further writes and spares the table none. ${busy}.`,
      after: now,
      hope: 'index-takes-load',
    },
  ]
}

/** The date is the partition key, so that the writes of a day share one value. */
const dateKey: DeedSituation<Table> = (random, facts) => {
  const rate = between(random, 145, 490) * 10
  const load = { reads: 50, writes: rate, itemBytes: 700, hotReads: 1, hotWrites: 1 }
  const now = provisioned(load, 1.6, facts)
  return tell(
    random,
    [
      `The {~1} of {a wind farm operator~turbines|a parcel service~scanners|a toll operator~gates|a utility~smart meters|a bike rental firm~bikes} send about ${withCommas(rate)} small messages a second, which land in an Amazon DynamoDB table with the date as partition key and the time as sort key. Since {Monday|last week|the rollout|the weekend}, writes have been throttled. Yet the table has more capacity than it uses. Readers ask for one {day|date} at a time. What should a developer change?`,
      `A developer at {a games studio~players|a news site~readers|a music service~listeners|a betting site~players|a video portal~viewers} stores what {~1} click in an Amazon DynamoDB table, under the day (\`2026-11-03\`) as partition key. On busy evenings, with roughly ${withCommas(rate)} writes a second, ProvisionedThroughputExceededException appears {in the log|on the dashboard|in each service}. {Consumed|Used} capacity stays well below what is provisioned. Which change stops this?`,
    ],
    now,
    [
      {
        id: 'shard',
        text: 'Append one of 20 calculated suffixes to the value of the partition key.',
        why: `Around ${withCommas(rate)} write units a second go to the value of one day, and a partition takes 1,000; with 20 values, each gets a small part.`,
        after: { ...now, hotReads: 1 / 20, hotWrites: 1 / 20 },
      },
      {
        id: 'sort-key',
        text: 'Add the milliseconds and a random number to the sort key.',
        why: 'The items still share the partition key of the day, and the newest still meet in one partition.',
        after: now,
        hope: 'sort-key-spreads',
      },
      ...aside(now, rate),
    ],
  )
}

/** One owner among many takes more writes than a partition can. */
const bigTenant: DeedSituation<Table> = (random, facts) => {
  const hot = between(random, 132, 380) * 10
  const share = pick(random, [0.4, 0.5, 0.6])
  const load = {
    reads: 80,
    writes: Math.round(hot / share),
    itemBytes: 900,
    hotReads: share,
    hotWrites: share,
  }
  const now = provisioned(load, 1.7, facts)
  const half = `${share * 100}%`
  return tell(
    random,
    [
      `{A payroll service~employer~payslips|A loyalty program~retailer~purchases|A chat provider~customer~messages|A logistics platform~shipper~scan events} keeps {~2} in an Amazon DynamoDB table with the ID of the {~1} as partition key and a timestamp as sort key. Its newest {~1} causes ${half} of the writes, some ${withCommas(hot)} a second at peak. Since it came, exactly its writes are throttled, while {a third|40%} of the table's capacity lies idle. Which change solves the problem?`,
      `CloudWatch Contributor Insights names the culprit at once: a single {~1} causes ${half} of the writes to the Amazon DynamoDB table of {an IoT platform~tenant|a parking app~city|a review site~brand|a delivery service~restaurant chain|a ticket agency~concert}, about ${withCommas(hot)} a second. Its items are throttled; those of the others are not. The partition key is the {~1}, the sort key the time of writing, and the table has capacity to spare. What should the team do?`,
    ],
    now,
    [
      {
        id: 'shard',
        text: 'Spread the busy value over 10 values of the partition key, by a hash.',
        why: `Around ${withCommas(hot)} write units a second under one value exceed the 1,000 of a partition; a tenth of them fits.`,
        after: { ...now, hotReads: share / 10, hotWrites: share / 10 },
      },
      {
        id: 'sort-key',
        text: 'Add a random number after the timestamp of the sort key.',
        why: 'New items still sort after the older ones of the same value and meet in one partition.',
        after: now,
        hope: 'sort-key-spreads',
      },
      ...aside(now, hot),
    ],
  )
}

/** A single item is read more often than a partition can serve. */
const hotItem: DeedSituation<Table> = (random, facts) => {
  const rate = between(random, 90, 260) * 100
  const load = { reads: rate, writes: 20, itemBytes: 2600, hotReads: 0.9, hotWrites: 0.02 }
  const now = provisioned(load, 1.5, facts)
  const hot = Math.ceil((rate * 0.9) / 2)
  const busy = `About ${withCommas(hot)} read units a second go to one item, and its partition gives 3,000`
  return tell(
    random,
    [
      `When {a derby starts|the finals begin|the draw is broadcast|a race starts}, nearly each of ${withCommas(rate)} reads a second goes to one item in the Amazon DynamoDB table of {a betting site|a sports portal|a lottery|a broadcaster}: the one with the current {odds|scores|standings|results}. GetItem is then throttled, although the table has spare capacity. The item changes once a minute, and a value that is {three|five|ten} seconds old is good enough. Which change solves the problem?`,
      `{A sneaker shop~sneaker|A game store~game|A ticket agency~concert|A toy retailer~toy|A record shop~album} opened the sale of one {~1} {on Friday|at noon|last night|on Saturday}, and the product page failed for {4..25} minutes. Of ${withCommas(rate)} reads a second from the Amazon DynamoDB table, {nine in ten|almost all|the bulk} wanted the item of that {~1}; requests were throttled below the provisioned capacity. The page may show data that is some seconds old. What should the team do before the next sale?`,
    ],
    now,
    [
      {
        ...dax(
          now,
          'DAX answers repeated reads of the item from memory, so that few of them reach the partition with its 3,000 read units a second.',
        ),
      },
      moreCapacity(now, `${busy}, however much capacity the table has.`),
      onDemand(now, `${busy}, in on-demand mode too.`),
      {
        id: 'index',
        text: 'Create a global secondary index on the table and read from it instead.',
        why: `The index has the item in one partition as well. ${busy}.`,
        after: now,
        hope: 'index-takes-load',
      },
      {
        id: 'batch',
        text: 'Read with BatchGetItem in order to combine requests of several users.',
        why: `A batch costs the units of its reads. ${busy}.`,
        after: now,
        hope: 'fewer-calls-fewer-units',
      },
      {
        id: 'sort-key',
        text: 'Add a sort key to the table so that the item can be found faster.',
        why: `A sort key leaves the item in its partition. ${busy}.`,
        after: now,
        hope: 'sort-key-spreads',
      },
    ],
  )
}

/** The load is even, and the table is too small for it at night. */
const smallTable: DeedSituation<Table> = (random, facts) => {
  const rate = between(random, 160, 390) * 10
  const load = { reads: 60, writes: rate, itemBytes: 800, hotReads: 0.001, hotWrites: 0.001 }
  const needed = provisioned(load, 1, facts)
  const now = { ...needed, writeUnits: Math.round((needed.writeUnits * between(random, 40, 70)) / 1000) * 10 }
  const short = `Each second brings ${withCommas(needed.writeUnits)} write units and the table has ${withCommas(now.writeUnits)}`
  return tell(
    random,
    [
      `Each night at {1|2|3}, {a bank~transactions|a grocer~receipts|a utility~readings|a telecom operator~call records} imports the day's {~1} into an Amazon DynamoDB table, with around ${withCommas(rate)} writes a second for {30..80} minutes. Keys are random, and items are smaller than 1 KB. The table is provisioned with ${withCommas(now.writeUnits)} write capacity units, and the import is throttled from its first minute. For the rest of the day the table is nearly idle. Which change ends the throttling at the LOWEST cost?`,
      `The Amazon DynamoDB table of {a survey firm~answers|a quiz show~votes|a tax portal~filings|a school platform~test results} has ${withCommas(now.writeUnits)} write capacity units and is idle most of the week. {On Sunday evening|At the deadline|On exam days|On the last day}, ${withCommas(rate)} {~1} a second come in, each below 1 KB and with a random UUID as its partition key, and writes are throttled throughout. Which change solves the problem at the LOWEST cost?`,
    ],
    now,
    [
      {
        ...onDemand(
          now,
          `${short}; the keys are even, so what is missing is capacity, which on-demand mode provides when it is needed.`,
        ),
        text: 'Switch the table from provisioned to on-demand capacity mode.',
      },
      {
        id: 'shard',
        text: 'Append a random suffix from 1 to 20 to the partition key.',
        why: `${short}; the keys are even already.`,
        after: { ...now, hotWrites: now.hotWrites / 20, hotReads: now.hotReads / 20 },
        hope: 'spreading-helps-anyhow',
      },
      ...aside(now, 0)
        .filter(({ id }) => id !== 'capacity' && id !== 'on-demand')
        .map((deed) => ({ ...deed, why: `${short}, and this change takes no writes off it.` })),
      {
        id: 'sort-key',
        text: 'Add the time of writing to the table as its sort key.',
        why: `${short}, with whatever sort key.`,
        after: now,
        hope: 'sort-key-spreads',
      },
      {
        id: 'peak-forever',
        text: 'Provision the peak as fixed capacity, day and night.',
        why: `${short}, so this works, but the peak is paid for at times when the table is idle.`,
        after: { ...doubled(doubled(now)), costly: true },
      },
    ],
  )
}

/** What happens to tables, and what colleagues propose. */
export const hotSituations: readonly DeedSituation<Table>[] = [dateKey, bigTenant, hotItem, smallTable]
