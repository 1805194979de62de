import type { Item } from '../item/types.ts'
import { contentWordsOf, sharedCount } from '../item/words.ts'

/** A number that can be read off an option without knowing the subject. */
export type Cue = (text: string, index: number, item: Item) => number

/** Characters of an option. @example lengthOf('Amazon S3', 0, item) // 9 */
export const lengthOf: Cue = (text) => text.length

/** Words that carry meaning and stand in the stem too. @example wordsOfStem('Copy the archive', 0, item) // 1 where the stem has "archive" */
export const wordsOfStem: Cue = (text, _, item) =>
  sharedCount(contentWordsOf(text), contentWordsOf(item.stem))

/** Words shared with each other option, added up. @example wordsOfOthers('Copy the archive', 0, item) // 2 where two others have "archive" */
export const wordsOfOthers: Cue = (text, index, { options }) => {
  const mine = contentWordsOf(text)
  return options.reduce(
    (sum, other, place) => (place === index ? sum : sum + sharedCount(mine, contentWordsOf(other.text))),
    0,
  )
}

/** Names and figures: words with a capital letter after the first word, or with a digit. @example specificityOf('Use Amazon S3 for 7 days', 0, item) // 3 */
export const specificityOf: Cue = (text) =>
  (text.match(/(?<=\s)\p{Lu}[\p{L}\p{N}-]*|\p{N}[\p{N}.,]*/gu) ?? []).length

/** 1 for an option with an absolute term, else 0. @example absolutenessOf('It never fails', 0, item) // 1 */
export const absolutenessOf: Cue = (text) =>
  /\b(always|never|only|all|none|every|must|completely)\b/i.test(text) ? 1 : 0
