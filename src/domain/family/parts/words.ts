/** Thousands apart, as in running text. @example withCommas(12500) // '12,500' */
export const withCommas = (value: number): string =>
  value.toLocaleString('en-US', { maximumFractionDigits: 4 })

/** A count and its noun. @example counted(1, 'shard') // '1 shard' */
export const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${withCommas(count)} ${count === 1 ? noun : plural}`

/** Words in a row with "and" before the last. @example listed(['a', 'b', 'c']) // 'a, b, and c' */
export function listed(words: readonly string[], link = 'and'): string {
  const [first = '', second = ''] = words
  if (words.length < 2) return first
  if (words.length === 2) return `${first} ${link} ${second}`
  return `${words.slice(0, -1).join(', ')}, ${link} ${words.at(-1)}`
}

/** The first letter as a capital. @example capitalised('the team') // 'The team' */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Small numbers as words, others in digits. @example inWords(3) // 'three' */
export const inWords = (count: number): string =>
  ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'][count] ??
  withCommas(count)

/** Sentences and blocks of a stem: what belongs to one paragraph is joined by spaces, paragraphs by blank lines. @example paragraphs('A.', 'B?') // 'A.\n\nB?' */
export const paragraphs = (...parts: readonly (string | readonly string[])[]): string =>
  parts
    .map((part) => (typeof part === 'string' ? part : part.filter(Boolean).join(' ')))
    .filter(Boolean)
    .join('\n\n')

/** A bullet list. @example bullets(['a', 'b']) // '- a\n- b' */
export const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n')
