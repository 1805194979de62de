import { retryDelay } from '../../cloud/states/retry.ts'
import type { Answers, Misconception } from '../types.ts'
import { type Limit, type Retrier, type RetryScenario, retrierOf } from './scenario.ts'

/** A retrier as somebody sees it: the delays before its retries and the time of an attempt, in seconds. */
type View = { readonly delays: readonly number[]; readonly work: number }

/** What becomes of a task that fails again and again: seconds are counted from its first attempt. */
export type Course = {
  readonly delays: readonly number[]
  readonly lastStart: number
  readonly givesUp: number
  readonly calls: number
  readonly longestGap: number
}

const delaysOf = (retrier: Retrier, retries: number): number[] =>
  Array.from({ length: retries }, (_, made) => retryDelay(retrierOf(retrier), made, () => 0))

const viewOf = (retrier: Retrier, { work }: RetryScenario): View => ({
  delays: delaysOf(retrier, retrier.attempts),
  work,
})

function courseOf({ delays, work }: View): Course {
  const lastStart = delays.reduce((sum, delay) => sum + delay + work, 0)
  return {
    delays,
    lastStart,
    givesUp: lastStart + work,
    calls: delays.length + 1,
    longestGap: Math.max(0, ...delays),
  }
}

/** The course of a task under a retrier. */
export const courseUnder = (retrier: Retrier, scenario: RetryScenario): Course =>
  courseOf(viewOf(retrier, scenario))

/** What of a course a limit is about. */
export const measured = (course: Course, { name }: Limit): number =>
  ({ deadline: course.givesUp, calls: course.calls, gap: course.longestGap })[name]

type Judge = (course: Course, scenario: RetryScenario) => boolean

/** Whether a course lasts for the outage and keeps the limit. */
export const meetsLimits: Judge = (course, { outage, limit }) =>
  course.lastStart >= outage && measured(course, limit) <= limit.most

const meetingWhen =
  (view: (retrier: Retrier, scenario: RetryScenario) => View, meets: Judge = meetsLimits) =>
  (scenario: RetryScenario): Answers =>
    scenario.plans
      .filter(({ retrier }) => meets(courseOf(view(retrier, scenario)), scenario))
      .map(({ id }) => id)

/** The plans by which the task lasts for the outage and keeps the limit. */
export const solveRetry = meetingWhen(viewOf)

/** Beliefs about retriers. */
export const retryMisconceptions: readonly Misconception<RetryScenario>[] = [
  {
    id: 'attempts-include-first',
    statement: 'MaxAttempts counts the first attempt, so there is one retry fewer.',
    solve: meetingWhen((retrier, { work }) => ({ delays: delaysOf(retrier, retrier.attempts - 1), work })),
  },
  {
    id: 'constant-delay',
    statement: 'Every retry waits for the interval, whatever the backoff rate.',
    solve: meetingWhen((retrier, scenario) => viewOf({ ...retrier, rate: 1 }, scenario)),
  },
  {
    id: 'linear-backoff',
    statement: 'Each delay is longer than the one before by the interval.',
    solve: meetingWhen((retrier, { work }) => ({
      delays: Array.from({ length: retrier.attempts }, (_, made) => retrier.interval * (made + 1)),
      work,
    })),
  },
  {
    id: 'rate-from-first',
    statement: 'The backoff rate applies to the first delay already.',
    solve: meetingWhen((retrier, { work }) => ({
      delays: delaysOf(retrier, retrier.attempts + 1).slice(1),
      work,
    })),
  },
  {
    id: 'work-forgotten',
    statement: 'The time of a retried task is the sum of its delays.',
    solve: meetingWhen((retrier, scenario) => ({ ...viewOf(retrier, scenario), work: 0 })),
  },
  {
    id: 'no-limit-to-delay',
    statement: 'MaxDelaySeconds limits the time of the whole task and leaves single delays alone.',
    solve: meetingWhen((retrier, scenario) => viewOf({ ...retrier, longest: null }, scenario)),
  },
  {
    id: 'retries-are-free',
    statement: 'The longer a task is retried, the better; retries delay and cost nothing else.',
    solve: meetingWhen(viewOf, ({ lastStart }, { outage }) => lastStart >= outage),
  },
  {
    id: 'fast-is-enough',
    statement: 'A task that keeps its limit is robust; the time in which it is retried does not matter.',
    solve: meetingWhen(viewOf, (course, { limit }) => measured(course, limit) <= limit.most),
  },
]
