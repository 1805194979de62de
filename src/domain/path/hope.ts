import { firstFee, ownPointsAt, renewalsAt, waitingWorth } from './extend-label.ts'
import type { Candidate, Objective, Problem } from './problem.ts'
import { outlookOf } from './sittings.ts'

/** What a preparation costs at least: points per unit of the share of hours left, and points of the further sittings. */
type Price = { readonly perShare: number; readonly further: number }

/** A candidate on the hopeful side: no wait between sittings, the quickest preparation in each respect, the best voucher. */
export type Hope = {
  readonly candidate: Candidate
  readonly prices: readonly Price[]
  /** Expected days, and days that nine in ten keep, when nothing is shared. */
  readonly days: number
  readonly lateDays: number
  readonly opensOn: number
  readonly closesOn: number
  readonly feeUsd: number
  /** Share of the hours left, by mask. */
  readonly shares: Float64Array
}

const least = (values: readonly number[]): number => Math.min(...values)

/** shares[mask] follows from the mask without its lowest bit. */
function sharesOf({ helpers, heldHelpers, leastShare }: Candidate, sets: number): Float64Array {
  const factors = new Map(helpers.map(({ bit, share }) => [bit, 1 - share]))
  const products = new Float64Array(sets)
  products[0] = heldHelpers.reduce((left, { share }) => left * (1 - share), 1)
  for (let mask = 1; mask < sets; mask++) {
    const lowest = mask & -mask
    products[mask] = products[mask ^ lowest]! * (factors.get(lowest) ?? 1)
  }
  return products.map((product) => Math.max(leastShare, product))
}

/** Looks at a candidate of a problem on the hopeful side. */
export function hopeOf(candidate: Candidate, problem: Problem, objective: Objective): Hope {
  const outlooks = problem.ladders.map((ladder) =>
    outlookOf({ ...candidate.preparation, retakeWaitDays: 0 }, ladder),
  )
  const feeUsd = least(candidate.windows.map((window) => window.feeUsd))
  return {
    candidate,
    prices: outlooks.map(({ expectedHours, expectedSittings }) => ({
      perShare: objective.hour * expectedHours,
      further: objective.usd * feeUsd * (expectedSittings - 1),
    })),
    days: least(outlooks.map(({ expectedDays }) => expectedDays)),
    lateDays: least(outlooks.map(({ days }) => days.p90)),
    opensOn: least(candidate.windows.map(({ opensOn }) => opensOn)),
    closesOn: Math.min(problem.deadline, Math.max(...candidate.windows.map(({ closesOn }) => closesOn))),
    feeUsd,
    shares: sharesOf(candidate, 2 ** problem.candidates.length),
  }
}

/** The earliest day by which nine in ten have passed it, begun on a day after a mask. */
export const lateAfter = ({ shares, lateDays, opensOn }: Hope, begun: number, mask: number): number =>
  Math.max(begun + lateDays * shares[mask]!, opensOn)

/** The earliest day on which it can be expected to be held, begun on a day after a mask. */
export const heldAfter = ({ shares, days, opensOn }: Hope, begun: number, mask: number): number =>
  Math.max(begun + days * shares[mask]!, opensOn)

function leastCost({ prices, shares, feeUsd }: Hope, mask: number, usd: number, percent: number): number {
  let cost = Number.POSITIVE_INFINITY
  for (const { perShare, further } of prices) cost = Math.min(cost, perShare * shares[mask]! + further)
  return cost + usd * firstFee({ feeUsd }, { percent })
}

/** What a hopeful leg is asked about: the set passed, the skills known, the day begun, and the best discount. */
export type Question = {
  readonly passed: number
  readonly known: number
  readonly begun: number
  readonly percent: number
}

/** The most that a leg can add: worth, less the waiting, the time of the route, the hours and the fees that it takes at least. */
export function mostOf(
  hope: Hope,
  objective: Objective,
  { passed, known, begun, percent }: Question,
): number {
  const { candidate } = hope
  const own = ownPointsAt(candidate, passed)
  const worth = own + candidate.wantedPoints + renewalsAt(candidate, passed, 0)
  const heldOn = heldAfter(hope, begun, known)
  const waiting = (objective.week * waitingWorth(candidate, own) * heldOn) / 700
  const ending = (objective.routeWeek * hope.days * hope.shares[known]!) / 7
  return objective.worth * worth - waiting - ending - leastCost(hope, known, objective.usd, percent)
}

/** The best discount after a mask: the last pass's voucher counts only once there is a pass. */
export function bestPercent({ vouchers, earnedVoucher }: Problem, mask: number): number {
  const held = Math.max(0, ...vouchers.map(({ percent }) => percent))
  return mask === 0 ? held : Math.max(held, earnedVoucher.percent)
}
