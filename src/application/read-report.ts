import type { ScoreReport } from '../domain/attempt/types.ts'
import { presentForm } from '../domain/form/present-form.ts'
import type { PresentedForm } from '../domain/form/types.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { findAttempt } from './close-attempt.ts'
import type { Ports } from './ports.ts'
import type { AttemptUnknown } from './submit-attempt.ts'

export type ReportView = { readonly report: ScoreReport; readonly form: PresentedForm }

/**
 * Reads the report of a closed attempt, with the form as it was presented.
 *
 * @returns report and form, or `attempt-unknown`, `not-submitted`
 */
export async function readReport(
  ports: Pick<Ports, 'clock' | 'attempts'>,
  request: { readonly attemptId: string; readonly candidateId: string },
): Promise<Result<ReportView, AttemptUnknown | { readonly code: 'not-submitted' }>> {
  const attempt = await findAttempt(ports, request.attemptId, request.candidateId)
  if (attempt === undefined) return fail({ code: 'attempt-unknown' })
  const report = await ports.attempts.report(request.attemptId, request.candidateId)
  if (report === undefined) return fail({ code: 'not-submitted' })
  return ok({ report, form: presentForm(attempt.form) })
}
