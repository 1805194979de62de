import type {
  AttemptStore,
  AttemptSummary,
  Exposure,
  RecordDecision,
  RecordFailure,
  RecordRequest,
  Rescoring,
  StoredAttempt,
} from '../../application/ports.ts'
import type { AttemptEvent } from '../../domain/attempt/replay.ts'
import type { Attempt, AttemptMode, RecordedResponse } from '../../domain/attempt/types.ts'
import type { Form } from '../../domain/form/types.ts'
import type { Item } from '../../domain/item/types.ts'
import { instant } from '../../domain/kernel/instant.ts'
import { fail, ok, type Result } from '../../domain/kernel/result.ts'
import {
  closeOnce,
  insertEvent,
  readResponses,
  rescoreOnce,
  selectEventByToken,
  selectReport,
} from './attempt-closing.ts'
import {
  type AttemptRow,
  type ResponseRow,
  responseBody,
  type StoredForm,
  toAttempt,
  toForm,
  toInstant,
  toRecordedResponse,
  toReport,
  toStoredForm,
  versionOf,
} from './attempt-rows.ts'
import type { Database, Query, Row } from './database.ts'
import { placeOnForm, readGrown } from './growing-forms.ts'

const insertItemVersion = `
  INSERT INTO item_version (version, item_id, exam_code, body) VALUES ($1, $2, $3, $4) ON CONFLICT (version) DO NOTHING`

const insertForm = `INSERT INTO form (form_id, exam_code, body) VALUES ($1, $2, $3)`

const insertAttempt = `
  INSERT INTO attempt (attempt_id, candidate_id, exam_code, mode, form_id, state, started_at, close_at, time_multiplier, event_count)
  VALUES ($1, $2, $3, $4, $5, 'open', $6, $7, $8, 1)`

const insertAttemptItem = `
  INSERT INTO attempt_item (attempt_id, position, item_id, item_version, scored) VALUES ($1, $2, $3, $4, $5)`

const selectAttempt = `SELECT * FROM attempt WHERE attempt_id = $1 AND candidate_id = $2`

const selectForm = `SELECT body FROM form WHERE form_id = $1`

const selectItemVersions = `
  SELECT v.version, v.body FROM attempt_item i JOIN item_version v ON v.version = i.item_version WHERE i.attempt_id = $1`

const selectSummaries = `
  SELECT a.*,
    (SELECT COUNT(*) FROM attempt_item i WHERE i.attempt_id = a.attempt_id) AS items,
    (SELECT COUNT(*) FROM response r WHERE r.attempt_id = a.attempt_id AND r.body NOT LIKE '{"response":null%') AS answered
  FROM attempt a WHERE a.candidate_id = $1 ORDER BY a.started_at DESC, a.attempt_id DESC`

const selectResponse = `
  SELECT position, sequence, body, flagged, saved_at FROM response WHERE attempt_id = $1 AND position = $2`

/** Takes the attempt's next event number, and with it the row that serialises its writers. */
const takeEventNumber = `
  UPDATE attempt SET event_count = event_count + 1 WHERE attempt_id = $1 AND candidate_id = $2
  RETURNING event_count, mode, state, close_at`

const giveEventNumberBack = `UPDATE attempt SET event_count = event_count - 1 WHERE attempt_id = $1`

const upsertResponse = `
  INSERT INTO response (attempt_id, position, sequence, body, flagged, saved_at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT (attempt_id, position) DO UPDATE
  SET sequence = excluded.sequence, body = excluded.body, flagged = excluded.flagged, saved_at = excluded.saved_at`

const selectRescorings = `
  SELECT e.number, e.kind, e.at, e.body FROM attempt_event e JOIN attempt a ON a.attempt_id = e.attempt_id
  WHERE e.attempt_id = $1 AND a.candidate_id = $2 AND e.kind = 'rescored' ORDER BY e.number`

const selectOverdue = `
  SELECT attempt_id, candidate_id FROM attempt WHERE state = 'open' AND close_at <= $1 ORDER BY close_at LIMIT $2`

const selectExposures = (exams: number): string => `
  SELECT i.item_id, i.attempt_id, a.exam_code, a.started_at, i.correct, COALESCE(r.flagged, 0) AS flagged, r.body
  FROM attempt a
  JOIN attempt_item i ON i.attempt_id = a.attempt_id
  LEFT JOIN response r ON r.attempt_id = i.attempt_id AND r.position = i.position
  WHERE a.candidate_id = $1 AND a.exam_code IN (${Array.from({ length: exams }, (_, index) => `$${index + 2}`).join(', ')})
  ORDER BY a.started_at DESC, a.attempt_id DESC, i.position`

const selectPage = `SELECT * FROM attempt WHERE attempt_id > $1 ORDER BY attempt_id LIMIT 100`

const selectAttemptsForExport = `SELECT * FROM attempt WHERE candidate_id = $1 ORDER BY started_at, attempt_id`

const selectEvents = `SELECT number, kind, at, client_token, body FROM attempt_event WHERE attempt_id = $1 ORDER BY number`

/** Statements that remove one attempt, leaves first. */
const deleteAttempt = [
  `DELETE FROM response WHERE attempt_id = $1`,
  `DELETE FROM attempt_event WHERE attempt_id = $1`,
  `DELETE FROM attempt_item WHERE attempt_id = $1`,
  `DELETE FROM form WHERE form_id IN (SELECT form_id FROM attempt WHERE attempt_id = $1)`,
  `DELETE FROM attempt WHERE attempt_id = $1`,
] as const

/** Forms never change once drawn, so the newest are kept in memory for the path that every saved response takes. */
const formsInMemory = 2_000

type StoredEvent = { readonly bodyHash: string; readonly recorded: RecordedResponse }

/** A growing form is stored without its items; each of them is an event. */
const beforeGrowth = (form: Form): Form =>
  form.adaptive === undefined || form.measurement === undefined
    ? form
    : { ...form, items: [], measurement: { ...form.measurement, estimates: [] } }

async function insertNew(query: Query, attempt: Attempt): Promise<void> {
  const form = beforeGrowth(attempt.form)
  for (const { item } of form.items)
    await query(insertItemVersion, [versionOf(item), item.id, form.examCode, JSON.stringify(item)])
  await query(insertForm, [form.formId, form.examCode, JSON.stringify(toStoredForm(form))])
  await query(insertAttempt, [
    attempt.attemptId,
    attempt.candidateId,
    attempt.examCode,
    attempt.mode,
    form.formId,
    attempt.startedAt,
    attempt.deadline,
    attempt.timeMultiplier,
  ])
  for (const { position, item, scored } of form.items) {
    await query(insertAttemptItem, [attempt.attemptId, position, item.id, versionOf(item), scored ? 1 : 0])
  }
  await query(insertEvent, [
    attempt.attemptId,
    1,
    'started',
    attempt.startedAt,
    null,
    JSON.stringify({ formId: form.formId }),
  ])
  for (const place of attempt.form.items.slice(form.items.length))
    await placeOnForm(query, attempt.attemptId, { place, at: attempt.startedAt })
}

async function replay(
  query: Query,
  request: RecordRequest,
): Promise<Result<RecordedResponse, RecordFailure> | undefined> {
  const [event] = await query<{ body: string }>(selectEventByToken, [request.attemptId, request.clientToken])
  if (event === undefined) return undefined
  const { bodyHash, recorded } = JSON.parse(event.body) as StoredEvent
  return bodyHash === request.bodyHash ? ok(recorded) : fail({ code: 'token-reused' })
}

type TakenNumber = Row & {
  event_count: number
  mode: string
  state: 'open' | 'closed'
  close_at: number | null
}

async function recordOne<E>(
  query: Query,
  request: RecordRequest,
  decide: RecordDecision<E>,
): Promise<Result<RecordedResponse, E | RecordFailure>> {
  const { attemptId, candidateId, position } = request
  const [taken] = await query<TakenNumber>(takeEventNumber, [attemptId, candidateId])
  if (taken === undefined) return fail({ code: 'attempt-unknown' })
  const replayed = await replay(query, request)
  const [row] = replayed === undefined ? await query<ResponseRow>(selectResponse, [attemptId, position]) : []
  const decision =
    replayed ??
    decide({
      mode: taken.mode as AttemptMode,
      state: taken.state,
      deadline: toInstant(taken.close_at),
      current: row === undefined ? null : toRecordedResponse(row),
    })
  if (replayed !== undefined || !decision.ok) {
    await query(giveEventNumberBack, [attemptId])
    return decision
  }
  const recorded = decision.value
  const event: StoredEvent = { bodyHash: request.bodyHash, recorded }
  await query(insertEvent, [
    attemptId,
    taken.event_count,
    'responded',
    request.now,
    request.clientToken,
    JSON.stringify(event),
  ])
  await query(upsertResponse, [
    attemptId,
    position,
    recorded.sequence,
    responseBody(recorded),
    recorded.flagged ? 1 : 0,
    recorded.savedAt,
  ])
  if (request.place !== undefined)
    await placeOnForm(query, attemptId, { place: request.place, at: request.now })
  return decision
}

const toSummary = (row: AttemptRow & { items: number; answered: number }): AttemptSummary => ({
  attemptId: row.attempt_id,
  examCode: row.exam_code,
  mode: row.mode as AttemptMode,
  state: row.state as AttemptSummary['state'],
  startedAt: instant(row.started_at),
  deadline: toInstant(row.close_at),
  closedAt: toInstant(row.closed_at),
  items: row.items,
  answered: row.answered,
  report: toReport(row.report),
})

type ExposureRow = Row & {
  item_id: string
  attempt_id: string
  exam_code: string
  started_at: number
  correct: number | null
  flagged: number
  body: string | null
}

const toExposure = (row: ExposureRow): Exposure => ({
  itemId: row.item_id,
  attemptId: row.attempt_id,
  examCode: row.exam_code,
  startedAt: instant(row.started_at),
  correct: row.correct === null ? null : row.correct === 1,
  flagged: row.flagged === 1,
  answered: row.body !== null && !row.body.startsWith('{"response":null'),
})

function makeFormReader(database: Database): {
  read: (attemptId: string, formId: string) => Promise<Form>
  forget: () => void
} {
  const forms = new Map<string, Form>()
  const load = async (attemptId: string, formId: string): Promise<Form> => {
    const [row] = await database.query<{ body: string }>(selectForm, [formId])
    const versions = await database.query<{ version: string; body: string }>(selectItemVersions, [attemptId])
    const items = new Map(versions.map(({ version, body }) => [version, JSON.parse(body) as Item]))
    const form = toForm(JSON.parse(row?.body ?? 'null') as StoredForm, items)
    return form.adaptive === undefined ? form : readGrown(database.query, { attemptId, begun: form, items })
  }
  return {
    read: async (attemptId, formId) => {
      const form = forms.get(formId) ?? (await load(attemptId, formId))
      forms.delete(formId)
      if (form.adaptive === undefined) forms.set(formId, form)
      if (forms.size > formsInMemory) forms.delete(forms.keys().next().value as string)
      return form
    },
    forget: () => forms.clear(),
  }
}

type EventRow = Row & { number: number; kind: string; at: number; body: string }

function toEvent({ number, kind, at, body }: EventRow): AttemptEvent {
  const event = { number, at: instant(at) }
  const told = JSON.parse(body)
  if (kind === 'responded') return { ...event, kind, recorded: (told as StoredEvent).recorded }
  if (kind === 'closed') return { ...event, kind, by: told.by }
  if (kind === 'rescored') return { ...event, kind, ...(told as Pick<Rescoring, 'change' | 'before'>) }
  if (kind === 'placed') return { ...event, kind, position: told.place.position }
  return { ...event, kind: 'started' }
}

async function exportAttempt(database: Database, row: AttemptRow): Promise<unknown> {
  const [form] = await database.query<{ body: string }>(selectForm, [row.form_id])
  const events = await database.query<{ number: number; kind: string; at: number; body: string }>(
    selectEvents,
    [row.attempt_id],
  )
  // What is still open must not tell the author's order of options, from which keys can be read in open packs.
  const isTold = row.state === 'closed'
  return {
    ...row,
    report: toReport(row.report),
    form: isTold ? JSON.parse(form?.body ?? 'null') : null,
    events: events
      .filter(({ kind }) => isTold || kind !== 'placed')
      .map((event) => ({ ...event, body: JSON.parse(event.body) })),
  }
}

/** Every attempt, a page of them at a time. */
async function* readAll(
  database: Database,
  forms: ReturnType<typeof makeFormReader>,
): AsyncGenerator<StoredAttempt> {
  let last = ''
  for (;;) {
    const rows = await database.query<AttemptRow>(selectPage, [last])
    for (const row of rows) {
      last = row.attempt_id
      yield {
        attempt: toAttempt(row, await forms.read(last, row.form_id)),
        events: (await database.query<EventRow>(selectEvents, [last])).map(toEvent),
        responses: await readResponses(database.query, last),
        report: toReport(row.report),
      }
    }
    if (rows.length === 0) return
  }
}

/** Attempts on a database of the portable subset. */
export function makeAttemptStore(database: Database): AttemptStore {
  const forms = makeFormReader(database)
  return {
    create: (attempt) => database.transaction((query) => insertNew(query, attempt)),
    find: async (attemptId, candidateId) => {
      const [row] = await database.query<AttemptRow>(selectAttempt, [attemptId, candidateId])
      return row === undefined ? undefined : toAttempt(row, await forms.read(attemptId, row.form_id))
    },
    list: async (candidateId) =>
      (
        await database.query<AttemptRow & { items: number; answered: number }>(selectSummaries, [candidateId])
      ).map(toSummary),
    responses: (attemptId) => readResponses(database.query, attemptId),
    record: (request, decide) => database.transaction((query) => recordOne(query, request, decide)),
    close: (closing) => database.transaction((query) => closeOnce(query, closing)),
    report: async (attemptId, candidateId) => {
      const [row] = await database.query<{ report: string | null }>(selectReport, [attemptId, candidateId])
      return toReport(row?.report ?? null) ?? undefined
    },
    rescore: (rescoring) => database.transaction((query) => rescoreOnce(query, rescoring)),
    rescorings: async (attemptId, candidateId) =>
      (await database.query<EventRow>(selectRescorings, [attemptId, candidateId])).map(({ at, body }) => ({
        at: instant(at),
        ...(JSON.parse(body) as Pick<Rescoring, 'change' | 'before'>),
      })),
    overdue: async (now, limit) =>
      (await database.query<{ attempt_id: string; candidate_id: string }>(selectOverdue, [now, limit])).map(
        (row) => ({
          attemptId: row.attempt_id,
          candidateId: row.candidate_id,
        }),
      ),
    exposures: async (candidateId, examCodes) => {
      const rows = await database.query<ExposureRow>(selectExposures(examCodes.length), [
        candidateId,
        ...examCodes,
      ])
      return rows.map(toExposure)
    },
    all: () => readAll(database, forms),
    exportAll: async (candidateId) => {
      const rows = await database.query<AttemptRow>(selectAttemptsForExport, [candidateId])
      const attempts: unknown[] = []
      for (const row of rows) attempts.push(await exportAttempt(database, row))
      return attempts
    },
    deleteAll: async (candidateId) => {
      await database.transaction(async (query) => {
        const rows = await query<AttemptRow>(selectAttemptsForExport, [candidateId])
        for (const row of rows)
          for (const statement of deleteAttempt) await query(statement, [row.attempt_id])
      })
      forms.forget()
    },
  }
}
