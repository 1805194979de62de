import { isJsonList, isJsonObject, type Json } from '../../json.ts'
import type { PathFunction, Step } from './types.ts'

type Found = readonly Json[]

const memberOf = (value: Json, name: string): Found =>
  isJsonObject(value) && Object.hasOwn(value, name) ? [value[name] as Json] : []

/** A negative index counts from the end. */
function elementOf(value: Json, index: number): Found {
  if (!isJsonList(value)) return []
  const at = index < 0 ? value.length + index : index
  return at >= 0 && at < value.length ? [value[at] as Json] : []
}

function sliceOf(value: Json, { from, to, step }: Extract<Step, { kind: 'slice' }>): Found {
  if (!isJsonList(value)) return []
  return value.slice(from ?? 0, to ?? value.length).filter((_, place) => place % step === 0)
}

function childrenOf(value: Json): Found {
  if (isJsonList(value)) return value
  return isJsonObject(value) ? Object.values(value) : []
}

const withDescendants = (value: Json): Found => [value, ...childrenOf(value).flatMap(withDescendants)]

const average = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length

const numberFunctions: Readonly<
  Record<Exclude<PathFunction, 'length'>, (numbers: readonly number[]) => number>
> = {
  min: (numbers) => Math.min(...numbers),
  max: (numbers) => Math.max(...numbers),
  avg: average,
  sum: (numbers) => average(numbers) * numbers.length,
}

function applyFunction(name: PathFunction, value: Json): Found {
  if (name === 'length') {
    if (typeof value === 'string') return [value.length]
    return typeof value === 'object' && value !== null ? [childrenOf(value).length] : []
  }
  const numbers = isJsonList(value) ? value.filter((member) => typeof member === 'number') : []
  return numbers.length === 0 ? [] : [numberFunctions[name](numbers)]
}

/** What one step finds from one value. */
function follow(step: Exclude<Step, { kind: 'function' }>, value: Json, root: Json): Found {
  switch (step.kind) {
    case 'names':
      return step.names.flatMap((name) => memberOf(value, name))
    case 'indices':
      return step.indices.flatMap((index) => elementOf(value, index))
    case 'slice':
      return sliceOf(value, step)
    case 'all':
      return childrenOf(value)
    case 'filter':
      return childrenOf(value).filter((element) => step.holds(element, root))
    case 'descend':
      return withDescendants(value)
  }
}

const findsOne = (step: Step): boolean =>
  (step.kind === 'names' && step.names.length === 1) || (step.kind === 'indices' && step.indices.length === 1)

/**
 * Follows the steps of a path from a value. Steps that name one place give what stands there; any other step makes the answer
 * a list of everything found.
 *
 * @returns the value, or undefined when a path to one place leads nowhere
 * @see Amazon States Language, Paths
 * @example evaluateSteps([{ kind: 'names', names: ['a'] }], { a: 1 }) // 1
 */
export function evaluateSteps(steps: readonly Step[], value: Json): Json | undefined {
  let found: Found = [value]
  let many = false
  for (const step of steps) {
    if (step.kind === 'function') {
      found = applyFunction(step.name, many ? found : (found[0] ?? null))
      many = false
    } else {
      found = found.flatMap((one) => follow(step, one, value))
      many ||= !findsOne(step)
    }
  }
  return many ? found : found[0]
}
