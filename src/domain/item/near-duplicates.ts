import { areEnemies } from './enemies.ts'
import type { Item } from './types.ts'
import { ngramsOf, wordsOf } from './words.ts'

/** Two items whose texts share much; `similarity` is Dice's coefficient of their word trigrams, 0 to 1. */
export type SimilarPair = {
  readonly a: string
  readonly b: string
  readonly similarity: number
  readonly enemies: boolean
}

const gramsOf = (item: Item): Set<string> =>
  ngramsOf(wordsOf([item.stem, ...item.options.map(({ text }) => text)].join(' ')), 3)

/** Numbers of shared trigrams by pair of indexes, for pairs that share any. */
function countShared(grams: readonly ReadonlySet<string>[]): Map<number, number> {
  const holders = new Map<string, number[]>()
  const shared = new Map<number, number>()
  grams.forEach((set, later) => {
    for (const gram of set) {
      const earlier = holders.get(gram) ?? []
      for (const index of earlier) {
        const pair = index * grams.length + later
        shared.set(pair, (shared.get(pair) ?? 0) + 1)
      }
      holders.set(gram, [...earlier, later])
    }
  })
  return shared
}

/**
 * Finds pairs of items that may ask the same thing, most similar first.
 *
 * @param above least similarity, 0 to 1
 * @example findSimilar([], 0.5) // []
 */
export function findSimilar(items: readonly Item[], above: number): SimilarPair[] {
  const grams = items.map(gramsOf)
  const pairs = [...countShared(grams)].flatMap(([pair, shared]) => {
    const [a, b] = [items[Math.floor(pair / items.length)], items[pair % items.length]]
    if (!a || !b) return []
    const similarity =
      (2 * shared) /
      ((grams[Math.floor(pair / items.length)]?.size ?? 0) + (grams[pair % items.length]?.size ?? 0))
    return similarity >= above ? [{ a: a.id, b: b.id, similarity, enemies: areEnemies(a, b) }] : []
  })
  return pairs.sort((one, other) => other.similarity - one.similarity || one.a.localeCompare(other.a))
}
