import { type Meeting, makeReadinessModel, type ReadinessModel } from '../domain/attempt/predict-readiness.ts'
import { assembleForm } from '../domain/form/assemble-form.ts'
import { blueprintOf } from '../domain/form/blueprint.ts'
import { type ItemBank, withoutHeld } from '../domain/form/item-bank.ts'
import type { Item } from '../domain/item/types.ts'
import { calendarDate } from '../domain/kernel/calendar-date.ts'
import type { ItemEstimate } from '../domain/measurement/bank/item-estimate.ts'
import { fitRecalibration, type KeptPrediction } from '../domain/measurement/readiness/recalibration.ts'
import type { Exam } from './find-exam.ts'
import type { Exposure, Ports, ReportedOutcome, StoredPrediction } from './ports.ts'
import { readBank } from './read-bank.ts'

const millisecondsPerDay = 86_400_000

/** A moment in days, the unit of growth and of predictions. */
export const inDays = (epochMilliseconds: number): number => epochMilliseconds / millisecondsPerDay

/**
 * Scored items of one whole form of an exam, the same for everybody: what a chance to pass is a chance of. A pool too small for a
 * form stands for one with all its items.
 */
function typicalForm({ version, pack }: Exam, bank: ItemBank): readonly Item[] {
  const usable = withoutHeld(pack, bank)
  const form = assembleForm({
    blueprint: blueprintOf(version, pack),
    pack: usable,
    seed: 'typical form',
    secretSeed: 'typical form',
    drawnOn: calendarDate('2000-01-01'),
    newId: () => 'typical',
  })
  return form.ok ? form.value.items.filter(({ scored }) => scored).map(({ item }) => item) : usable.items
}

const typicalForms = new WeakMap<object, Map<string, readonly Item[]>>()

/** Drawing a form takes longer than predicting with it, so one is kept for each pool and set of held items. */
function typicalEstimates(exam: Exam, bank: ItemBank): readonly ItemEstimate[] {
  const held = [...bank.estimates].flatMap(([id, { state }]) => (state === 'held' ? [id] : [])).join()
  const kept = typicalForms.get(exam.pack) ?? new Map<string, readonly Item[]>()
  typicalForms.set(exam.pack, kept)
  const items = kept.get(held) ?? typicalForm(exam, bank)
  kept.set(held, items)
  return items.flatMap(({ id }) => bank.estimates.get(id) ?? [])
}

/** The newest prediction of the same candidate from before the exam was taken. */
function predictionFor(
  outcome: ReportedOutcome,
  predictions: readonly StoredPrediction[],
): StoredPrediction | undefined {
  const endOfDay = Date.parse(`${outcome.takenOn}T00:00:00Z`) + millisecondsPerDay
  return predictions.findLast(
    ({ candidateId, madeAt }) =>
      candidateId === outcome.candidateId && madeAt < endOfDay && madeAt < outcome.reportedAt,
  )
}

/** A prediction and what became of it. */
export type JudgedPrediction = { readonly prediction: StoredPrediction; readonly outcome: ReportedOutcome }

/** Outcomes that a prediction preceded, each with the last one before it. */
export async function judgePredictions(
  ports: Pick<Ports, 'measurement'>,
  examCode: string,
): Promise<readonly JudgedPrediction[]> {
  const outcomes = await ports.measurement.outcomes(examCode)
  if (outcomes.length === 0) return []
  const predictions = await ports.measurement.predictions(examCode)
  return outcomes.flatMap((outcome) => {
    const prediction = predictionFor(outcome, predictions)
    return prediction === undefined ? [] : [{ prediction, outcome }]
  })
}

const toKept = ({ prediction, outcome }: JudgedPrediction): KeptPrediction => ({
  probability: prediction.raw,
  madeAt: inDays(prediction.madeAt),
  outcome: { passed: outcome.passed, knownAt: inDays(outcome.reportedAt) },
})

/** The model by which readiness at an exam is predicted now. */
export async function readReadinessModel(
  ports: Pick<Ports, 'clock' | 'measurement'>,
  exam: Exam,
): Promise<ReadinessModel> {
  const bank = await readBank(ports, exam.pack)
  const judged = await judgePredictions(ports, exam.pack.examCode)
  return makeReadinessModel({
    bank,
    form: typicalEstimates(exam, bank),
    recalibration: fitRecalibration(judged.map(toKept), inDays(ports.clock.now())),
    outcomes: judged.length,
  })
}

/** A candidate's exposures, newest first, as meetings in order of time; an item left without a response was met and says nothing. */
export function toMeetings(exposures: readonly Exposure[]): Meeting[] {
  const times = new Map<string, number>()
  return exposures.toReversed().flatMap(({ itemId, correct, answered, startedAt }) => {
    const exposure = (times.get(itemId) ?? 0) + 1
    times.set(itemId, exposure)
    return answered && correct !== null ? [{ itemId, correct, day: inDays(startedAt), exposure }] : []
  })
}
