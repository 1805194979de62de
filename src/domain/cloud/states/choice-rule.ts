import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json.ts'
import { findOperator } from './choice-operators.ts'
import { readPath } from './path/read-path.ts'
import { resolvePath } from './resolve-path.ts'
import { runtimeError } from './state-error.ts'
import type { Visit } from './types.ts'

function find(text: string, data: Json, visit: Visit): Json | undefined {
  const path = readPath(text)
  if (!path.ok) throw runtimeError(path.error.text)
  return resolvePath(path.value, data, visit)
}

function mustFind(text: string, data: Json, visit: Visit): Json {
  const value = find(text, data, visit)
  if (value === undefined)
    throw runtimeError(`Invalid path '${text}': the condition looks at a value that is not there.`)
  return value
}

function compares(rule: JsonObject, data: Json, visit: Visit): boolean {
  const variable = String(rule.Variable)
  const [name = '', asked = null] = Object.entries(rule).find(([member]) => findOperator(member)) ?? []
  const found = findOperator(name)
  if (found === undefined) throw runtimeError('A rule has no comparison.')
  const { operator, takesPath } = found
  if (operator.kind === 'present') return (find(variable, data, visit) !== undefined) === asked
  const value = mustFind(variable, data, visit)
  if (operator.kind === 'test') return operator.holds(value) === asked
  return operator.holds(value, takesPath ? mustFind(String(asked), data, visit) : asked)
}

const rulesOf = (value: Json | undefined): readonly JsonObject[] =>
  isJsonList(value) ? value.filter(isJsonObject) : []

/**
 * Answers whether a rule of a Choice state with JSONPath holds: a comparison, or And, Or and Not of rules.
 *
 * @throws StateError States.Runtime when a path leads nowhere, except for IsPresent
 * @see Amazon States Language, Choice State
 */
export function ruleHolds(rule: JsonObject, data: Json, visit: Visit): boolean {
  if (rule.And !== undefined) return rulesOf(rule.And).every((inner) => ruleHolds(inner, data, visit))
  if (rule.Or !== undefined) return rulesOf(rule.Or).some((inner) => ruleHolds(inner, data, visit))
  if (isJsonObject(rule.Not)) return !ruleHolds(rule.Not, data, visit)
  return compares(rule, data, visit)
}
