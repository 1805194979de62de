import type { Json, JsonObject } from '../../cloud/json.ts'
import { departWithResult, effectiveInput } from '../../cloud/states/json-path-flow.ts'
import { EvaluationError, StateError } from '../../cloud/states/state-error.ts'
import type { Visit } from '../../cloud/states/types.ts'
import type { Answers, Misconception } from '../types.ts'
import type { OutputScenario } from './sample.ts'

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

/** The output as a belief sees it; none where its reading of the paths leads nowhere. */
const handingOn =
  (view: (seen: Seen, scenario: OutputScenario) => Json) =>
  (scenario: OutputScenario): Answers => {
    try {
      return [JSON.stringify(view(scenario, scenario))]
    } catch (failure) {
      if (failure instanceof StateError || failure instanceof EvaluationError) return []
      throw failure
    }
  }

const without = (state: JsonObject, ...names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(state).filter(([name]) => !names.includes(name)))

/** The output of the state, as JSON. */
export const solveOutput = handingOn(({ state, input, result }) => outputOf(state, input, result))

/** Beliefs about the fields that shape input and output. */
export const outputMisconceptions: readonly Misconception<OutputScenario>[] = [
  {
    id: 'result-replaces-input',
    statement: 'The result of a task replaces the input, whatever ResultPath says.',
    solve: handingOn(({ state, input, result }) =>
      outputOf(without(state, 'ResultPath', 'OutputPath'), input, result),
    ),
  },
  {
    id: 'output-path-ignored',
    statement: 'A state hands on input and result together; OutputPath concerns the end of the workflow.',
    solve: handingOn(({ state, input, result }) => outputOf(without(state, 'OutputPath'), input, result)),
  },
  {
    id: 'selector-ignored',
    statement: 'ResultSelector names members to check, and the whole result is kept.',
    solve: handingOn(({ state, input, result }) => outputOf(without(state, 'ResultSelector'), input, result)),
  },
  {
    id: 'filtered-input-kept',
    statement: 'What InputPath leaves out is lost to the states that follow.',
    solve: handingOn(({ state, input, result }) => {
      const seen = effectiveInput(visitOf(state, input))
      return outputOf(without(state, 'InputPath', 'OutputPath'), seen, result)
    }),
  },
  {
    id: 'null-discards-input',
    statement: 'A ResultPath of null discards the input, and the result is handed on.',
    solve: handingOn(({ state, input, result }) =>
      state.ResultPath === null
        ? outputOf(without(state, 'ResultPath', 'OutputPath'), input, result)
        : outputOf(state, input, result),
    ),
  },
  {
    id: 'result-always-added',
    statement: 'The members of a result are added to those of the input.',
    solve: handingOn(({ state, input, result }) => {
      const selected = outputOf(without(state, 'ResultPath', 'OutputPath'), input, result)
      return { ...(input as JsonObject), ...(selected as JsonObject) }
    }),
  },
  {
    id: 'result-path-selects',
    statement: 'ResultPath selects the part of the input that is handed on, beside the result.',
    solve: handingOn(({ state, input, result }, { matter }) => {
      const selected = outputOf(without(state, 'ResultPath', 'OutputPath'), input, result)
      return { [matter.subject]: (input as JsonObject)[matter.subject] ?? null, [matter.place]: selected }
    }),
  },
]
