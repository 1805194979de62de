import type { StorageClassKind } from '../../cloud/capacity/storage-cost.ts'
import type { FactValues } from '../../cloud/cloud-facts.ts'
import type { Deed, Told } from '../parts/deeds.ts'
import { costOf, isFast, isSafe, judgeStorage, type StorageNeed, type StorageState } from './solve.ts'

const names: Readonly<Record<StorageClassKind, string>> = {
  standard: 'S3 Standard',
  'standard-ia': 'S3 Standard-Infrequent Access',
  'one-zone-ia': 'S3 One Zone-Infrequent Access',
  'glacier-instant': 'S3 Glacier Instant Retrieval',
  'glacier-flexible': 'S3 Glacier Flexible Retrieval',
  'deep-archive': 'S3 Glacier Deep Archive',
}

const kinds = Object.keys(names) as readonly StorageClassKind[]

type Unexplained = Omit<Deed<StorageState>, 'why'>

/** Uploads straight to a class. */
export const uploads = (style: number, without: readonly StorageClassKind[] = []): readonly Unexplained[] =>
  kinds
    .filter((kind) => !without.includes(kind))
    .map((kind) => {
      const texts = {
        standard: [
          'Leave the objects in S3 Standard until they are deleted',
          'Keep S3 Standard as the storage class of the files',
        ],
        other: [
          `Upload the objects straight to ${names[kind]}`,
          `Choose ${names[kind]} as the storage class of the files`,
        ],
      }
      const text = texts[kind === 'standard' ? 'standard' : 'other'][style] ?? ''
      return { means: kind, text, state: { first: kind } }
    })

/** Moves out of S3 Standard after some days, or no move, or an upload straight to a fast class. */
export const moves = (after: number): readonly Unexplained[] => [
  {
    means: 'standard',
    text: 'Keep the objects in S3 Standard for the whole time',
    state: { first: 'standard' },
  },
  ...(['glacier-instant', 'standard-ia', 'deep-archive', 'one-zone-ia', 'glacier-flexible'] as const).map(
    (kind) => ({
      means: kind,
      text: `Add a lifecycle rule that moves objects to ${names[kind]} after ${after} days`,
      state: { first: 'standard' as const, later: { after, kind } },
    }),
  ),
  {
    means: 'instant-at-once',
    text: 'Have the application upload objects straight to S3 Glacier Instant Retrieval',
    state: { first: 'glacier-instant' },
  },
]

const reasons: Readonly<Record<StorageClassKind, string>> = {
  standard: 'S3 Standard has no minimum duration and no retrieval charge, but the highest price of storage.',
  'standard-ia':
    'S3 Standard-Infrequent Access bills at least 30 days and 128 KB for an object, and each retrieval.',
  'one-zone-ia': 'S3 One Zone-Infrequent Access bills at least 30 days and 128 KB, and each retrieval.',
  'glacier-instant':
    'S3 Glacier Instant Retrieval stores cheaply, bills at least 90 days and 128 KB, and charges most for a retrieval.',
  'glacier-flexible':
    'S3 Glacier Flexible Retrieval bills at least 90 days, and objects have to be restored.',
  'deep-archive': 'S3 Glacier Deep Archive bills at least 180 days, and objects have to be restored.',
}

/** Explains each deed: too slow, not safe, or by its cost beside the best one. */
export function explained(
  stem: string,
  need: StorageNeed,
  deeds: readonly Unexplained[],
  facts: FactValues,
): Told<StorageState, StorageNeed> {
  const plain = deeds.map((deed) => ({ ...deed, why: '' }))
  const [key] = judgeStorage({ stem, need, deeds: plain }, facts)
  const best = key === undefined ? 1 : costOf(key.state, need, facts)
  const why = ({ state }: Unexplained): string => {
    const kind = state.later?.kind ?? state.first
    if (!isFast(state, need)) return `An object in ${names[kind]} takes hours until it can be read.`
    if (!isSafe(state, need)) return `${names[kind]} keeps data in a single Availability Zone.`
    const times = costOf(state, need, facts) / best
    return state === key?.state
      ? `${reasons[kind]} With these objects, that is the lowest cost of the fitting choices.`
      : `${reasons[kind]} The cost is about ${times.toFixed(1)} times the lowest one.`
  }
  return { stem, need, deeds: deeds.map((deed) => ({ ...deed, why: why(deed) })) }
}
