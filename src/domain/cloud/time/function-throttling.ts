import { requireAtLeast, requirePositive, requireWhole } from '../capacity/require-number.ts'
import type { FactValues } from '../cloud-facts.ts'
import { aNumber, aText, listOf, optional, record, type Shape } from '../shape.ts'
import { countOf, type Trail } from './trail.ts'

/** Facts that throttling depends on. */
export const throttlingFactIds = [
  'lambda-account-concurrency',
  'lambda-unreserved-minimum',
  'lambda-scaling-step',
  'lambda-scaling-interval',
  'lambda-requests-per-concurrency',
] as const

type Facts = Pick<FactValues, (typeof throttlingFactIds)[number]>

/** A function: the duration of each request in seconds, its reserved and its provisioned concurrency. */
export type SimulatedFunction = {
  readonly name: string
  readonly seconds: number
  readonly reserved?: number
  readonly provisioned?: number
}

/** Requests for a function that arrive at a second, 1 when `count` is absent. */
export type FunctionArrival = { readonly at: number; readonly function: string; readonly count?: number }

/** Functions of one account and Region, its concurrency (the documented quota when absent), and arrivals in order. */
export type ThrottlingRun = {
  readonly accountConcurrency?: number
  readonly functions: readonly SimulatedFunction[]
  readonly arrivals: readonly FunctionArrival[]
}

/** What became of a function's requests, its peak of concurrency, and how many requests had to start an environment. */
export type FunctionOutcome = {
  readonly name: string
  readonly accepted: number
  readonly throttled: number
  readonly coldStarts: number
  readonly peak: number
}

/** The outcome of each function, the concurrency that is not reserved, and every throttling in words. */
export type ThrottlingOutcome = {
  readonly unreserved: number
  readonly functions: readonly FunctionOutcome[]
  readonly trail: Trail
}

/** The form of a run. */
export const throttlingRunShape: Shape<ThrottlingRun> = record<ThrottlingRun>({
  accountConcurrency: optional(aNumber),
  functions: listOf(
    record<SimulatedFunction>({
      name: aText,
      seconds: aNumber,
      reserved: optional(aNumber),
      provisioned: optional(aNumber),
    }),
    1,
  ),
  arrivals: listOf(record<FunctionArrival>({ at: aNumber, function: aText, count: optional(aNumber) })),
})

/** Requests that run until a second, and environments that were started at a second. */
type Batch = { readonly until: number; readonly count: number }
type Start = { readonly at: number; readonly count: number }

type Live = {
  readonly asked: SimulatedFunction
  running: Batch[]
  starts: Start[]
  environments: number
  lastSecond: { at: number; count: number }
  accepted: number
  throttled: number
  coldStarts: number
  peak: number
}

const sumOf = (batches: readonly { readonly count: number }[]): number =>
  batches.reduce((sum, { count }) => sum + count, 0)

/** What a function takes from the unreserved pool: what it runs, at least what is provisioned for it. */
const poolUse = ({ asked, running }: Live): number =>
  asked.reserved === undefined ? Math.max(sumOf(running), asked.provisioned ?? 0) : 0

type Limit = { readonly room: number; readonly name: string }

/** How many more requests fit, and what would refuse the next. */
function limitsFor(live: Live, account: Account, at: number): readonly Limit[] {
  const { reserved, provisioned = 0 } = live.asked
  const running = sumOf(live.running)
  const others = account.live.filter((each) => each !== live).reduce((sum, each) => sum + poolUse(each), 0)
  const most = reserved ?? Math.max(provisioned, account.unreserved - others)
  const idle = live.environments - running
  const recent = live.starts.filter((start) => start.at > at - account.facts['lambda-scaling-interval'])
  const rate = most * account.facts['lambda-requests-per-concurrency']
  return [
    {
      room: most - running,
      name: reserved === undefined ? "the account's unreserved concurrency" : 'the reserved concurrency',
    },
    { room: idle + account.facts['lambda-scaling-step'] - sumOf(recent), name: 'the scaling rate' },
    { room: rate - live.lastSecond.count, name: 'the request rate' },
  ]
}

type Account = { readonly unreserved: number; readonly live: readonly Live[]; readonly facts: Facts }

function advance(live: Live, at: number): void {
  live.running = live.running.filter(({ until }) => until > at)
  if (Math.floor(live.lastSecond.at) !== Math.floor(at)) live.lastSecond = { at, count: 0 }
}

function accept(live: Live, count: number, at: number): void {
  const needed = sumOf(live.running) + count
  const started = Math.max(0, needed - live.environments)
  if (started > 0) live.starts.push({ at, count: started })
  live.environments += started
  live.coldStarts += started
  live.accepted += count
  live.lastSecond.count += count
  live.peak = Math.max(live.peak, needed)
  if (count > 0) live.running.push({ until: at + live.asked.seconds, count })
}

const openFunction = (asked: SimulatedFunction): Live => {
  requirePositive('seconds', asked.seconds)
  const provisioned = requireWhole('provisioned', asked.provisioned ?? 0, 0)
  if (asked.reserved !== undefined && requireWhole('reserved', asked.reserved, 0) < provisioned)
    throw new RangeError('provisioned must not be above reserved.')
  return {
    asked,
    running: [],
    starts: [],
    environments: provisioned,
    lastSecond: { at: -1, count: 0 },
    accepted: 0,
    throttled: 0,
    coldStarts: 0,
    peak: 0,
  }
}

function openAccount(run: ThrottlingRun, facts: Facts): Account {
  const total = requireWhole(
    'accountConcurrency',
    run.accountConcurrency ?? facts['lambda-account-concurrency'],
    0,
  )
  const unreserved = total - run.functions.reduce((sum, { reserved = 0 }) => sum + reserved, 0)
  if (unreserved < Math.min(total, facts['lambda-unreserved-minimum']))
    throw new RangeError(
      `At least ${facts['lambda-unreserved-minimum']} must stay unreserved, not ${unreserved}.`,
    )
  const provisioned = run.functions.reduce(
    (sum, asked) => sum + (asked.reserved === undefined ? (asked.provisioned ?? 0) : 0),
    0,
  )
  if (provisioned > unreserved)
    throw new RangeError('provisioned must fit into the concurrency that is not reserved.')
  return { unreserved, live: run.functions.map(openFunction), facts }
}

/**
 * Sends requests to functions that share an account. A reservation is a guarantee and a cap; functions without one share
 * what is left; provisioned environments answer first and without a cold start; a function may start only
 * `lambda-scaling-step` environments per `lambda-scaling-interval` seconds and take ten requests per second for each unit
 * of concurrency. Environments stay warm until the end.
 *
 * @throws RangeError for arrivals out of order or for no known function, and for reservations that do not fit
 * @see AWS Lambda developer guide, Understanding Lambda function scaling; Lambda scaling behavior
 * @example simulateThrottling({ functions: [{ name: 'f', seconds: 2, reserved: 5 }], arrivals: [{ at: 0, function: 'f', count: 8 }] }, facts).functions[0].throttled // 3
 */
export function simulateThrottling(run: ThrottlingRun, facts: Facts): ThrottlingOutcome {
  const account = openAccount(run, facts)
  const trail: { at: number; text: string }[] = []
  let now = 0
  for (const { at, function: name, count = 1 } of run.arrivals) {
    now = requireAtLeast('at', at, now)
    const asked = requireWhole('count', count, 0)
    const live = account.live.find((each) => each.asked.name === name)
    if (live === undefined) throw new RangeError(`There is no function "${name}".`)
    for (const each of account.live) advance(each, at)
    const tightest = limitsFor(live, account, at).reduce((least, each) =>
      each.room < least.room ? each : least,
    )
    const fits = Math.min(asked, Math.max(0, tightest.room))
    accept(live, fits, at)
    live.throttled += asked - fits
    if (fits < asked)
      trail.push({
        at,
        text: `${countOf(asked - fits, 'request')} for ${name} throttled by ${tightest.name}.`,
      })
  }
  return {
    unreserved: account.unreserved,
    functions: account.live.map(({ asked, accepted, throttled, coldStarts, peak }) => ({
      name: asked.name,
      accepted,
      throttled,
      coldStarts,
      peak,
    })),
    trail,
  }
}
