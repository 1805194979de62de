const prefix = /^\s*(?:the\s+)?(?:aws|amazon)?\s*(?:certified)?\b/i
const tooCommon = new Set(['certification', 'exam', 'the'])

/**
 * Splits a name into comparable words: lower case, letters and digits only, without the prefix and words that every name has.
 *
 * @example wordsOf('AWS Certified Machine Learning - Specialty') // ['machine', 'learning', 'specialty']
 */
export const wordsOf = (name: string): readonly string[] =>
  name
    .replace(prefix, '')
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !tooCommon.has(word))

/**
 * Counts the single-letter insertions, deletions and substitutions that turn one word into another.
 * Source: Levenshtein, 1966.
 *
 * @example editDistance('practioner', 'practitioner') // 2
 */
export function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let line = 1; line <= one.length; line++) {
    const next = [line]
    for (let column = 1; column <= other.length; column++) {
      const substituted = row[column - 1]! + (one[line - 1] === other[column - 1] ? 0 : 1)
      next.push(Math.min(substituted, row[column]! + 1, next[column - 1]! + 1))
    }
    row = next
  }
  return row[other.length]!
}

const lettersPerSlip = 4
const shortestPrefix = 3

/**
 * True when a typed word stands for a word of a name: its beginning (3 letters or more), or it with one slip per four letters.
 *
 * @example isSpelling('architct', 'architect') // true
 */
export const isSpelling = (typed: string, word: string): boolean =>
  typed === word ||
  (typed.length >= shortestPrefix && word.startsWith(typed)) ||
  editDistance(typed, word) <= Math.floor(Math.min(typed.length, word.length) / lettersPerSlip)
