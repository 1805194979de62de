import { feedbackOn } from '../domain/attempt/report.ts'
import type { Feedback } from '../domain/attempt/types.ts'
import { arrangeOptions } from '../domain/form/arrange-options.ts'
import { presentItem } from '../domain/form/present-form.ts'
import type { PresentedItem } from '../domain/form/types.ts'
import type { Standing } from '../domain/item/standing.ts'
import type { PlacedItem } from '../domain/item/types.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { Ports } from './ports.ts'

export type ItemUnknown = { readonly code: 'item-unknown'; readonly itemId: string }

/** An item as a candidate would see it, with where it stands; `answer` only where it was asked for. */
export type TriedItem = {
  readonly itemId: string
  readonly examCode: string
  readonly task: string | null
  readonly standing: Standing
  readonly origin: { readonly by: string; readonly on: string }
  readonly presented: PresentedItem
  readonly answer?: Pick<Feedback, 'key' | 'rationales' | 'references'>
}

/**
 * Shows one item of any state the way a candidate would see it, for its author.
 * @returns the item, with key and rationales where `reveal` asks for them, or `item-unknown`
 */
export function tryItem(
  ports: Pick<Ports, 'content' | 'identifiers'>,
  request: { readonly itemId: string; readonly reveal: boolean; readonly seed?: string },
): Result<TriedItem, ItemUnknown> {
  for (const { entries, pack } of ports.content.packs()) {
    const entry = entries.find(({ item }) => item.id === request.itemId)
    if (entry === undefined) continue
    const { item, standing } = entry
    const [placed] = arrangeOptions([item], request.seed ?? ports.identifiers.next()) as [PlacedItem]
    const shown = { ...placed, position: 1, scored: true }
    return ok({
      itemId: item.id,
      examCode: pack.examCode,
      task: item.task,
      standing,
      origin: item.origin,
      presented: presentItem(shown, pack.stimuli),
      ...(request.reveal ? { answer: feedbackOn(shown, null) } : {}),
    })
  }
  return fail({ code: 'item-unknown', itemId: request.itemId })
}
