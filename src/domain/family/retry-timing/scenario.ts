import type { JsonObject } from '../../cloud/json.ts'
import type { Setting } from '../parts/setting.ts'

/** Settings of a retrier; `longest` is MaxDelaySeconds, null where there is none. */
export type Retrier = {
  readonly interval: number
  readonly rate: number
  readonly attempts: number
  readonly longest: number | null
}

/** What a plan changes. */
export type PlanKind = 'attempts' | 'rate' | 'interval' | 'capped' | 'steady' | 'steeper'

/** A change of the retrier that a colleague proposes. */
export type Plan = { readonly id: string; readonly kind: PlanKind; readonly retrier: Retrier }

/** What is asked of the retrier beside lasting for the outage. */
export type Limit =
  /** Seconds after which the catcher takes over at the latest, where the service stays away. */
  | { readonly name: 'deadline'; readonly most: number }
  /** Calls of one execution. */
  | { readonly name: 'calls'; readonly most: number }
  /** Seconds between the end of one attempt and the start of the next. */
  | { readonly name: 'gap'; readonly most: number }

/** A task whose retrier gives up too early, and plans for it. */
export type RetryScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly style: number
  readonly present: Retrier
  /** Seconds of one attempt that fails. */
  readonly work: number
  /** Seconds for which the service is away. */
  readonly outage: number
  readonly limit: Limit
  readonly plans: readonly Plan[]
  /** Executions that were lost in the incident. */
  readonly lost: number
}

/** The error that the task raises while the service is away. */
export const outageError = 'ServiceDown'

/** A retrier as a definition has it. @example retrierOf(present).MaxAttempts // 3 */
export const retrierOf = ({ interval, rate, attempts, longest }: Retrier): JsonObject => ({
  ErrorEquals: [outageError],
  IntervalSeconds: interval,
  BackoffRate: rate,
  MaxAttempts: attempts,
  ...(longest === null ? {} : { MaxDelaySeconds: longest }),
})
