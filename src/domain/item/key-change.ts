import type { CalendarDate } from '../kernel/calendar-date.ts'
import { keyInFile } from './standing.ts'
import type { Item, Option } from './types.ts'

/**
 * A key that turned out to be wrong, or an item that has none. It speaks of one content of an item, named by its hash.
 * `key`: the right one as option indexes in the file (for ordering in order, for matching one for each prompt);
 * null withdraws the item from scoring.
 */
export type KeyChange = {
  readonly item: string
  readonly hash: string
  readonly key: readonly number[] | null
  /** What showed that the old key was wrong; told to everybody whose attempt is scored again. */
  readonly reason: string
  readonly on: CalendarDate
}

/** Names a change: one content of an item has at most one. @example changeId({ item: 'saa-c03-0007', hash: 'ab' }) // 'saa-c03-0007@ab' */
export const changeId = ({ item, hash }: Pick<KeyChange, 'item' | 'hash'>): string => `${item}@${hash}`

/** How many indexes a full key has. */
function keyLength({ kind, select, prompts, options }: Item): number {
  if (kind === 'matching') return prompts.length
  return select ?? (kind === 'ordering' ? options.length : 1)
}

/**
 * True when the indexes could be the key of an item: as many as it takes, each an option, none twice but in matching.
 * @example isPossibleKey(multipleChoice, [1]) // true
 */
export function isPossibleKey(item: Item, key: readonly number[]): boolean {
  const known = key.every((index) => Number.isInteger(index) && item.options[index] !== undefined)
  const distinct = item.kind === 'matching' || new Set(key).size === key.length
  return known && distinct && key.length === keyLength(item)
}

function markOf(item: Item, index: number, key: readonly number[]): Option['key'] {
  if (item.kind !== 'ordering') return key.includes(index)
  const place = key.indexOf(index)
  return place < 0 ? null : place + 1
}

/**
 * An item with another key; its hash stays, since a change speaks of that content.
 * @throws RangeError when the indexes cannot be its key
 * @example keyInFile(withKey(item, [2])) // [2]
 */
export function withKey(item: Item, key: readonly number[]): Item {
  if (!isPossibleKey(item, key)) throw new RangeError(`[${key.join(', ')}] cannot be the key of ${item.id}.`)
  if (item.kind === 'matching')
    return {
      ...item,
      prompts: item.prompts.map((prompt, index) => ({ ...prompt, option: key[index] as number })),
    }
  return {
    ...item,
    options: item.options.map((option, index) => ({ ...option, key: markOf(item, index, key) })),
  }
}

/** True when a change gives an item the key that it has. @example changesNothing(item, { key: keyInFile(item) }) // true */
export const changesNothing = (item: Item, change: Pick<KeyChange, 'key'>): boolean =>
  change.key !== null && keyInFile(withKey(item, change.key)).join() === keyInFile(item).join()

/** The change that speaks of an item's present content, if there is one. @example changeOf(item, []) // undefined */
export const changeOf = (
  item: Pick<Item, 'id' | 'hash'>,
  changes: readonly KeyChange[],
): KeyChange | undefined => changes.find((change) => change.item === item.id && change.hash === item.hash)
