import { addDays, type CalendarDate } from '../kernel/calendar-date.ts'
import { expectedFee, firstFee, ownPointsAt, renewalsAt, waitingWorth } from './extend-label.ts'
import type { Step } from './label.ts'
import type { Problem, RenewalGain } from './problem.ts'
import type { DateQuantiles } from './route.ts'
import type { Quantiles } from './sittings.ts'

/** A leg as it comes about when its route is walked: what came before, its days, and its money. */
export type WalkedLeg = {
  readonly step: Step
  /** Candidates passed before it. */
  readonly before: number
  /** Days from the start of the route. */
  readonly begins: Quantiles
  readonly passed: Quantiles
  readonly expectedDay: number
  readonly expectedDays: number
  readonly feeUsd: number
  readonly expectedFeeUsd: number
  readonly ownPoints: number
  readonly renewals: readonly RenewalGain[]
  readonly renewalPoints: number
  /** Points of worth that a week of waiting is charged on. */
  readonly waitingWorth: number
}

type Standing = { readonly mask: number; readonly passed: Quantiles; readonly expectedDay: number }

const hair = 1e-9

function passedAfter({ passed }: Standing, { outlook, window, voucher }: Step, lagDays: number): Quantiles {
  const wait = voucher.kind === 'earned' ? lagDays : 0
  const at = (quantile: keyof Quantiles): number =>
    Math.max(
      Math.ceil(passed[quantile] + outlook.days[quantile] - hair),
      passed[quantile] + wait,
      window.opensOn,
    )
  return { p10: at('p10'), p50: at('p50'), p90: at('p90') }
}

function walkStep(standing: Standing, step: Step, { earnedVoucher }: Problem): WalkedLeg {
  const { candidate, outlook, window, voucher } = step
  const wait = voucher.kind === 'earned' ? earnedVoucher.lagDays : 0
  const passed = passedAfter(standing, step, earnedVoucher.lagDays)
  const { mask: before, expectedDay: begun } = standing
  const expectedDay = Math.max(begun + outlook.expectedDays, begun + wait, window.opensOn)
  const ownPoints = ownPointsAt(candidate, before)
  return {
    step,
    before,
    begins: standing.passed,
    passed,
    expectedDay,
    expectedDays: expectedDay - begun,
    feeUsd: firstFee(window, voucher),
    expectedFeeUsd: expectedFee(window, voucher, outlook),
    ownPoints,
    renewals: candidate.renewals.filter(
      ({ by, expiresOn }) => (by & before) === 0 && passed.p90 <= expiresOn,
    ),
    renewalPoints: renewalsAt(candidate, before, passed.p90),
    waitingWorth: waitingWorth(candidate, ownPoints),
  }
}

/**
 * Walks a route leg by leg on three calendars: the learner's pace and luck move all legs together, so that the quantile of a
 * day is the sum of the legs' quantiles.
 *
 * @example walk([], problem) // []
 */
export function walk(steps: readonly Step[], problem: Problem): readonly WalkedLeg[] {
  const legs: WalkedLeg[] = []
  let standing: Standing = { mask: 0, passed: { p10: 0, p50: 0, p90: 0 }, expectedDay: 0 }
  for (const step of steps) {
    const leg = walkStep(standing, step, problem)
    legs.push(leg)
    standing = { mask: leg.before | step.candidate.bit, passed: leg.passed, expectedDay: leg.expectedDay }
  }
  return legs
}

/** The days of a leg as dates. @example datesOf({ p10: 1, p50: 2, p90: 3 }, calendarDate('2026-11-24')).p50 // '2026-11-26' */
export const datesOf = ({ p10, p50, p90 }: Quantiles, start: CalendarDate): DateQuantiles => ({
  p10: addDays(start, p10),
  p50: addDays(start, p50),
  p90: addDays(start, p90),
})
