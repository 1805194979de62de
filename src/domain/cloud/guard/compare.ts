import { isJsonList, isJsonObject, type Json } from '../json.ts'
import { sameJson } from '../templates/update-behaviour.ts'
import type { BinaryOperator, GuardValue } from './types.ts'

/** Whether a comparison holds; null where the two sides cannot be compared. */
export type Compared = boolean | null

const kindOf = (value: Json): string => (value === null ? 'null' : isJsonList(value) ? 'list' : typeof value)

function withinRange(value: Json, range: Extract<GuardValue, { is: 'range' }>): Compared {
  if (typeof value !== 'number') return null
  const { low, high, withLow, withHigh } = range
  return (withLow ? value >= low : value > low) && (withHigh ? value <= high : value < high)
}

/** Each must hold; null when one cannot be compared and none fails. */
function every(outcomes: readonly Compared[]): Compared {
  if (outcomes.includes(false)) return false
  return outcomes.includes(null) ? null : true
}

function isEqual(left: Json, right: GuardValue): Compared {
  if (right.is === 'list') {
    if (!isJsonList(left)) return null
    if (left.length !== right.values.length) return false
    return every(left.map((element, index) => isEqual(element, right.values[index] ?? right)))
  }
  if (right.is === 'range') return withinRange(left, right)
  if (right.is === 'regex') return typeof left === 'string' ? right.regex.test(left) : null
  return kindOf(left) === kindOf(right.value) ? sameJson(left, right.value) : null
}

function isOrdered(operator: BinaryOperator, left: Json, right: GuardValue): Compared {
  if (right.is !== 'json') return null
  const { value } = right
  if (typeof left === 'number' && typeof value === 'number') return byOrder(operator, left - value)
  if (typeof left === 'string' && typeof value === 'string')
    return byOrder(operator, left < value ? -1 : Number(left > value))
  return null
}

function byOrder(operator: BinaryOperator, sign: number): boolean {
  if (operator === '<') return sign < 0
  if (operator === '<=') return sign <= 0
  return operator === '>' ? sign > 0 : sign >= 0
}

const members = (value: GuardValue): readonly GuardValue[] => {
  if (value.is === 'list') return value.values
  if (value.is === 'json' && isJsonList(value.value))
    return value.value.map((element): GuardValue => ({ is: 'json', value: element }))
  return [value]
}

/** Whether a value is one of some. A text may also stand in another. */
function isAmong(left: Json, rights: readonly GuardValue[]): boolean {
  if (rights.flatMap(members).some((value) => isEqual(left, value) === true)) return true
  const [only] = rights
  return (
    rights.length === 1 &&
    only?.is === 'json' &&
    typeof only.value === 'string' &&
    typeof left === 'string' &&
    only.value.includes(left)
  )
}

const isList = (value: GuardValue): boolean =>
  value.is === 'list' || (value.is === 'json' && isJsonList(value.value))

/**
 * What of a value is compared: a list by its elements, unless a list is what it is held against.
 *
 * @example comparedParts('==', ['a', 'b'], [{ is: 'json', value: 'a' }]) // ['a', 'b']
 */
export function comparedParts(
  operator: BinaryOperator,
  left: Json,
  rights: readonly GuardValue[],
): readonly Json[] {
  const candidates = operator === 'in' ? rights.flatMap(members) : rights
  return isJsonList(left) && !candidates.some(isList) ? left : [left]
}

/**
 * Compares a value with what stands on the right. Values of different kinds cannot be compared; that is no success, with
 * `not` or without.
 *
 * @example compare('==', false, 'a', [{ is: 'json', value: 'a' }]) // true
 */
export function compare(
  operator: BinaryOperator,
  not: boolean,
  left: Json,
  rights: readonly GuardValue[],
): boolean {
  if (operator === 'in') return isAmong(left, rights) !== not
  return (
    rights.length > 0 &&
    rights.every((right) => {
      const holds = operator === '==' ? isEqual(left, right) : isOrdered(operator, left, right)
      return holds !== null && holds !== not
    })
  )
}

/** Whether a value has no members or characters; null for one that cannot be empty. @example isEmpty([]) // true */
export function isEmpty(value: Json): boolean | null {
  if (value === null) return true
  if (typeof value === 'string' || isJsonList(value)) return value.length === 0
  return isJsonObject(value) ? Object.keys(value).length === 0 : null
}

const kinds: Readonly<Record<string, (value: Json) => boolean>> = {
  is_string: (value) => typeof value === 'string',
  is_list: isJsonList,
  is_struct: isJsonObject,
  is_bool: (value) => typeof value === 'boolean',
  is_int: (value) => Number.isInteger(value),
  is_float: (value) => typeof value === 'number' && !Number.isInteger(value),
  is_null: (value) => value === null,
}

/** Whether a value is of the kind that a unary operator names. @example isOfKind('is_list', []) // true */
export const isOfKind = (operator: string, value: Json): boolean => kinds[operator]?.(value) ?? false
