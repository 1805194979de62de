import {
  type StorageClass,
  type StorageClassKind,
  storageComparison,
} from '../../cloud/capacity/storage-cost.ts'
import type { FactValues } from '../../cloud/cloud-facts.ts'
import type { Deed, DeedScenario, Judge, Told, Trust } from '../parts/deeds.ts'
import { classesAt, priceFactors } from './prices.ts'

/** Where objects are uploaded, and where a lifecycle rule moves them after some days. */
export type StorageState = {
  readonly first: StorageClassKind
  readonly later?: { readonly after: number; readonly kind: StorageClassKind }
}

/**
 * Objects of one size (KB of 1,024 bytes) with their life in days. Each is read `earlyReads` times in its first `earlyDays`,
 * at once, and `lateReads` times after them, within `hours`; 0 means at once. `safe` data may not be lost with a zone.
 */
export type StorageNeed = {
  readonly kilobytes: number
  readonly days: number
  readonly earlyDays: number
  readonly earlyReads: number
  readonly lateReads: number
  readonly hours: number
  readonly safe: boolean
}

/** A situation of a bucket. */
export type StorageScenario = DeedScenario<StorageState, StorageNeed>

type Phase = { readonly kind: StorageClassKind; readonly from: number; readonly to: number }

/** Stays of an object in a class; a rule that would move it after its end moves nothing. */
function phasesOf({ first, later }: StorageState, { days }: StorageNeed): readonly Phase[] {
  if (later === undefined || later.after >= days) return [{ kind: first, from: 0, to: days }]
  return [
    { kind: first, from: 0, to: later.after },
    { kind: later.kind, from: later.after, to: days },
  ]
}

/** Days that a stay shares with a span. */
const shared = ({ from, to }: Phase, start: number, end: number): number =>
  Math.max(0, Math.min(to, end) - Math.max(from, start))

const readsIn = (phase: Phase, { days, earlyDays, earlyReads, lateReads }: StorageNeed): number =>
  (earlyReads * shared(phase, 0, earlyDays)) / Math.max(1, earlyDays) +
  (lateReads * shared(phase, earlyDays, days)) / Math.max(1, days - earlyDays)

const classOf = (kind: StorageClassKind, classes: readonly StorageClass[]): StorageClass => {
  const found = classes.find((one) => one.kind === kind)
  if (found === undefined) throw new RangeError(`There is no class ${kind}.`)
  return found
}

/** The cost of a million objects in the unit of the price ratios. */
export function costOf(state: StorageState, need: StorageNeed, facts: FactValues, factor = 1): number {
  return phasesOf(state, need).reduce((total, phase) => {
    const bill = storageComparison(
      {
        objects: 1e6,
        objectBytes: need.kilobytes * 1024,
        days: phase.to - phase.from,
        readsPerObject: readsIn(phase, need),
        standardPerGbMonth: 100,
        classes: [classOf(phase.kind, classesAt(factor))],
      },
      facts,
    ).bills[0]
    return total + (bill?.total ?? 0)
  }, 0)
}

/** Whether objects can be read as fast as people need them. */
export const isFast = (state: StorageState, need: StorageNeed): boolean =>
  phasesOf(state, need).every((phase) => {
    const { retrievalHours = 0 } = classOf(phase.kind, classesAt(1))
    return retrievalHours <= (shared(phase, 0, need.earlyDays) > 0 ? 0 : need.hours)
  })

/** Whether the loss of an Availability Zone is harmless. */
export const isSafe = (state: StorageState, need: StorageNeed): boolean =>
  !need.safe || phasesOf(state, need).every(({ kind }) => kind !== 'one-zone-ia')

/** Deeds that are fast and safe, by their cost at a multiple of the usual price. */
function ranked(
  { deeds, need }: Told<StorageState, StorageNeed>,
  facts: FactValues,
  factor: number,
): readonly (readonly [number, Deed<StorageState>])[] {
  return deeds
    .filter(({ state }) => isFast(state, need) && isSafe(state, need))
    .map((deed): readonly [number, Deed<StorageState>] => [costOf(deed.state, need, facts, factor), deed])
    .toSorted(([left], [right]) => left - right)
}

/** The deed with the lowest cost among those that are fast and safe. */
export const judgeStorage: Judge<StorageState, StorageNeed> = (told, facts) =>
  ranked(told, facts, 1)
    .slice(0, 1)
    .map(([, deed]) => deed)

/** How much dearer the second-best deed must be than the best. */
const margin = 1.12

/** Whether the same deed is clearly the cheapest at each of the prices. */
export function isClear(told: StorageScenario, facts: FactValues): boolean {
  const [key] = judgeStorage(told, facts)
  return priceFactors.every((factor) => {
    const [best, second] = ranked(told, facts, factor)
    return best?.[1] === key && (second?.[0] ?? Number.POSITIVE_INFINITY) > margin * (best?.[0] ?? 0)
  })
}

/** Beliefs about what a class costs and gives. */
export const storageTrusts: readonly Trust[] = [
  {
    id: 'standard-when-read',
    statement: 'Objects that are ever read belong into S3 Standard.',
    means: 'standard',
  },
  {
    id: 'infrequent-when-rare',
    statement: 'Objects that are read rarely belong into S3 Standard-IA.',
    means: 'standard-ia',
  },
  {
    id: 'one-zone-for-all',
    statement: 'S3 One Zone-IA costs less than other classes and loses nothing that they keep.',
    means: 'one-zone-ia',
  },
  {
    id: 'instant-for-all',
    statement:
      'S3 Glacier Instant Retrieval costs least of the fast classes, whatever life, size and reads are.',
    means: 'glacier-instant',
  },
  {
    id: 'retrieval-free',
    statement: 'Reading from a colder class costs nothing beyond the storage.',
    means: 'instant-at-once',
  },
  {
    id: 'flexible-is-fast',
    statement: 'Objects in S3 Glacier Flexible Retrieval are read like others, at the price of an archive.',
    means: 'glacier-flexible',
  },
  {
    id: 'lowest-price-alone',
    statement: 'The lowest price of storage makes S3 Glacier Deep Archive the class with the lowest cost.',
    means: 'deep-archive',
  },
]
