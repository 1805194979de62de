import type { PresentedItem } from '../../domain/form/types.ts'
import type { Response } from '../../domain/item/types.ts'

const idOf = (item: PresentedItem, label: string): string | undefined =>
  item.options.find((option) => option.label === label.toUpperCase())?.id

function parsePairs(item: PresentedItem, words: readonly string[]): Response | undefined {
  const pairs = words.map((word) => {
    const [, number, label] = /^(\d+)([a-z])$/i.exec(word) ?? []
    return [item.prompts?.[Number(number) - 1]?.id, idOf(item, label ?? '')] as const
  })
  const whole = pairs.filter(
    (pair): pair is readonly [string, string] => pair[0] !== undefined && pair[1] !== undefined,
  )
  return whole.length === words.length ? { matched: Object.fromEntries(whole) } : undefined
}

/**
 * Reads a response typed as labels: `b`, `A C`, `ac`, `C A B`, `1C 2A`.
 * Undefined where a label is not on the item, or where there are none.
 */
export function parseResponse(item: PresentedItem, text: string): Response | undefined {
  const words = text
    .trim()
    .split(/[\s,]+/)
    .filter(Boolean)
  if (words.length === 0) return undefined
  if (item.kind === 'matching') return parsePairs(item, words)
  const ids = words.flatMap((word) => [...word]).map((label) => idOf(item, label))
  const known = ids.filter((id): id is string => id !== undefined)
  if (known.length !== ids.length) return undefined
  return item.kind === 'ordering' ? { ordered: known } : { selected: known }
}
