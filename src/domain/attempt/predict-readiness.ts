import { estimateOf, type ItemBank } from '../form/item-bank.ts'
import { thetaCut } from '../form/measure-form.ts'
import type { ItemEstimate } from '../measurement/bank/item-estimate.ts'
import { rawCutAt } from '../measurement/equating/reporting-scale.ts'
import type { Quadrature } from '../measurement/model/quadrature.ts'
import { expectAfterGrowth, type Growth, growAbility, usualGrowth } from '../measurement/readiness/growth.ts'
import { type PassPrediction, passCurve, predictPass } from '../measurement/readiness/predict-pass.ts'
import { claimFor, type Recalibration, recalibrate } from '../measurement/readiness/recalibration.ts'
import { type TrackedAbility, trackAbility } from '../measurement/readiness/track-ability.ts'
import { expectedCurve } from '../measurement/readiness/uncertain-item.ts'
import { abilityGrid } from './estimate-score.ts'
import type { Readiness } from './types.ts'

/** What a candidate did with one item, on a day; `exposure` counts meetings, this one included, from 1. */
export type Meeting = {
  readonly itemId: string
  readonly correct: boolean
  /** Days on any common scale, fractions allowed. */
  readonly day: number
  readonly exposure: number
  /** Parameters from the form, for an item that the bank does not know. */
  readonly estimate?: ItemEstimate | undefined
}

/** All that a prediction rests on beside the candidate: parameters, a form like the exam's, growth, the correction by outcomes. */
export type ReadinessModel = {
  /** Names the model and its inputs; kept with every prediction. */
  readonly name: string
  readonly bank: ItemBank
  readonly prior: Quadrature
  /** P(reaching the cut) of a whole form at each node. */
  readonly chances: Float64Array
  readonly growth: Growth
  readonly recalibration: Recalibration
  /** Reported outcomes of real exams behind it. */
  readonly outcomes: number
}

/** What a model is made of; `form` holds the scored items of a whole form of the exam. */
export type ModelParts = {
  readonly bank: ItemBank
  readonly form: readonly ItemEstimate[]
  readonly recalibration: Recalibration
  readonly outcomes: number
}

/**
 * Makes a readiness model: the chance to reach the raw cut of a whole form at each ability, item uncertainty integrated out.
 * @throws RangeError for a form without items
 */
export function makeReadinessModel({ bank, form, recalibration, outcomes }: ModelParts): ReadinessModel {
  const prior = abilityGrid(bank.population)
  const rawCut = rawCutAt(
    thetaCut,
    form.map(({ parameters }) => parameters),
  )
  const chances = passCurve(
    form.map((estimate) => expectedCurve(estimate, prior.nodes)),
    Math.min(rawCut, form.length),
  )
  const name = `predictive-1, parameters ${bank.version}, correction ${recalibration.kind} of ${recalibration.outcomes}`
  return { name, bank, prior, chances, growth: usualGrowth, recalibration, outcomes }
}

/** Ability on a day from everything met until then; meetings with items of unknown parameters are passed over. */
export function followAbility(
  { bank, prior, growth }: ReadinessModel,
  meetings: readonly Meeting[],
  until: number,
): TrackedAbility {
  const curves = new Map<string, Float64Array>()
  const responses = meetings.flatMap(({ itemId, correct, day, exposure, estimate: ofForm }) => {
    const estimate = estimateOf(itemId, bank) ?? ofForm
    if (estimate === undefined) return []
    const curve = curves.get(itemId) ?? expectedCurve(estimate, prior.nodes)
    curves.set(itemId, curve)
    return [{ curve, correct, day, exposure }]
  })
  return trackAbility(responses, { prior, growth, until })
}

/** True where an interval of chances is narrow enough for a number to mean something. @example isShown(0.1, 0.7) // false */
export const isShown = (low: number, high: number): boolean => high - low <= 0.5

/** A prediction with what it rests on. */
export type ReadinessPrediction = PassPrediction & {
  /** The chance before it was corrected by outcomes: what later corrections are fitted on. */
  readonly raw: number
  readonly counted: number
  readonly repeated: number
}

const rounded = (chance: number): number => Math.round(Math.min(1, Math.max(0, chance)) * 1e4) / 1e4

/**
 * The chance to reach the cut on a day to come: the posterior of today grown to that day, against a whole form, corrected by
 * outcomes where there are enough. The interval runs over the ability that the candidate may then have.
 *
 * @param days from today to the exam, 0 or more
 * @param madeAt today, in days, on the scale of the recalibration
 */
export function predictReadiness(
  model: ReadinessModel,
  { posterior, counted, repeated }: TrackedAbility,
  { days, madeAt }: { readonly days: number; readonly madeAt: number },
): ReadinessPrediction {
  const { probability } = predictPass(
    posterior,
    expectAfterGrowth(posterior.nodes, model.chances, model.growth, days),
  )
  const then = predictPass(growAbility(posterior, model.growth, days), model.chances)
  const corrected = (chance: number): number =>
    rounded(recalibrate(model.recalibration, { probability: chance, madeAt }))
  const [low, high] = [corrected(then.low), corrected(then.high)]
  return {
    probability: corrected(probability),
    raw: rounded(probability),
    low,
    high,
    shown: isShown(low, high),
    counted,
    repeated,
  }
}

const plural = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`

/** What a prediction rests on and what it may claim, in plain sentences. */
export function basisText(model: ReadinessModel, { counted, repeated, shown }: ReadinessPrediction): string {
  const { about, outcomes, needed } = claimFor(model.outcomes)
  const evidence = `From ${plural(counted, 'first meeting')} with items${
    repeated > 0
      ? `; ${plural(repeated, 'meeting')} with items met before ${repeated === 1 ? 'does' : 'do'} not count`
      : ''
  }.`
  const claim =
    about === 'own-forms'
      ? `This is the chance on Cairn's own forms: ${outcomes} of the ${needed} reported outcomes of real exams that more would need.`
      : `Held against ${outcomes} reported outcomes of real exams.`
  const judged = model.bank.version === 0 ? ' The difficulty of the items is judged, not measured yet.' : ''
  return shown
    ? `${evidence} ${claim}${judged}`
    : `${evidence} The 80% interval is still wider than one half, so no number is shown; more items, or a diagnostic, narrow it. ${claim}${judged}`
}

/** A prediction as a report carries it: numbers only where the interval is narrow enough to mean something. */
export const toReadiness = (model: ReadinessModel, prediction: ReadinessPrediction): Readiness => ({
  probability: prediction.shown ? prediction.probability : null,
  low: prediction.shown ? prediction.low : null,
  high: prediction.shown ? prediction.high : null,
  basis: basisText(model, prediction),
})
