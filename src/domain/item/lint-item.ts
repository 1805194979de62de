import type { Finding } from './finding.ts'
import { lintKeyCues } from './lint-key-cues.ts'
import { lintOptions } from './lint-options.ts'
import { lintStem } from './lint-stem.ts'
import { lintStructure } from './lint-structure.ts'
import type { Item } from './types.ts'

/**
 * Finds the faults of one item: errors keep it out of the pool, warnings are for its author to weigh.
 * @see Haladyna, Downing, Rodriguez (2002), A review of multiple-choice item-writing guidelines
 * @example lintItem(soundItem) // []
 */
export const lintItem = (item: Item): Finding[] => [
  ...lintStructure(item),
  ...lintStem(item),
  ...lintOptions(item),
  ...lintKeyCues(item),
]
