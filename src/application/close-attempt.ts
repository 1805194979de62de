import {
  followAbility,
  type Meeting,
  predictReadiness,
  type ReadinessModel,
  type ReadinessPrediction,
  toReadiness,
} from '../domain/attempt/predict-readiness.ts'
import { scoreReport } from '../domain/attempt/report.ts'
import { closingInstant, isOverdue } from '../domain/attempt/respond.ts'
import type { Attempt, ClosingReason, RecordedResponse, ScoreReport } from '../domain/attempt/types.ts'
import { seenByFamily } from '../domain/family/join-pool.ts'
import { scoreResponse } from '../domain/item/score-response.ts'
import type { Instant } from '../domain/kernel/instant.ts'
import { findExam } from './find-exam.ts'
import type { Ports } from './ports.ts'
import { readExposures } from './read-exposures.ts'
import { inDays, readReadinessModel, toMeetings } from './readiness-model.ts'

export type ClosingPorts = Pick<Ports, 'clock' | 'attempts' | 'content' | 'measurement'>

/** What the candidate did before this attempt, and the model to predict with; null where the exam is no longer installed. */
type Background = { readonly model: ReadinessModel; readonly before: readonly Meeting[] }

async function readBackground(ports: ClosingPorts, attempt: Attempt): Promise<Background | null> {
  const exam = findExam(ports.content, attempt.examCode)
  if (!exam.ok || exam.value.pack.items.length === 0) return null
  const exposures = await readExposures(ports, attempt.candidateId, exam.value.pack)
  return {
    model: await readReadinessModel(ports, exam.value),
    before: toMeetings(exposures.filter(({ attemptId }) => attemptId !== attempt.attemptId)),
  }
}

/** This attempt's responses as meetings, behind those before it. */
function meetingsOf(
  attempt: Attempt,
  responses: readonly RecordedResponse[],
  seenBefore: ReadonlySet<string>,
): Meeting[] {
  const given = new Map(responses.map(({ position, response }) => [position, response]))
  return attempt.form.items.flatMap((place) => {
    const response = given.get(place.position) ?? null
    if (response === null) return []
    const { correct } = scoreResponse(place, response)
    const exposure = seenBefore.has(place.item.id) ? 2 : 1
    const estimate = attempt.form.measurement?.estimates[place.position - 1]
    return [{ itemId: place.item.id, correct, day: inDays(attempt.startedAt), exposure, estimate }]
  })
}

function predictAt(
  { model, before }: Background,
  meetings: readonly Meeting[],
  at: Instant,
): ReadinessPrediction {
  const madeAt = inDays(at)
  const ability = followAbility(model, [...before, ...meetings], madeAt)
  return predictReadiness(model, ability, { days: 0, madeAt: Math.max(madeAt, model.recalibration.fittedAt) })
}

/**
 * Closes and scores an attempt in one transaction; an attempt that is closed already gives the report it has. The readiness that
 * the report states is kept as a prediction, to be held against what happens.
 */
export async function closeAttempt(
  ports: ClosingPorts,
  attempt: Attempt,
  by: ClosingReason,
): Promise<ScoreReport> {
  const at = closingInstant(attempt.deadline, ports.clock.now())
  const background = attempt.state === 'open' ? await readBackground(ports, attempt) : null
  let prediction: ReadinessPrediction | null = null
  const report = await ports.attempts.close({
    attempt,
    at,
    by,
    report: (responses, met) => {
      const seenBefore = seenByFamily(
        attempt.form.items.map(({ item }) => item),
        met,
      )
      prediction =
        background === null ? null : predictAt(background, meetingsOf(attempt, responses, seenBefore), at)
      const readiness =
        background === null || prediction === null ? null : toReadiness(background.model, prediction)
      return scoreReport(attempt, responses, { at, by, seenBefore, readiness })
    },
  })
  if (background !== null && prediction !== null)
    await keepPrediction(ports, attempt, { at, model: background.model.name, prediction })
  return report
}

/** One prediction of each attempt, named by it: closing twice keeps one. */
function keepPrediction(
  ports: ClosingPorts,
  { attemptId, candidateId, examCode }: Attempt,
  made: { readonly at: Instant; readonly model: string; readonly prediction: ReadinessPrediction },
): Promise<void> {
  const { probability, raw, low, high, counted } = made.prediction
  return ports.measurement.savePrediction({
    predictionId: attemptId,
    candidateId,
    examCode,
    madeAt: made.at,
    model: made.model,
    ...{ probability, raw, low, high, counted },
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
