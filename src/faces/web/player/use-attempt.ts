import { useEffect, useState } from 'preact/hooks'
import { formatSpokenTime } from '../../../presentation/formats.ts'
import { announce } from '../shell/announce.ts'
import type { AttemptState, AttemptStore } from './attempt-store.ts'
import { dueAnnouncement, sleptBetween } from './clock.ts'

/** The state of a store, kept current. */
export function useAttemptState(store: AttemptStore): AttemptState {
  const [state, setState] = useState(store.read)
  useEffect(() => {
    setState(store.read())
    return store.subscribe(() => setState(store.read()))
  }, [store])
  return state
}

/** The time left as it runs, and the mark that was last passed. */
export type TimeLeft = { readonly milliseconds: number | null; readonly mark: number | null }

/** Follows the clock of an attempt, says the marks aloud, and notices when the machine has slept. */
export function useTimeLeft(store: AttemptStore): TimeLeft {
  const [left, setLeft] = useState<TimeLeft>({ milliseconds: store.remaining(), mark: null })
  useEffect(() => {
    let before = { milliseconds: store.remaining(), wall: Date.now(), monotonic: performance.now() }
    const tick = (): void => {
      const now = { milliseconds: store.remaining(), wall: Date.now(), monotonic: performance.now() }
      if (sleptBetween(now.wall - before.wall, now.monotonic - before.monotonic)) void store.refresh()
      const { milliseconds } = now
      const due =
        before.milliseconds === null || milliseconds === null
          ? null
          : dueAnnouncement(before.milliseconds, milliseconds)
      if (due !== null) announce(`${formatSpokenTime(due * 60_000)} left`)
      setLeft(({ mark }) => ({ milliseconds, mark: due ?? mark }))
      before = now
    }
    const timer = setInterval(tick, 250)
    return () => clearInterval(timer)
  }, [store])
  return left
}

const retryAfterMs = 2_000

/** Submits by itself once the clock stands at zero, again and again until the server has it. */
export function useSubmissionAtZero(store: AttemptStore, timeIsUp: boolean): void {
  useEffect(() => {
    if (!timeIsUp) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const attempt = (): void => {
      void store.submit('time-up').then((problem) => {
        if (problem !== null && !store.read().closed) timer = setTimeout(attempt, retryAfterMs)
      })
    }
    attempt()
    return () => clearTimeout(timer)
  }, [store, timeIsUp])
}
