import type { AttemptStore } from '../../application/ports.ts'
import type { RecordedResponse, ScoreReport } from '../../domain/attempt/types.ts'
import { changeId } from '../../domain/item/key-change.ts'
import { type ResponseRow, toRecordedResponse, toReport } from './attempt-rows.ts'
import type { Query } from './database.ts'

const selectResponses = `
  SELECT position, sequence, body, flagged, saved_at FROM response WHERE attempt_id = $1 ORDER BY position`

const closeAttempt = `
  UPDATE attempt SET state = 'closed', closed_at = $2, closed_by = $3, event_count = event_count + 1
  WHERE attempt_id = $1 AND state = 'open' RETURNING event_count`

const storeReport = `UPDATE attempt SET report = $2 WHERE attempt_id = $1`

const storeOutcome = `UPDATE attempt_item SET correct = $3 WHERE attempt_id = $1 AND position = $2`

export const selectReport = `SELECT report FROM attempt WHERE attempt_id = $1 AND candidate_id = $2`

export const selectEventByToken = `SELECT body FROM attempt_event WHERE attempt_id = $1 AND client_token = $2`

export const insertEvent = `
  INSERT INTO attempt_event (attempt_id, number, kind, at, client_token, body) VALUES ($1, $2, $3, $4, $5, $6)`

/** Takes the next event number of a closed attempt, and with it the row that serialises its writers. */
const takeNumberOfClosed = `
  UPDATE attempt SET event_count = event_count + 1
  WHERE attempt_id = $1 AND candidate_id = $2 AND state = 'closed' RETURNING event_count`

const giveNumberBack = `UPDATE attempt SET event_count = event_count - 1 WHERE attempt_id = $1`

const selectSeenBefore = `
  SELECT DISTINCT i.item_id FROM attempt a JOIN attempt_item i ON i.attempt_id = a.attempt_id
  WHERE a.candidate_id = $1 AND a.attempt_id <> $2 AND a.started_at <= $3`

/** The latest recorded response of each position. */
export const readResponses = async (query: Query, attemptId: string): Promise<readonly RecordedResponse[]> =>
  (await query<ResponseRow>(selectResponses, [attemptId])).map(toRecordedResponse)

async function storeScored(query: Query, attemptId: string, report: ScoreReport): Promise<void> {
  await query(storeReport, [attemptId, JSON.stringify(report)])
  for (const item of report.items ?? []) {
    await query(storeOutcome, [attemptId, item.position, item.feedback.correct ? 1 : 0])
  }
}

/** Closes an open attempt and stores its report; a closed one gives the report it has. */
export async function closeOnce(
  query: Query,
  closing: Parameters<AttemptStore['close']>[0],
): ReturnType<AttemptStore['close']> {
  const { attempt, at, by } = closing
  const { attemptId, candidateId } = attempt
  const [closed] = await query<{ event_count: number }>(closeAttempt, [attemptId, at, by])
  if (closed === undefined) {
    const [row] = await query<{ report: string }>(selectReport, [attemptId, candidateId])
    return JSON.parse(row?.report ?? 'null')
  }
  const seen = await query<{ item_id: string }>(selectSeenBefore, [candidateId, attemptId, attempt.startedAt])
  const report = closing.report(
    await readResponses(query, attemptId),
    new Set(seen.map((row) => row.item_id)),
  )
  await query(insertEvent, [attemptId, closed.event_count, 'closed', at, null, JSON.stringify({ by })])
  await storeScored(query, attemptId, report)
  return report
}

/** Scores a closed attempt again; the event's token is the change itself, so that it counts once however often it is applied. */
export async function rescoreOnce(
  query: Query,
  { attempt, change, at, report }: Parameters<AttemptStore['rescore']>[0],
): Promise<boolean> {
  const { attemptId, candidateId } = attempt
  const token = `rescored/${changeId(change)}`
  const [taken] = await query<{ event_count: number }>(takeNumberOfClosed, [attemptId, candidateId])
  if (taken === undefined) return false
  const [done] = await query(selectEventByToken, [attemptId, token])
  if (done !== undefined) {
    await query(giveNumberBack, [attemptId])
    return false
  }
  const [row] = await query<{ report: string }>(selectReport, [attemptId, candidateId])
  const body = JSON.stringify({ change, before: toReport(row?.report ?? null) })
  await query(insertEvent, [attemptId, taken.event_count, 'rescored', at, token, body])
  await storeScored(query, attemptId, report)
  return true
}
