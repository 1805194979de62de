import type { Response } from '../item/types.ts'
import { after, type Instant, instant } from '../kernel/instant.ts'
import { fail, ok, type Result } from '../kernel/result.ts'
import type { AttemptMode, AttemptState, RecordedResponse } from './types.ts'

/** What a candidate asks to have recorded for one position. */
export type ResponseRequest = {
  readonly position: number
  /** Last sequence seen plus one; starts at 1. */
  readonly sequence: number
  readonly response: Response | null
  readonly flagged: boolean
  readonly struck: readonly string[]
}

/** What is known of the attempt at the moment of recording. */
export type RespondContext = {
  readonly mode: AttemptMode
  readonly state: AttemptState
  readonly deadline: Instant | null
  readonly current: RecordedResponse | null
  /** True where a response stands for good once given: a growing form has chosen its next item by it. */
  readonly final?: boolean
}

export type RespondRefusal =
  | { readonly code: 'attempt-closed' }
  | { readonly code: 'already-answered'; readonly current: RecordedResponse }
  | { readonly code: 'superseded'; readonly current: RecordedResponse }

const isOver = (deadline: Instant | null, now: Instant): boolean => deadline !== null && now >= deadline

/**
 * Decides whether a response is taken: the attempt is open and in time, the sequence is newer than what is recorded,
 * and in study mode, and on a growing form, the position has not been answered yet.
 *
 * @returns what to record, or `attempt-closed`, `already-answered`, `superseded` with what stands
 * @example respond({ mode: 'exam', state: 'closed', deadline: null, current: null }, { position: 1, sequence: 1, response: null, flagged: true, struck: [] }, instant(0)).ok // false
 */
export function respond(
  context: RespondContext,
  request: ResponseRequest,
  now: Instant,
): Result<RecordedResponse, RespondRefusal> {
  const { current } = context
  if (context.state === 'closed' || isOver(context.deadline, now)) return fail({ code: 'attempt-closed' })
  const isFinal = context.mode === 'study' || context.final === true
  if (current !== null && isFinal && current.response !== null) {
    return fail({ code: 'already-answered', current })
  }
  if (current !== null && request.sequence <= current.sequence) return fail({ code: 'superseded', current })
  return ok({ ...request, savedAt: now })
}

/**
 * The moment after which nothing is taken: start + minutes × multiplier.
 *
 * @param minutes length of the form in minutes, above 0; null where the attempt has no clock
 * @param multiplier accommodation, above 0; 1 is the standard time
 * @throws RangeError when the multiplier is not above 0
 * @example deadlineOf(instant(0), 130, 1.5) // 11700000
 */
export function deadlineOf(startedAt: Instant, minutes: number | null, multiplier: number): Instant | null {
  if (!(multiplier > 0)) throw new RangeError('A time multiplier is above 0.')
  return minutes === null ? null : after(startedAt, Math.round(minutes * 60_000 * multiplier))
}

/** Milliseconds left before the deadline, never below 0; null without one. @example remainingMilliseconds(instant(10), instant(4)) // 6 */
export const remainingMilliseconds = (deadline: Instant | null, now: Instant): number | null =>
  deadline === null ? null : Math.max(0, deadline - now)

/** True once an open attempt has run past its deadline and must be closed. @example isOverdue('open', instant(5), instant(5)) // true */
export const isOverdue = (state: AttemptState, deadline: Instant | null, now: Instant): boolean =>
  state === 'open' && isOver(deadline, now)

/** The moment an attempt counts as closed: its deadline when time ran out, otherwise now. @example closingInstant(instant(5), instant(9)) // 5 */
export const closingInstant = (deadline: Instant | null, now: Instant): Instant =>
  deadline === null ? now : instant(Math.min(deadline, now))
