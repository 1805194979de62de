import { replay } from '../domain/attempt/replay.ts'
import { scoreReport } from '../domain/attempt/report.ts'
import type { ScoreReport } from '../domain/attempt/types.ts'
import type { Ports, StoredAttempt } from './ports.ts'

/** What was found wrong with one attempt, in plain words. */
export type StoreFinding = { readonly attemptId: string; readonly finding: string }

export type StoreCheck = { readonly attempts: number; readonly findings: readonly StoreFinding[] }

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** The report as its events give it again; what had been seen before is a fact of the report, not of the events. */
function rescore({ attempt, events, report }: StoredAttempt): ScoreReport | null {
  const { responses, closing } = replay(events)
  if (closing === null) return null
  const seenBefore = new Set(
    (report?.items ?? []).filter((item) => item.seenBefore).map((item) => item.itemId),
  )
  return scoreReport(attempt, responses, { ...closing, seenBefore })
}

function check(stored: StoredAttempt): StoreFinding[] {
  const { attempt, events, responses, report } = stored
  const found = (finding: string): StoreFinding => ({ attemptId: attempt.attemptId, finding })
  const gap = events.findIndex((event, index) => event.number !== index + 1)
  return [
    ...(gap >= 0 ? [found(`its events have a gap at number ${gap + 1}`)] : []),
    ...(same(replay(events).responses, responses)
      ? []
      : [found('its responses differ from what its events give')]),
    ...(same(rescore(stored), report) ? [] : [found('its report differs from what its events give')]),
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
