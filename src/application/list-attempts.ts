import type { AttemptMode, AttemptState } from '../domain/attempt/types.ts'
import { toIso } from '../domain/kernel/instant.ts'
import { type ClosingPorts, closeOverdueAttempts } from './close-attempt.ts'
import type { AttemptSummary } from './ports.ts'

/** An attempt's line in the candidate's history. */
export type AttemptLine = {
  readonly attemptId: string
  readonly examCode: string
  readonly title: string
  readonly mode: AttemptMode
  readonly state: AttemptState
  readonly startedAt: string
  readonly deadline: string | null
  readonly closedAt: string | null
  readonly items: number
  readonly answered: number
  readonly correct: number | null
  readonly scored: number | null
  readonly scaledScore: number | null
  readonly cutScore: number | null
  /** Share of the form's items met before, 0 to 1; null while the attempt is open. */
  readonly seenBefore: number | null
}

const toLine = (summary: AttemptSummary, title: string): AttemptLine => ({
  attemptId: summary.attemptId,
  examCode: summary.examCode,
  title,
  mode: summary.mode,
  state: summary.state,
  startedAt: toIso(summary.startedAt),
  deadline: summary.deadline === null ? null : toIso(summary.deadline),
  closedAt: summary.closedAt === null ? null : toIso(summary.closedAt),
  items: summary.items,
  answered: summary.answered,
  correct: summary.report?.rawScore.correct ?? null,
  scored: summary.report?.rawScore.scored ?? null,
  scaledScore: summary.report?.scaledScore ?? null,
  cutScore: summary.report?.cutScore ?? null,
  seenBefore: summary.report?.seenBefore ?? null,
})

/** Lists a candidate's attempts, newest first; those whose time has run out are closed first. */
export async function listAttempts(
  ports: ClosingPorts,
  candidateId: string,
): Promise<readonly AttemptLine[]> {
  await closeOverdueAttempts(ports)
  const titles = new Map(ports.content.packs().map(({ pack }) => [pack.examCode, pack.title]))
  const summaries = await ports.attempts.list(candidateId)
  return summaries.map((summary) => toLine(summary, titles.get(summary.examCode) ?? summary.examCode))
}
