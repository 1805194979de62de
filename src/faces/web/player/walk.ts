import type { PresentedItem } from '../../../domain/form/types.ts'

/**
 * Where the candidate is: at one of the items walked through, or, with `at` null, on the review screen.
 * The first walk is the whole form; the review screen starts others.
 */
export type Place = { readonly through: readonly PresentedItem[]; readonly at: number | null }

/** The start of a walk through some items; through none is the review screen. */
export const startWalk = (items: readonly PresentedItem[]): Place => ({
  through: items,
  at: items.length > 0 ? 0 : null,
})

/** The item at a place; null on the review screen. */
export const itemAt = ({ through, at }: Place): PresentedItem | null =>
  at === null ? null : (through[at] ?? null)

/** One step on; after the last item comes the review screen. */
export function stepOn(place: Place): Place {
  if (place.at === null) return place
  return { ...place, at: place.at + 1 < place.through.length ? place.at + 1 : null }
}

/** One step back; the first item has none before it. */
export const stepBack = (place: Place): Place =>
  place.at === null || place.at === 0 ? place : { ...place, at: place.at - 1 }

/** The review screen. */
export const toReview = (place: Place): Place => ({ ...place, at: null })
