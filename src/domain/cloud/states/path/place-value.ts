import { isJsonList, isJsonObject, type Json } from '../../json.ts'
import type { Step } from './types.ts'

/**
 * Puts a value at the place that a reference path names, in a copy. Missing objects are made on the way; a list must already
 * have the element.
 *
 * @returns the copy, or undefined when the path does not fit the data
 * @see Amazon States Language, Input and Output Processing (ResultPath)
 * @example placeValue({ a: 1 }, [{ kind: 'names', names: ['b'] }], 2) // { a: 1, b: 2 }
 */
export function placeValue(data: Json, steps: readonly Step[], value: Json): Json | undefined {
  const [step, ...rest] = steps
  if (step === undefined) return value
  if (step.kind === 'names') {
    const [name = ''] = step.names
    if (!isJsonObject(data)) return undefined
    const inner = placeValue(Object.hasOwn(data, name) ? (data[name] as Json) : {}, rest, value)
    return inner === undefined ? undefined : { ...data, [name]: inner }
  }
  const index = step.kind === 'indices' ? (step.indices[0] ?? -1) : -1
  if (!isJsonList(data) || index < 0 || index >= data.length) return undefined
  const inner = placeValue(data[index] as Json, rest, value)
  return inner === undefined ? undefined : data.with(index, inner)
}
