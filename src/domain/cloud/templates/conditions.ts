import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json.ts'
import { evaluate } from './evaluate.ts'
import { isKnown } from './symbolic.ts'
import type { Scope } from './types.ts'

/** Numbers and truth values are compared as the texts that the service makes of them. */
const textOf = (value: Json | undefined): string =>
  typeof value === 'object' ? JSON.stringify(value) : String(value ?? '')

/** Everything of a scope that conditions may use: they know parameters and mappings, but no resources. */
export type ConditionScope = Omit<Scope, 'condition' | 'resourceType'>

/** The value of a condition by its name, computed once; unknown and circular ones are reported and false. */
export type ConditionValues = (name: string, at: string) => boolean

function judgeEquals(argument: Json, at: string, scope: Scope): boolean {
  if (!isJsonList(argument) || argument.length !== 2) {
    scope.report(at, 'Fn::Equals takes two values')
    return false
  }
  const [left = '', right = ''] = argument.map((each) => evaluate(each, at, scope))
  if (!isKnown(left) || !isKnown(right))
    scope.report(at, 'a condition cannot depend on what only deployment decides')
  return textOf(left) === textOf(right)
}

function judgeSeveral(name: string, argument: Json, at: string, scope: Scope): boolean {
  const parts = isJsonList(argument) ? argument : []
  if (parts.length < 2 || parts.length > 10) scope.report(at, `${name} takes two to ten conditions`)
  const held = parts.map((part, index) => judge(part, `${at}[${index}]`, scope))
  return name === 'Fn::And' ? held.every(Boolean) : held.some(Boolean)
}

function judgeNot(argument: Json, at: string, scope: Scope): boolean {
  const [part, ...more] = isJsonList(argument) ? argument : []
  if (part !== undefined && more.length === 0) return !judge(part, at, scope)
  scope.report(at, 'Fn::Not takes one condition')
  return false
}

function judge(value: Json, at: string, scope: Scope): boolean {
  const [name = '', ...more] = isJsonObject(value) ? Object.keys(value) : []
  const argument = isJsonObject(value) ? (value[name] ?? '') : ''
  if (more.length === 0 && name === 'Condition' && typeof argument === 'string')
    return scope.condition(argument, at)
  if (name === 'Fn::Equals') return judgeEquals(argument, at, scope)
  if (name === 'Fn::And' || name === 'Fn::Or') return judgeSeveral(name, argument, at, scope)
  if (name === 'Fn::Not') return judgeNot(argument, at, scope)
  scope.report(at, 'a condition is one of Fn::Equals, Fn::And, Fn::Or, Fn::Not or Condition')
  return false
}

/**
 * Prepares the conditions of a template.
 *
 * @see AWS CloudFormation user guide, Condition functions
 * @example makeConditions({ Yes: { 'Fn::Equals': ['a', 'a'] } }, scope)('Yes', 'x') // true
 */
export function makeConditions(conditions: JsonObject, scope: ConditionScope): ConditionValues {
  const known = new Map<string, boolean>()
  const open = new Set<string>()
  const condition: ConditionValues = (name, at) => {
    const held = known.get(name)
    if (held !== undefined) return held
    const value = Object.hasOwn(conditions, name) ? conditions[name] : undefined
    if (value === undefined || open.has(name)) {
      const fault =
        value === undefined ? `there is no condition "${name}"` : `condition "${name}" depends on itself`
      scope.report(at, fault)
      return false
    }
    open.add(name)
    const judged = judge(value, `Conditions.${name}`, { ...scope, condition, resourceType: () => undefined })
    open.delete(name)
    known.set(name, judged)
    return judged
  }
  return condition
}
