import type { FactValues } from '../cloud-facts.ts'
import { aNumber, listOf, record, type Shape } from '../shape.ts'
import { requireWhole, requireWithin } from './require-number.ts'

/** Facts that the quorum of a cluster volume depends on. */
export const quorumFactIds = [
  'aurora-copies',
  'aurora-zones',
  'aurora-write-quorum',
  'aurora-read-quorum',
] as const

type Facts = Pick<FactValues, (typeof quorumFactIds)[number]>

/** Copies lost in each zone. */
export type CopiesLost = { readonly lost: readonly number[] }

/** Copies left, and whether writes and reads (and so repair) still have their quorum. */
export type QuorumState = { readonly left: number; readonly canWrite: boolean; readonly canRead: boolean }

/** The form of a loss. */
export const copiesLostShape: Shape<CopiesLost> = record<CopiesLost>({ lost: listOf(aNumber, 1) })

/**
 * What a cluster volume with six copies, two in each of three zones, can still do: writes need four, reads three.
 *
 * @throws RangeError for other zones than there are, or more copies lost than a zone has
 * @see Verbitski et al. (2017), Amazon Aurora: design considerations for high throughput cloud-native relational
 * databases, section 2.1
 * @example quorumState({ lost: [2, 0, 0] }, { 'aurora-copies': 6, 'aurora-zones': 3, 'aurora-write-quorum': 4, 'aurora-read-quorum': 3 }) // { left: 4, canWrite: true, canRead: true }
 */
export function quorumState({ lost }: CopiesLost, facts: Facts): QuorumState {
  const zones = facts['aurora-zones']
  if (lost.length !== zones) throw new RangeError(`lost must speak of ${zones} zones, not of ${lost.length}.`)
  const inZone = facts['aurora-copies'] / zones
  for (const [index, count] of lost.entries())
    requireWithin(`lost[${index}]`, requireWhole(`lost[${index}]`, count, 0), [0, inZone])
  const left = facts['aurora-copies'] - lost.reduce((sum, count) => sum + count, 0)
  return {
    left,
    canWrite: left >= facts['aurora-write-quorum'],
    canRead: left >= facts['aurora-read-quorum'],
  }
}
