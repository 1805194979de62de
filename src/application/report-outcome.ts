import { calendarDate, dateOf, isCalendarDate } from '../domain/kernel/calendar-date.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { type ExamUnknown, findExam } from './find-exam.ts'
import type { Ports, ReportedOutcome } from './ports.ts'

/** What a person says of a real exam: the day, whether it was passed, and the scaled score where they want to tell it. */
export type OutcomeReport = {
  readonly candidateId: string
  readonly examCode: string
  readonly takenOn: string
  readonly passed: boolean
  readonly scaledScore?: number | null
}

export type OutcomeRefusal =
  | ExamUnknown
  | {
      readonly code: 'outcome-invalid'
      readonly reason: 'day-unreadable' | 'day-to-come' | 'score-out-of-range'
    }

function faultOf({ takenOn, scaledScore }: OutcomeReport, today: string): OutcomeRefusal | null {
  if (!isCalendarDate(takenOn)) return { code: 'outcome-invalid', reason: 'day-unreadable' }
  if (takenOn > today) return { code: 'outcome-invalid', reason: 'day-to-come' }
  const score = scaledScore ?? 100
  return Number.isInteger(score) && score >= 100 && score <= 1000
    ? null
    : { code: 'outcome-invalid', reason: 'score-out-of-range' }
}

/**
 * Keeps the outcome of a real exam as its candidate reports it. Predictions made before it are then held against it.
 *
 * @returns what was kept, or `exam-unknown`, `outcome-invalid` with the reason
 */
export async function reportOutcome(
  ports: Pick<Ports, 'clock' | 'identifiers' | 'content' | 'measurement'>,
  report: OutcomeReport,
): Promise<Result<ReportedOutcome, OutcomeRefusal>> {
  const exam = findExam(ports.content, report.examCode)
  if (!exam.ok) return exam
  const now = ports.clock.now()
  const fault = faultOf(report, dateOf(now))
  if (fault !== null) return fail(fault)
  const outcome: ReportedOutcome = {
    outcomeId: ports.identifiers.next(),
    candidateId: report.candidateId,
    examCode: exam.value.pack.examCode,
    takenOn: calendarDate(report.takenOn),
    passed: report.passed,
    scaledScore: report.scaledScore ?? null,
    reportedAt: now,
  }
  await ports.measurement.saveOutcome(outcome)
  return ok(outcome)
}

/**
 * Takes a reported outcome back.
 * @returns nothing, or `outcome-unknown`
 */
export async function withdrawOutcome(
  ports: Pick<Ports, 'measurement'>,
  request: { readonly outcomeId: string; readonly candidateId: string },
): Promise<Result<null, { readonly code: 'outcome-unknown' }>> {
  const gone = await ports.measurement.deleteOutcome(request.outcomeId, request.candidateId)
  return gone ? ok(null) : fail({ code: 'outcome-unknown' })
}
