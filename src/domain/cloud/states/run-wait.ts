import { statesFacts } from './facts.ts'
import { queryFailure } from './jsonata-template.ts'
import { type Process, sleep } from './process.ts'
import { numberOf, textOf, wholeNumber } from './settings.ts'
import { runtimeError } from './state-error.ts'
import { readTimestamp } from './timestamp.ts'
import type { Visit } from './types.ts'

function* secondsOf(visit: Visit): Process<number> {
  const seconds = yield* numberOf(visit, 'Seconds', wholeNumber)
  if (seconds !== undefined) return seconds
  const timestamp = (yield* textOf(visit, 'Timestamp')) ?? ''
  const moment = readTimestamp(timestamp)
  if (moment !== null) return Math.max(0, (moment - visit.world.clock.now) / 1000)
  const cause = `The Timestamp must have the form 2026-11-24T09:00:00Z, but was ${JSON.stringify(timestamp)}.`
  throw visit.language === 'JSONata' ? queryFailure(cause) : runtimeError(cause)
}

/**
 * Lets the time of a Wait pass: its seconds, or what is left until its timestamp.
 * @throws StateError when neither can be read, or the time is longer than the service waits
 */
export function* runWait(visit: Visit): Process<void> {
  const seconds = yield* secondsOf(visit)
  const most = statesFacts.stateSeconds.value
  if (seconds > most)
    throw runtimeError(`A Wait takes at most ${most} seconds, but was asked for ${seconds}.`)
  yield* sleep(seconds)
}
