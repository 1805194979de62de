import { quorumState } from '../../cloud/capacity/quorum.ts'
import type { FactValues } from '../../cloud/cloud-facts.ts'
import { type DeedScenario, hoping, supposing } from '../capacity/deeds.ts'
import type { Misconception } from '../types.ts'

/** A cluster with its volume in three zones, as it meets the failure that the stem speaks of. */
export type Cluster = {
  /** Copies of the volume that the failure takes in each zone; both where the zone is lost. */
  readonly lost: readonly number[]
  readonly writerZone: number
  readonly readerZones: readonly number[]
  /** Where the application sends its writes: `instance` is the endpoint of the first writer. */
  readonly endpoint: 'cluster' | 'instance' | 'reader'
  readonly mode: 'normal' | 'read-only' | 'stopped'
  /** What is wanted: writes, writes and a reader of its own for reports, or as much as the volume allows. */
  readonly need: 'writes' | 'writes-and-reader' | 'most'
  /** Whether it goes back to an earlier point in time. */
  readonly restored?: boolean
  /** Whether it costs more than another deed that serves. */
  readonly costly?: boolean
}

const isUp = ({ lost }: Cluster, zone: number, facts: FactValues): boolean =>
  (lost[zone] ?? 0) < facts['aurora-copies'] / facts['aurora-zones']

/** Whether an instance that can write is there and receives the writes. */
function writerAnswers(cluster: Cluster, hasReader: boolean, facts: FactValues): boolean {
  const isWriterUp = isUp(cluster, cluster.writerZone, facts)
  if (cluster.endpoint === 'reader') return false
  return isWriterUp || (hasReader && cluster.endpoint === 'cluster')
}

/** Whether a cluster meets its need at the least cost and without loss of committed data. */
export function isServing(cluster: Cluster, facts: FactValues): boolean {
  const { mode, need, restored = false, costly = false } = cluster
  if (restored || costly) return false
  const { canWrite, canRead } = quorumState({ lost: cluster.lost }, facts)
  if (need === 'most' && mode === 'read-only') return canRead && !canWrite
  const hasReader = cluster.readerZones.some((zone) => isUp(cluster, zone, facts))
  if (need === 'writes-and-reader' && !hasReader) return false
  return mode === 'normal' && canWrite && writerAnswers(cluster, hasReader, facts)
}

/** Beliefs about what a cluster survives. */
export const quorumMisconceptions: readonly Misconception<DeedScenario<Cluster>>[] = [
  supposing(
    'any-zone-takes-over',
    'A replica can take over wherever it runs, even in the zone that is lost.',
    isServing,
    (cluster) => ({
      ...cluster,
      readerZones: cluster.readerZones.map(() => cluster.lost.indexOf(0)),
    }),
  ),
  supposing('cost-no-object', 'What protects most is worth its price.', isServing, (cluster) => ({
    ...cluster,
    costly: false,
  })),
  supposing(
    'restore-loses-nothing',
    'A restored snapshot holds what was committed up to the failure, and is there at once.',
    isServing,
    ({ restored, ...cluster }) =>
      restored
        ? { ...cluster, lost: cluster.lost.map(() => 0), endpoint: 'cluster', readerZones: [0] }
        : cluster,
  ),
  supposing(
    'endpoints-all-follow',
    'Each kind of endpoint leads to the present writer.',
    isServing,
    (cluster) => (cluster.endpoint === 'reader' ? { ...cluster, endpoint: 'cluster' } : cluster),
  ),
  supposing(
    'storage-is-enough',
    'A volume in three zones keeps the database in service, whatever happens to its instances.',
    isServing,
    (cluster) =>
      cluster.readerZones.length === 0 ? { ...cluster, readerZones: [...cluster.lost.keys()] } : cluster,
  ),
  hoping('instances-hold-copies', 'Each instance brings a copy of the data with it.', isServing),
  hoping('writer-elsewhere', 'A failure in the storage is cured by another writer.', isServing),
  hoping(
    'strength-is-availability',
    'A larger or preferred instance survives failures of its zone.',
    isServing,
  ),
  hoping('all-copies-needed', 'Writes must pause until the lost copies are complete again.', isServing),
]
