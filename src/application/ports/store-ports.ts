import type { Dispute } from '../../domain/item/dispute.ts'
import type { Instant } from '../../domain/kernel/instant.ts'

/** Care of the store as a whole. */
export type StoreKeeper = {
  /** Brings the schema up to date; resolves to the number of migrations that stand. */
  readonly migrate: () => Promise<number>
  /** Writes a consistent copy to a new file while the store is in use. */
  readonly backup: (file: string) => Promise<void>
  /** Puts a backup in the place of a store that does not exist yet. */
  readonly restore: (file: string) => Promise<void>
  /** What the engine itself finds wrong with its files; empty when nothing is. */
  readonly integrity: () => Promise<readonly string[]>
}

/** Disputes of items; oldest first. Every write is durable when its promise resolves. */
export type DisputeStore = {
  readonly add: (dispute: Dispute) => Promise<void>
  /** Replaces what a dispute says, unless its state has changed from the one named; false then. */
  readonly update: (dispute: Dispute, from: Dispute['state']) => Promise<boolean>
  readonly find: (disputeId: string) => Promise<Dispute | undefined>
  readonly list: () => Promise<readonly Dispute[]>
  readonly ofCandidate: (candidateId: string) => Promise<readonly Dispute[]>
  readonly deleteAll: (candidateId: string) => Promise<void>
}

/** A route kept by a candidate, exactly as it was computed. */
export type SavedRoute = {
  readonly savedRouteId: string
  readonly candidateId: string
  readonly savedAt: Instant
  readonly asOf: string
  readonly title: string
  readonly profile: unknown
  readonly result: unknown
}

/** Saved routes of candidates; newest first. */
export type SavedRouteStore = {
  readonly save: (route: SavedRoute) => Promise<void>
  readonly list: (candidateId: string) => Promise<readonly SavedRoute[]>
  readonly find: (savedRouteId: string, candidateId: string) => Promise<SavedRoute | undefined>
  readonly delete: (savedRouteId: string, candidateId: string) => Promise<boolean>
  readonly deleteAll: (candidateId: string) => Promise<void>
}
