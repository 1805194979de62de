const common = new Set(
  `a an and any are as at be been being but by can could do does each for from had has have how if in into is it its
  may more most must need needs no not of on or own per should so some such than that the their them then there these they this
  to two three use used uses using via want wants was were what when where which while who will with within without would amazon aws`.split(
    /\s+/,
  ),
)

/** Words of a text in lower case; hyphens and apostrophes stay inside a word. @example wordsOf('Read-only, please.') // ['read-only', 'please'] */
export const wordsOf = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []

/** Words that carry meaning, each once, without a plural s. @example [...contentWordsOf('The queues of a queue')] // ['queue'] */
export const contentWordsOf = (text: string): Set<string> =>
  new Set(wordsOf(text).flatMap((word) => (common.has(word) ? [] : [word.replace(/(?<=[^s]{3})s$/, '')])))

/** Number of members of the first set that the second has too. @example sharedCount(new Set('ab'), new Set('bc')) // 1 */
export const sharedCount = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => a.intersection(b).size

/** Sentences of a text, as far as full stops, question and exclamation marks tell. @example sentencesOf('One. Two?') // ['One.', 'Two?'] */
export const sentencesOf = (text: string): string[] =>
  text
    .replaceAll(/\s+/g, ' ')
    .split(/(?<=[.?!])\s+(?=[\p{Lu}\d("“])/u)
    .filter((sentence) => sentence.trim() !== '')

/** The sentence of a stem that asks; its last one where none has a question mark. @example questionOf('It fails. Why? (Select TWO.)') // 'Why?' */
export function questionOf(stem: string): string {
  const sentences = sentencesOf(stem)
  return sentences.findLast((sentence) => sentence.includes('?')) ?? sentences.at(-1) ?? ''
}

/** The middle value, the mean of the two middle ones for an even count; 0 for none. @example median([3, 1, 2]) // 2 */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const half = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2
}

/** Sets of `n` words in a row. @example ngramsOf(['a', 'b', 'c'], 2) // Set { 'a b', 'b c' } */
export const ngramsOf = (words: readonly string[], n: number): Set<string> =>
  new Set(
    words
      .slice(0, Math.max(0, words.length - n + 1))
      .map((_, start) => words.slice(start, start + n).join(' ')),
  )

/** Dice's coefficient: 2·|A ∩ B| / (|A| + |B|), 0 to 1; 0 for two empty sets. @see Dice (1945) @example dice(new Set('ab'), new Set('ab')) // 1 */
export function dice(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const size = a.size + b.size
  return size === 0 ? 0 : (2 * sharedCount(a, b)) / size
}
