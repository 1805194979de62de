import type { AttemptView } from '../../../application/read-attempt.ts'
import { type Answer, call } from '../api/client.ts'
import type { SaveAnswer } from '../api/types.ts'
import type { OutboxEntry } from './outbox.ts'

/** An answer of the server with the monotonic moments at which it was asked for and came. */
export type Timed<T> = { readonly value: T; readonly askedMs: number; readonly answeredMs: number }

const pathOf = (attemptId: string): string => `/attempts/${encodeURIComponent(attemptId)}`

async function timed<T>(ask: () => Promise<Answer<T>>): Promise<Answer<Timed<T>>> {
  const askedMs = performance.now()
  const answer = await ask()
  return answer.ok
    ? { ok: true, value: { value: answer.value, askedMs, answeredMs: performance.now() } }
    : answer
}

/** Fetches an attempt. */
export const fetchAttempt = (attemptId: string): Promise<Answer<Timed<AttemptView>>> =>
  timed(() => call<AttemptView>('GET', pathOf(attemptId)))

/** Sends one entry of the outbox. */
export function sendEntry(attemptId: string, entry: OutboxEntry): Promise<Answer<Timed<SaveAnswer>>> {
  const { position, attempted: _, ...request } = entry
  return timed(() => call<SaveAnswer>('PUT', `${pathOf(attemptId)}/responses/${position}`, request))
}

/** Closes an attempt. */
export const submitAttempt = (attemptId: string): Promise<Answer<unknown>> =>
  call('POST', `${pathOf(attemptId)}/submission`, {})
