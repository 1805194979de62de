import type { Label, Step, VoucherUse } from './label.ts'
import type { Offer } from './offers.ts'
import type { Candidate, Objective, Problem, SittingWindow } from './problem.ts'
import type { Outlook } from './sittings.ts'

const daysPerWeek = 7
/** Days are rounded up; a hair above a whole day is that day. */
const hair = 1e-9
type EarnedVoucher = Problem['earnedVoucher']

const payInFull: VoucherUse = { kind: 'none', percent: 0 }

/** True when a candidate may be the next leg: not passed yet, and open to someone who has passed the mask. */
export const isOpen = ({ bit, openedBy }: Candidate, mask: number): boolean =>
  (mask & bit) === 0 && (openedBy === -1 || (openedBy & mask) !== 0)

/**
 * Points of a candidate itself after the certifications of a mask: none once a higher exam has covered it, fewer for a
 * Foundational one beside a higher one.
 */
export function ownPointsAt(candidate: Candidate, mask: number): number {
  if ((mask & candidate.coveredBy) !== 0) return 0
  const beside = candidate.higher === -1 || (mask & candidate.higher) !== 0
  return beside ? candidate.ownPoints * candidate.besideHigherFactor : candidate.ownPoints
}

/** The worth, in points, that a week of waiting is charged on: 100 for what is asked for. */
export const waitingWorth = (candidate: Candidate, ownPoints: number): number =>
  candidate.wanted ? 100 : ownPoints

/** True when the voucher of the last pass can be used without waiting for it, and has not run out by then. */
function costsNoWait(
  label: Label,
  { outlook, window }: Offer,
  { lagDays, validityDays }: EarnedVoucher,
): boolean {
  const passedBy = Math.max(window.opensOn, label.latest + outlook.days.p90 + 1)
  return (
    outlook.expectedDays >= lagDays && outlook.days.p90 >= lagDays && passedBy <= label.latest + validityDays
  )
}

/**
 * The ways to pay the next first sitting. Where the voucher of the last pass costs no wait, ways that save no more are left
 * out: it would be lost, and the next pass brings another.
 */
export function waysToPay(label: Label, offer: Offer, problem: Problem): readonly VoucherUse[] {
  const { vouchers, earnedVoucher } = problem
  const held = vouchers
    .filter(({ bit }) => (label.used & bit) === 0)
    .map(({ bit, percent }): VoucherUse => ({ kind: 'held', bit, percent }))
  if (label.step === null) return [...held, payInFull]
  const { percent } = earnedVoucher
  const earned: VoucherUse = { kind: 'earned', percent }
  return costsNoWait(label, offer, earnedVoucher)
    ? [earned, ...held.filter((way) => way.percent > percent)]
    : [earned, ...held, payInFull]
}

/** A problem, and what a plan for it is measured by. */
export type Task = { readonly problem: Problem; readonly objective: Objective }

/** When a leg is over: on the expected calendar, and on the one that nine in ten keep. */
type Days = { readonly expectedDay: number; readonly latest: number }

function daysAfter(label: Label, step: Step, lagDays: number): Days {
  const { outlook, window } = step
  const wait = step.voucher.kind === 'earned' ? lagDays : 0
  return {
    expectedDay: Math.max(label.expectedDay + outlook.expectedDays, label.expectedDay + wait, window.opensOn),
    latest: Math.max(Math.ceil(label.latest + outlook.days.p90 - hair), label.latest + wait, window.opensOn),
  }
}

function lastDayToPay(label: Label, voucher: VoucherUse, problem: Problem): number {
  if (voucher.kind === 'none') return Number.POSITIVE_INFINITY
  if (voucher.kind === 'earned') return label.latest + problem.earnedVoucher.validityDays
  return problem.vouchers.find(({ bit }) => bit === voucher.bit)!.expiresOn
}

/** US dollars of a first sitting after the voucher. @example firstFee({ feeUsd: 300 }, { percent: 50 }) // 150 */
export const firstFee = (
  { feeUsd }: Pick<SittingWindow, 'feeUsd'>,
  { percent }: Pick<VoucherUse, 'percent'>,
): number => feeUsd * (1 - percent / 100)

/** E[fee] of a leg in US dollars: the first sitting with its voucher, every further one in full. */
export const expectedFee = (
  window: Pick<SittingWindow, 'feeUsd'>,
  voucher: Pick<VoucherUse, 'percent'>,
  { expectedSittings }: Pick<Outlook, 'expectedSittings'>,
): number => firstFee(window, voucher) + window.feeUsd * (expectedSittings - 1)

/** Without a budget nothing is counted, so that labels do not differ by it. */
const spentAfter = (label: Label, { window, voucher }: Step, { budgetUsd }: Problem): number =>
  budgetUsd === Number.POSITIVE_INFINITY ? 0 : label.spentUsd + firstFee(window, voucher)

/**
 * Points of the held certifications that a candidate renews when it is passed by a day, after the certifications of a mask;
 * nothing where one of them has renewed it, or was already too late.
 */
export function renewalsAt({ renewals }: Candidate, mask: number, latest: number): number {
  let points = 0
  for (const gain of renewals) {
    if ((gain.by & mask) === 0 && latest <= gain.expiresOn) points += gain.points
  }
  return points
}

function gainOf(
  label: Label,
  { candidate, outlook, window, voucher }: Step,
  { days, worth, objective }: { readonly days: Days; readonly worth: number; readonly objective: Objective },
): number {
  const waiting = waitingWorth(candidate, ownPointsAt(candidate, label.mask)) / 100
  return (
    objective.worth * worth -
    objective.hour * outlook.expectedHours -
    objective.usd * expectedFee(window, voucher, outlook) -
    (objective.week * waiting * days.expectedDay) / daysPerWeek -
    (objective.routeWeek * (days.expectedDay - label.expectedDay)) / daysPerWeek
  )
}

/**
 * Appends a leg to a label, or null where a date, the deadline, the budget or a voucher's expiry forbids it.
 *
 * gain' = gain + worth - hour E[hours] - usd E[fee] - week (worth / 100) E[weeks until held] - routeWeek E[weeks of the leg]
 */
export function extendLabel(label: Label, step: Step, { problem, objective }: Task): Label | null {
  const { candidate, window, voucher } = step
  const days = daysAfter(label, step, problem.earnedVoucher.lagDays)
  if (days.latest > Math.min(window.closesOn, problem.deadline, lastDayToPay(label, voucher, problem)))
    return null
  const spentUsd = spentAfter(label, step, problem)
  if (spentUsd > problem.budgetUsd) return null
  const renewals = renewalsAt(candidate, label.mask, days.latest)
  const worth = ownPointsAt(candidate, label.mask) + candidate.wantedPoints + renewals
  return {
    mask: label.mask | candidate.bit,
    gain: label.gain + gainOf(label, step, { days, worth, objective }),
    ...days,
    spentUsd,
    used: voucher.kind === 'held' ? label.used | voucher.bit : label.used,
    before: label,
    step,
  }
}
