import type { PlacedItem, Response } from './types.ts'

/** Author's indexes of the options in the key: in order for an ordering item. */
function keyIndexes({ item }: PlacedItem): number[] {
  const indexes = item.options.map((_, index) => index)
  if (item.kind !== 'ordering') return indexes.filter((index) => item.options[index]?.key === true)
  const place = (index: number): number => Number(item.options[index]?.key)
  return indexes
    .filter((index) => typeof item.options[index]?.key === 'number')
    .sort((a, b) => place(a) - place(b))
}

/**
 * The key of a placed item in the identifiers of its form; for matching, by prompt.
 * @example keyOf({ item, optionOrder: [1, 0], optionIds: ['p', 'q'], promptOrder: [], promptIds: [] }) // { selected: ['q'] } where option 0 is the key
 */
export function keyOf(placed: PlacedItem): Response {
  const idOf = (index: number): string => placed.optionIds[placed.optionOrder.indexOf(index)] ?? ''
  if (placed.item.kind === 'ordering') return { ordered: keyIndexes(placed).map(idOf) }
  if (placed.item.kind !== 'matching') return { selected: keyIndexes(placed).map(idOf) }
  const pairs = placed.promptIds.map((promptId, place) => {
    const prompt = placed.item.prompts[placed.promptOrder[place] ?? -1]
    return [promptId, idOf(prompt?.option ?? -1)] as const
  })
  return { matched: Object.fromEntries(pairs) }
}

const sameSequence = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((id, place) => id === b[place])

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  sameSequence([...a].sort(), [...b].sort())

function samePairs(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const prompts = Object.keys(a)
  return prompts.length === Object.keys(b).length && prompts.every((prompt) => a[prompt] === b[prompt])
}

/**
 * Scores one response, all or nothing for every kind; no response is not correct, and a guess costs nothing.
 * @example scoreResponse(placed, null) // { correct: false }
 */
export function scoreResponse(placed: PlacedItem, response: Response | null): { readonly correct: boolean } {
  const key = keyOf(placed)
  if (response === null) return { correct: false }
  if ('selected' in key && 'selected' in response)
    return { correct: sameSet(key.selected, response.selected) }
  if ('ordered' in key && 'ordered' in response)
    return { correct: sameSequence(key.ordered, response.ordered) }
  if ('matched' in key && 'matched' in response) return { correct: samePairs(key.matched, response.matched) }
  return { correct: false }
}
