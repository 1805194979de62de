import type { AttemptLine } from '../../../application/list-attempts.ts'
import { formatShortDay } from '../../../presentation/formats.ts'

type Attempt = Pick<AttemptLine, 'attemptId' | 'examCode' | 'mode' | 'state' | 'startedAt' | 'scaledScore'>

/** Attempts that may earn or renew a record: closed, in exam mode, of one exam where one is named; newest first as they come. */
export const eligibleAttempts = <A extends Attempt>(
  attempts: readonly A[],
  examCode?: string | null,
): readonly A[] =>
  attempts.filter(
    (attempt) =>
      attempt.state === 'closed' && attempt.mode === 'exam' && (!examCode || attempt.examCode === examCode),
  )

/** An attempt in a list of choices. */
export const attemptLabel = ({ examCode, startedAt, scaledScore }: Attempt): string =>
  `${examCode}, ${formatShortDay(startedAt)}${scaledScore === null ? '' : `, ${scaledScore}`}`
