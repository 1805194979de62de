import { streamShards } from '../../cloud/capacity/kinesis.ts'
import type { FactValues } from '../../cloud/cloud-facts.ts'
import { type DeedScenario, hoping, supposing } from '../capacity/deeds.ts'
import type { Misconception } from '../types.ts'

/** The load of a stream at its peak, and how it is spread and read. */
export type Stream = {
  readonly recordsPerSecond: number
  readonly recordBytes: number
  readonly shards: number
  /** Share of the records that one partition key carries, 0 to 1; a key stays in one shard. */
  readonly keyShare: number
  /** Applications that poll each shard once a second, and such with enhanced fan-out. */
  readonly polling: number
  readonly fanOut: number
  /** User records that producers pack into one record; 1 without aggregation. */
  readonly packed: number
  /** Whether it costs more than another deed that serves. */
  readonly costly?: boolean
}

/** Whether the busiest shard carries its part in records, bytes in, bytes out, and polls, at the least cost. */
export function isFlowing(stream: Stream, facts: FactValues): boolean {
  const share = Math.max(stream.keyShare, 1 / stream.shards)
  const load = {
    recordsPerSecond: (stream.recordsPerSecond * share) / stream.packed,
    recordBytes: stream.recordBytes * stream.packed,
    sharedConsumers: stream.polling,
    fanOutConsumers: stream.fanOut,
  }
  const { shards, pollsFit, fanOutFits } = streamShards(load, facts)
  return !stream.costly && shards === 1 && pollsFit && fanOutFits
}

/** Beliefs about what throttles a stream. */
export const shardMisconceptions: readonly Misconception<DeedScenario<Stream>>[] = [
  supposing('cost-no-object', 'What ends the throttling is worth its price.', isFlowing, (stream) => ({
    ...stream,
    costly: false,
  })),
  supposing(
    'packing-shrinks-bytes',
    'Packed records use a fraction of the bytes and calls on both sides of a stream.',
    isFlowing,
    (stream) =>
      stream.packed > 1
        ? { ...stream, packed: 1, recordsPerSecond: stream.recordsPerSecond / stream.packed, polling: 1 }
        : stream,
  ),
  hoping('shards-cure-anything', 'More shards take load off whatever limits a stream.', isFlowing),
  hoping('on-demand-has-no-limits', 'In on-demand mode a shard has no limits.', isFlowing),
  hoping('fan-out-speeds-writes', 'Enhanced fan-out gives producers more throughput too.', isFlowing),
  hoping(
    'calls-are-counted',
    'Limits count calls of PutRecords, so larger batches keep below them.',
    isFlowing,
  ),
  hoping('keys-cure-anything', 'Random partition keys give a stream more throughput.', isFlowing),
  hoping('retention-buys-time', 'A longer retention period prevents throttling.', isFlowing),
]
