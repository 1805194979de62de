import type { Json } from '../json.ts'
import { workInput } from './flow.ts'
import { type Process, sleep } from './process.ts'
import { numberOf, positiveNumber } from './settings.ts'
import { StateError } from './state-error.ts'
import type { TaskOutcome, Visit, World } from './types.ts'

/** The outcome of the next call of a Task; one without responses returns what it is given. */
function takeOutcome(world: World, name: string, input: Json): TaskOutcome {
  const outcomes = world.responses[name] ?? []
  const call = world.calls.get(name) ?? 0
  world.calls.set(name, call + 1)
  return outcomes[Math.min(call, outcomes.length - 1)] ?? { output: input }
}

/** How the events of a Task are called, by what it runs. */
function eventFamily(resource: string): 'LambdaFunction' | 'Activity' | 'Task' {
  if (/:function:/.test(resource)) return 'LambdaFunction'
  return /:activity:/.test(resource) ? 'Activity' : 'Task'
}

const awaitsHeartbeats = (resource: string): boolean =>
  resource.endsWith('.waitForTaskToken') || eventFamily(resource) === 'Activity'

type Limit = { readonly seconds: number; readonly alias?: string }

/** The limit that a call runs into first, if it does. */
function brokenLimit(
  outcome: TaskOutcome,
  timeout: number | undefined,
  heartbeat: number | undefined,
): Limit | null {
  const { seconds = 0, heartbeatSeconds = Number.POSITIVE_INFINITY } = outcome
  const limits: Limit[] = []
  if (timeout !== undefined && seconds > timeout) limits.push({ seconds: timeout })
  if (heartbeat !== undefined && heartbeatSeconds > heartbeat && seconds > heartbeat)
    limits.push({ seconds: heartbeat, alias: 'States.HeartbeatTimeout' })
  return limits.sort((left, right) => left.seconds - right.seconds)[0] ?? null
}

/**
 * Calls what a Task runs, once: takes the next outcome, lets its time pass, and returns its output.
 * @throws StateError the outcome's error, or States.Timeout when it takes longer than the state allows
 */
export function* runTask(visit: Visit): Process<Json> {
  const { world, name, state } = visit
  const resource = String(state.Resource)
  const family = eventFamily(resource)
  const input = yield* workInput(visit)
  const timeout = yield* numberOf(visit, 'TimeoutSeconds', positiveNumber)
  const heartbeat = awaitsHeartbeats(resource)
    ? yield* numberOf(visit, 'HeartbeatSeconds', positiveNumber)
    : undefined
  world.record(`${family}Scheduled`, { state: name, resource, input })
  world.record(`${family}Started`, { state: name })
  if (/\.(sync|waitForTaskToken)(:\d+)?$/.test(resource)) world.record('TaskSubmitted', { state: name })
  const outcome = takeOutcome(world, name, input)
  const limit = brokenLimit(outcome, timeout, heartbeat)
  yield* sleep(limit?.seconds ?? outcome.seconds ?? 0)
  if (limit !== null) {
    world.record(`${family}TimedOut`, { state: name, error: 'States.Timeout' })
    throw new StateError('States.Timeout', undefined, limit.alias)
  }
  if ('error' in outcome) {
    world.record(`${family}Failed`, { state: name, error: outcome.error, cause: outcome.cause })
    throw new StateError(outcome.error, outcome.cause)
  }
  world.record(`${family}Succeeded`, { state: name, output: outcome.output })
  return outcome.output
}
