import type { LabStore, LabWork } from '../../application/ports.ts'
import { instant } from '../../domain/kernel/instant.ts'
import type { LabAttempt, LabEvent } from '../../domain/lab/types.ts'
import type { Database, Query, Row } from './database.ts'

const insertAttempt = `
  INSERT INTO lab_attempt (lab_attempt_id, candidate_id, lab_id, seed, started_at, body)
  VALUES ($1, $2, $3, $4, $5, $6)`

const selectAttempt = `SELECT * FROM lab_attempt WHERE lab_attempt_id = $1 AND candidate_id = $2`

const selectAttempts = `
  SELECT * FROM lab_attempt WHERE candidate_id = $1 ORDER BY started_at DESC, lab_attempt_id DESC`

const selectEvents = `SELECT * FROM lab_event WHERE lab_attempt_id = $1 ORDER BY sequence`

const selectEventsOf = `
  SELECT e.* FROM lab_event e JOIN lab_attempt a ON a.lab_attempt_id = e.lab_attempt_id
  WHERE a.candidate_id = $1 ORDER BY e.lab_attempt_id, e.sequence`

const selectNewest = `
  SELECT COALESCE(MAX(sequence), 0) AS newest FROM lab_event WHERE lab_attempt_id = $1`

const insertEvent = `
  INSERT INTO lab_event (lab_attempt_id, sequence, kind, at, body) VALUES ($1, $2, $3, $4, $5)`

const deleteEvents = `
  DELETE FROM lab_event WHERE lab_attempt_id IN (SELECT lab_attempt_id FROM lab_attempt WHERE candidate_id = $1)`

const deleteAttempts = `DELETE FROM lab_attempt WHERE candidate_id = $1`

type AttemptRow = Row & {
  lab_attempt_id: string
  candidate_id: string
  seed: string
  started_at: number
  body: string
}
type EventRow = Row & { lab_attempt_id: string; kind: string; at: number; body: string }

const toAttempt = (row: AttemptRow): LabAttempt => ({
  labAttemptId: row.lab_attempt_id,
  candidateId: row.candidate_id,
  lab: JSON.parse(row.body) as LabAttempt['lab'],
  seed: row.seed,
  startedAt: instant(row.started_at),
})

const toEvent = ({ kind, at, body }: EventRow): LabEvent =>
  ({ kind, at: instant(at), ...(JSON.parse(body) as object) }) as LabEvent

async function append(query: Query, labAttemptId: string, event: LabEvent): Promise<void> {
  const [row] = await query<{ newest: number }>(selectNewest, [labAttemptId])
  const { kind, at, ...body } = event
  await query(insertEvent, [labAttemptId, Number(row?.newest ?? 0) + 1, kind, at, JSON.stringify(body)])
}

async function listWork(query: Query, candidateId: string): Promise<readonly LabWork[]> {
  const rows = await query<EventRow>(selectEventsOf, [candidateId])
  const byAttempt = Map.groupBy(rows, ({ lab_attempt_id }) => lab_attempt_id)
  return (await query<AttemptRow>(selectAttempts, [candidateId])).map((row) => ({
    attempt: toAttempt(row),
    events: (byAttempt.get(row.lab_attempt_id) ?? []).map(toEvent),
  }))
}

const reportsIn = ({ attempt, events }: LabWork) =>
  events.flatMap((event) =>
    event.kind === 'checked'
      ? [{ labAttemptId: attempt.labAttemptId, at: event.at, report: event.report }]
      : [],
  )

/** Work on labs, on a database of the portable subset. */
export function makeLabStore(database: Database): LabStore {
  const { query, transaction } = database
  return {
    create: async ({ labAttemptId, candidateId, lab, seed, startedAt }) => {
      const values = [labAttemptId, candidateId, lab.id, seed, startedAt, JSON.stringify(lab)]
      await transaction((inside) => inside(insertAttempt, values))
    },
    find: async (labAttemptId, candidateId) => {
      const [row] = await query<AttemptRow>(selectAttempt, [labAttemptId, candidateId])
      if (row === undefined) return undefined
      const events = await query<EventRow>(selectEvents, [labAttemptId])
      return { attempt: toAttempt(row), events: events.map(toEvent) }
    },
    append: async (labAttemptId, event) => {
      await transaction((inside) => append(inside, labAttemptId, event))
    },
    list: (candidateId) => listWork(query, candidateId),
    reportsOf: async (candidateId) =>
      (await listWork(query, candidateId)).flatMap(reportsIn).sort((left, right) => left.at - right.at),
    exportAll: async (candidateId) =>
      (await listWork(query, candidateId)).map(({ attempt: { lab, ...attempt }, events }) => ({
        ...attempt,
        labId: lab.id,
        events,
      })),
    deleteAll: async (candidateId) => {
      await transaction(async (inside) => {
        await inside(deleteEvents, [candidateId])
        await inside(deleteAttempts, [candidateId])
      })
    },
  }
}
