import { isJsonObject, type Json, type JsonObject } from '../json.ts'
import {
  assignments,
  departWithInput,
  departWithResult,
  effectiveInput,
  workInput as pathWorkInput,
  placeResult,
} from './json-path-flow.ts'
import { bindingsOf, type Extra, fillExpressionObject, fillExpressions } from './jsonata-template.ts'
import type { Process } from './process.ts'
import type { Visit } from './types.ts'

/** What a state hands on, whatever follows it. */
export type HandedOn = { readonly output: Json; readonly assigned: JsonObject }

const usesPaths = ({ language }: Visit): boolean => language === 'JSONPath'

/** What the work of a Task, a Parallel or a Pass starts from: Parameters, or Arguments. */
export function* workInput(visit: Visit): Process<Json> {
  if (usesPaths(visit)) return pathWorkInput(visit)
  const { Arguments } = visit.state
  if (Arguments === undefined) return visit.input
  return yield* fillExpressions(Arguments, { field: 'Arguments', bindings: bindingsOf(visit) })
}

/** Output and Assign see the variables as they were when the state was entered. */
function* departWithExpressions(
  visit: Visit,
  fields: JsonObject,
  extra: Extra,
  otherwise: Json,
): Process<HandedOn> {
  const bindings = bindingsOf(visit, extra)
  const output =
    fields.Output === undefined
      ? otherwise
      : yield* fillExpressions(fields.Output, { field: 'Output', bindings })
  const assigned = isJsonObject(fields.Assign)
    ? yield* fillExpressionObject(fields.Assign, { field: 'Assign', bindings })
    : {}
  return { output, assigned }
}

/** Hands on the result of a Task, a Parallel, a Map or a Pass. */
export function* departWith(visit: Visit, result: Json): Process<HandedOn> {
  if (usesPaths(visit)) return departWithResult(visit, result)
  return yield* departWithExpressions(visit, visit.state, { result }, result)
}

/** Hands on the input of a state that has no result; `fields` is the state, or the rule of a Choice that holds. */
export function* departFrom(visit: Visit, fields: JsonObject): Process<HandedOn> {
  if (usesPaths(visit)) return departWithInput(visit, fields)
  return yield* departWithExpressions(visit, fields, {}, visit.input)
}

/** Hands on an error that a catcher takes. */
export function* departCaught(visit: Visit, catcher: JsonObject, errorOutput: JsonObject): Process<HandedOn> {
  if (!usesPaths(visit)) return yield* departWithExpressions(visit, catcher, { errorOutput }, errorOutput)
  return {
    output: placeResult(catcher.ResultPath, errorOutput, visit),
    assigned: assignments(catcher.Assign, errorOutput, visit),
  }
}

/** The data that conditions, times and paths of a state look at: the input after InputPath. */
export const dataOf = (visit: Visit): Json => (usesPaths(visit) ? effectiveInput(visit) : visit.input)
