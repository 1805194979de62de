import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../cloud/json.ts'
import { runCase } from '../../cloud/states/run-case.ts'
import type { Execution, HistoryEvent } from '../../cloud/states/types.ts'
import { invalid, type Probe } from '../grade.ts'

/** Names of Task states by the function that each of them runs, at any depth. */
function tasksIn(value: Json | undefined): readonly (readonly [string, string])[] {
  if (isJsonList(value)) return value.flatMap(tasksIn)
  if (!isJsonObject(value)) return []
  const states = isJsonObject(value.States) ? Object.entries(value.States) : []
  return states.flatMap(([name, state]) => {
    if (!isJsonObject(state)) return []
    const inside = [state.Branches, state.ItemProcessor, state.Iterator].flatMap(tasksIn)
    return state.Type === 'Task' ? [[name, functionOf(state)] as const, ...inside] : inside
  })
}

/** The function of a Task: the last part of its Resource, or of the name that it passes to `lambda:invoke`. */
function functionOf(state: JsonObject): string {
  const given = [state.Parameters, state.Arguments].find(isJsonObject)?.FunctionName
  const named = typeof given === 'string' ? given : String(state.Resource ?? '')
  return named.split(':').at(-1) ?? ''
}

/** The functions that were called, in order; retries of one call count once. */
function callsOf(history: readonly HistoryEvent[], tasks: ReadonlyMap<string, string>): readonly string[] {
  return history
    .filter(({ type }) => type === 'TaskStateEntered')
    .map(({ state }) => tasks.get(state ?? '') ?? String(state))
}

/** How often a function was called, retries among them. */
const triesOf = (
  history: readonly HistoryEvent[],
  tasks: ReadonlyMap<string, string>,
  name: string,
): number =>
  history.filter(
    ({ type, state }) => /^(LambdaFunction|Task)Scheduled$/.test(type) && tasks.get(state ?? '') === name,
  ).length

function storyOf({ status, error, cause, history }: Execution): string {
  const visited = history.filter(({ type }) => type.endsWith('StateEntered')).map(({ state }) => state)
  const failure = error === undefined ? '' : ` with ${error}${cause ? ` (${cause})` : ''}`
  return `It went through ${visited.join(', ')} and ended ${status}${failure}.`
}

function answerOf(ran: Execution, tasks: ReadonlyMap<string, string>, asked: Asked): Json {
  const { status, output, error, history } = ran
  const member = typeof asked.member === 'string' && isJsonObject(output) ? output[asked.member] : output
  const answers: Readonly<Record<string, Json>> = {
    status,
    output: member ?? null,
    error: error ?? 'none',
    calls: callsOf(history, tasks),
    tries: triesOf(history, tasks, String(asked.of)),
  }
  return answers[String(asked.tell)] ?? null
}

type Asked = Readonly<Record<string, Json>>

/**
 * Runs a state machine: `functions` tells how each function responds, wherever a Task calls it. `tell` chooses what is
 * answered: the `status`, the `output` (or its `member`), the `error`, the `calls` in order, or the `tries` of one function.
 */
export const statesProbe: Probe = async (asked) => {
  const { definition, input, functions } = asked
  const tasks = new Map(tasksIn(definition))
  const responses = Object.fromEntries(
    [...tasks].flatMap(([state, name]) => {
      const outcome = isJsonObject(functions) ? functions[name] : undefined
      return outcome === undefined ? [] : [[state, outcome]]
    }),
  )
  const ran = await runCase({ definition, input, responses })
  if (!ran.ok) return invalid(ran.error.text)
  return { answer: answerOf(ran.value, tasks, asked), because: storyOf(ran.value) }
}
