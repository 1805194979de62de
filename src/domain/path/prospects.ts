import { firstFee } from './extend-label.ts'
import type { Label } from './label.ts'
import type { OutlooksAt } from './outlooks.ts'
import type { Candidate, Objective, Problem } from './problem.ts'

/** The best that a candidate could still bring: every figure is on the hopeful side. */
export type Prospect = {
  readonly bit: number
  /** Points of passing it, less while it is waited for; points of what it renews. */
  readonly points: number
  readonly renewalPoints: number
  /** Points lost per day until it is held. */
  readonly perDay: number
  readonly cost: number
  readonly days: number
  readonly opensOn: number
  /** Fewest days that nine in ten keep, and the last day on which they must have passed. */
  readonly lateDays: number
  readonly closesOn: number
}

const least = (values: readonly number[]): number => Math.min(...values)

/** The largest discount that any sitting on the route could have. */
function bestPercent({ vouchers, earnedVoucher }: Problem): number {
  return Math.max(earnedVoucher.percent, ...vouchers.map(({ percent }) => percent))
}

function leastFee({ windows }: Candidate, percent: number, expectedSittings: number): number {
  return least(
    windows.map((window) => firstFee(window, { percent }) + window.feeUsd * (expectedSittings - 1)),
  )
}

function prospectOf(
  candidate: Candidate,
  problem: Problem,
  objective: Objective,
  outlooksAt: OutlooksAt,
): Prospect {
  const outlooks = outlooksAt(candidate, candidate.helpersMask)
  const days = least(outlooks.map(({ expectedDays }) => expectedDays))
  const renewals = candidate.renewals.reduce((sum, { points }) => sum + points, 0)
  const waiting = candidate.wanted ? 100 : candidate.ownPoints
  const cost =
    objective.hour * least(outlooks.map(({ expectedHours }) => expectedHours)) +
    objective.usd *
      leastFee(
        candidate,
        bestPercent(problem),
        least(outlooks.map(({ expectedSittings }) => expectedSittings)),
      )
  return {
    bit: candidate.bit,
    points: objective.worth * (candidate.ownPoints + candidate.wantedPoints),
    renewalPoints: objective.worth * renewals,
    perDay: (objective.week * waiting) / 700,
    cost: cost + (objective.routeWeek * days) / 7,
    days,
    opensOn: least(candidate.windows.map(({ opensOn }) => opensOn)),
    lateDays: least(outlooks.map((outlook) => outlook.days.p90)),
    closesOn: Math.min(problem.deadline, Math.max(...candidate.windows.map(({ closesOn }) => closesOn))),
  }
}

/** What each candidate could bring at best. */
export const prospectsOf = (
  problem: Problem,
  objective: Objective,
  outlooksAt: OutlooksAt,
): readonly Prospect[] =>
  problem.candidates.map((candidate) => prospectOf(candidate, problem, objective, outlooksAt))

/**
 * No continuation of a label has a larger gain than this: every candidate that is left is taken alone, at once, with every
 * shared skill, the best voucher and the shortest preparation; one that even so costs more than it brings is left out,
 * unless it is required.
 */
export function upperBound(label: Label, prospects: readonly Prospect[], { required }: Objective): number {
  let bound = label.gain
  for (const { bit, points, renewalPoints, perDay, cost, days, opensOn, ...last } of prospects) {
    if ((label.mask & bit) !== 0 || label.latest + last.lateDays > last.closesOn + 1) continue
    const heldOn = Math.max(label.expectedDay + days, opensOn)
    const brings = Math.max(0, points - perDay * heldOn) + renewalPoints - cost
    if (brings > 0 || (required & bit) !== 0) bound += brings
  }
  return bound
}
