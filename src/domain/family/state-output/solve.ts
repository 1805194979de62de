import { isJsonObject, type Json, type JsonObject } from '../../cloud/json.ts'
import { departWithResult, effectiveInput } from '../../cloud/states/json-path-flow.ts'
import { EvaluationError, StateError } from '../../cloud/states/state-error.ts'
import type { Visit } from '../../cloud/states/types.ts'
import type { Answers, Misconception } from '../types.ts'
import type { FlowEdit, OutputScenario } from './scenario.ts'

/** What a state that only shapes data sees of an execution: nothing moves and nothing is recorded. */
const still: Visit['world'] = {
  clock: { now: 0 },
  random: () => 0,
  responses: {},
  calls: new Map(),
  defaultLanguage: 'JSONPath',
  context: {},
  record: () => 0,
  runGraph: () => {
    throw new RangeError('A single state runs no graph.')
  },
}

const visitOf = (state: JsonObject, input: Json): Visit => ({
  world: still,
  scope: { variables: new Map(), outer: null },
  mapItem: null,
  name: 'Task',
  state,
  language: 'JSONPath',
  input,
  context: {},
})

/** What a state hands on for an input and a result, by the model of Step Functions. */
const outputOf = (state: JsonObject, input: Json, result: Json): Json =>
  departWithResult(visitOf(state, input), result).output

type Seen = { readonly state: JsonObject; readonly input: Json; readonly result: Json }
type View = (seen: Seen, scenario: OutputScenario) => Json

const without = (state: JsonObject, ...names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(state).filter(([name]) => !names.includes(name)))

/** The fields of the state after an edit. */
const stateAfter = ({ sets, removes = [] }: FlowEdit, { fields }: OutputScenario): JsonObject => ({
  Type: 'Task',
  ...without(fields, ...removes),
  ...sets,
})

/** The output after an edit as somebody sees it; undefined where a path leads nowhere. */
function outputBy(view: View, edit: FlowEdit, scenario: OutputScenario): Json | undefined {
  const { input, result } = scenario
  try {
    return view({ state: stateAfter(edit, scenario), input, result }, scenario)
  } catch (failure) {
    if (failure instanceof StateError || failure instanceof EvaluationError) return undefined
    throw failure
  }
}

const byService: View = ({ state, input, result }) => outputOf(state, input, result)

/** The output of the state after an edit; undefined where it fails. */
export const outputAfter = (edit: FlowEdit, scenario: OutputScenario): Json | undefined =>
  outputBy(byService, edit, scenario)

/** Whether there is a plain value at a path. */
const hasPath = (value: Json | undefined, path: readonly string[]): boolean => {
  const [first, ...rest] = path
  if (first === undefined) return value !== undefined && !isJsonObject(value)
  return isJsonObject(value) && hasPath(value[first], rest)
}

const hasName = (value: Json, name: string): boolean =>
  isJsonObject(value) && Object.entries(value).some(([each, inner]) => each === name || hasName(inner, name))

/** What an output lacks or has too much for the next state, as a path or name; undefined where it suits. */
export function complaintAbout(
  output: Json | undefined,
  { need }: OutputScenario,
): { readonly lacks: string } | { readonly has: string } | undefined {
  const lacking = need.paths.find((path) => !hasPath(output, path))
  if (lacking !== undefined) return { lacks: ['$', ...lacking].join('.') }
  const tooMuch = need.forbidden.find((name) => hasName(output ?? {}, name))
  return tooMuch === undefined ? undefined : { has: tooMuch }
}

const metBy =
  (view: View) =>
  (scenario: OutputScenario): Answers =>
    scenario.edits
      .filter((edit) => complaintAbout(outputBy(view, edit, scenario), scenario) === undefined)
      .map(({ id }) => id)

/** Whether the next state has what it needs after an edit. */
export const isMet = (edit: FlowEdit, scenario: OutputScenario): boolean =>
  complaintAbout(outputAfter(edit, scenario), scenario) === undefined

/** The edits after which the next state has what it needs. */
export const solveOutput = metBy(byService)

/** What becomes of the result when no path concerns it. */
const selectedOf = ({ state, input, result }: Seen): JsonObject =>
  outputOf(without(state, 'ResultPath', 'OutputPath'), input, result) as JsonObject

/** Beliefs about the fields that shape input and output. */
export const outputMisconceptions: readonly Misconception<OutputScenario>[] = [
  {
    id: 'result-always-added',
    statement: 'The members of a result are added to the data that the task received.',
    solve: metBy((seen) => ({
      ...(effectiveInput(visitOf(seen.state, seen.input)) as JsonObject),
      ...selectedOf(seen),
    })),
  },
  {
    id: 'output-path-ignored',
    statement: 'A state hands on input and result together; OutputPath concerns the end of the workflow.',
    solve: metBy(({ state, input, result }) => outputOf(without(state, 'OutputPath'), input, result)),
  },
  {
    id: 'filtered-input-kept',
    statement: 'What InputPath leaves out is lost to the states that follow.',
    solve: metBy(({ state, input, result }) => {
      const seen = effectiveInput(visitOf(state, input))
      return outputOf(without(state, 'InputPath', 'OutputPath'), seen, result)
    }),
  },
  {
    id: 'dollar-keeps-both',
    statement: 'A path of $ hands on the input and the result together.',
    solve: metBy((seen, { matter }) => {
      const { state, input, result } = seen
      const hasDollar = state.ResultPath === '$' || state.OutputPath === '$'
      const selected = selectedOf(seen)
      return hasDollar
        ? { ...(input as JsonObject), [matter.place]: selected, ...selected }
        : outputOf(state, input, result)
    }),
  },
  {
    id: 'dollar-is-input',
    statement: 'A path of $ hands on the input of the state in place of the result.',
    solve: metBy(({ state, input, result }) =>
      state.ResultPath === '$' || state.OutputPath === '$' ? input : outputOf(state, input, result),
    ),
  },
  {
    id: 'absent-path-drops',
    statement: 'A result that has no ResultPath is dropped, and the input is handed on.',
    solve: metBy(({ state, input, result }) => outputOf({ ResultPath: null, ...state }, input, result)),
  },
  {
    id: 'nothing-drops-result',
    statement:
      'A null or an empty object in any field that shapes output drops the result and keeps the input.',
    solve: metBy(({ state, input, result }) => {
      const isEmpty = state.OutputPath === null || JSON.stringify(state.ResultSelector) === '{}'
      return isEmpty ? input : outputOf(state, input, result)
    }),
  },
  {
    id: 'result-path-picks',
    statement: 'The last name in ResultPath picks a member of the result.',
    solve: metBy(({ state, input, result }) => {
      const picked = String(state.ResultPath).split('.').at(-1) ?? ''
      const member = isJsonObject(result) ? result[picked] : undefined
      return outputOf(state, input, member ?? result)
    }),
  },
  {
    id: 'output-path-first',
    statement: 'OutputPath narrows the input, and the result is added to what remains.',
    solve: metBy(({ state, input, result }) => {
      const narrowed = outputOf({ ...without(state, 'ResultSelector'), ResultPath: null }, input, result)
      return outputOf(without(state, 'OutputPath'), narrowed, result)
    }),
  },
]
