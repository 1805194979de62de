import type { FactValues } from '../cloud-facts.ts'
import { aNumber, optional, record, type Shape } from '../shape.ts'
import { requireAtLeast, requirePositive, requireWhole } from './require-number.ts'
import { wholeUp } from './round.ts'

/** Facts that concurrency depends on. */
export const lambdaFactIds = [
  'lambda-account-concurrency',
  'lambda-unreserved-minimum',
  'lambda-scaling-step',
  'lambda-scaling-interval',
  'lambda-requests-per-concurrency',
] as const

type Facts = Pick<FactValues, (typeof lambdaFactIds)[number]>

/**
 * A function's load: requests per second and their mean duration in milliseconds. `reserved` is the function's own
 * reservation, `reservedByOthers` and `usedByOthers` are what other functions take of the account's concurrency with and
 * without a reservation, `running` the environments that are up already.
 */
export type FunctionLoad = {
  readonly requestsPerSecond: number
  readonly averageDurationMs: number
  readonly reserved?: number
  readonly accountConcurrency?: number
  readonly reservedByOthers?: number
  readonly usedByOthers?: number
  readonly running?: number
}

/**
 * Concurrency needed and available, the most that could be reserved, requests per second that are throttled, and the
 * seconds until enough environments run.
 */
export type FunctionConcurrency = {
  readonly needed: number
  readonly available: number
  readonly reservable: number
  readonly reservationFits: boolean
  readonly throttledPerSecond: number
  readonly rampSeconds: number
}

/** The form of a load. */
export const functionLoadShape: Shape<FunctionLoad> = record<FunctionLoad>({
  requestsPerSecond: aNumber,
  averageDurationMs: aNumber,
  reserved: optional(aNumber),
  accountConcurrency: optional(aNumber),
  reservedByOthers: optional(aNumber),
  usedByOthers: optional(aNumber),
  running: optional(aNumber),
})

/** Steps of the scaling rate until a number of environments runs; the first step needs no waiting. */
function rampSeconds(from: number, to: number, facts: Facts): number {
  const steps = Math.ceil(Math.max(0, to - from) / facts['lambda-scaling-step'])
  return Math.max(0, steps - 1) * facts['lambda-scaling-interval']
}

/**
 * Concurrency of a function: needed = ceil(requests per second * duration in seconds), or what the limit of ten requests
 * per second and unit asks for. A reservation is taken from the account's concurrency: it is a guarantee and a cap, and
 * nothing on top; 100 must stay unreserved.
 *
 * @throws RangeError for negative numbers or a duration of 0
 * @see AWS Lambda developer guide, Understanding Lambda function scaling; Lambda scaling behavior
 * @example functionConcurrency({ requestsPerSecond: 100, averageDurationMs: 500 }, { 'lambda-account-concurrency': 1000, 'lambda-requests-per-concurrency': 10 }).needed // 50
 */
export function functionConcurrency(load: FunctionLoad, facts: Facts): FunctionConcurrency {
  const rate = requireAtLeast('requestsPerSecond', load.requestsPerSecond, 0)
  const seconds = requirePositive('averageDurationMs', load.averageDurationMs) / 1000
  const perUnit = Math.min(1 / seconds, facts['lambda-requests-per-concurrency'])
  const account = requireWhole(
    'accountConcurrency',
    load.accountConcurrency ?? facts['lambda-account-concurrency'],
    0,
  )
  const others = requireWhole('reservedByOthers', load.reservedByOthers ?? 0, 0)
  const used = requireWhole('usedByOthers', load.usedByOthers ?? 0, 0)
  const reservable = Math.max(0, account - others - facts['lambda-unreserved-minimum'])
  const reserved = load.reserved === undefined ? null : requireWhole('reserved', load.reserved, 0)
  const available = reserved ?? Math.max(0, account - others - used)
  const needed = wholeUp(rate / perUnit)
  return {
    needed,
    available,
    reservable,
    reservationFits: reserved === null || reserved <= reservable,
    throttledPerSecond: needed <= available ? 0 : rate - available * perUnit,
    rampSeconds: rampSeconds(
      requireWhole('running', load.running ?? 0, 0),
      Math.min(needed, available),
      facts,
    ),
  }
}
