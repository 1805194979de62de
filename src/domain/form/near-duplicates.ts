import { areEnemies } from '../item/enemies.ts'
import type { Item } from '../item/types.ts'
import { ngramsOf, wordsOf } from '../item/words.ts'

/** Two items whose texts share much; `similarity` is Dice's coefficient of their telling word trigrams, 0 to 1. */
export type SimilarPair = {
  readonly a: string
  readonly b: string
  readonly similarity: number
  readonly enemies: boolean
}

const gramsOf = (item: Item): Set<string> =>
  ngramsOf(wordsOf([item.stem, ...item.options.map(({ text }) => text)].join(' ')), 3)

/** A trigram that more items than this hold is a phrase of the trade ("meets these requirements") and tells nothing. */
const commonplace = 8

/** Indexes of the items that hold each telling trigram. */
function holdersOf(items: readonly Item[]): (readonly number[])[] {
  const holders = new Map<string, number[]>()
  items.forEach((item, index) => {
    for (const gram of gramsOf(item)) {
      const known = holders.get(gram)
      if (known) known.push(index)
      else holders.set(gram, [index])
    }
  })
  return [...holders.values()].filter(({ length }) => length <= commonplace)
}

/** Numbers of shared trigrams by pair: first index · number of items + second index. */
function countShared(holders: readonly (readonly number[])[], size: number): Map<number, number> {
  const shared = new Map<number, number>()
  for (const indexes of holders) {
    indexes.forEach((second, place) => {
      for (const first of indexes.slice(0, place)) {
        const pair = first * size + second
        shared.set(pair, (shared.get(pair) ?? 0) + 1)
      }
    })
  }
  return shared
}

/**
 * Finds pairs of items that may ask the same thing, most similar first.
 *
 * @param above least similarity, 0 to 1
 * @example findSimilar([], 0.5) // []
 */
export function findSimilar(items: readonly Item[], above: number): SimilarPair[] {
  const holders = holdersOf(items)
  const sizes = items.map(() => 0)
  for (const index of holders.flat()) sizes[index] = (sizes[index] ?? 0) + 1
  const pairs = [...countShared(holders, items.length)].flatMap(([pair, shared]) => {
    const [first, second] = [Math.floor(pair / items.length), pair % items.length]
    const [a, b] = [items[first], items[second]]
    const similarity = (2 * shared) / ((sizes[first] ?? 0) + (sizes[second] ?? 0))
    return a && b && similarity >= above ? [{ a: a.id, b: b.id, similarity, enemies: areEnemies(a, b) }] : []
  })
  return pairs.sort((one, other) => other.similarity - one.similarity || one.a.localeCompare(other.a))
}
