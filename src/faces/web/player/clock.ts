/**
 * What is known of the server's time: at `monotonicMs` on this page's own monotonic clock, the server's clock read `serverMs`.
 * The device's wall clock plays no part, so that setting it gains nothing.
 */
export type ServerClock = { readonly serverMs: number; readonly monotonicMs: number }

/** Sets a clock from a server time that was asked for and answered at two monotonic moments; the middle is taken. */
export const setClock = (serverIso: string, askedMs: number, answeredMs: number): ServerClock => ({
  serverMs: Date.parse(serverIso),
  monotonicMs: (askedMs + answeredMs) / 2,
})

/** Milliseconds until a deadline (ISO 8601); negative when it has passed, null without a deadline. */
export const remainingMs = (
  deadline: string | null,
  clock: ServerClock,
  monotonicMs: number,
): number | null =>
  deadline === null ? null : Date.parse(deadline) - (clock.serverMs + (monotonicMs - clock.monotonicMs))

/** Minutes at which the time left is announced, without being asked. */
export const announcedMinutes = [30, 15, 5, 1] as const

/** Minutes left at which a hidden clock comes back by itself. */
export const clockReturnsAtMinutes = 5

/** The lowest announcement that fell due between two readings; null when none did. */
export function dueAnnouncement(beforeMs: number, nowMs: number): number | null {
  const due = announcedMinutes.filter((minutes) => beforeMs > minutes * 60_000 && nowMs <= minutes * 60_000)
  return nowMs > 0 ? (due.at(-1) ?? null) : null
}

/** True when the machine slept: its wall clock went on by more than two seconds further than the monotonic one. */
export const sleptBetween = (wallPassedMs: number, monotonicPassedMs: number): boolean =>
  Math.abs(wallPassedMs - monotonicPassedMs) > 2_000
