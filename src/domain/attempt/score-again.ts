import type { KeyChange } from '../item/key-change.ts'
import { withKeyChanges } from './key-changes.ts'
import type { Replayed } from './replay.ts'
import { scoreReport } from './report.ts'
import type { Attempt, ScoreReport } from './types.ts'

/**
 * The report of a closed attempt as its events give it, by the key changes named. What had been seen before, and readiness, are
 * facts of the report that stands and not of the events. Null while the attempt is open.
 *
 * @example scoreAgain(attempt, { ...replayed, closing: null }, { report, changes: [] }) // null
 */
export function scoreAgain(
  attempt: Attempt,
  { responses, closing }: Replayed,
  { report, changes }: { readonly report: ScoreReport | null; readonly changes: readonly KeyChange[] },
): ScoreReport | null {
  if (closing === null) return null
  const seen = (report?.items ?? []).filter((item) => item.seenBefore)
  const form = withKeyChanges(attempt.form, changes)
  return scoreReport({ ...attempt, form }, responses, {
    ...closing,
    seenBefore: new Set(seen.map((item) => item.itemId)),
    readiness: report?.readiness ?? null,
  })
}
