import type { Item } from '../item/types.ts'
import { wordsOf } from '../item/words.ts'

/** A figure of a pool and the range it should lie in. Shares are 0 to 1, lengths are words. */
export type StyleFigure = {
  readonly figure: string
  readonly value: number
  readonly low: number
  readonly high: number
  readonly within: boolean
}

/**
 * Ranges of the style that public samples show, indicative only: ten items for a Specialty exam of 2020 (stems of 39 to 88 words, options
 * of 4 to 37, a capitalised qualifier in 2 of 10, here its 95 % interval), and 35 words for an Associate stem as one publisher claims.
 * The ranges of negative stems and multiple-response items are Cairn's own targets.
 */
const ranges = {
  'mean stem length (words)': [35, 88],
  'mean option length (words)': [4, 37],
  'stems with a capitalised qualifier': [0.06, 0.51],
  'negative stems': [0, 0.05],
  'multiple-response items': [0.2, 0.3],
} as const

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length
const share = (items: readonly Item[], test: (item: Item) => boolean): number =>
  mean(items.map((item) => (test(item) ? 1 : 0)))

/**
 * Measures the style of a pool against what was measured on public samples.
 * @example styleOf([]).map(({ figure }) => figure)[0] // 'mean stem length (words)'
 */
export function styleOf(items: readonly Item[]): StyleFigure[] {
  const values: Readonly<Record<keyof typeof ranges, number>> = {
    'mean stem length (words)': mean(items.map(({ stem }) => wordsOf(stem).length)),
    'mean option length (words)': mean(
      items.flatMap(({ options }) => options.map(({ text }) => wordsOf(text).length)),
    ),
    'stems with a capitalised qualifier': share(items, ({ stem }) =>
      /\b(MOST|LEAST|BEST|FIRST|FEWEST|LOWEST|HIGHEST|GREATEST|FASTEST)\b/.test(stem),
    ),
    'negative stems': share(items, ({ stem }) => /\b(NOT|EXCEPT)\b/.test(stem)),
    'multiple-response items': share(items, ({ kind }) => kind === 'multiple-response'),
  }
  return (Object.keys(ranges) as (keyof typeof ranges)[]).map((figure) => {
    const [low, high] = ranges[figure]
    return {
      figure,
      value: values[figure],
      low,
      high,
      within: values[figure] >= low && values[figure] <= high,
    }
  })
}
