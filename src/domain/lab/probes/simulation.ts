import type { FactValues } from '../../cloud/cloud-facts.ts'
import { isJsonObject, type Json } from '../../cloud/json.ts'
import { describeFault, readShape, type Shape } from '../../cloud/shape.ts'
import { type AlarmHistory, type AlarmTrace, alarmTraceShape, simulateAlarm } from '../../cloud/time/alarm.ts'
import {
  type LifecycleOutcome,
  type LifecycleRun,
  lifecycleRunShape,
  type StoredVersion,
} from '../../cloud/time/lifecycle-types.ts'
import { simulateLifecycle } from '../../cloud/time/object-lifecycle.ts'
import { invalid, type Probe } from '../grade.ts'
import type { ProbeAnswer } from '../types.ts'

/** Runs a simulation of what the person wrote; settings that the service refuses are said in its words. */
function simulate<T>(shape: Shape<T>, given: unknown, run: (value: T) => ProbeAnswer): ProbeAnswer {
  const read = readShape(shape, given)
  if (!read.ok) return invalid(read.error.faults.map(describeFault).join('; '))
  try {
    return run(read.value)
  } catch (error) {
    if (error instanceof RangeError) return invalid(error.message)
    throw error
  }
}

const storyOf = (trail: readonly { readonly at: number; readonly text: string }[], unit: string): string =>
  trail.length === 0 ? 'Nothing happens.' : trail.map(({ at, text }) => `${unit} ${at}: ${text}`).join(' ')

function firstAlarm({ states }: AlarmHistory): number | string {
  const first = states.indexOf('ALARM')
  return first < 0 ? 'never' : first + 1
}

const pages = ({ states }: AlarmHistory): number =>
  states.filter((state, period) => state === 'ALARM' && states[period - 1] !== 'ALARM').length

/**
 * Runs an alarm over a trace of values. `tell` chooses what is answered: how often it pages (`pages`), the period in which
 * it first does (`first`, or `never`), or its state at the end (`state`).
 */
export const alarmProbe: Probe = ({ alarm, values, tell }) =>
  simulate<AlarmTrace>(alarmTraceShape, isJsonObject(alarm) ? { ...alarm, values } : alarm, (trace) => {
    const history = simulateAlarm(trace)
    const answers: Readonly<Record<string, Json>> = {
      pages: pages(history),
      first: firstAlarm(history),
      state: history.states.at(-1) ?? 'INSUFFICIENT_DATA',
    }
    return { answer: answers[String(tell)] ?? null, because: storyOf(history.trail, 'Period') }
  })

const bytesPerGb = 1024 ** 3

function findVersion(outcome: LifecycleOutcome, key: Json | undefined, version: Json | undefined) {
  const versions = outcome.days[0]?.versions ?? []
  return versions.find(
    (each) => each.key === key && (version === undefined ? each.current : each.version === version),
  )
}

const standingOf = (version: StoredVersion | undefined): string => {
  if (version === undefined) return 'gone'
  return version.kind === 'delete-marker' ? 'delete marker' : (version.class ?? 'STANDARD')
}

/** Cost of storage over the days asked for, each counted as one day of a month of 30. */
function costOf({ days }: LifecycleOutcome, prices: Json | undefined): number {
  const rates = isJsonObject(prices) ? prices : {}
  const daily = days.flatMap(({ versions }) =>
    versions.map(({ size, class: name }) => (size / bytesPerGb) * Number(rates[name ?? 'STANDARD'] ?? 0)),
  )
  return Math.round(daily.reduce((sum, cost) => sum + cost, 0) / 30)
}

const daysAsked = ({ day, through }: Readonly<Record<string, Json>>): readonly number[] =>
  typeof through === 'number' ? Array.from({ length: through + 1 }, (_, index) => index) : [Number(day)]

/**
 * Runs lifecycle rules over what happens in a bucket. With `day` and `key` (and `version`) the answer is the class of an
 * object then, `gone` or `delete marker`; with `through` and `prices` (USD for a GB and month, by class) the cost of all
 * days to that one, in whole USD.
 */
export const lifecycleProbe =
  (facts: FactValues): Probe =>
  (ask) => {
    const { rules, versioning, operations, key, version, prices, through } = ask
    const run = { rules, versioning, operations, days: daysAsked(ask) }
    return simulate<LifecycleRun>(lifecycleRunShape, run, (given) => {
      const outcome = simulateLifecycle(given, facts)
      const about = outcome.trail.filter(({ text }) => key === undefined || text.includes(String(key)))
      const because = storyOf(about.slice(0, 6), 'Day')
      return through === undefined
        ? { answer: standingOf(findVersion(outcome, key, version)), because }
        : { answer: costOf(outcome, prices), because }
    })
  }
