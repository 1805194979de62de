import {
  followAbility,
  isShown,
  predictReadiness,
  type ReadinessModel,
  type ReadinessPrediction,
  toReadiness,
} from '../domain/attempt/predict-readiness.ts'
import type { Readiness } from '../domain/attempt/types.ts'
import type { Pack } from '../domain/item/types.ts'
import { addDays, dateOf } from '../domain/kernel/calendar-date.ts'
import { type Instant, toIso } from '../domain/kernel/instant.ts'
import { ok, type Result } from '../domain/kernel/result.ts'
import {
  type CalibrationRecord,
  recordCalibration,
} from '../domain/measurement/readiness/calibration-record.ts'
import { correctForReporting, outcomesNeeded } from '../domain/measurement/readiness/recalibration.ts'
import { type ExamUnknown, findExam } from './find-exam.ts'
import type { Ports, StoredPrediction } from './ports.ts'
import { readExposures } from './read-exposures.ts'
import { inDays, judgePredictions, readReadinessModel, toMeetings } from './readiness-model.ts'
import { simulateRecord } from './simulate-record.ts'

/** The chance on a day to come; numbers are null where the interval is wider than one half. */
export type FanPoint = {
  readonly on: string
  readonly days: number
  readonly probability: number | null
  readonly low: number | null
  readonly high: number | null
}

/** How far stated chances came true: of people where outcomes were reported, of a simulation until then. */
export type RecordView = {
  readonly kind: 'simulated' | 'reported'
  /** Reported outcomes of real exams that a prediction preceded, and how many it takes to claim anything of real exams. */
  readonly reported: number
  readonly needed: number
  readonly record: CalibrationRecord
  /** What the share of passes would be if those who fail reported half as often; null without reports. */
  readonly passShare: { readonly reported: number; readonly ifFailuresReportHalf: number } | null
}

/** What was said on an earlier day; null where the interval was too wide to say it. */
export type EarlierStatement = {
  readonly madeAt: string
  readonly probability: number | null
  readonly counted: number
}

/** All that can be said of one person's readiness for one exam. */
export type ReadinessView = {
  readonly examCode: string
  readonly title: string
  readonly asOf: string
  readonly model: string
  readonly readiness: Readiness
  readonly evidence: { readonly counted: number; readonly repeated: number; readonly lastOn: string | null }
  readonly fan: readonly FanPoint[]
  readonly earlier: readonly EarlierStatement[]
  readonly outcomes: readonly {
    readonly outcomeId: string
    readonly takenOn: string
    readonly passed: boolean
    readonly scaledScore: number | null
  }[]
  readonly record: RecordView
}

const weeksAhead = 12

const toEarlier = ({ madeAt, probability, low, high, counted }: StoredPrediction): EarlierStatement => ({
  madeAt: toIso(madeAt),
  probability: isShown(low, high) ? probability : null,
  counted,
})

type Followed = ReturnType<typeof followAbility>

function drawFan(model: ReadinessModel, ability: Followed, now: number): FanPoint[] {
  return Array.from({ length: weeksAhead + 1 }, (_, week) => {
    const days = week * 7
    const { probability, low, high } = toReadiness(
      model,
      predictReadiness(model, ability, { days, madeAt: inDays(now) }),
    )
    return { on: addDays(dateOf(now), days), days, probability, low, high }
  })
}

const records = new WeakMap<object, Map<string, CalibrationRecord>>()

/** A simulation of a thousand learners takes a moment, so one is kept for each pool and model. */
function simulatedRecord(pool: object, model: ReadinessModel): CalibrationRecord {
  const kept = records.get(pool) ?? new Map<string, CalibrationRecord>()
  records.set(pool, kept)
  const record = kept.get(model.name) ?? simulateRecord(model)
  kept.set(model.name, record)
  return record
}

async function readRecord(
  ports: Pick<Ports, 'measurement'>,
  examCode: string,
  { pool, model }: { readonly pool: object; readonly model: ReadinessModel },
): Promise<RecordView> {
  const judged = await judgePredictions(ports, examCode)
  const base = { reported: judged.length, needed: outcomesNeeded.logistic }
  if (judged.length === 0)
    return { ...base, kind: 'simulated', record: simulatedRecord(pool, model), passShare: null }
  const outcomes = judged.map(({ prediction, outcome }) => ({
    probability: prediction.probability,
    passed: outcome.passed,
  }))
  const share = outcomes.filter(({ passed }) => passed).length / outcomes.length
  const ifFailuresReportHalf = correctForReporting(share, { passReports: 1, failReports: 0.5 })
  return {
    ...base,
    kind: 'reported',
    record: recordCalibration(outcomes),
    passShare: { reported: share, ifFailuresReportHalf },
  }
}

type ReadinessPorts = Pick<Ports, 'clock' | 'content' | 'attempts' | 'measurement'>

/** Whose readiness for what, when, and by which model. */
type Question = {
  readonly candidateId: string
  readonly pack: Pack
  readonly now: Instant
  readonly model: ReadinessModel
}

/** Keeps the statement of today, the first of the day, where there is anything to state it from. */
async function keepToday(
  ports: ReadinessPorts,
  { candidateId, pack, now, model }: Question,
  { probability, raw, low, high, counted }: ReadinessPrediction,
): Promise<void> {
  if (counted === 0) return
  const { examCode } = pack
  await ports.measurement.savePrediction({
    predictionId: `${candidateId}/${examCode}/${dateOf(now)}`,
    ...{ candidateId, examCode, madeAt: now, model: model.name },
    ...{ probability, raw, low, high, counted },
  })
}

/** What was said to this person before, and what they reported. */
async function readPast(
  { measurement }: ReadinessPorts,
  { candidateId, pack }: Question,
): Promise<Pick<ReadinessView, 'earlier' | 'outcomes'>> {
  const isOwn = (one: { readonly candidateId: string }): boolean => one.candidateId === candidateId
  const predictions = (await measurement.predictions(pack.examCode)).filter(isOwn)
  const outcomes = (await measurement.outcomes(pack.examCode)).filter(isOwn)
  return {
    earlier: predictions.map(toEarlier),
    outcomes: outcomes.map(({ outcomeId, takenOn, passed, scaledScore }) => ({
      ...{ outcomeId, takenOn, passed, scaledScore },
    })),
  }
}

/**
 * Reads a candidate's readiness for an exam: today, on the days to come, and how often such statements came true. The statement
 * of today is kept, once a day, before anybody knows what comes.
 *
 * @returns the view, or `exam-unknown`
 */
export async function readReadiness(
  ports: ReadinessPorts,
  request: { readonly candidateId: string; readonly examCode: string },
): Promise<Result<ReadinessView, ExamUnknown>> {
  const exam = findExam(ports.content, request.examCode)
  if (!exam.ok) return exam
  const { pack } = exam.value
  const { candidateId } = request
  const model = await readReadinessModel(ports, exam.value)
  const exposures = await readExposures(ports, candidateId, pack)
  const meetings = toMeetings(exposures)
  const question: Question = { candidateId, pack, model, now: ports.clock.now() }
  const today = inDays(question.now)
  const ability = followAbility(model, meetings, today)
  const prediction = predictReadiness(model, ability, { days: 0, madeAt: today })
  await keepToday(ports, question, prediction)
  const { counted, repeated } = prediction
  const last = meetings.at(-1)
  return ok({
    ...{ examCode: pack.examCode, title: pack.title, asOf: dateOf(question.now), model: model.name },
    readiness: toReadiness(model, prediction),
    evidence: { counted, repeated, lastOn: last === undefined ? null : dateOf(last.day * 86_400_000) },
    fan: drawFan(model, ability, question.now),
    ...(await readPast(ports, question)),
    record: await readRecord(ports, pack.examCode, { pool: pack, model }),
  })
}
