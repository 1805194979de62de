import { isJsonList, isJsonObject, type Json } from '../json.ts'
import { compare } from './compare.ts'
import { functionNamed } from './functions.ts'
import { GuardSyntaxError } from './scanner.ts'
import type { Conjunction, GuardRule, GuardValue, Operand, Query, QueryStep } from './types.ts'

/** A value that a query found, or the name of the member that was missing on the way. */
export type Selected = { readonly value: GuardValue } | { readonly missing: string }

/** The value in hand, and what names stand for here. */
export type Scope = {
  readonly value: Json
  readonly variable: (name: string) => readonly Selected[] | undefined
  readonly rule: (name: string) => GuardRule | undefined
  readonly root: () => Scope
  /** Whether the lines of a filter hold for the value in hand. */
  readonly holds: (lines: Conjunction, scope: Scope) => boolean
  /** Names of the rules that are being judged, from the outermost. */
  readonly judging: readonly string[]
}

const found = (value: Json): Selected => ({ value: { is: 'json', value } })
/** The value as JSON; nothing for a missing one or an expression. */
export const jsonOf = (selected: Selected): Json | undefined =>
  'value' in selected && selected.value.is === 'json' ? selected.value.value : undefined

/** The same scope with another value in hand. */
export const within = (scope: Scope, value: Json): Scope => ({ ...scope, value })

/** A scope with variables of its own; each is worked out once, when it is first asked for. */
export function opened(scope: Scope, variables: ReadonlyMap<string, Operand>): Scope {
  if (variables.size === 0) return scope
  const known = new Map<string, readonly Selected[]>()
  const inner: Scope = {
    ...scope,
    variable: (name) => {
      const operand = variables.get(name)
      if (operand === undefined) return scope.variable(name)
      const values = known.get(name) ?? valuesOf(operand, inner)
      known.set(name, values)
      return values
    },
  }
  return inner
}

/** A key in another case or with other separators names the same member, as `key` and `Key`. */
const folded = (key: string): string => key.replace(/[-_ ]/g, '').toLowerCase()

function member(value: Json, key: string): Selected {
  if (isJsonList(value))
    return /^\d+$/.test(key) && Number(key) < value.length
      ? found(value[Number(key)] ?? null)
      : { missing: key }
  if (!isJsonObject(value)) return { missing: key }
  const name = Object.hasOwn(value, key)
    ? key
    : Object.keys(value).find((each) => folded(each) === folded(key))
  return name === undefined ? { missing: key } : found(value[name] ?? null)
}

function filtered(value: Json, where: Conjunction, scope: Scope): readonly Selected[] {
  const fits = (each: Json): boolean => scope.holds(where, within(scope, each))
  const candidates = isJsonList(value) ? value : [value]
  return candidates.filter(fits).map(found)
}

function ofVariable(name: string, line: number, scope: Scope): readonly Selected[] {
  const values = scope.variable(name)
  if (values === undefined) throw new GuardSyntaxError({ line, text: `there is no variable %${name}` })
  return values
}

/** Members of an object or list; a scalar is its own only one. */
const allOf = (value: Json): readonly Selected[] =>
  (isJsonObject(value) || isJsonList(value) ? Object.values(value) : [value]).map(found)

function keyed(
  value: Json,
  { operator, not, operand }: Extract<QueryStep, { step: 'keys' }>,
  scope: Scope,
): readonly Selected[] {
  if (!isJsonObject(value)) return []
  const rights = literals(operand, scope)
  const fitting = Object.keys(value).filter((key) => compare(operator, not, key, rights))
  return fitting.map((key) => found(value[key] ?? null))
}

function stepFrom(value: Json, step: QueryStep, scope: Scope): readonly Selected[] {
  switch (step.step) {
    case 'key':
      return [member(value, step.key)]
    case 'this':
      return [found(value)]
    case 'variable':
      return ofVariable(step.name, step.line, scope).map((key) => member(value, String(jsonOf(key))))
    case 'all':
      return allOf(value)
    case 'elements':
      return isJsonList(value) ? value.map(found) : [found(value)]
    case 'index':
      return [member(value, String(step.index))]
    case 'filter':
      return filtered(value, step.where, scope)
    case 'keys':
      return keyed(value, step, scope)
  }
}

/** The values that a query finds from the value in hand. */
export function select({ steps }: Query, scope: Scope): readonly Selected[] {
  const [first, ...others] = steps
  if (first === undefined) return []
  const start =
    first.step === 'variable'
      ? ofVariable(first.name, first.line, scope)
      : stepFrom(scope.value, first, scope)
  return others.reduce<readonly Selected[]>(
    (values, step) =>
      values.flatMap((selected) => {
        const value = jsonOf(selected)
        return value === undefined ? [selected] : stepFrom(value, step, scope)
      }),
    start,
  )
}

/** What an operand stands for. */
export function valuesOf(operand: Operand, scope: Scope): readonly Selected[] {
  if (operand.from === 'literal') return [{ value: operand.value }]
  if (operand.from === 'query') return select(operand.query, scope)
  const { name, operands } = operand.call
  const called = functionNamed(name)
  if (called === undefined) throw new GuardSyntaxError({ line: 1, text: `there is no function ${name}` })
  const given = operands.map((each) =>
    valuesOf(each, scope).flatMap((selected) => {
      const value = jsonOf(selected)
      return value === undefined ? [] : [value]
    }),
  )
  return called(given).map(found)
}

/** What an operand stands for, without what is missing. */
export const literals = (operand: Operand, scope: Scope): readonly GuardValue[] =>
  valuesOf(operand, scope).flatMap((selected) => ('value' in selected ? [selected.value] : []))
