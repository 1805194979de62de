import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'

/** One of some values, each equally likely. @throws RangeError for none. @example pick(seededRandom('1'), ['a']) // 'a' */
export function pick<T>(random: SeededRandom, values: readonly T[]): T {
  if (values.length === 0) throw new RangeError('There is nothing to pick from.')
  return values[random.integer(values.length)] as T
}

/** Some values, each at most once, in random order. @throws RangeError for fewer values than asked. @example pickSome(seededRandom('1'), ['a'], 1) // ['a'] */
export function pickSome<T>(random: SeededRandom, values: readonly T[], count: number): readonly T[] {
  if (values.length < count)
    throw new RangeError(`${count} values are wanted and ${values.length} are there.`)
  return shuffle(values, random).slice(0, count)
}

/** True with a probability between 0 and 1. @example chance(seededRandom('1'), 1) // true */
export const chance = (random: SeededRandom, probability: number): boolean => random.next() < probability

/** A whole number from `low` to `high`, both included. @example between(seededRandom('1'), 3, 3) // 3 */
export const between = (random: SeededRandom, low: number, high: number): number =>
  low + random.integer(high - low + 1)
