import type { Label } from './label.ts'
import type { OutlooksAt } from './outlooks.ts'
import type { Candidate, Problem } from './problem.ts'

/** The days that still matter once a set has been passed. Days count from the start of the route. */
export type Horizon = {
  /** Last day, of those that end something, by which a further leg can matter; -Infinity when nothing ends. */
  readonly lastClosing: number
  /** Last day on which a window opens. */
  readonly lastOpening: number
  readonly voucherValidityDays: number
}

const finite = (days: readonly number[]): readonly number[] => days.filter(Number.isFinite)

/** The closing day of a candidate, less the days that it takes at least: a later start cannot make use of it. */
function lastStarts(candidate: Candidate, outlooksAt: OutlooksAt): readonly number[] {
  const ends = [
    ...candidate.windows.map(({ closesOn }) => closesOn),
    ...candidate.renewals.map(({ expiresOn }) => expiresOn),
  ]
  const days = Math.min(...outlooksAt(candidate, candidate.helpersMask).map((outlook) => outlook.days.p90))
  return finite(ends).map((day) => day - days + 1)
}

/**
 * The days that matter to a label's continuations, by the candidates that are left.
 *
 * @example horizonOf(problem, outlookTable(problem))(0).voucherValidityDays // 365
 */
export function horizonOf(problem: Problem, outlooksAt: OutlooksAt): (mask: number) => Horizon {
  const { candidates, deadline, vouchers, earnedVoucher } = problem
  const common = finite([deadline, ...vouchers.map(({ expiresOn }) => expiresOn)])
  const starts = candidates.map((candidate) => lastStarts(candidate, outlooksAt))
  return (mask) => {
    const left = candidates.filter(({ bit }) => (mask & bit) === 0)
    const ends = candidates.flatMap(({ bit }, index) => ((mask & bit) === 0 ? starts[index]! : []))
    return {
      lastClosing: Math.max(Number.NEGATIVE_INFINITY, ...common, ...ends),
      lastOpening: Math.max(0, ...left.flatMap(({ windows }) => windows.map(({ opensOn }) => opensOn))),
      voucherValidityDays: earnedVoucher.validityDays,
    }
  }
}

const isSubset = (part: number, whole: number): boolean => (part & ~whole) === 0

/** Being later is no harm where the other is itself too late for everything that ends. */
const isSoonEnough = (one: Label, other: Label, { lastClosing }: Horizon): boolean =>
  one.latest <= other.latest || other.latest > lastClosing

/** The voucher of an earlier pass runs out earlier, which matters only where a window opens after that. */
const keepsVoucher = (one: Label, other: Label, { lastOpening, voucherValidityDays }: Horizon): boolean =>
  one.latest >= other.latest || lastOpening <= one.latest + voucherValidityDays

/**
 * True when every way to go on from `other` can be copied from `one` at no less an objective: same set passed, no smaller
 * gain, no later where that matters, no more spent, no voucher gone that the other still has.
 *
 * @param horizon the days that matter to both, from `horizonOf`
 * @example dominates(startLabel, startLabel, horizon) // true
 */
export const dominates = (one: Label, other: Label, horizon: Horizon): boolean =>
  one.gain >= other.gain &&
  one.expectedDay <= other.expectedDay &&
  one.spentUsd <= other.spentUsd &&
  isSubset(one.used, other.used) &&
  isSoonEnough(one, other, horizon) &&
  keepsVoucher(one, other, horizon)
