import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Deed, DeedSituation, Told } from '../capacity/deeds.ts'
import { between, pick } from '../parts/draw.ts'
import { spun } from '../parts/spin.ts'
import { inWords, withCommas } from '../parts/words.ts'
import type { Stream } from './solve.ts'

const tell = (
  random: SeededRandom,
  stories: readonly string[],
  now: Stream,
  deeds: readonly Deed<Stream>[],
): Told<Stream> => ({ stem: spun(random, pick(random, stories)), now, deeds })

type Aside = 'on-demand' | 'fan-out' | 'batch' | 'keys' | 'retention' | 'pack'

/** Deeds that leave the limit as it is, with what the limit is. */
const asides = (now: Stream, limit: string): Readonly<Record<Aside, Deed<Stream>>> => ({
  'on-demand': {
    id: 'on-demand',
    text: 'Switch the stream from provisioned to on-demand mode.',
    why: `${limit}, which is the same in on-demand mode.`,
    after: now,
    hope: 'on-demand-has-no-limits',
  },
  'fan-out': {
    id: 'fan-out',
    text: 'Register the consumers for enhanced fan-out.',
    why: `Enhanced fan-out is about reading. ${limit}.`,
    after: { ...now, polling: 0, fanOut: now.polling },
    hope: 'fan-out-speeds-writes',
  },
  batch: {
    id: 'batch',
    text: 'Send larger batches of records with each PutRecords call.',
    why: `A batch saves calls, but each record in it counts. ${limit}.`,
    after: now,
    hope: 'calls-are-counted',
  },
  keys: {
    id: 'keys',
    text: 'Use a random UUID for each record as the partition key.',
    why: `The load is even already. ${limit}.`,
    after: now,
    hope: 'keys-cure-anything',
  },
  retention: {
    id: 'retention',
    text: 'Extend the retention period of the stream to seven days.',
    why: `Retention keeps records longer and adds no throughput. ${limit}.`,
    after: now,
    hope: 'retention-buys-time',
  },
  pack: {
    id: 'pack',
    text: 'Aggregate records in the producers with the Kinesis Producer Library.',
    why: `Aggregation leaves the bytes and the readers as they are. ${limit}.`,
    after: { ...now, packed: 20 },
  },
})

const coarseKeys = [
  ['A sports-data firm', 'league', 'match'],
  ['A courier', 'depot', 'parcel'],
  ['A scooter rental firm', 'city', 'scooter'],
  ['A bakery chain', 'country', 'branch'],
  ['A telecom operator', 'region', 'cell'],
  ['A game studio', 'server', 'player'],
  ['A lottery', 'state', 'terminal'],
  ['A hotel portal', 'brand', 'booking'],
  ['A video service', 'channel', 'session'],
] as const

/** One partition key carries most of the records. */
const hotKey: DeedSituation<Stream> = (random) => {
  const [who, coarse, thing] = pick(random, coarseKeys)
  const shards = between(random, 8, 24)
  const rate = between(random, 26, 58) * 100
  const now: Stream = {
    ...{ recordsPerSecond: rate, recordBytes: 900, shards, keyShare: 0.7 },
    ...{ polling: 1, fanOut: 0, packed: 1 },
  }
  const limit = `One key carries 70% of the ${withCommas(rate)} records, and a key stays in one shard with its 1,000 records and 1 MB a second`
  const { keys: _, 'on-demand': onDemand, ...others } = asides(now, limit)
  return tell(
    random,
    [
      `${who} sends events to an Amazon Kinesis data stream with ${shards} shards and uses the ${coarse} as partition key. {Since spring|By now|This year}, 70% of about ${withCommas(rate)} events a second concern the same ${coarse}. Its shard is throttled, and the others are nearly idle. Order matters for each ${thing}. Which change solves the problem?`,
      `In the metrics of an Amazon Kinesis data stream, one of ${shards} shards is full and its neighbors are bored. ${who} takes the ${coarse} as partition key, and seven in ten of ${withCommas(rate)} records a second come from one ${coarse}. Consumers need the records of a ${thing} in order. What should a data engineer change?`,
    ],
    now,
    [
      {
        id: 'finer-key',
        text: `Use the ID of the ${thing} as partition key, and keep the shards.`,
        why: 'Many key values spread the records over the shards that are there, and each thing stays in one shard and so in order.',
        after: { ...now, keyShare: 0.001 },
      },
      {
        id: 'double',
        text: 'Double the number of shards, and keep the present partition key.',
        why: `${limit}, however many shards there are.`,
        after: { ...now, shards: 2 * shards },
        hope: 'shards-cure-anything',
      },
      { ...onDemand, text: 'Switch to on-demand mode, and keep the present partition key.' },
      ...Object.values(others),
    ],
  )
}

/** Small records reach the limit on records long before the one on bytes. */
const tinyRecords: DeedSituation<Stream> = (random) => {
  const shards = between(random, 3, 9)
  const bytes = between(random, 12, 30) * 5
  const rate = shards * between(random, 125, 240) * 10
  const now: Stream = {
    ...{ recordsPerSecond: rate, recordBytes: bytes, shards, keyShare: 0.001 },
    ...{ polling: 2, fanOut: 0, packed: 1 },
  }
  const limit = `Around ${withCommas(rate)} records a second exceed the 1,000 of each of ${inWords(shards)} shards`
  const { keys, 'fan-out': fanOut, batch, retention } = asides(now, limit)
  return tell(
    random,
    [
      `{A web shop's clicks|A games studio's key strokes|A search portal's queries|A news site's scroll positions|A music app's skips} reach an Amazon Kinesis data stream as ${withCommas(rate)} records a second of some ${bytes} bytes each. With ${inWords(shards)} shards, PutRecords reports ProvisionedThroughputExceededException for {part|many|some} of them, evenly on each shard, while the megabytes in the metrics look harmless. The team owns producers and consumers and uses the Kinesis libraries in both. Which change ends the throttling at the LOWEST cost?`,
      `{A parking operator's sensors|A greenhouse firm's probes|An elevator maker's gateways|A port's cranes|A factory's presses} report through a gateway program, ${withCommas(rate)} times a second, with ${bytes} bytes each time. Write throttling in the Amazon Kinesis data stream rose with the last {rollout|expansion|customer}: each of the ${inWords(shards)} shards is affected, at a fraction of its bytes. Developers can release a new gateway program and new consumers {today|this week|tomorrow}. What should they do to solve the problem at the LOWEST cost?`,
    ],
    now,
    [
      {
        id: 'aggregate',
        text: 'Pack many small records into one with the Kinesis Producer Library.',
        why: `${limit}; packed records stay below it in the shards that are there, since the bytes are few.`,
        after: { ...now, packed: 20 },
      },
      {
        id: 'more-shards',
        text: 'Add shards until each of them receives fewer than 1,000 records.',
        why: `It ends the throttling, and each added shard costs money every hour, for bytes that fit into ${inWords(shards)}.`,
        after: { ...now, shards: 3 * shards, costly: true },
      },
      ...[keys, fanOut, batch, retention],
    ],
  )
}

/** Too many applications poll each shard. */
const manyReaders: DeedSituation<Stream> = (random) => {
  const shards = between(random, 6, 30)
  const now: Stream = {
    ...{ recordsPerSecond: 300 * shards, recordBytes: 800, shards, keyShare: 0.001 },
    ...{ polling: between(random, 6, 9), fanOut: 0, packed: 1 },
  }
  const limit = `A shard takes five GetRecords calls a second, and ${inWords(now.polling)} applications make one each`
  const { keys, retention, pack, 'on-demand': onDemand } = asides(now, limit)
  return tell(
    random,
    [
      `${now.polling === 6 ? 'Six' : inWords(now.polling).replace(/^./, (letter) => letter.toUpperCase())} applications of {a trading venue|an online broker|a ride-hailing firm|a betting site|a grid operator} read the same Amazon Kinesis data stream with ${shards} shards, and each calls GetRecords on each shard once a second. Since the last one was added, the calls are throttled and the {risk|pricing|fraud|billing} application lags by {4..40} seconds. Writes use a third of what the shards take. Which change meets the need of the readers?`,
      `{Last week|On Monday|In October|This month}, {the data science team|marketing|a new fraud team|the reporting team} of {an airline|a retailer|a bank|a delivery service} connected application number ${inWords(now.polling)} to an Amazon Kinesis data stream with ${shards} shards. Now the older ones lag too: ReadProvisionedThroughputExceeded is above zero, though little is written and each polls a shard once a second. More teams want to join, and none should slow the others. What should a data engineer do?`,
    ],
    now,
    [
      {
        id: 'fan-out',
        text: 'Register each of the applications for enhanced fan-out.',
        why: `${limit}; with enhanced fan-out each has records pushed to it at 2 MB a second for each shard.`,
        after: { ...now, polling: 0, fanOut: now.polling },
      },
      {
        id: 'double',
        text: 'Split each shard in two to double the read throughput.',
        why: `${limit}, on the new shards as on the old ones.`,
        after: { ...now, shards: 2 * shards },
        hope: 'shards-cure-anything',
      },
      ...[keys, retention, pack, onDemand],
    ],
  )
}

/** More bytes come in than the shards take. */
const manyBytes: DeedSituation<Stream> = (random) => {
  const shards = between(random, 3, 12)
  const kilobytes = between(random, 6, 38)
  const rate = Math.ceil((shards * 1024 * between(random, 118, 175)) / 100 / kilobytes)
  const now: Stream = {
    ...{ recordsPerSecond: rate, recordBytes: kilobytes * 1024, shards, keyShare: 0.0001 },
    ...{ polling: 1, fanOut: 0, packed: 1 },
  }
  const limit = `About ${withCommas(Math.round((rate * kilobytes) / 1024))} MB a second come in, and ${inWords(shards)} shards take ${inWords(shards)}`
  const { keys, batch, 'fan-out': fanOut, retention, pack } = asides(now, limit)
  return tell(
    random,
    [
      `Since {March|June|October|the merger}, {a map service~cars|a crop insurer~drones|a security firm~cameras|an elevator maker~elevators|a truck maker~trucks} gets twice as many reports from its {~1}: {now|at peak} ${withCommas(rate)} a second, each of about ${kilobytes} KB, into an Amazon Kinesis data stream with ${inWords(shards)} shards. The number of the sender is the partition key, and each shard is as busy as the next. Writes are throttled. Firmware cannot be changed this year. Which change solves the problem?`,
      `{A bank~statements|A hospital group~lab reports|An insurer~claims|A publisher~articles|A travel portal~offers} passes {~1} as JSON of some ${kilobytes} KB through an Amazon Kinesis data stream with ${inWords(shards)} shards, keyed by their ID. In the {evening|morning|Monday} peak, ${withCommas(rate)} a second are offered, and producers on each shard see ProvisionedThroughputExceededException. The single consumer has no trouble keeping up. What should the team do?`,
    ],
    now,
    [
      {
        id: 'reshard',
        text: 'Double the shards, and leave producers and consumers as they are.',
        why: `${limit} MB, so more shards are needed, and twice as many are enough.`,
        after: { ...now, shards: 2 * shards },
      },
      ...[keys, batch, fanOut, retention, pack],
    ],
  )
}

/** What happens to streams, and what colleagues propose. */
export const shardSituations: readonly DeedSituation<Stream>[] = [hotKey, tinyRecords, manyReaders, manyBytes]
