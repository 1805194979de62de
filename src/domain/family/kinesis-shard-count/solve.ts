import { type StreamShards, streamShards } from '../../cloud/capacity/kinesis.ts'
import type { FactValues } from '../../cloud/cloud-facts.ts'
import { plan } from '../capacity/plans.ts'
import type { Setting } from '../parts/setting.ts'
import type { Answers, Misconception } from '../types.ts'

/** How consumers read: they share the throughput of the shards, or each has its own. */
export type Design = 'shared' | 'fan-out'

/** What can be proposed: a number of shards for a design, or a change to the producers that keeps those of today. */
export type StreamPlan = Design | 'aggregate' | 'spread'

/** A stream that is throttled, who reads it, and what the business rules out. */
export type ShardScenario = {
  readonly setting: Setting
  readonly rendering: number
  /** Wording of the options, and of why a design is wanted. */
  readonly style: number
  readonly reason: number
  readonly recordsPerSecond: number
  readonly recordBytes: number
  readonly consumers: number
  readonly design: Design
  /** Whether the producers must stay as they are. */
  readonly fixedProducers: boolean
  /** Which change to the producers is on the table. */
  readonly aside: 'aggregate' | 'spread'
  /** Shards of today, in percent of what the stream needs. */
  readonly presentShare: number
}

/** Shards by each limit for a design. */
export function shardsFor(scenario: ShardScenario, design: Design, facts: FactValues): StreamShards {
  const { recordsPerSecond, recordBytes, consumers } = scenario
  const readers = design === 'fan-out' ? { fanOutConsumers: consumers } : { sharedConsumers: consumers }
  return streamShards({ recordsPerSecond, recordBytes, ...readers }, facts)
}

/** Shards that the stream has today, when its consumers share the throughput. */
export const presentShards = (scenario: ShardScenario, facts: FactValues): number =>
  Math.max(1, Math.floor((shardsFor(scenario, scenario.design, facts).shards * scenario.presentShare) / 100))

/** Whether records packed into larger ones would fit into the shards of today. */
export function aggregationFits(scenario: ShardScenario, facts: FactValues): boolean {
  const { byWriteBytes, byReadBytes } = shardsFor(scenario, scenario.design, facts)
  return Math.max(byWriteBytes, byReadBytes) <= presentShards(scenario, facts)
}

/** The change that ends the throttling: aggregation where it suffices and is possible, otherwise shards. */
export const solveShards = (scenario: ShardScenario, facts: FactValues): Answers =>
  !scenario.fixedProducers && aggregationFits(scenario, facts)
    ? [plan('aggregate', presentShards(scenario, facts))]
    : [plan(scenario.design, shardsFor(scenario, scenario.design, facts).shards)]

/** A number of shards that a belief asks for, where it is more than there are. */
const resharding =
  (choose: (shards: StreamShards, scenario: ShardScenario) => number) =>
  (scenario: ShardScenario, facts: FactValues): Answers => {
    const shards = choose(shardsFor(scenario, scenario.design, facts), scenario)
    return shards > presentShards(scenario, facts) ? [plan(scenario.design, shards)] : []
  }

/** Beliefs about what throttles a stream. */
export const shardMisconceptions: readonly Misconception<ShardScenario>[] = [
  {
    id: 'limits-added',
    statement: 'Shards for the bytes and shards for the records are added.',
    solve: resharding(({ byWriteBytes, byWriteRecords }) => byWriteBytes + byWriteRecords),
  },
  {
    id: 'readers-free',
    statement: 'Each consumer reads 2 MB a second from a shard, however many consumers share it.',
    solve: resharding(({ byWriteBytes, byWriteRecords }) => Math.max(byWriteBytes, byWriteRecords)),
  },
  {
    id: 'shards-for-each-consumer',
    statement: 'Each consumer needs shards of its own.',
    solve: resharding(({ byWriteBytes, byWriteRecords }, { consumers }) =>
      consumers > 3 ? 0 : consumers * Math.max(1, byWriteBytes, byWriteRecords),
    ),
  },
  {
    id: 'shards-alone',
    statement: 'The throughput of a stream depends on its number of shards and on nothing else.',
    solve: resharding(({ shards }) => shards),
  },
  {
    id: 'fan-out-shares',
    statement: 'Consumers with enhanced fan-out share the read throughput of a shard.',
    solve: (scenario, facts) =>
      scenario.design === 'fan-out' ? [plan('fan-out', shardsFor(scenario, 'shared', facts).shards)] : [],
  },
  {
    id: 'designs-equal',
    statement: 'Shared and dedicated throughput are interchangeable where the numbers fit.',
    solve: (scenario, facts) => {
      const other = scenario.design === 'shared' ? 'fan-out' : 'shared'
      return [plan(other, shardsFor(scenario, other, facts).shards)]
    },
  },
  {
    id: 'records-to-blame',
    statement: 'Fewer, larger records relieve a stream of any throttling.',
    solve: (scenario, facts) =>
      scenario.aside === 'aggregate' ? [plan('aggregate', presentShards(scenario, facts))] : [],
  },
  {
    id: 'keys-to-blame',
    statement: 'Throttling means that the partition keys are uneven.',
    solve: (scenario, facts) =>
      scenario.aside === 'spread' ? [plan('spread', presentShards(scenario, facts))] : [],
  },
]
