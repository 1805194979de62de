import type { KeyChange } from '../item/key-change.ts'
import type { Instant } from '../kernel/instant.ts'
import type { ClosingReason, RecordedResponse, ScoreReport } from './types.ts'

/** What happened to an attempt, in order of `number`; nothing in the log is ever changed. */
export type AttemptEvent =
  | { readonly kind: 'started'; readonly number: number; readonly at: Instant }
  /** An item joined a growing form. */
  | { readonly kind: 'placed'; readonly number: number; readonly at: Instant; readonly position: number }
  | {
      readonly kind: 'responded'
      readonly number: number
      readonly at: Instant
      readonly recorded: RecordedResponse
    }
  | { readonly kind: 'closed'; readonly number: number; readonly at: Instant; readonly by: ClosingReason }
  | {
      readonly kind: 'rescored'
      readonly number: number
      readonly at: Instant
      readonly change: KeyChange
      /** The report as it stood until then. */
      readonly before: ScoreReport
    }

/** The state that a log of events leads to. */
export type Replayed = {
  /** Latest recorded response of each position, by position. */
  readonly responses: readonly RecordedResponse[]
  readonly closing: { readonly at: Instant; readonly by: ClosingReason } | null
  /** Key changes by which the attempt was scored again, in order. */
  readonly changes: readonly KeyChange[]
}

/**
 * Derives the state of an attempt from its events alone.
 * @example replay([]).closing // null
 */
export function replay(events: readonly AttemptEvent[]): Replayed {
  const latest = new Map<number, RecordedResponse>()
  const changes: KeyChange[] = []
  let closing: Replayed['closing'] = null
  for (const event of events) {
    if (event.kind === 'responded') latest.set(event.recorded.position, event.recorded)
    if (event.kind === 'closed') closing = { at: event.at, by: event.by }
    if (event.kind === 'rescored') changes.push(event.change)
  }
  return { responses: [...latest.values()].sort((a, b) => a.position - b.position), closing, changes }
}
