import { useState } from 'preact/hooks'
import type { PresentedItem } from '../../../domain/form/types.ts'
import { itemAt, type Place, startWalk, stepBack, stepOn, toReview } from './walk.ts'

/** The way through the items, and the steps that can be taken on it. */
export type Walk = {
  readonly item: PresentedItem | null
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly next: () => void
  readonly previous: () => void
  readonly review: () => void
  /** Shows one item; the walk then goes on through the whole form. */
  readonly open: (item: PresentedItem) => void
  readonly start: (items: readonly PresentedItem[]) => void
}

const storageKey = (formId: string): string => `cairn/place/${formId}`

/** Keeps the place across a reload of this tab. */
function firstPlace(items: readonly PresentedItem[], formId: string): Place {
  const stored = sessionStorage.getItem(storageKey(formId))
  if (stored === 'review') return { through: items, at: null }
  const at = items.findIndex((item) => String(item.position) === stored)
  return at < 0 ? startWalk(items) : { through: items, at }
}

/** Walks through the items of a form. */
export function useWalk({
  formId,
  items,
}: {
  readonly formId: string
  readonly items: readonly PresentedItem[]
}): Walk {
  const [place, setPlace] = useState(() => firstPlace(items, formId))
  const go = (step: (place: Place) => Place): void =>
    setPlace((before) => {
      const after = step(before)
      sessionStorage.setItem(storageKey(formId), String(itemAt(after)?.position ?? 'review'))
      if (after !== before) window.scrollTo(0, 0)
      return after
    })
  return {
    item: itemAt(place),
    isFirst: place.at === 0,
    isLast: place.at === place.through.length - 1,
    next: () => go(stepOn),
    previous: () => go(stepBack),
    review: () => go(toReview),
    open: (item) => go(() => ({ through: items, at: items.indexOf(item) })),
    start: (some) => go(() => startWalk(some)),
  }
}
