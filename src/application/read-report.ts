import type { ScoreReport } from '../domain/attempt/types.ts'
import { presentForm } from '../domain/form/present-form.ts'
import type { PresentedForm } from '../domain/form/types.ts'
import { toIso } from '../domain/kernel/instant.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { type ClosingPorts, findAttempt } from './close-attempt.ts'
import type { Rescoring } from './ports.ts'
import type { AttemptUnknown } from './submit-attempt.ts'

/** A time that the attempt was scored again because a key had been wrong, and the report that stood until then. */
export type ToldRescoring = {
  readonly at: string
  readonly itemId: string
  readonly reason: string
  /** True where the item is not scored any more. */
  readonly withdrawn: boolean
  readonly before: ScoreReport
}

/** `rescorings`: oldest first; the report that stands is the last. */
export type ReportView = {
  readonly report: ScoreReport
  readonly form: PresentedForm
  readonly rescorings: readonly ToldRescoring[]
}

const toTold = ({ at, change, before }: Rescoring): ToldRescoring => ({
  at: toIso(at),
  itemId: change.item,
  reason: change.reason,
  withdrawn: change.key === null,
  before,
})

/**
 * Reads the report of a closed attempt, with the form as it was presented and every time that it was scored again.
 *
 * @returns report and form, or `attempt-unknown`, `not-submitted`
 */
export async function readReport(
  ports: ClosingPorts,
  request: { readonly attemptId: string; readonly candidateId: string },
): Promise<Result<ReportView, AttemptUnknown | { readonly code: 'not-submitted' }>> {
  const attempt = await findAttempt(ports, request.attemptId, request.candidateId)
  if (attempt === undefined) return fail({ code: 'attempt-unknown' })
  const report = await ports.attempts.report(request.attemptId, request.candidateId)
  if (report === undefined) return fail({ code: 'not-submitted' })
  const rescorings = await ports.attempts.rescorings(request.attemptId, request.candidateId)
  return ok({ report, form: presentForm(attempt.form), rescorings: rescorings.map(toTold) })
}
