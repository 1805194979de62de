import type { Candidate, SittingWindow } from './problem.ts'
import type { Outlook } from './sittings.ts'

/** How a leg's first sitting is paid: in full, with the voucher of the last pass, or with one the person has. */
export type VoucherUse =
  | { readonly kind: 'none'; readonly percent: 0 }
  | { readonly kind: 'earned'; readonly percent: number }
  | { readonly kind: 'held'; readonly percent: number; readonly bit: number }

/** One leg as decided: what is sat, in which window, prepared how well, paid how. */
export type Step = {
  readonly candidate: Candidate
  readonly window: SittingWindow
  readonly outlook: Outlook
  readonly voucher: VoucherUse
}

/**
 * A way to have passed a set of candidates: the state of the dynamic programme.
 * Days count from the start; `latest` is the day by which the last pass has come with nine chances in ten.
 */
export type Label = {
  readonly mask: number
  /** Objective of the legs so far, in points. */
  readonly gain: number
  readonly expectedDay: number
  readonly latest: number
  /** US dollars of first sittings. */
  readonly spentUsd: number
  /** Bits of held vouchers that are used up, and of held certifications that have been renewed. */
  readonly used: number
  readonly renewed: number
  readonly before: Label | null
  readonly step: Step | null
}

/** Before the first leg. */
export const startLabel: Label = {
  mask: 0,
  gain: 0,
  expectedDay: 0,
  latest: 0,
  spentUsd: 0,
  used: 0,
  renewed: 0,
  before: null,
  step: null,
}

const isSubset = (part: number, whole: number): boolean => (part & ~whole) === 0

/**
 * True when every way to go on from `other` can be copied from `one` at no less an objective: same set passed, no smaller
 * gain, no later in either calendar, no more spent, no voucher or renewal gone that the other still has.
 * Being earlier makes the voucher of the last pass run out earlier, which matters only when a window opens after that;
 * `lastOpening` is the last such day, and then equal days are asked for.
 *
 * @param lastOpening last day on which any window opens
 * @param validityDays days for which the voucher of a pass is valid
 * @example dominates(startLabel, startLabel, 0, 365) // true
 */
export function dominates(one: Label, other: Label, lastOpening: number, validityDays: number): boolean {
  return (
    one.gain >= other.gain &&
    one.expectedDay <= other.expectedDay &&
    one.latest <= other.latest &&
    one.spentUsd <= other.spentUsd &&
    isSubset(one.used, other.used) &&
    isSubset(one.renewed, other.renewed) &&
    (one.latest === other.latest || lastOpening <= one.latest + validityDays)
  )
}

/** The legs that led to a label, first leg first. @example stepsOf(startLabel) // [] */
export function stepsOf(label: Label): readonly Step[] {
  const steps: Step[] = []
  for (let at: Label | null = label; at?.step; at = at.before) steps.unshift(at.step)
  return steps
}
