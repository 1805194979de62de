import type { Json, JsonObject } from '../json.ts'
import { statesFacts } from './facts.ts'
import { departCaught, departFrom, departWith, type HandedOn, workInput } from './flow.ts'
import { utf8 } from './hash/padding.ts'
import type { Process } from './process.ts'
import { catcherFor, withRetries } from './retry.ts'
import { runChoice } from './run-choice.ts'
import { runFail } from './run-fail.ts'
import { runMap } from './run-map.ts'
import { runParallel } from './run-parallel.ts'
import { runTask } from './run-task.ts'
import { runWait } from './run-wait.ts'
import { EvaluationError, StateError } from './state-error.ts'
import type { Departure, Visit } from './types.ts'

const nextOf = ({ Next }: JsonObject): string | null => (typeof Next === 'string' ? Next : null)

/** Says in which state an evaluation failed, once. */
function locate(failure: unknown, visit: Visit, enteredId: number): unknown {
  if (!(failure instanceof EvaluationError)) return failure
  const cause = `State '${visit.name}' (entered at event ${enteredId}): ${failure.cause}`
  if (failure.error === 'States.QueryEvaluationError')
    visit.world.record('EvaluationFailed', { state: visit.name, error: failure.error, cause })
  return new StateError(failure.error, cause)
}

function checkSize(visit: Visit, output: Json): void {
  const most = statesFacts.dataBytes.value
  const text = JSON.stringify(output)
  if (text.length <= most / 3 || utf8(text).length <= most) return
  throw new StateError(
    'States.DataLimitExceeded',
    `The output of state '${visit.name}' has more than ${most} bytes.`,
  )
}

type Work = (visit: Visit) => Process<Json>

const withRetryCount = (visit: Visit, retries: number): Visit => {
  const state = visit.context.State as JsonObject
  return retries === 0
    ? visit
    : { ...visit, context: { ...visit.context, State: { ...state, RetryCount: retries } } }
}

/** Work and handing on fail together, so that both are retried and caught. */
function* attempt(visit: Visit, work: Work, enteredId: number): Process<HandedOn> {
  try {
    const handedOn = yield* departWith(visit, yield* work(visit))
    checkSize(visit, handedOn.output)
    return handedOn
  } catch (failure) {
    throw locate(failure, visit, enteredId)
  }
}

function* runWork(visit: Visit, work: Work, enteredId: number): Process<Departure> {
  try {
    const handedOn = yield* withRetries(visit, (retries) =>
      attempt(withRetryCount(visit, retries), work, enteredId),
    )
    return { ...handedOn, next: nextOf(visit.state) }
  } catch (failure) {
    if (!(failure instanceof StateError)) throw failure
    if (visit.state.Type !== 'Task' && failure.error !== 'States.Runtime')
      visit.world.record(`${String(visit.state.Type)}StateFailed`, { state: visit.name })
    const catcher = catcherFor(visit, failure)
    if (catcher === undefined) throw failure
    const errorOutput = { Error: failure.error ?? '', Cause: failure.cause ?? '' }
    return { ...(yield* departCaught(visit, catcher, errorOutput)), next: String(catcher.Next) }
  }
}

function* runPass(visit: Visit): Process<Departure> {
  const { state, language } = visit
  if (language === 'JSONata') return { ...(yield* departFrom(visit, state)), next: nextOf(state) }
  const result = state.Result === undefined ? yield* workInput(visit) : state.Result
  return { ...(yield* departWith(visit, result)), next: nextOf(state) }
}

function* runWaiting(visit: Visit): Process<Departure> {
  yield* runWait(visit)
  return { ...(yield* departFrom(visit, visit.state)), next: nextOf(visit.state) }
}

function* runSucceed(visit: Visit): Process<Departure> {
  return { ...(yield* departFrom(visit, visit.state)), next: null }
}

type Run = (visit: Visit, enteredId: number) => Process<Departure>

const kinds: Readonly<Record<string, Run>> = {
  Pass: runPass,
  Wait: runWaiting,
  Choice: runChoice,
  Succeed: runSucceed,
  Fail: runFail,
  Task: (visit, enteredId) => runWork(visit, runTask, enteredId),
  Parallel: (visit, enteredId) => runWork(visit, runParallel, enteredId),
  Map: (visit, enteredId) => runWork(visit, runMap, enteredId),
}

/**
 * Visits one state: does what its type asks, and answers what it hands on.
 *
 * @param visit the state with its input, place and context object
 * @param enteredId the event with which it was entered
 * @throws StateError when it fails and catches nothing
 * @see Amazon States Language, State Types
 */
export function* runState(visit: Visit, enteredId: number): Process<Departure> {
  try {
    const run = kinds[String(visit.state.Type)]
    if (run === undefined)
      throw new EvaluationError('States.Runtime', `"${String(visit.state.Type)}" is no type of state.`)
    const departure = yield* run(visit, enteredId)
    checkSize(visit, departure.output)
    return departure
  } catch (failure) {
    throw locate(failure, visit, enteredId)
  }
}
