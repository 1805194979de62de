import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { between, pick } from './draw.ts'
import { withCommas } from './words.ts'

const slot = /\{([^{}]+)\}/g
const span = /^(\d+)\.\.(\d+)$/
const reference = /^~(\d)$/
const bundles = /\{([^{}]*~[^{}~]*[^{}]*\|[^{}]*)\}/

/**
 * Fills the slots of a text: `{a|b}` becomes one of the words, `{3..9}` a whole number of the range. One slot may hold
 * things that belong together, `{a bank~transfers|a shop~orders}`: it becomes the first part, and `{~1}` the second.
 * @example spun(seededRandom('1'), 'It failed {3..3} times.') // 'It failed 3 times.'
 */
export function spun(random: SeededRandom, text: string): string {
  const [, inner = ''] = bundles.exec(text) ?? []
  const parts = inner === '' ? [] : pick(random, inner.split('|')).split('~')
  return text
    .replace(bundles, () => parts[0] ?? '')
    .replace(slot, (_, words: string) => {
      const [, place] = reference.exec(words) ?? []
      if (place !== undefined) return parts[Number(place)] ?? ''
      const [, low, high] = span.exec(words) ?? []
      return low === undefined
        ? pick(random, words.split('|'))
        : withCommas(between(random, Number(low), Number(high)))
    })
}
