import type { CalendarDate } from '../kernel/calendar-date.ts'
import type { Item } from './types.ts'

/**
 * What one person or model answered without seeing the key. `answer` and `alternatives` are option indexes in the file:
 * for ordering in order, for matching one for each prompt.
 */
export type BlindSheet = {
  readonly item: string
  /** Content hash of the item as solved; a sheet counts for that content alone. */
  readonly hash: string
  readonly solver: string
  readonly by: 'model' | 'human'
  readonly answer: readonly number[]
  readonly reason: string
  /** Other options that the solver could defend as equally right. */
  readonly alternatives: readonly number[]
  readonly on: CalendarDate
}

/** `draft`: not sound or not valid yet; `in-review`: waits for solvers; only `operational` items enter a pool. */
export type ItemState = 'draft' | 'in-review' | 'operational' | 'disputed' | 'retired'

/** Where an item stands, and why, in one plain sentence. */
export type Standing = { readonly state: ItemState; readonly reason: string }

/** Agreeing blind sheets, by different solvers, that an item needs. */
export const sheetsNeeded = 2

/** The key as option indexes in the file. @example keyInFile(itemWithKeyAtB) // [1] */
export function keyInFile(item: Pick<Item, 'kind' | 'options' | 'prompts'>): number[] {
  if (item.kind === 'matching') return item.prompts.map((prompt) => prompt.option)
  if (item.kind !== 'ordering')
    return item.options.flatMap((option, index) => (option.key === true ? [index] : []))
  const placed = item.options.flatMap(({ key }, index) => (typeof key === 'number' ? [{ key, index }] : []))
  return placed.sort((a, b) => a.key - b.key).map(({ index }) => index)
}

/** True when a sheet gives the item's key; the order counts for ordering and matching. @example agreesWithKey(item, sheet) // true */
export function agreesWithKey(
  item: Pick<Item, 'kind' | 'options' | 'prompts'>,
  sheet: Pick<BlindSheet, 'answer'>,
): boolean {
  const ordered = item.kind === 'ordering' || item.kind === 'matching'
  const canonical = (indexes: readonly number[]): string =>
    (ordered ? [...indexes] : [...indexes].sort((a, b) => a - b)).join()
  return canonical(keyInFile(item)) === canonical(sheet.answer)
}

/** First sheet of each solver for the present content of an item. @example sheetsFor(item, []) // [] */
export function sheetsFor(item: Pick<Item, 'id' | 'hash'>, sheets: readonly BlindSheet[]): BlindSheet[] {
  const current = sheets.filter((sheet) => sheet.item === item.id && sheet.hash === item.hash)
  return current.filter(
    (sheet, index) => current.findIndex(({ solver }) => solver === sheet.solver) === index,
  )
}

function reviewStanding(item: Item, sheets: readonly BlindSheet[]): Standing {
  const disagreeing = sheets.filter((sheet) => !agreesWithKey(item, sheet))
  const doubting = sheets.filter((sheet) => sheet.alternatives.length > 0)
  const names = (some: readonly BlindSheet[]): string => some.map(({ solver }) => solver).join(', ')
  if (disagreeing.length > 0)
    return { state: 'disputed', reason: `Solved otherwise by ${names(disagreeing)}.` }
  if (doubting.length > 0)
    return { state: 'disputed', reason: `Another option is defended by ${names(doubting)}.` }
  if (sheets.length >= sheetsNeeded)
    return { state: 'operational', reason: `Solved alike by ${names(sheets)}.` }
  return {
    state: 'in-review',
    reason: `${sheets.length} of ${sheetsNeeded} agreeing blind sheets for its present content.`,
  }
}

/**
 * Where an item stands on a day: derived from its lint errors, its validity and the blind sheets for its present content.
 *
 * @param errors number of lint errors, 0 or more
 * @example standingOf(item, { sheets: [], errors: 0, today }).state // 'in-review'
 */
export function standingOf(
  item: Item,
  given: {
    readonly sheets: readonly BlindSheet[]
    readonly errors: number
    readonly today: CalendarDate
    /** Why the key of its present content does not stand, where a key change says so. */
    readonly keyChanged?: string | undefined
  },
): Standing {
  const { validFrom, validUntil } = item
  if (given.keyChanged !== undefined)
    return { state: 'disputed', reason: `Its key does not stand: ${given.keyChanged}` }
  if (validUntil !== null && validUntil < given.today)
    return { state: 'retired', reason: `Valid until ${validUntil}.` }
  if (given.errors > 0)
    return { state: 'draft', reason: `${given.errors} lint error${given.errors === 1 ? '' : 's'}.` }
  if (validFrom > given.today) return { state: 'draft', reason: `Valid from ${validFrom}.` }
  return reviewStanding(item, sheetsFor(item, given.sheets))
}
