import { requireAtLeast, requirePositive, requireWhole } from '../capacity/require-number.ts'
import { aNumber, aText, listOf, optional, record, type Shape } from '../shape.ts'
import { countOf, type Trail } from './trail.ts'

/** A token bucket: tokens added per second, and the most that it holds. It starts full. */
export type TokenBucket = { readonly rate: number; readonly burst: number }

/** A bucket with the name under which a refusal is explained, such as `usage plan` or `account`. */
export type NamedBucket = TokenBucket & { readonly name: string }

/** Requests that arrive at a second, 1 when `count` is absent. */
export type Arrival = { readonly at: number; readonly count?: number }

/** Limits, the strictest first as the service applies them, and arrivals in the order of time. */
export type ThrottleRun = {
  readonly limits: readonly NamedBucket[]
  readonly arrivals: readonly Arrival[]
}

/** What became of one arrival, and the limit that refused requests (null when none did). */
export type ArrivalOutcome = {
  readonly at: number
  readonly accepted: number
  readonly throttled: number
  readonly throttledBy: string | null
}

/** What became of every arrival, the totals, and the tokens left in each bucket after the last. */
export type ThrottleOutcome = {
  readonly outcomes: readonly ArrivalOutcome[]
  readonly accepted: number
  readonly throttled: number
  readonly tokens: Readonly<Record<string, number>>
  readonly trail: Trail
}

const limitShape = record<NamedBucket>({ name: aText, rate: aNumber, burst: aNumber })

/** The form of a run. */
export const throttleRunShape: Shape<ThrottleRun> = record<ThrottleRun>({
  limits: listOf(limitShape, 1),
  arrivals: listOf(record<Arrival>({ at: aNumber, count: optional(aNumber) })),
})

/**
 * Tokens after some seconds: tokens + rate * seconds, at most the burst.
 *
 * @example refill({ rate: 10, burst: 20 }, 5, 1) // 15
 */
export const refill = ({ rate, burst }: TokenBucket, tokens: number, seconds: number): number =>
  Math.min(burst, tokens + rate * seconds)

type Held = { readonly bucket: NamedBucket; tokens: number }

/** Whole tokens at hand; a hair below a whole number is an error of rounding. */
const wholeTokens = (tokens: number): number => Math.floor(tokens + 1e-9)

function takeAt(held: readonly Held[], { at, count = 1 }: Arrival): ArrivalOutcome {
  const asked = requireWhole('count', count, 0)
  const tightest = held.reduce((least, each) =>
    wholeTokens(each.tokens) < wholeTokens(least.tokens) ? each : least,
  )
  const accepted = Math.min(asked, wholeTokens(tightest.tokens))
  for (const each of held) each.tokens -= accepted
  const throttled = asked - accepted
  return { at, accepted, throttled, throttledBy: throttled === 0 ? null : tightest.bucket.name }
}

const describe = ({ at, accepted, throttled, throttledBy }: ArrivalOutcome) => ({
  at,
  text: `${countOf(throttled, 'request')} of ${accepted + throttled} throttled by ${throttledBy}: its bucket held ${accepted}.`,
})

/**
 * Sends requests through token buckets one behind another: a request takes a token from every bucket or is throttled.
 *
 * @throws RangeError for arrivals out of order, a rate or burst that is not above 0, or counts that are not whole
 * @see Amazon API Gateway developer guide, Throttle requests to your REST APIs
 * @example simulateThrottle({ limits: [{ name: 'stage', rate: 1, burst: 2 }], arrivals: [{ at: 0, count: 3 }] }).throttled // 1
 */
export function simulateThrottle({ limits, arrivals }: ThrottleRun): ThrottleOutcome {
  const held = limits.map((bucket): Held => {
    requirePositive('rate', bucket.rate)
    return { bucket, tokens: requirePositive('burst', bucket.burst) }
  })
  let now = 0
  const outcomes = arrivals.map((arrival) => {
    const passed = requireAtLeast('at', arrival.at, now) - now
    now = arrival.at
    for (const each of held) each.tokens = refill(each.bucket, each.tokens, passed)
    return takeAt(held, arrival)
  })
  const sum = (of: 'accepted' | 'throttled'): number =>
    outcomes.reduce((total, outcome) => total + outcome[of], 0)
  return {
    outcomes,
    accepted: sum('accepted'),
    throttled: sum('throttled'),
    tokens: Object.fromEntries(held.map(({ bucket, tokens }) => [bucket.name, tokens])),
    trail: outcomes.filter(({ throttled }) => throttled > 0).map(describe),
  }
}
