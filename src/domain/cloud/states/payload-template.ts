import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json.ts'
import { evaluateIntrinsic } from './intrinsic/evaluate-intrinsic.ts'
import { readIntrinsic } from './intrinsic/read-intrinsic.ts'
import { readPath } from './path/read-path.ts'
import type { JsonPath } from './path/types.ts'
import { resolvePath } from './resolve-path.ts'
import { EvaluationError, runtimeError } from './state-error.ts'
import type { Visit } from './types.ts'

/** Where a template stands: the data that `$` means, the visit, and the error name of a path that leads nowhere. */
export type TemplatePlace = { readonly data: Json; readonly visit: Visit; readonly missing: string }

function resolve(path: JsonPath, field: string, { data, visit, missing }: TemplatePlace): Json {
  const value = resolvePath(path, data, visit)
  if (value !== undefined) return value
  const where = `'${field}' could not be found in the input '${JSON.stringify(data)}'`
  throw new EvaluationError(missing, `The JSONPath '${path.text}' specified for the field ${where}`)
}

/**
 * The value of a path or of a call of an intrinsic function, given as text.
 *
 * @param field the name of the field, for the error
 * @throws StateError when the text is neither, leads nowhere, or its function fails
 * @see Amazon States Language, Payload Template
 */
export function evaluateText(text: string, field: string, place: TemplatePlace): Json {
  if (text.startsWith('$')) {
    const path = readPath(text)
    if (!path.ok) throw runtimeError(path.error.text)
    return resolve(path.value, field, place)
  }
  const call = readIntrinsic(text)
  if (!call.ok) throw runtimeError(call.error.text)
  return evaluateIntrinsic(call.value, {
    resolve: (path) => resolve(path, field, place),
    random: place.visit.world.random,
  })
}

function fillMember(name: string, value: Json, place: TemplatePlace): readonly [string, Json] {
  if (!name.endsWith('.$')) return [name, fillTemplate(value, place)]
  if (typeof value !== 'string')
    throw runtimeError(`The value of "${name}" must be a path or an intrinsic function.`)
  return [name.slice(0, -2), evaluateText(value, name, place)]
}

/**
 * Fills a payload template: members whose names end in `.$` take what their path or intrinsic function gives.
 *
 * @throws StateError when one of them gives nothing
 * @see Amazon States Language, Payload Template
 */
export function fillTemplate(template: Json, place: TemplatePlace): Json {
  if (isJsonList(template)) return template.map((member) => fillTemplate(member, place))
  return isJsonObject(template) ? fillObject(template, place) : template
}

/** The same for an object. */
export const fillObject = (template: JsonObject, place: TemplatePlace): JsonObject =>
  Object.fromEntries(Object.entries(template).map(([name, value]) => fillMember(name, value, place)))
