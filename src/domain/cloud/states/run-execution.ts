import { instant, toIso } from '../../kernel/instant.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import type { Json, JsonObject } from '../json.ts'
import { statesFacts } from './facts.ts'
import { evaluateJsonata } from './jsonata.ts'
import { type Process, runProcess } from './process.ts'
import { runGraph } from './run-graph.ts'
import { StateError } from './state-error.ts'
import type { Execution, Graph, HistoryEvent, TaskResponses, World } from './types.ts'

/** What an execution needs beside definition and input; everything may be left out. */
export type ExecutionOptions = {
  readonly responses?: TaskResponses
  /** When it starts, in milliseconds since 1970; 2026-01-01T00:00:00Z when left out. */
  readonly startTime?: number
  /** Fixes what random functions give. */
  readonly seed?: string
}

const defaultStart = Date.UTC(2026, 0, 1)
const account = 'arn:aws:states:eu-west-1:111122223333'

/** A history that is full ends the execution, whatever its states would catch. */
class HistoryFull extends Error {
  override readonly name = 'HistoryFull'
}

function contextFor(input: Json, startTime: number): JsonObject {
  return {
    Execution: {
      Id: `${account}:execution:machine:run`,
      Input: input,
      Name: 'run',
      RoleArn: 'arn:aws:iam::111122223333:role/machine',
      StartTime: toIso(instant(startTime)),
      RedriveCount: 0,
    },
    StateMachine: { Id: `${account}:stateMachine:machine`, Name: 'machine' },
  }
}

function makeWorld(
  definition: JsonObject,
  input: Json,
  options: ExecutionOptions,
): { world: World; history: HistoryEvent[] } {
  const history: HistoryEvent[] = []
  const startTime = options.startTime ?? defaultStart
  const clock = { now: startTime }
  const world: World = {
    clock,
    random: seededRandom(options.seed ?? 'states').next,
    responses: options.responses ?? {},
    calls: new Map(),
    defaultLanguage: definition.QueryLanguage === 'JSONata' ? 'JSONata' : 'JSONPath',
    context: contextFor(input, startTime),
    runGraph,
    record: (type, facts = {}) => {
      if (history.length >= statesFacts.historyEvents.value) throw new HistoryFull()
      history.push({ id: history.length + 1, at: (clock.now - startTime) / 1000, type, ...facts })
      return history.length
    },
  }
  return { world, history }
}

type Ending = Omit<Execution, 'history'>

function* runMain(definition: JsonObject, input: Json, world: World): Process<Ending> {
  world.record('ExecutionStarted', { input })
  try {
    const place = { world, scope: { variables: new Map(), outer: null }, mapItem: null }
    const output = yield* runGraph(definition as unknown as Graph, input, place)
    return { status: 'SUCCEEDED', output }
  } catch (failure) {
    if (!(failure instanceof StateError)) throw failure
    return { status: 'FAILED', output: null, ...reasonOf(failure.error, failure.cause) }
  }
}

const reasonOf = (
  error: string | undefined,
  cause: string | undefined,
): { error?: string; cause?: string } => ({
  ...(error === undefined ? {} : { error }),
  ...(cause === undefined ? {} : { cause }),
})

const timedOut: Ending = {
  status: 'TIMED_OUT',
  output: null,
  ...reasonOf('States.Timeout', 'The execution took longer than its TimeoutSeconds.'),
}

const historyFull: Ending = {
  status: 'FAILED',
  output: null,
  ...reasonOf('States.Runtime', `The execution has more than ${statesFacts.historyEvents.value} events.`),
}

const eventTypes = {
  SUCCEEDED: 'ExecutionSucceeded',
  FAILED: 'ExecutionFailed',
  TIMED_OUT: 'ExecutionTimedOut',
} as const

async function runToEnding(definition: JsonObject, input: Json, world: World): Promise<Ending> {
  const { TimeoutSeconds } = definition
  const limit = typeof TimeoutSeconds === 'number' ? TimeoutSeconds * 1000 : Number.POSITIVE_INFINITY
  try {
    const ended = await runProcess(runMain(definition, input, world), world.clock, {
      deadline: world.clock.now + limit,
      evaluate: (expression, bindings) =>
        evaluateJsonata(expression, bindings, { now: world.clock.now, random: world.random }),
    })
    return ended?.value ?? timedOut
  } catch (failure) {
    if (failure instanceof HistoryFull) return historyFull
    throw failure
  }
}

/**
 * Runs a state machine to its end in virtual time. The same arguments always give the same history.
 *
 * @param definition a definition without faults (see `checkDefinition`)
 * @param input the input of the execution
 * @returns how it ended, and every event on the way
 * @see Amazon States Language; AWS Step Functions developer guide
 */
export async function runExecution(
  definition: JsonObject,
  input: Json,
  options: ExecutionOptions = {},
): Promise<Execution> {
  const { world, history } = makeWorld(definition, input, options)
  const ending = await runToEnding(definition, input, world)
  const { status, output, error, cause } = ending
  const facts = status === 'SUCCEEDED' ? { output } : { error, cause }
  const last: HistoryEvent = {
    id: history.length + 1,
    at: (world.clock.now - Date.parse(String((world.context.Execution as JsonObject).StartTime))) / 1000,
    type: eventTypes[status],
    ...facts,
  }
  return { ...ending, history: [...history, last] }
}
