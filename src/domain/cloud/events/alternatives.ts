import type { Json, JsonObject } from '../json.ts'
import { isJsonList, isJsonObject } from '../json.ts'

/** Names that the service keeps for operators, present and to come, so that no field inside `$or` may have them. */
const reserved = new Set([
  ...[
    'exactly',
    'prefix',
    'suffix',
    'equals-ignore-case',
    'anything-but',
    'exists',
    'wildcard',
    'numeric',
    'cidr',
  ],
  ...['=', '<', '<=', '>', '>=', 'regex', 'not-wildcard', 'not-equals-ignore-case'],
  ...['date-after', 'date-on-or-after', 'date-before', 'date-on-or-before', 'in-date-range'],
  ...['ip-address-in-range', 'ip-address-not-in-range'],
])

/** True for a name that no field below `$or` may have. @example isReservedName('prefix') // true */
export const isReservedName = (name: string): boolean => reserved.has(name)

/**
 * The alternatives of a member called `$or`, or null when it is an ordinary field that happens to have this name.
 *
 * @see aws/event-ruler, README (the "$or" primitive)
 * @example alternativesOf('$or', { a: [1] }) // null
 */
export const alternativesOf = (name: string, value: Json): readonly Json[] | null =>
  name === '$or' && isJsonList(value) && value.some(isJsonObject) ? value : null

/**
 * The product of the lengths of all `$or` lists in a pattern, which the service limits.
 *
 * @see Amazon EventBridge user guide, Comparison operators ($or matching)
 * @example countCombinations({ $or: [{ a: [1] }, { b: [1] }] }) // 2
 */
export function countCombinations(pattern: JsonObject): number {
  return Object.entries(pattern).reduce((product, [name, value]) => {
    const alternatives = alternativesOf(name, value)
    const inside = (alternatives ?? [value]).filter(isJsonObject).map(countCombinations)
    return inside.reduce((left, right) => left * right, product * (alternatives?.length ?? 1))
  }, 1)
}
