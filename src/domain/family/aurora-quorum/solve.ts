import { quorumState } from '../../cloud/capacity/quorum.ts'
import type { FactValues } from '../../cloud/cloud-facts.ts'
import type { Setting } from '../parts/setting.ts'
import type { Answers, Misconception } from '../types.ts'

/** What can be done about a damaged cluster. */
export type Response = 'nothing' | 'failover' | 'read-only' | 'restore' | 'add-reader' | 'stop'

/** A cluster with a writer and a reader in different zones whose volume has lost copies. */
export type QuorumScenario = {
  readonly setting: Setting
  readonly rendering: number
  /** Wording of the options. */
  readonly style: number
  /** Copies lost in each zone; both where the zone is lost. */
  readonly lost: readonly number[]
  /** Index of the zone of each instance; the reader's is not lost. */
  readonly writerZone: number
  readonly readerZone: number
}

const copiesInZone = (facts: FactValues): number => facts['aurora-copies'] / facts['aurora-zones']

/** Whether the writer's zone is lost, and the writer with it. */
export const isWriterLost = ({ lost, writerZone }: QuorumScenario, facts: FactValues): boolean =>
  lost[writerZone] === copiesInZone(facts)

/** Copies of the volume that are left. */
export const copiesLeft = ({ lost }: QuorumScenario, facts: FactValues): number =>
  quorumState({ lost }, facts).left

/** What keeps most of the service, for quorums that a belief may have changed. */
function responseTo(scenario: QuorumScenario, facts: FactValues): Response {
  const { canWrite, canRead } = quorumState({ lost: scenario.lost }, facts)
  if (canWrite) return isWriterLost(scenario, facts) ? 'failover' : 'nothing'
  return canRead ? 'read-only' : 'restore'
}

/** The response that keeps most of the service with the least disruption. */
export const solveQuorum = (scenario: QuorumScenario, facts: FactValues): Answers => [
  responseTo(scenario, facts),
]

const withQuorums =
  (write: (facts: FactValues) => number, read: (facts: FactValues) => number) =>
  (scenario: QuorumScenario, facts: FactValues): Answers => [
    responseTo(scenario, {
      ...facts,
      'aurora-write-quorum': write(facts),
      'aurora-read-quorum': read(facts),
    }),
  ]

const one = (): number => 1

/** Beliefs about what a cluster volume survives. */
export const quorumMisconceptions: readonly Misconception<QuorumScenario>[] = [
  {
    id: 'any-copy-enough',
    statement: 'A single remaining copy keeps the volume in full service.',
    solve: withQuorums(one, one),
  },
  {
    id: 'one-quorum',
    statement: 'Reads need as many copies as writes.',
    solve: withQuorums(
      (facts) => facts['aurora-write-quorum'],
      (facts) => facts['aurora-write-quorum'],
    ),
  },
  {
    id: 'one-loss-tolerated',
    statement: 'A volume accepts writes while at most one copy is missing, as a mirrored disk does.',
    solve: withQuorums((facts) => facts['aurora-copies'] - 1, one),
  },
  {
    id: 'copies-not-repaired',
    statement: 'Lost copies come back from a backup and in no other way.',
    solve: () => ['restore'],
  },
  {
    id: 'writer-elsewhere',
    statement: 'A failure in the storage is cured by another writer.',
    solve: () => ['failover'],
  },
  {
    id: 'instances-hold-copies',
    statement: 'Each reader brings a copy of the data with it.',
    solve: () => ['add-reader'],
  },
  {
    id: 'all-copies-needed',
    statement: 'Reads and writes must pause until the lost copies are complete again.',
    solve: () => ['stop'],
  },
]
