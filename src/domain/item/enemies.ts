import type { Item } from './types.ts'

/**
 * True when two items must not stand on one form; either may have declared it.
 * @example areEnemies({ id: 'a', enemies: [] }, { id: 'b', enemies: ['a'] }) // true
 */
export const areEnemies = (a: Pick<Item, 'id' | 'enemies'>, b: Pick<Item, 'id' | 'enemies'>): boolean =>
  a.enemies.includes(b.id) || b.enemies.includes(a.id)

/** True when an item is an enemy of any of the others. @example conflictsWith({ id: 'a', enemies: [] }, []) // false */
export const conflictsWith = (
  item: Pick<Item, 'id' | 'enemies'>,
  others: readonly Pick<Item, 'id' | 'enemies'>[],
): boolean => others.some((other) => areEnemies(item, other))
