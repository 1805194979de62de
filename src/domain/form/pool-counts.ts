import type { Item } from '../item/types.ts'

/** Number of items by name. */
export type Counts = Readonly<Record<string, number>>

/** Counts values by name, in the order of the names. @example countBy(['b', 'a', 'b'], (name) => name) // { a: 1, b: 2 } */
export function countBy<T>(values: readonly T[], nameOf: (value: T) => string): Counts {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(nameOf(value), (counts.get(nameOf(value)) ?? 0) + 1)
  return Object.fromEntries([...counts].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })))
}

/** Mean, standard deviation (of the sample), smallest and largest of Angoff values, each 0 to 1. */
export type AngoffSpread = {
  readonly mean: number
  readonly sd: number
  readonly low: number
  readonly high: number
}

/** Spread of the Angoff values of a pool; null without items. @example angoffSpread([]) // null */
export function angoffSpread(items: readonly Pick<Item, 'angoff'>[]): AngoffSpread | null {
  if (items.length === 0) return null
  const values = items.map(({ angoff }) => angoff)
  const mean = values.reduce((a, b) => a + b, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const sd = Math.sqrt(squares / Math.max(1, values.length - 1))
  return { mean, sd, low: Math.min(...values), high: Math.max(...values) }
}
