import type { Standing } from '../domain/item/standing.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { Ports } from './ports.ts'
import { placeAlone, type ShownItem, showItem } from './show-item.ts'

export type ItemUnknown = { readonly code: 'item-unknown'; readonly itemId: string }

/** An item as a candidate would see it, with where it stands; `answer` only where it was asked for. */
export type TriedItem = ShownItem & {
  readonly itemId: string
  readonly examCode: string
  readonly task: string | null
  readonly standing: Standing
  readonly origin: { readonly by: string; readonly on: string }
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
    const place = placeAlone(item, request.seed ?? ports.identifiers.next())
    return ok({
      itemId: item.id,
      examCode: pack.examCode,
      task: item.task,
      standing,
      origin: item.origin,
      ...showItem(place, { reveal: request.reveal, stimuli: pack.stimuli }),
    })
  }
  return fail({ code: 'item-unknown', itemId: request.itemId })
}
