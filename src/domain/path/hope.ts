import { firstFee, ownPointsAt, renewalsAt, waitingWorth } from './extend-label.ts'
import type { Label } from './label.ts'
import type { Candidate, Objective, Problem } from './problem.ts'
import { outlookOf } from './sittings.ts'

/**
 * What a preparation takes at least: points and late days per unit of the share of hours left, and points of further sittings.
 */
type Price = { readonly perShare: number; readonly further: number; readonly lateDays: number }

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

/** The share left by mask: each bit doubles the table, with its factor or without. */
function sharesOf({ helpers, heldHelpers, leastShare }: Candidate, count: number): Float64Array {
  const shares = new Float64Array(2 ** count)
  shares[0] = heldHelpers.reduce((left, { share }) => left * (1 - share), 1)
  for (let size = 1; size < shares.length; size *= 2) {
    const factor = 1 - (helpers.find(({ bit }) => bit === size)?.share ?? 0)
    for (let mask = 0; mask < size; mask++) shares[size + mask] = shares[mask]! * factor
  }
  for (let mask = 0; mask < shares.length; mask++) shares[mask] = Math.max(leastShare, shares[mask]!)
  return shares
}

/** Looks at a candidate of a problem on the hopeful side. */
export function hopeOf(candidate: Candidate, problem: Problem, objective: Objective): Hope {
  const outlooks = problem.ladders.map((ladder) =>
    outlookOf({ ...candidate.preparation, retakeWaitDays: 0 }, ladder),
  )
  const feeUsd = least(candidate.windows.map((window) => window.feeUsd))
  return {
    candidate,
    prices: outlooks.map(({ expectedHours, expectedSittings, days }) => ({
      perShare: objective.hour * expectedHours,
      further: objective.usd * feeUsd * (expectedSittings - 1),
      lateDays: days.p90,
    })),
    days: least(outlooks.map(({ expectedDays }) => expectedDays)),
    lateDays: least(outlooks.map(({ days }) => days.p90)),
    opensOn: least(candidate.windows.map(({ opensOn }) => opensOn)),
    closesOn: Math.min(problem.deadline, Math.max(...candidate.windows.map(({ closesOn }) => closesOn))),
    feeUsd,
    shares: sharesOf(candidate, problem.candidates.length),
  }
}

/** The earliest day by which nine in ten have passed it, begun on a day after a mask. */
export const lateAfter = ({ shares, lateDays, opensOn }: Hope, begun: number, mask: number): number =>
  Math.max(begun + lateDays * shares[mask]!, opensOn)

/** The earliest day on which it can be expected to be held, begun on a day after a mask. */
export const heldAfter = ({ shares, days, opensOn }: Hope, begun: number, mask: number): number =>
  Math.max(begun + days * shares[mask]!, opensOn)

/** What a hopeful leg is asked about: the set passed, the day begun, and the best discount in per cent. */
export type Question = { readonly mask: number; readonly begun: number; readonly percent: number }

/** Prices, in points, put on what is limited: a day of the calendar that nine in ten keep, and a dollar of the budget. */
export type Rent = { readonly lateDay: number; readonly usd: number }

function costOf(hope: Hope, share: number, rent: Rent): number {
  let cost = Number.POSITIVE_INFINITY
  for (const { perShare, further, lateDays } of hope.prices) {
    cost = Math.min(cost, (perShare + rent.lateDay * lateDays) * share + further)
  }
  return cost
}

/** What a leg is charged: the prices of the objective, and the rent. */
export type Charges = { readonly objective: Objective; readonly rent: Rent }

/** The most that a leg can add, less the rent of what is limited: every day, fee and further sitting on the hopeful side. */
export function mostOf(hope: Hope, question: Question, { objective, rent }: Charges): number {
  const { candidate } = hope
  const { mask, begun, percent } = question
  const share = hope.shares[mask]!
  const own = ownPointsAt(candidate, mask)
  const worth = own + candidate.wantedPoints + renewalsAt(candidate, mask, 0)
  const waiting = (objective.week * waitingWorth(candidate, own) * heldAfter(hope, begun, mask)) / 700
  const ending = (objective.routeWeek * hope.days * share) / 7
  const fee = (objective.usd + rent.usd) * firstFee(hope, { percent })
  return objective.worth * worth - waiting - ending - fee - costOf(hope, share, rent)
}

/**
 * The discount, in per cent, that every leg after a mask may be taken to have: the voucher of the last pass, and before the
 * first pass no more than that. What a better voucher saves beyond it comes once: `vouchersBeyond`.
 */
export function usualPercent({ vouchers, earnedVoucher }: Problem, mask: number): number {
  if (mask !== 0) return earnedVoucher.percent
  return Math.min(earnedVoucher.percent, Math.max(0, ...vouchers.map(({ percent }) => percent)))
}

/** US dollars that the vouchers which a label has left can save at most beyond the usual discount. */
export function vouchersBeyond({ candidates, vouchers, earnedVoucher }: Problem): (label: Label) => number {
  const fees = candidates.flatMap(({ windows }) => windows.map(({ feeUsd }) => feeUsd))
  const highestFee = Math.max(0, ...fees)
  const better = vouchers.filter(({ percent }) => percent > earnedVoucher.percent)
  return ({ used, latest }) => {
    let percents = 0
    for (const { bit, percent, expiresOn } of better) {
      if ((used & bit) === 0 && latest <= expiresOn) percents += percent - earnedVoucher.percent
    }
    return (percents * highestFee) / 100
  }
}
