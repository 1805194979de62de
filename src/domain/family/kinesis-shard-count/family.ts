import { kinesisFactIds, type StreamShards, streamShards } from '../../cloud/capacity/kinesis.ts'
import type { FactValues } from '../../cloud/cloud-facts.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { capacityPages } from '../capacity/references.ts'
import { familyOf } from '../compose-draft.ts'
import { between, chance } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, inWords, paragraphs, withCommas } from '../parts/words.ts'
import type { FamilyModel, Misconception } from '../types.ts'

/** A stream: what comes in, and who reads it. */
export type ShardScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly recordsPerSecond: number
  readonly recordBytes: number
  readonly consumers: number
  readonly fanOut: boolean
}

function shardsOf(scenario: ShardScenario, facts: FactValues): StreamShards {
  const { recordsPerSecond, recordBytes, consumers, fanOut } = scenario
  return streamShards(
    {
      recordsPerSecond,
      recordBytes,
      ...(fanOut ? { fanOutConsumers: consumers } : { sharedConsumers: consumers }),
    },
    facts,
  )
}

const solving =
  (choose: (shards: StreamShards) => number) => (scenario: ShardScenario, facts: FactValues) => [
    Math.max(1, choose(shardsOf(scenario, facts))),
  ]

const solve = solving(({ shards }) => shards)

const misconceptions: readonly Misconception<ShardScenario>[] = [
  {
    id: 'bytes-alone',
    statement: 'The bytes that are written decide, since a shard takes 1 MB a second of any records.',
    solve: solving(({ byWriteBytes }) => byWriteBytes),
  },
  {
    id: 'records-alone',
    statement: 'The number of records decides, since a shard takes 1,000 a second of any size.',
    solve: solving(({ byWriteRecords }) => byWriteRecords),
  },
  {
    id: 'limits-added',
    statement: 'Shards for the bytes and shards for the records are added.',
    solve: solving(({ byWriteBytes, byWriteRecords }) => byWriteBytes + byWriteRecords),
  },
  {
    id: 'readers-free',
    statement: 'Each consumer reads 2 MB a second from a shard, however many consumers share it.',
    solve: solving(({ byWriteBytes, byWriteRecords }) => Math.max(byWriteBytes, byWriteRecords)),
  },
  {
    id: 'fan-out-shares',
    statement: 'Consumers with enhanced fan-out share the read throughput of a shard.',
    solve: (scenario, facts) => solve({ ...scenario, fanOut: false }, facts),
  },
  {
    id: 'shards-for-each-consumer',
    statement: 'Each consumer needs shards of its own.',
    solve: (scenario, facts) => [
      scenario.consumers *
        Math.max(1, shardsOf(scenario, facts).byWriteBytes, shardsOf(scenario, facts).byWriteRecords),
    ],
  },
]

function sample(random: SeededRandom): ShardScenario {
  const large = chance(random, 0.65)
  const fanOut = chance(random, 0.35)
  return {
    setting: drawSetting(random),
    rendering: random.integer(3),
    recordsPerSecond: large ? between(random, 40, 900) * 10 : between(random, 110, 1900) * 10,
    recordBytes: large ? between(random, 10, 60) * 102.4 : between(random, 3, 19) * 51.2,
    consumers: between(random, fanOut ? 2 : 3, 5),
    fanOut,
  }
}

const kb = ({ recordBytes }: ShardScenario): string => `${Number((recordBytes / 1024).toFixed(2))} KB`

const readers = ({ consumers, fanOut }: ShardScenario): string =>
  fanOut
    ? `${capitalised(inWords(consumers))} applications read the whole stream with enhanced fan-out`
    : `${capitalised(inWords(consumers))} applications read the whole stream and share its read throughput`

const question = 'How many shards does the stream need at least?'

const needs = ({ scenario, facts }: Told<ShardScenario>): string => {
  const { byWriteBytes, byWriteRecords, byReadBytes } = shardsOf(scenario, facts)
  const reads = scenario.fanOut ? '' : `, bytes out ask for ${byReadBytes}`
  return `Bytes in ask for ${byWriteBytes} shards, records in for ${byWriteRecords}${reads}`
}

const render = wordedBy<ShardScenario>({
  stems: [
    (scenario) =>
      paragraphs([
        `The ${scenario.setting.systems[0].name} of ${scenario.setting.who} will publish ${withCommas(scenario.recordsPerSecond)} records a second to an Amazon Kinesis data stream in provisioned mode.`,
        `A record has ${kb(scenario)} on average, and partition keys spread the records evenly.`,
        `${readers(scenario)}. ${question}`,
      ]),
    (scenario) =>
      paragraphs(
        `For the launch of its ${scenario.setting.systems[1].name}, ${scenario.setting.who} sizes a provisioned Amazon Kinesis data stream by these figures:`,
        bullets([
          `Peak rate: ${withCommas(scenario.recordsPerSecond)} records a second`,
          `Mean size: ${kb(scenario)}`,
          `Partition keys: well distributed`,
          `Consumers: ${inWords(scenario.consumers)}, each of which reads every record, ${scenario.fanOut ? 'with enhanced fan-out' : 'without enhanced fan-out'}`,
        ]),
        ['Throttling at peak is unacceptable, and so are idle shards.', question],
      ),
    (scenario) =>
      paragraphs([
        `Producers and consumers of a data stream see throttling, so the ${scenario.setting.teams[0]} of ${scenario.setting.who} works out its number of shards anew.`,
        `Peaks bring ${withCommas(scenario.recordsPerSecond)} records of ${kb(scenario)} a second to the Amazon Kinesis stream, evenly over its hash keys.`,
        `${readers(scenario)}. The stream stays in provisioned mode. ${question}`,
      ]),
  ],
  text: (answer) => `${withCommas(Number(answer))} ${answer === 1 ? 'shard' : 'shards'}`,
  reasons: {
    key: (told) =>
      `${needs(told)}; the largest of these is needed${told.scenario.fanOut ? ', and fan-out consumers have throughput of their own' : ''}.`,
    'bytes-alone': (told) => `${needs(told)}; this counts the bytes in and leaves the larger limit out.`,
    'records-alone': (told) => `${needs(told)}; this counts the records and leaves the larger limit out.`,
    'limits-added': (told) =>
      `${needs(told)}; every shard has all limits at once, so the largest counts, not the sum.`,
    'readers-free': (told) =>
      `${needs(told)}; the 2 MB a second out of a shard are shared by all of these consumers.`,
    'shards-for-each-consumer': (told) =>
      `${needs(told)}; consumers read the same shards, so their number does not multiply what is written.`,
    'fan-out-shares': (told) =>
      `${needs(told)}; with enhanced fan-out each consumer has 2 MB a second of every shard for itself.`,
  },
})

/** Shards of a provisioned stream for its producers and consumers. */
export const shardCountModel: FamilyModel<ShardScenario> = {
  name: 'kinesis-shard-count',
  title: 'Shards of a data stream',
  kind: 'multiple-choice',
  placements: placedIn('DEA-C01 1.1', 'SAA-C03 3.5', 'DVA-C02 1.1', 'DVA-C03 1', 'SAP-C02 2.5', 'SAP-C03 1'),
  cognitive: 'apply',
  services: ['kinesis-data-streams'],
  references: [capacityPages.kinesisQuotas],
  facts: kinesisFactIds,
  since: calendarDate('2026-11-24'),
  sample,
  solve,
  misconceptions,
  render,
  constraints: (scenario, facts) =>
    shardsOf(scenario, facts).pollsFit && shardsOf(scenario, facts).shards < 200,
  features: ({ rendering, consumers, fanOut }) => ({ rendering, consumers, fanOut: Number(fanOut) }),
  angoff: ({ consumers = 2, fanOut = 0 }) => 0.68 - 0.05 * (consumers - 2) * (1 - fanOut) - 0.04 * fanOut,
}

export const shardCount = familyOf(shardCountModel)
