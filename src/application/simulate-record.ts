import { followAbility, predictReadiness, type ReadinessModel } from '../domain/attempt/predict-readiness.ts'
import { thetaCut } from '../domain/form/measure-form.ts'
import { type SeededRandom, seededRandom, shuffle } from '../domain/kernel/seeded-random.ts'
import type { ItemEstimate } from '../domain/measurement/bank/item-estimate.ts'
import { rawCutAt } from '../domain/measurement/equating/reporting-scale.ts'
import type { ItemParameters } from '../domain/measurement/model/item-parameters.ts'
import { probabilityCorrect } from '../domain/measurement/model/probability.ts'
import {
  type CalibrationRecord,
  type Outcome,
  recordCalibration,
} from '../domain/measurement/readiness/calibration-record.ts'
import { drawNormal } from '../domain/measurement/simulation/draws.ts'

/** Worlds differ in what is true of the items, within what is known of them; learners differ in ability. */
const simulated = { worlds: 20, learners: 50, practice: 40, formLength: 50 } as const

/** One truth about an item that its estimate allows for. */
function drawTruth(estimate: ItemEstimate, random: SeededRandom): ItemParameters {
  const { parameters, logDiscriminationSd, difficultySd } = estimate
  const a = parameters.a * Math.exp(drawNormal(random, 0, logDiscriminationSd))
  return { ...parameters, a, b: drawNormal(random, parameters.b, difficultySd) }
}

type World = {
  readonly ids: readonly string[]
  readonly truths: ReadonlyMap<string, ItemParameters>
  readonly form: readonly string[]
  readonly practice: readonly string[]
  readonly rawCut: number
}

function drawWorld({ bank }: ReadinessModel, random: SeededRandom): World {
  const ids = shuffle([...bank.estimates.keys()], random)
  const truths = new Map(ids.map((id) => [id, drawTruth(bank.estimates.get(id)!, random)]))
  const form = ids.slice(0, Math.min(simulated.formLength, Math.ceil(ids.length / 2)))
  const rawCut = rawCutAt(
    thetaCut,
    form.map((id) => bank.estimates.get(id)!.parameters),
  )
  return { ids, truths, form, practice: ids.slice(form.length), rawCut }
}

function simulateLearner(model: ReadinessModel, world: World, random: SeededRandom): Outcome {
  const theta = drawNormal(random, model.bank.population.mean, model.bank.population.sd)
  const answers = (id: string): boolean => random.next() < probabilityCorrect(theta, world.truths.get(id)!)
  const practised = shuffle(world.practice, random).slice(0, simulated.practice)
  const meetings = practised.map((itemId) => ({ itemId, correct: answers(itemId), day: 0, exposure: 1 }))
  const ability = followAbility(model, meetings, 0)
  const { probability } = predictReadiness(model, ability, { days: 0, madeAt: model.recalibration.fittedAt })
  return { probability, passed: world.form.filter(answers).length >= world.rawCut }
}

/**
 * How often the model is right where it holds: simulated learners practise and sit a form, with items that are what their
 * estimates allow for. It says what the mathematics does, not what people do.
 */
export function simulateRecord(model: ReadinessModel): CalibrationRecord {
  const random = seededRandom(`record of ${model.name}`)
  const outcomes: Outcome[] = []
  for (let world = 0; world < simulated.worlds; world++) {
    const drawn = drawWorld(model, random)
    for (let learner = 0; learner < simulated.learners; learner++)
      outcomes.push(simulateLearner(model, drawn, random))
  }
  return recordCalibration(outcomes)
}
