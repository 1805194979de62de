import type { Json } from '../json.ts'
import { dataOf } from './flow.ts'
import { bindingsOf, fillExpressions, queryFailure } from './jsonata-template.ts'
import type { Process } from './process.ts'
import { valueAt } from './resolve-path.ts'
import { type EvaluationError, runtimeError } from './state-error.ts'
import type { Visit } from './types.ts'

/** The failure of a setting: a query failure where an expression gave it, otherwise one that nothing can catch. */
const settingFailure = (cause: string, { language }: Visit): EvaluationError =>
  language === 'JSONata' ? queryFailure(cause) : runtimeError(cause)

/** The value of a field that may also be given by a path (`NamePath`, with JSONPath) or an expression (with JSONata). */
export function* settingOf(visit: Visit, name: string): Process<Json | undefined> {
  const plain = visit.state[name]
  if (visit.language === 'JSONata')
    return plain === undefined
      ? undefined
      : yield* fillExpressions(plain, { field: name, bindings: bindingsOf(visit) })
  const path = visit.state[`${name}Path`]
  return typeof path === 'string' ? valueAt(path, dataOf(visit), visit) : plain
}

/** A path may lead to a number that is written as a text. */
function asNumber(value: Json, visit: Visit): number | null {
  if (typeof value === 'number') return value
  const isNumeral =
    visit.language === 'JSONPath' && typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value)
  return isNumeral ? Number(value) : null
}

/** What a number must be; `text` says it in the error. */
type Demand = { readonly holds: (value: number) => boolean; readonly text: string }

/** A whole number from 0. */
export const wholeNumber: Demand = {
  holds: (value) => Number.isInteger(value) && value >= 0,
  text: 'a whole number, at least 0',
}

/** A whole number from 1. */
export const positiveNumber: Demand = {
  holds: (value) => Number.isInteger(value) && value >= 1,
  text: 'a whole number, at least 1',
}

/** A number from 0 to 100. */
export const percentage: Demand = {
  holds: (value) => value >= 0 && value <= 100,
  text: 'a number from 0 to 100',
}

/**
 * The number of a field, or undefined when the state does not have it.
 * @throws StateError when the value is not what is demanded
 */
export function* numberOf(visit: Visit, name: string, demand: Demand): Process<number | undefined> {
  const value = yield* settingOf(visit, name)
  if (value === undefined) return undefined
  const number = asNumber(value, visit)
  if (number !== null && demand.holds(number)) return number
  throw settingFailure(`${name} must be ${demand.text}, but was ${JSON.stringify(value)}.`, visit)
}

/**
 * The text of a field, or undefined when the state does not have it.
 * @throws StateError when the value is no text
 */
export function* textOf(visit: Visit, name: string): Process<string | undefined> {
  const value = yield* settingOf(visit, name)
  if (value === undefined || typeof value === 'string') return value
  throw settingFailure(`${name} must be a text, but was ${JSON.stringify(value)}.`, visit)
}
