import { feedbackOn } from '../domain/attempt/report.ts'
import type { Feedback } from '../domain/attempt/types.ts'
import { arrangeOptions } from '../domain/form/arrange-options.ts'
import { presentItem } from '../domain/form/present-form.ts'
import type { FormItem, PresentedItem } from '../domain/form/types.ts'
import type { Item, PlacedItem, Stimulus } from '../domain/item/types.ts'

/** An item outside an attempt, as a candidate would see it; `answer` where it was asked for. */
export type ShownItem = {
  readonly presented: PresentedItem
  readonly answer?: Pick<Feedback, 'key' | 'rationales' | 'references'>
}

/** What an author wants to see of an item, and the texts it may refer to. */
export type Showing = { readonly reveal: boolean; readonly stimuli?: readonly Stimulus[] }

/** Places an item alone, for its author; the seed fixes the order of its options. */
export function placeAlone(item: Item, seed: string): FormItem {
  const [placed] = arrangeOptions([item], seed) as [PlacedItem]
  return { ...placed, position: 1, scored: true }
}

/** Shows a placed item, with key and rationales where they are to be revealed. */
export const showItem = (place: FormItem, { reveal, stimuli = [] }: Showing): ShownItem => ({
  presented: presentItem(place, stimuli),
  ...(reveal ? { answer: feedbackOn(place, null) } : {}),
})
