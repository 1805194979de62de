import type { Certification, ExamVersion } from '../catalogue/types.ts'
import type { HeldState } from './held.ts'
import type { Profile } from './profile.ts'
import type { SharedSkill } from './route-model.ts'
import type { Ladder, Preparation } from './sittings.ts'
import type { Background } from './study-hours.ts'
import type { Worth } from './worth.ts'

/** A span in which a candidate may sit one version in their language; days count from the start of the route. */
export type SittingWindow = {
  /** The code to book. */
  readonly examCode: string
  readonly form: 'standard' | 'beta'
  readonly version: ExamVersion
  /** First day on which it can be sat by this person. */
  readonly opensOn: number
  /** Last day, Infinity when none is known. */
  readonly closesOn: number
  readonly feeUsd: number
}

/** A held certification that a pass renews, and the points that this is worth. */
export type RenewalGain = {
  readonly held: HeldState
  /** Candidates whose exam renews it: the first one passed does so, or was already too late. */
  readonly by: number
  readonly points: number
  /** Last day on which the renewal counts. */
  readonly expiresOn: number
}

/** Another certification whose skills a leg may share; `bit` is 0 when it is held already. */
export type Helper = { readonly skill: SharedSkill; readonly bit: number; readonly share: number }

/** A certification that the route may contain. Masks are sets of candidates, one bit each. */
export type Candidate = {
  readonly bit: number
  readonly certification: Certification
  /** `renewal` when it is held and would be renewed by its own exam. */
  readonly kind: 'new' | 'renewal'
  readonly wanted: boolean
  readonly worth: Worth
  /** Points of the certification itself, 0 for a renewal; of asking for it. */
  readonly ownPoints: number
  readonly wantedPoints: number
  /** Candidates that renew this one by a higher exam: passed first, they leave it nothing to say. */
  readonly coveredBy: number
  /** Candidates beside which a Foundational certification says less; -1 when one is held. */
  readonly higher: number
  readonly besideHigherFactor: number
  /** Candidates any of which opens it; -1 when it is open already. */
  readonly openedBy: number
  readonly background: Background
  readonly preparation: Preparation
  readonly heldHelpers: readonly Helper[]
  readonly helpers: readonly Helper[]
  readonly helpersMask: number
  readonly leastShare: number
  readonly windows: readonly SittingWindow[]
  readonly renewals: readonly RenewalGain[]
}

/** Why a certification is not even a candidate. */
export type Closed = {
  readonly certification: Certification
  readonly why:
    | { readonly kind: 'avoided' }
    | { readonly kind: 'held'; readonly held: HeldState }
    | { readonly kind: 'covered'; readonly by: HeldState }
    | { readonly kind: 'not-technical' }
    | { readonly kind: 'language' }
    | { readonly kind: 'beta-only' }
    | { readonly kind: 'over'; readonly lastDay: string | null }
}

/** A discount the person has; `expiresOn` counts from the start of the route. */
export type HeldVoucher = { readonly bit: number; readonly percent: number; readonly expiresOn: number }

/** The route problem of one profile, ready for the optimiser. Days count from the start of the route. */
export type Problem = {
  readonly profile: Profile
  readonly candidates: readonly Candidate[]
  readonly closed: readonly Closed[]
  readonly held: readonly HeldState[]
  readonly ladders: readonly Ladder[]
  readonly vouchers: readonly HeldVoucher[]
  readonly deadline: number
  readonly budgetUsd: number
  readonly costs: { readonly hour: number; readonly usd: number; readonly week: number }
  readonly earnedVoucher: {
    readonly percent: number
    readonly lagDays: number
    readonly validityDays: number
  }
}

/** The price of each kind of cost, and what must be in the route: what a plan is measured by. */
export type Objective = {
  /** 1 when worth counts, 0 when only costs do. */
  readonly worth: 0 | 1
  readonly hour: number
  readonly usd: number
  /** Points per week of waiting for a certification worth 100 points. */
  readonly week: number
  /** Points per week until the route ends. */
  readonly routeWeek: number
  /** Candidates that must be in the route. */
  readonly required: number
}
