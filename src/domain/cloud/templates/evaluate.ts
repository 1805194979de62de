import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json.ts'
import { intrinsics } from './functions.ts'
import { joinParts } from './symbolic.ts'
import type { Evaluated, Scope } from './types.ts'

const noValue = 'AWS::NoValue'

/** A resource that a false condition leaves out cannot be referred to. */
function checkResource(logicalId: string, at: string, { resourceType, report }: Scope): boolean {
  const type = resourceType(logicalId)
  if (type === undefined) report(at, `"${logicalId}" is neither a parameter nor a resource of this template`)
  if (type === null) report(at, `"${logicalId}" does not exist here: a condition leaves it out`)
  return typeof type === 'string'
}

function evaluateRef(name: Json, at: string, scope: Scope): Evaluated {
  if (typeof name !== 'string') {
    scope.report(at, 'Ref takes a name')
    return ''
  }
  if (name === noValue) return undefined
  const value = scope.values.get(name)
  if (value !== undefined) return value
  return checkResource(name, at, scope) ? { Ref: name } : ''
}

function evaluateGetAtt(argument: Json, at: string, scope: Scope): Json {
  const [logicalId, ...attribute] = typeof argument === 'string' ? argument.split('.') : listOfTexts(argument)
  if (logicalId === undefined || attribute.length === 0) {
    scope.report(at, 'Fn::GetAtt takes a resource and an attribute')
    return ''
  }
  checkResource(logicalId, at, scope)
  return { 'Fn::GetAtt': [logicalId, attribute.join('.')] }
}

const listOfTexts = (value: Json): string[] => (isJsonList(value) ? value.map(String) : [])

const placeholder = /\$\{(!?)([^}]*)\}/g

type Names = Readonly<Record<string, Evaluated>>

/** The value of one placeholder: a name of the function's own, a parameter, a resource, or an attribute. */
function substitute(name: string, names: Names, at: string, scope: Scope): Json {
  if (Object.hasOwn(names, name)) return names[name] ?? ''
  return name.includes('.') && !name.startsWith('AWS::')
    ? evaluateGetAtt(name, at, scope)
    : (evaluateRef(name, at, scope) ?? '')
}

function evaluateSub(argument: Json, at: string, scope: Scope): Json {
  const [text, given] = isJsonList(argument) ? argument : [argument]
  if (typeof text !== 'string') {
    scope.report(at, 'Fn::Sub takes a text, or a text and an object of names')
    return ''
  }
  const entries = given !== undefined && isJsonObject(given) ? Object.entries(given) : []
  const names = Object.fromEntries(entries.map(([name, value]) => [name, evaluate(value, at, scope)]))
  const parts: Json[] = []
  let from = 0
  for (const { 0: whole, 1: literal, 2: name = '', index } of text.matchAll(placeholder)) {
    parts.push(text.slice(from, index))
    parts.push(literal === '!' ? `\${${name}}` : substitute(name.trim(), names, at, scope))
    from = index + whole.length
  }
  return joinParts('', [...parts, text.slice(from)])
}

function evaluateIf(argument: Json, at: string, scope: Scope): Evaluated {
  const [name, whenTrue, whenFalse] = isJsonList(argument) ? argument : []
  if (typeof name !== 'string' || whenTrue === undefined || whenFalse === undefined) {
    scope.report(at, 'Fn::If takes the name of a condition and two values')
    return ''
  }
  return evaluate(scope.condition(name, at) ? whenTrue : whenFalse, at, scope)
}

/** Functions that decide themselves which of their arguments are evaluated. */
const special: Readonly<Record<string, (argument: Json, at: string, scope: Scope) => Evaluated>> = {
  Ref: evaluateRef,
  'Fn::GetAtt': evaluateGetAtt,
  'Fn::Sub': evaluateSub,
  'Fn::If': evaluateIf,
}

function evaluateObject(value: JsonObject, at: string, scope: Scope): JsonObject {
  const entries = Object.entries(value).flatMap(([name, held]) => {
    const evaluated = evaluate(held, `${at}.${name}`, scope)
    return evaluated === undefined ? [] : [[name, evaluated] as const]
  })
  return Object.fromEntries(entries)
}

function evaluateCall(name: string, argument: Json, at: string, scope: Scope): Evaluated {
  const own = special[name]
  if (own !== undefined) return own(argument, at, scope)
  const intrinsic = intrinsics[name]
  if (intrinsic !== undefined) return intrinsic(evaluate(argument, at, scope) ?? '', at, scope)
  scope.report(at, `${name} is not modelled here`)
  return ''
}

const isCall = (name: string): boolean => name === 'Ref' || name.startsWith('Fn::')

/**
 * Evaluates a value of a template: functions become their results, what only the service knows stays as a reference, and
 * what is `AWS::NoValue` vanishes.
 *
 * @see AWS CloudFormation user guide, Intrinsic function reference
 * @example evaluate({ 'Fn::Join': ['-', ['a', 'b']] }, 'x', scope) // 'a-b'
 */
export function evaluate(value: Json, at: string, scope: Scope): Evaluated {
  if (isJsonList(value))
    return value.flatMap((each, index) => {
      const evaluated = evaluate(each, `${at}[${index}]`, scope)
      return evaluated === undefined ? [] : [evaluated]
    })
  if (!isJsonObject(value)) return value
  const names = Object.keys(value)
  const [name] = names
  if (name !== undefined && names.length === 1 && isCall(name))
    return evaluateCall(name, value[name] ?? '', at, scope)
  return evaluateObject(value, at, scope)
}
