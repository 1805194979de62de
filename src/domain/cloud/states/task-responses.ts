import { isJsonList, isJsonObject, type Json, type JsonObject } from '../json.ts'
import type { TaskOutcome, TaskResponses } from './types.ts'

type Faults = readonly string[]

const known = ['output', 'error', 'cause', 'seconds', 'heartbeatSeconds']

const isDuration = (value: Json | undefined): boolean =>
  value === undefined || (typeof value === 'number' && Number.isFinite(value) && value >= 0)

const isText = (value: Json | undefined): boolean => value === undefined || typeof value === 'string'

function faultsOfOutcome(outcome: Json, at: string): Faults {
  if (!isJsonObject(outcome)) return [`${at}: must be an object with "output" or "error"`]
  const strange = Object.keys(outcome).find((name) => !known.includes(name))
  return [
    ...(strange === undefined ? [] : [`${at}: "${strange}" is no member of an outcome`]),
    ...('output' in outcome === 'error' in outcome ? [`${at}: needs either "output" or "error"`] : []),
    ...(isText(outcome.error) && isText(outcome.cause) ? [] : [`${at}: "error" and "cause" must be texts`]),
    ...(isDuration(outcome.seconds) && isDuration(outcome.heartbeatSeconds)
      ? []
      : [`${at}: "seconds" and "heartbeatSeconds" must be numbers, at least 0`]),
  ]
}

/** The names of all Tasks of a graph, those of graphs inside it among them. */
function taskNames(value: Json | undefined): readonly string[] {
  if (isJsonList(value)) return value.flatMap(taskNames)
  if (!isJsonObject(value)) return []
  const states = isJsonObject(value.States) ? Object.entries(value.States) : []
  return states.flatMap(([name, state]) => {
    if (!isJsonObject(state)) return []
    const inside = [state.Branches, state.ItemProcessor, state.Iterator].flatMap(taskNames)
    return state.Type === 'Task' ? [name, ...inside] : inside
  })
}

const asList = (outcomes: Json): readonly Json[] => (isJsonList(outcomes) ? outcomes : [outcomes])

/**
 * Reads how Tasks respond: by the name of the state, an outcome or a list of outcomes call by call.
 *
 * @param responses what a case says, if anything
 * @param definition the definition whose Tasks respond
 * @returns the responses, or every fault in words
 * @example readResponses({ A: { output: 1 } }, { States: { A: { Type: 'Task' } } }).responses.A[0].output // 1
 */
export function readResponses(
  responses: Json | undefined,
  definition: JsonObject,
): { readonly responses: TaskResponses; readonly faults: Faults } {
  if (responses === undefined) return { responses: {}, faults: [] }
  if (!isJsonObject(responses))
    return { responses: {}, faults: ['"responses" must be an object of outcomes by Task'] }
  const tasks = taskNames(definition)
  const entries = Object.entries(responses).map(([name, outcomes]) => [name, asList(outcomes)] as const)
  const faults = entries.flatMap(([name, outcomes]) => [
    ...(tasks.includes(name) ? [] : [`responses/${name}: the definition has no Task of this name`]),
    ...(outcomes.length === 0 ? [`responses/${name}: needs at least one outcome`] : []),
    ...outcomes.flatMap((outcome, index) => faultsOfOutcome(outcome, `responses/${name}[${index}]`)),
  ])
  return {
    responses: Object.fromEntries(entries) as Readonly<Record<string, readonly TaskOutcome[]>>,
    faults,
  }
}
