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
  /** Bits of held vouchers that are used up. */
  readonly used: number
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
  before: null,
  step: null,
}

/** The legs that led to a label, first leg first. @example stepsOf(startLabel) // [] */
export function stepsOf(label: Label): readonly Step[] {
  const steps: Step[] = []
  for (let at: Label | null = label; at?.step; at = at.before) steps.unshift(at.step)
  return steps
}
