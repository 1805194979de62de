import type { ProfileInput } from '../../../domain/path/profile.ts'

/** One chance in ten to be at or below `p10`, even chances for `p50`, nine in ten for `p90`. */
export type Quantiles<T> = { readonly p10: T; readonly p50: T; readonly p90: T }

export type Leg = {
  readonly certificationId: string
  readonly examCode: string
  readonly hours: Quantiles<number>
  readonly bookBy: string | null
  readonly examDate: Quantiles<string>
  readonly passProbability: number
  readonly feeUsd: number
  readonly voucherUsed: boolean | number | null
  readonly renews: readonly string[]
  readonly reasons: readonly string[]
  readonly sources: readonly unknown[]
}

export type Route = { readonly legs: readonly Leg[]; readonly totals: Readonly<Record<string, unknown>> }

export type PlanResult = {
  readonly asOf: string
  readonly route: Route
  readonly alternatives: { readonly fastest: Route; readonly cheapest: Route; readonly safest: Route }
  readonly excluded: readonly {
    readonly certificationId: string
    readonly reason: string
    readonly consider: readonly string[]
  }[]
  readonly flips: string
  readonly renewals: readonly unknown[]
  readonly proof: { readonly method: string; readonly statesExplored: number; readonly optimal: boolean }
}

export type SavedRouteLine = {
  readonly savedRouteId: string
  readonly savedAt: string
  readonly asOf: string
  readonly title: string
}

export type SavedRouteView = SavedRouteLine & {
  readonly profile: ProfileInput
  readonly result: PlanResult
  readonly moved: readonly string[]
}
