import type {
  AdaptiveExposure,
  BankResponse,
  ItemChoice,
  MeasuredForm,
  MeasurementStore,
  ReportedOutcome,
  StoredPrediction,
} from '../../application/ports.ts'
import type { AttemptMode, RecordedResponse } from '../../domain/attempt/types.ts'
import type { CalibrationRun, RunItem } from '../../domain/form/item-bank.ts'
import type { FormItem } from '../../domain/form/types.ts'
import type { Item } from '../../domain/item/types.ts'
import { calendarDate } from '../../domain/kernel/calendar-date.ts'
import { instant } from '../../domain/kernel/instant.ts'
import type { StoredForm } from './attempt-rows.ts'
import type { Database, Query, Row } from './database.ts'
import { insertRelease, selectReleases } from './item-release-table.ts'

const insertRun = `
  INSERT INTO calibration_run (exam_code, version, at, body) VALUES ($1, $2, $3, $4)
  ON CONFLICT (exam_code, version) DO NOTHING RETURNING version`

const insertParameters = `
  INSERT INTO item_parameters (exam_code, version, item_id, item_hash, state, body) VALUES ($1, $2, $3, $4, $5, $6)`

const selectRuns = `SELECT version, at, body FROM calibration_run WHERE exam_code = $1 ORDER BY version DESC`

const selectNewestRun = `
  SELECT version, at, body FROM calibration_run WHERE exam_code = $1 ORDER BY version DESC LIMIT 1`

const selectParameters = `
  SELECT item_id, item_hash, state, body FROM item_parameters WHERE exam_code = $1 AND version = $2 ORDER BY item_id`

const selectResponses = `
  SELECT a.attempt_id, a.candidate_id, a.mode, a.close_at, a.started_at, i.position, i.item_id, i.item_version, i.correct,
    r.body
  FROM attempt a
  JOIN attempt_item i ON i.attempt_id = a.attempt_id
  LEFT JOIN response r ON r.attempt_id = i.attempt_id AND r.position = i.position
  WHERE a.exam_code = $1 AND a.state = 'closed' ORDER BY a.started_at, a.attempt_id, i.position`

const selectVersions = `SELECT version, body FROM item_version WHERE exam_code = $1`

const selectChoices = `
  SELECT a.attempt_id, i.position, r.body AS response, f.body AS form,
    (SELECT MAX(e.body) FROM attempt_event e
      WHERE e.attempt_id = a.attempt_id AND e.kind = 'placed' AND e.client_token = 'placed/' || i.item_id) AS placed
  FROM attempt_item i
  JOIN attempt a ON a.attempt_id = i.attempt_id
  JOIN form f ON f.form_id = a.form_id
  JOIN response r ON r.attempt_id = i.attempt_id AND r.position = i.position
  WHERE a.exam_code = $1 AND i.item_id = $2 AND a.state = 'closed' ORDER BY a.started_at, a.attempt_id`

const selectRecentForms = `
  SELECT f.body FROM attempt a JOIN form f ON f.form_id = a.form_id
  WHERE a.exam_code = $1 AND a.mode = 'exam' ORDER BY a.started_at DESC, a.attempt_id DESC LIMIT $2`

const selectAdaptiveExposure = `
  SELECT i.item_id, COUNT(*) AS given FROM attempt_item i
  JOIN attempt a ON a.attempt_id = i.attempt_id
  WHERE a.exam_code = $1 AND a.mode = 'diagnostic' AND a.state = 'closed' GROUP BY i.item_id`

const countDiagnostics = `
  SELECT COUNT(*) AS sessions FROM attempt WHERE exam_code = $1 AND mode = 'diagnostic' AND state = 'closed'`

const insertPrediction = `
  INSERT INTO prediction (prediction_id, candidate_id, exam_code, made_at, model, probability, low, high, body)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT (prediction_id) DO NOTHING`

const selectPredictions = `SELECT * FROM prediction WHERE exam_code = $1 ORDER BY made_at, prediction_id`

const selectPredictionsOf = `SELECT * FROM prediction WHERE candidate_id = $1 ORDER BY made_at, prediction_id`

const deletePredictions = `DELETE FROM prediction WHERE candidate_id = $1`

const insertOutcome = `
  INSERT INTO reported_outcome (outcome_id, candidate_id, exam_code, taken_on, passed, scaled_score, reported_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`

const selectOutcomes = `SELECT * FROM reported_outcome WHERE exam_code = $1 ORDER BY reported_at, outcome_id`

const selectOutcomesOf = `SELECT * FROM reported_outcome WHERE candidate_id = $1 ORDER BY reported_at, outcome_id`

const deleteOutcome = `
  DELETE FROM reported_outcome WHERE outcome_id = $1 AND candidate_id = $2 RETURNING outcome_id`

const deleteOutcomes = `DELETE FROM reported_outcome WHERE candidate_id = $1`

type RunRow = Row & { version: number; at: number; body: string }
type ParameterRow = Row & { item_id: string; item_hash: string; state: string; body: string }

/** Of an item, what has no column of its own. */
type ParameterBody = Omit<RunItem, 'itemId' | 'hash' | 'state'>

async function readRun(query: Query, examCode: string, row: RunRow): Promise<CalibrationRun> {
  const rows = await query<ParameterRow>(selectParameters, [examCode, row.version])
  const items = rows.map(({ item_id, item_hash, state, body }) => ({
    itemId: item_id,
    hash: item_hash,
    state: state as RunItem['state'],
    ...(JSON.parse(body) as ParameterBody),
  }))
  const rest = JSON.parse(row.body) as Omit<CalibrationRun, 'examCode' | 'version' | 'at' | 'items'>
  return { ...rest, examCode, version: row.version, at: row.at, items }
}

async function insertWholeRun(query: Query, run: CalibrationRun): Promise<boolean> {
  const { examCode, version, at, items, ...rest } = run
  const taken = await query(insertRun, [examCode, version, at, JSON.stringify(rest)])
  if (taken.length === 0) return false
  for (const { itemId, hash, state, ...body } of items)
    await query(insertParameters, [examCode, version, itemId, hash, state, JSON.stringify(body)])
  return true
}

type ResponseRow = Row & {
  attempt_id: string
  candidate_id: string
  mode: string
  close_at: number | null
  started_at: number
  position: number
  item_id: string
  item_version: string
  correct: number | null
  body: string | null
}

const isAnswered = (body: string | null): boolean => body !== null && !body.startsWith('{"response":null')

const toResponse = (row: ResponseRow, hashes: ReadonlyMap<string, string>): BankResponse => ({
  attemptId: row.attempt_id,
  candidateId: row.candidate_id,
  mode: row.mode as AttemptMode,
  timed: row.close_at !== null,
  startedAt: instant(row.started_at),
  position: row.position,
  itemId: row.item_id,
  hash: hashes.get(row.item_version) ?? '',
  correct: row.correct === 1,
  answered: isAnswered(row.body),
})

async function readResponses(query: Query, examCode: string): Promise<readonly BankResponse[]> {
  const versions = await query<{ version: string; body: string }>(selectVersions, [examCode])
  const hashes = new Map(versions.map(({ version, body }) => [version, (JSON.parse(body) as Item).hash]))
  return (await query<ResponseRow>(selectResponses, [examCode])).map((row) => toResponse(row, hashes))
}

type Place = Pick<FormItem, 'position' | 'optionIds' | 'optionOrder'>
type ChoiceRow = Row & {
  attempt_id: string
  position: number
  response: string
  form: string
  placed: string | null
}

/** A selection in the author's indexes; other kinds of response have no distractors to count. */
function toChoice({ attempt_id, position, response, form, placed }: ChoiceRow): ItemChoice[] {
  const given = (JSON.parse(response) as Pick<RecordedResponse, 'response'>).response
  if (given === null || !('selected' in given)) return []
  const place =
    placed === null
      ? (JSON.parse(form) as { readonly items: readonly Place[] }).items.find(
          (item) => item.position === position,
        )
      : (JSON.parse(placed) as { readonly place: Place }).place
  if (place === undefined) return []
  const chosen = given.selected.map((id) => place.optionOrder[place.optionIds.indexOf(id)] ?? -1)
  return [{ attemptId: attempt_id, chosen: chosen.filter((index) => index >= 0) }]
}

function toMeasuredForm({ body }: { readonly body: string }): MeasuredForm {
  const { formId, seed, drawnOn, packVersion, blueprint, measurement, items } = JSON.parse(body) as StoredForm
  return {
    ...{ formId, seed, drawnOn, packVersion, blueprint },
    ...(measurement === undefined ? {} : { measurement }),
    scored: items.map(({ scored }) => scored),
  }
}

async function readExposure(query: Query, examCode: string): Promise<AdaptiveExposure> {
  const [count] = await query<{ sessions: number }>(countDiagnostics, [examCode])
  const rows = await query<{ item_id: string; given: number }>(selectAdaptiveExposure, [examCode])
  return {
    sessions: count?.sessions ?? 0,
    byItem: new Map(rows.map(({ item_id, given }) => [item_id, given])),
  }
}

type PredictionRow = Row & {
  prediction_id: string
  candidate_id: string
  exam_code: string
  made_at: number
  model: string
  probability: number
  low: number
  high: number
  body: string
}

const toPrediction = (row: PredictionRow): StoredPrediction => ({
  predictionId: row.prediction_id,
  candidateId: row.candidate_id,
  examCode: row.exam_code,
  madeAt: instant(row.made_at),
  model: row.model,
  probability: row.probability,
  low: row.low,
  high: row.high,
  ...(JSON.parse(row.body) as Pick<StoredPrediction, 'counted' | 'raw'>),
})

type OutcomeRow = Row & {
  outcome_id: string
  candidate_id: string
  exam_code: string
  taken_on: string
  passed: number
  scaled_score: number | null
  reported_at: number
}

const toOutcome = (row: OutcomeRow): ReportedOutcome => ({
  outcomeId: row.outcome_id,
  candidateId: row.candidate_id,
  examCode: row.exam_code,
  takenOn: calendarDate(row.taken_on),
  passed: row.passed === 1,
  scaledScore: row.scaled_score,
  reportedAt: instant(row.reported_at),
})

const predictionValues = (of: StoredPrediction): (string | number)[] => [
  of.predictionId,
  of.candidateId,
  of.examCode,
  of.madeAt,
  of.model,
  of.probability,
  of.low,
  of.high,
  JSON.stringify({ counted: of.counted, raw: of.raw }),
]

const outcomeValues = (of: ReportedOutcome): (string | number | null)[] => [
  of.outcomeId,
  of.candidateId,
  of.examCode,
  of.takenOn,
  of.passed ? 1 : 0,
  of.scaledScore,
  of.reportedAt,
]

/** Item parameters, predictions and outcomes on a database of the portable subset. */
export function makeMeasurementStore(database: Database): MeasurementStore {
  const { query, transaction } = database
  return {
    newestRun: async (examCode) => {
      const [row] = await query<RunRow>(selectNewestRun, [examCode])
      return row === undefined ? undefined : readRun(query, examCode, row)
    },
    runs: async (examCode) => {
      const runs: CalibrationRun[] = []
      for (const row of await query<RunRow>(selectRuns, [examCode]))
        runs.push(await readRun(query, examCode, row))
      return runs
    },
    saveRun: (run) => transaction((inside) => insertWholeRun(inside, run)),
    releases: (examCode) => selectReleases(query, examCode),
    saveRelease: (examCode, release) => transaction((inside) => insertRelease(inside, examCode, release)),
    responses: (examCode) => readResponses(query, examCode),
    choices: async (examCode, itemId) =>
      (await query<ChoiceRow>(selectChoices, [examCode, itemId])).flatMap(toChoice),
    recentForms: async (examCode, limit) =>
      (await query<{ body: string }>(selectRecentForms, [examCode, limit])).map(toMeasuredForm),
    adaptiveExposure: (examCode) => readExposure(query, examCode),
    savePrediction: async (prediction) => {
      await transaction((inside) => inside(insertPrediction, predictionValues(prediction)))
    },
    predictions: async (examCode) =>
      (await query<PredictionRow>(selectPredictions, [examCode])).map(toPrediction),
    saveOutcome: async (outcome) => {
      await transaction((inside) => inside(insertOutcome, outcomeValues(outcome)))
    },
    outcomes: async (examCode) => (await query<OutcomeRow>(selectOutcomes, [examCode])).map(toOutcome),
    deleteOutcome: (outcomeId, candidateId) =>
      transaction(async (inside) => (await inside(deleteOutcome, [outcomeId, candidateId])).length > 0),
    exportAll: async (candidateId) => ({
      predictions: (await query<PredictionRow>(selectPredictionsOf, [candidateId])).map(toPrediction),
      reportedOutcomes: (await query<OutcomeRow>(selectOutcomesOf, [candidateId])).map(toOutcome),
    }),
    deleteAll: async (candidateId) => {
      await transaction(async (inside) => {
        await inside(deletePredictions, [candidateId])
        await inside(deleteOutcomes, [candidateId])
      })
    },
  }
}
