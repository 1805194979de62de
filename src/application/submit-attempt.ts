import type { ScoreReport } from '../domain/attempt/types.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { type ClosingPorts, closeAttempt, findAttempt } from './close-attempt.ts'

export type AttemptUnknown = { readonly code: 'attempt-unknown' }

/**
 * Submits an attempt for scoring. Idempotent: a closed attempt gives the report it has.
 *
 * @returns the report, or `attempt-unknown`
 */
export async function submitAttempt(
  ports: ClosingPorts,
  request: { readonly attemptId: string; readonly candidateId: string },
): Promise<Result<ScoreReport, AttemptUnknown>> {
  const attempt = await findAttempt(ports, request.attemptId, request.candidateId)
  if (attempt === undefined) return fail({ code: 'attempt-unknown' })
  return ok(await closeAttempt(ports, attempt, 'submitted'))
}
