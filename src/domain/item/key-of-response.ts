import type { PlacedItem, Response } from './types.ts'

/**
 * A response as it would stand as a key: option indexes in the file, for ordering in order, for matching one for each prompt
 * of the file. Identifiers that are not the item's give -1.
 *
 * @example keyOfResponse({ item, optionOrder: [1, 0], optionIds: ['p', 'q'], promptOrder: [], promptIds: [] }, { selected: ['p'] }) // [1]
 */
export function keyOfResponse(placed: PlacedItem, response: Response): number[] {
  const indexOf = (optionId: string): number => placed.optionOrder[placed.optionIds.indexOf(optionId)] ?? -1
  if ('selected' in response) return response.selected.map(indexOf).sort((a, b) => a - b)
  if ('ordered' in response) return response.ordered.map(indexOf)
  return placed.item.prompts.map((_, index) => {
    const promptId = placed.promptIds[placed.promptOrder.indexOf(index)] ?? ''
    return indexOf(response.matched[promptId] ?? '')
  })
}
