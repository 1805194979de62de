import type { AttemptLine } from '../../../application/list-attempts.ts'

/** Share of items met before up to which an attempt still counts as new, 0 to 1. */
const mostlyNew = 0.1

export type SplitAttempts = {
  readonly open: readonly AttemptLine[]
  readonly fresh: readonly AttemptLine[]
  readonly repeated: readonly AttemptLine[]
}

/** Parts open attempts, closed ones on mostly new items, and closed ones on items met before. */
export function splitBySeen(attempts: readonly AttemptLine[]): SplitAttempts {
  const closed = attempts.filter((attempt) => attempt.state === 'closed')
  const isFresh = (attempt: AttemptLine): boolean => (attempt.seenBefore ?? 0) <= mostlyNew
  return {
    open: attempts.filter((attempt) => attempt.state === 'open'),
    fresh: closed.filter(isFresh),
    repeated: closed.filter((attempt) => !isFresh(attempt)),
  }
}
