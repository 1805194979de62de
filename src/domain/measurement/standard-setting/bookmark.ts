import type { ItemParameters } from '../model/item-parameters.ts'
import { logit } from '../model/logistic.ts'
import { medianOf, type PanelSummary, summarisePanel } from './judgement.ts'

/** At which probability an item counts as mastered, and whether guessing counts towards it. */
export type BookmarkCriterion = {
  /** Response probability, above 0 and below 1; two thirds is usual. */
  readonly responseProbability: number
  /** `included`: P(correct) itself; `removed`: the share (P - c) / (d - c) that is not guessing. */
  readonly guessing: 'included' | 'removed'
}

const usual: BookmarkCriterion = { responseProbability: 2 / 3, guessing: 'included' }

/**
 * The ability at which an item is mastered: P(theta) = response probability.
 *
 * @throws RangeError when no ability reaches that probability, or the discrimination is not above 0
 * @see Mitzel, Lewis, Patz, Green (2001), The bookmark procedure, in Cizek, Setting performance standards
 * @example locateItem({ a: 1, b: 0.4, c: 0, d: 1 }, { responseProbability: 0.5, guessing: 'included' }) // 0.4
 */
export function locateItem({ a, b, c, d }: ItemParameters, criterion: BookmarkCriterion = usual): number {
  const { responseProbability, guessing } = criterion
  const share = guessing === 'removed' ? responseProbability : (responseProbability - c) / (d - c)
  if (!(a > 0 && share > 0 && share < 1))
    throw new RangeError('No ability reaches the response probability on this item.')
  return b + logit(share) / a
}

/** A page of the ordered item booklet. */
export type BookletPage = {
  /** Page number from 1, easiest item first. */
  readonly page: number
  /** Position of the item in the list that was given. */
  readonly item: number
  /** Ability at which it is mastered. */
  readonly location: number
}

/**
 * The ordered item booklet: one item a page, from the lowest to the highest location.
 *
 * @throws RangeError when no ability reaches the response probability on an item
 * @example orderBooklet([{ a: 1, b: 1, c: 0, d: 1 }, { a: 1, b: -1, c: 0, d: 1 }]).map(({ item }) => item) // [1, 0]
 */
export const orderBooklet = (
  items: readonly ItemParameters[],
  criterion: BookmarkCriterion = usual,
): BookletPage[] =>
  items
    .map((each, item) => ({ item, location: locateItem(each, criterion) }))
    .sort((first, second) => first.location - second.location || first.item - second.item)
    .map((entry, index) => ({ page: index + 1, ...entry }))

/** A standard on the theta scale. */
export type BookmarkStandard = {
  readonly theta: number
  /** Each judge's own cut on the theta scale. */
  readonly judges: readonly number[]
  readonly panel: PanelSummary
}

/**
 * The bookmark standard: each judge marks the first page whose item a minimally qualified candidate would not master; that
 * judge's cut is the location of the page before, the panel's cut the median.
 *
 * @param bookmarks page numbers, 1 (no item is mastered: the cut is the first location) to pages + 1 (all are)
 * @throws RangeError for a bookmark outside the booklet, or without judges
 * @see Lewis, Mitzel, Mercado, Schulz (2012), The bookmark standard setting procedure, in Cizek, Setting performance standards
 * @example setBookmarkStandard([{ page: 1, item: 0, location: -0.5 }, { page: 2, item: 1, location: 0.3 }], [2]).theta // -0.5
 */
export function setBookmarkStandard(
  booklet: readonly BookletPage[],
  bookmarks: readonly number[],
): BookmarkStandard {
  const judges = bookmarks.map((page) => {
    const before = booklet[Math.max(page - 2, 0)]
    if (!Number.isInteger(page) || page < 1 || before === undefined)
      throw new RangeError(`A bookmark is a page from 1 to ${booklet.length + 1}.`)
    return before.location
  })
  return { panel: summarisePanel(judges), theta: medianOf(judges), judges }
}
