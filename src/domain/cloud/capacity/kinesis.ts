import type { FactValues } from '../cloud-facts.ts'
import { aNumber, optional, record, type Shape } from '../shape.ts'
import { requireAtLeast, requireWhole } from './require-number.ts'
import { wholeUp } from './round.ts'

/** Facts that the number of shards depends on. */
export const kinesisFactIds = [
  'kinesis-shard-write-bytes',
  'kinesis-shard-write-records',
  'kinesis-shard-read-bytes',
  'kinesis-shard-read-calls',
  'kinesis-fan-out-consumers',
] as const

type Facts = Pick<FactValues, (typeof kinesisFactIds)[number]>

/**
 * The load on a stream: records per second and their mean size in bytes; consumers that share the read throughput, each
 * reading everything, with the polls of each per second and shard (1 when absent); consumers with enhanced fan-out.
 */
export type StreamLoad = {
  readonly recordsPerSecond: number
  readonly recordBytes: number
  readonly sharedConsumers?: number
  readonly pollsPerSecond?: number
  readonly fanOutConsumers?: number
}

/** Shards needed, what each limit alone asks for, which one decides, and whether the consumers fit at all. */
export type StreamShards = {
  readonly shards: number
  readonly byWriteBytes: number
  readonly byWriteRecords: number
  readonly byReadBytes: number
  readonly decidedBy: 'write-bytes' | 'write-records' | 'read-bytes'
  readonly pollsFit: boolean
  readonly fanOutFits: boolean
}

/** The form of a load. */
export const streamLoadShape: Shape<StreamLoad> = record<StreamLoad>({
  recordsPerSecond: aNumber,
  recordBytes: aNumber,
  sharedConsumers: optional(aNumber),
  pollsPerSecond: optional(aNumber),
  fanOutConsumers: optional(aNumber),
})

/**
 * Shards of a provisioned stream: the most that bytes in (1 MiB/s each), records in (1,000/s each) or bytes out to
 * shared consumers (2 MiB/s each, for all of them together) ask for, one at least. Fan-out consumers have 2 MiB/s each
 * for themselves and ask for no shard more; polls are limited for each shard, so shards do not help them.
 *
 * @throws RangeError for negative numbers or parts of consumers
 * @see Amazon Kinesis Data Streams developer guide, Quotas and limits; API reference, RegisterStreamConsumer
 * @example streamShards({ recordsPerSecond: 2500, recordBytes: 200 }, { 'kinesis-shard-write-bytes': 1048576, 'kinesis-shard-write-records': 1000, 'kinesis-shard-read-bytes': 2097152 }).shards // 3
 */
export function streamShards(load: StreamLoad, facts: Facts): StreamShards {
  const { recordsPerSecond, recordBytes, sharedConsumers = 0, pollsPerSecond = 1, fanOutConsumers = 0 } = load
  const records = requireAtLeast('recordsPerSecond', recordsPerSecond, 0)
  const bytes = records * requireAtLeast('recordBytes', recordBytes, 0)
  const shared = requireWhole('sharedConsumers', sharedConsumers, 0)
  const needs = {
    'write-bytes': wholeUp(bytes / facts['kinesis-shard-write-bytes']),
    'write-records': wholeUp(records / facts['kinesis-shard-write-records']),
    'read-bytes': wholeUp((bytes * shared) / facts['kinesis-shard-read-bytes']),
  }
  const names = ['write-bytes', 'write-records', 'read-bytes'] as const
  const decidedBy = names.reduce((most, name) => (needs[name] > needs[most] ? name : most))
  return {
    shards: Math.max(1, needs[decidedBy]),
    byWriteBytes: needs['write-bytes'],
    byWriteRecords: needs['write-records'],
    byReadBytes: needs['read-bytes'],
    decidedBy,
    pollsFit:
      shared * requireAtLeast('pollsPerSecond', pollsPerSecond, 0) <= facts['kinesis-shard-read-calls'],
    fanOutFits: requireWhole('fanOutConsumers', fanOutConsumers, 0) <= facts['kinesis-fan-out-consumers'],
  }
}
