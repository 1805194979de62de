import { replay } from '../domain/attempt/replay.ts'
import { scoreAgain } from '../domain/attempt/score-again.ts'
import type { Ports, StoredAttempt } from './ports.ts'

/** What was found wrong with one attempt, in plain words. */
export type StoreFinding = { readonly attemptId: string; readonly finding: string }

export type StoreCheck = { readonly attempts: number; readonly findings: readonly StoreFinding[] }

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** A report of a form that was drawn before forms were measured stays what it was; nothing here can make it again. */
const isOlder = ({ attempt, report }: StoredAttempt): boolean =>
  report !== null && attempt.form.measurement === undefined

function check(stored: StoredAttempt): StoreFinding[] {
  const { attempt, events, responses, report } = stored
  const found = (finding: string): StoreFinding => ({ attemptId: attempt.attemptId, finding })
  const replayed = replay(events)
  const again = scoreAgain(attempt, replayed, { report, changes: replayed.changes })
  const gap = events.findIndex((event, index) => event.number !== index + 1)
  return [
    ...(gap >= 0 ? [found(`its events have a gap at number ${gap + 1}`)] : []),
    ...(same(replayed.responses, responses) ? [] : [found('its responses differ from what its events give')]),
    ...(isOlder(stored) || same(again, report)
      ? []
      : [found('its report differs from what its events give')]),
  ]
}

/** Replays every attempt from its events and compares what is stored; changes nothing. */
export async function checkStore(ports: Pick<Ports, 'attempts'>): Promise<StoreCheck> {
  const findings: StoreFinding[] = []
  let attempts = 0
  for await (const stored of ports.attempts.all()) {
    attempts += 1
    findings.push(...check(stored))
  }
  return { attempts, findings }
}
