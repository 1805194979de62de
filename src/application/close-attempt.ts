import { scoreReport } from '../domain/attempt/report.ts'
import { closingInstant, isOverdue } from '../domain/attempt/respond.ts'
import type { Attempt, ClosingReason, ScoreReport } from '../domain/attempt/types.ts'
import type { Ports } from './ports.ts'

type ClosingPorts = Pick<Ports, 'clock' | 'attempts'>

/** Closes and scores an attempt in one transaction; an attempt that is closed already gives the report it has. */
export function closeAttempt(ports: ClosingPorts, attempt: Attempt, by: ClosingReason): Promise<ScoreReport> {
  const at = closingInstant(attempt.deadline, ports.clock.now())
  return ports.attempts.close({
    attempt,
    at,
    by,
    report: (responses, seenBefore) => scoreReport(attempt, responses, { at, by, seenBefore }),
  })
}

/** Finds an attempt of its owner, and closes it first when its time has run out. */
export async function findAttempt(
  ports: ClosingPorts,
  attemptId: string,
  candidateId: string,
): Promise<Attempt | undefined> {
  const attempt = await ports.attempts.find(attemptId, candidateId)
  if (attempt === undefined || !isOverdue(attempt.state, attempt.deadline, ports.clock.now())) return attempt
  await closeAttempt(ports, attempt, 'time-out')
  return ports.attempts.find(attemptId, candidateId)
}

/** How many overdue attempts one sweep closes at most. */
const sweepLimit = 100

/** Closes attempts whose deadline has passed without anybody looking; resolves to how many. */
export async function closeOverdueAttempts(ports: ClosingPorts): Promise<number> {
  const overdue = await ports.attempts.overdue(ports.clock.now(), sweepLimit)
  for (const { attemptId, candidateId } of overdue) await findAttempt(ports, attemptId, candidateId)
  return overdue.length
}
