import type { Json, JsonObject } from '../json.ts'
import { isJsonObject } from '../json.ts'
import { placeValue } from './path/place-value.ts'
import { readPath } from './path/read-path.ts'
import { fillObject, fillTemplate, type TemplatePlace } from './payload-template.ts'
import { valueAt } from './resolve-path.ts'
import { EvaluationError, runtimeError } from './state-error.ts'
import type { Visit } from './types.ts'

/** A path applied to data; an absent one keeps everything, and null keeps nothing. */
function applyPath(path: Json | undefined, data: Json, visit: Visit): Json {
  if (path === undefined) return data
  return path === null ? {} : valueAt(String(path), data, visit)
}

/** Errors of templates can be caught where a state has Catch; elsewhere they end the execution. */
const missingIn = ({ state }: Visit): string =>
  state.Type === 'Pass' ? 'States.Runtime' : 'States.ParameterPathFailure'

const placeOf = (data: Json, visit: Visit): TemplatePlace => ({ data, visit, missing: missingIn(visit) })

/** The input after InputPath. */
export const effectiveInput = (visit: Visit): Json => applyPath(visit.state.InputPath, visit.input, visit)

/** The input after InputPath and Parameters: what a task, the branches or the result of a Pass start from. */
export function workInput(visit: Visit): Json {
  const data = effectiveInput(visit)
  return visit.state.Parameters === undefined
    ? data
    : fillTemplate(visit.state.Parameters, placeOf(data, visit))
}

/** The template of each item of a Map, filled with the data that the Map sees. */
export const fillItem = (template: Json, data: Json, visit: Visit): Json =>
  fillTemplate(template, placeOf(data, visit))

/** The variables that an Assign field sets; `$` in it means the data. */
export const assignments = (assign: Json | undefined, data: Json, visit: Visit): JsonObject =>
  isJsonObject(assign) ? fillObject(assign, placeOf(data, visit)) : {}

/** A result put into the input of the state, as ResultPath says. */
export function placeResult(resultPath: Json | undefined, result: Json, visit: Visit): Json {
  if (resultPath === undefined) return result
  if (resultPath === null) return visit.input
  const path = readPath(String(resultPath))
  if (!path.ok) throw runtimeError(path.error.text)
  const placed = placeValue(visit.input, path.value.steps, result)
  if (placed !== undefined) return placed
  throw new EvaluationError(
    'States.ResultPathMatchFailure',
    `ResultPath '${String(resultPath)}' does not fit the input ${JSON.stringify(visit.input)}.`,
  )
}

/** What a state with a result hands on: ResultSelector, Assign, ResultPath and OutputPath in this order. */
export function departWithResult(visit: Visit, result: Json): { output: Json; assigned: JsonObject } {
  const { ResultSelector, ResultPath, OutputPath, Assign } = visit.state
  const selected =
    ResultSelector === undefined ? result : fillTemplate(ResultSelector, placeOf(result, visit))
  const assigned = assignments(Assign, selected, visit)
  return { output: applyPath(OutputPath, placeResult(ResultPath, selected, visit), visit), assigned }
}

/** What a state without a result hands on: its effective input through OutputPath. `fields` has the Assign that counts. */
export function departWithInput(visit: Visit, fields: JsonObject): { output: Json; assigned: JsonObject } {
  const data = effectiveInput(visit)
  return {
    output: applyPath(visit.state.OutputPath, data, visit),
    assigned: assignments(fields.Assign, data, visit),
  }
}
