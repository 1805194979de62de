import type { Basis, TierId } from '../catalogue/types.ts'
import type { CalendarDate } from '../kernel/calendar-date.ts'
import type { ProfileProblem } from './profile.ts'
import type { ReadingDocument } from './route-model.ts'
import type { Quantiles } from './sittings.ts'

/** A source of the catalogue, as a reader needs it. */
export type CitedSource = { readonly id: string; readonly title: string; readonly url: string | null }

/** Days by which something has happened with 10, 50 and 90 chances in 100. */
export type DateQuantiles = {
  readonly p10: CalendarDate
  readonly p50: CalendarDate
  readonly p90: CalendarDate
}

/** Where a leg's points come from; costs are negative, and all terms add up to what the leg adds to the objective. */
export type Contribution = {
  readonly kind:
    | 'role'
    | 'direction'
    | 'stack'
    | 'outgrown'
    | 'beside-higher'
    | 'covered'
    | 'wanted'
    | 'renewal'
    | 'hours'
    | 'fees'
    | 'time'
  readonly label: string
  readonly points: number
  readonly reason: string
  readonly sources: readonly CitedSource[]
}

/** Hours until ready by quantile, before the first sitting, and expected until passed. */
export type LegHours = Quantiles & { readonly planned: number; readonly expected: number }

/** The span of the exam version to be sat, in the candidate's language; null where open or unknown. */
export type LegWindow = {
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
  readonly basis: Basis | null
  /** The version that follows, and its first day. */
  readonly next: { readonly examCode: string; readonly from: CalendarDate } | null
}

/** What to read for one content domain; `weightPercent` is null where unknown. */
export type LegReading = {
  readonly domain: number
  readonly name: string
  readonly weightPercent: number | null
  readonly documents: readonly ReadingDocument[]
}

/** One certification of a route, dated and explained. US dollars before tax. */
export type Leg = {
  readonly certificationId: string
  readonly name: string
  readonly tier: TierId
  readonly examCode: string
  /** `renewal` when it is held already and renewed by its own exam. */
  readonly kind: 'new' | 'renewal'
  /** Day on which study for it begins when all goes as planned. */
  readonly startDate: CalendarDate
  readonly hours: LegHours
  readonly bookBy: CalendarDate
  /** Days on which it is passed; p50 is the day to book. */
  readonly examDate: DateQuantiles
  readonly passProbability: number
  readonly feeUsd: number
  readonly listFeeUsd: number
  readonly expectedFeeUsd: number
  readonly voucherUsed: boolean
  readonly voucherPercent: number
  /** What the pass renews, held or passed earlier on the route. */
  readonly renews: readonly string[]
  readonly reasons: readonly string[]
  readonly sources: readonly CitedSource[]
  readonly forWhom: string
  readonly validates: string
  readonly advice: readonly string[]
  readonly reading: readonly LegReading[]
  readonly practice: readonly string[]
  readonly versionNote: string | null
  readonly window: LegWindow
  readonly contributions: readonly Contribution[]
  /** Points that the leg adds to the objective. */
  readonly gain: number
}

/** Sums over a route. `weeks` count from the start. */
export type RouteTotals = {
  readonly legs: number
  readonly hours: LegHours
  readonly weeks: Quantiles & { readonly expected: number }
  readonly finish: DateQuantiles | null
  readonly feeUsd: number
  readonly expectedFeeUsd: number
  /** Points of worth, of costs, and their difference: the objective. */
  readonly worth: number
  readonly cost: number
  readonly objective: number
}

/** Legs in order, and their sums. */
export type Route = { readonly legs: readonly Leg[]; readonly totals: RouteTotals }

/** The best route under another aim; no legs where there is none. */
export type AlternativeRoute = Route & {
  readonly aim: string
  readonly sameAsRoute: boolean
  readonly note: string
}

/** A certification that the route leaves out, why, and what to consider in its place. */
export type Excluded = {
  readonly certificationId: string
  readonly name: string
  readonly reason: string
  readonly consider: readonly string[]
}

/** When a certification, held or planned, runs out, and what renews it. */
export type RenewalEntry = {
  readonly certificationId: string
  readonly name: string
  readonly planned: boolean
  readonly earnedOn: CalendarDate
  /** After the route has been walked as planned. */
  readonly expiresOn: CalendarDate
  /** The leg that renews it on the route, and when it would have run out without. */
  readonly renewedBy: {
    readonly certificationId: string
    readonly on: CalendarDate
    readonly insteadOf: CalendarDate
  } | null
  readonly ways: readonly string[]
  readonly reminders: readonly { readonly on: CalendarDate; readonly text: string }[]
}

/** How the route was found. */
export type Proof = { readonly method: string; readonly statesExplored: number; readonly optimal: true }

/** The answer to a profile. */
export type RoutePlan = {
  readonly route: Route
  readonly alternatives: {
    readonly fastest: AlternativeRoute
    readonly cheapest: AlternativeRoute
    readonly safest: AlternativeRoute
  }
  readonly excluded: readonly Excluded[]
  /** The smallest change of one input that changes the first leg or the set of legs. */
  readonly flips: string
  readonly renewals: readonly RenewalEntry[]
  readonly asOf: CalendarDate
  readonly proof: Proof
}

/** Why there is no route, and what to change. */
export type PlanRefusal =
  | {
      readonly code: 'profile-invalid'
      readonly message: string
      readonly problems: readonly ProfileProblem[]
    }
  | {
      readonly code: 'certification-retired'
      readonly message: string
      readonly certificationId: string
      readonly consider: readonly string[]
    }
  | { readonly code: 'no-route'; readonly message: string; readonly excluded: readonly Excluded[] }
