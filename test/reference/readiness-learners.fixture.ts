import { type SeededRandom, seededRandom, shuffle } from '../../src/domain/kernel/seeded-random.ts'
import { rawCutAt } from '../../src/domain/measurement/equating/reporting-scale.ts'
import type { ItemParameters } from '../../src/domain/measurement/model/item-parameters.ts'
import { probabilityCorrect } from '../../src/domain/measurement/model/probability.ts'
import { normalQuadrature, type Quadrature } from '../../src/domain/measurement/model/quadrature.ts'
import type { Outcome } from '../../src/domain/measurement/readiness/calibration-record.ts'
import { expectAfterGrowth, type Growth } from '../../src/domain/measurement/readiness/growth.ts'
import { passCurve, predictPass } from '../../src/domain/measurement/readiness/predict-pass.ts'
import { trackAbility } from '../../src/domain/measurement/readiness/track-ability.ts'
import { expectedCurve } from '../../src/domain/measurement/readiness/uncertain-item.ts'
import { drawNormal } from '../../src/domain/measurement/simulation/draws.ts'
import { simulateItems } from '../../src/domain/measurement/simulation/simulate-items.ts'

/** What is true, and what the prediction believes, where the two differ. */
export type LearnerStudy = {
  readonly seed: string
  readonly learners: number
  /** Practice items of each learner; the exam has 65, its standard is at theta 0. */
  readonly practice: number
  /** Size of the bank from which each learner's practice and form are drawn; without it all have the same practice and form. */
  readonly bank?: number
  /** Errors of the estimates of ln a and b, and whether the prediction integrates them out. */
  readonly itemErrors?: {
    readonly logA: number
    readonly b: number
    readonly integrated: boolean
    readonly shrunk?: boolean
  }
  /** True change between practice and exam, and the growth that the prediction believes in, over 56 days. */
  readonly change?: { readonly mean: number; readonly sd: number; readonly believed: Growth }
  /** True mean of the learners, and the mean that the prediction believes in. */
  readonly mean?: { readonly true: number; readonly believed: number }
}

const formLength = 65
const formsOfBank = 40
const cycleDays = 56
const still: Growth = { meanPerDay: 0, variancePerDay: 0 }

type Believed = {
  readonly parameters: ItemParameters
  readonly logDiscriminationSd: number
  readonly difficultySd: number
}

/** What is believed of an item: its parameters with the errors of the study. Shrinking draws b to the mean of all items. */
function believe(item: ItemParameters, { itemErrors }: LearnerStudy, random: SeededRandom): Believed {
  if (itemErrors === undefined) return { parameters: item, logDiscriminationSd: 0, difficultySd: 0 }
  const { logA, b, integrated, shrunk = false } = itemErrors
  const a = item.a * Math.exp(drawNormal(random, 0, logA))
  const estimate = item.b + drawNormal(random, 0, b)
  const weight = shrunk ? 1 / (1 + b ** 2) : 1
  return {
    parameters: { ...item, a, b: estimate * weight },
    logDiscriminationSd: integrated ? logA : 0,
    difficultySd: integrated ? b * Math.sqrt(weight) : 0,
  }
}

type Form = {
  readonly rest: readonly number[]
  readonly positions: readonly number[]
  readonly rawCut: number
  readonly chances: Float64Array
}

/** Forms as the study wants them: one that all sit, or many drawn from the bank. */
function makeForms(
  study: LearnerStudy,
  items: readonly ItemParameters[],
  curves: readonly Float64Array[],
  random: SeededRandom,
): Form[] {
  const { bank, practice, change } = study
  const all = items.map((_, position) => position)
  const drawn =
    bank === undefined
      ? [all.slice(practice)]
      : Array.from({ length: formsOfBank }, () => shuffle(all, random).slice(0, formLength))
  return drawn.map((positions) => {
    const rawCut = rawCutAt(
      0,
      positions.map((position) => items[position]!),
    )
    const pass = passCurve(
      positions.map((position) => curves[position]!),
      rawCut,
    )
    const chances =
      change === undefined ? pass : expectAfterGrowth(gridOf(study).nodes, pass, change.believed, cycleDays)
    return { positions, rest: all.filter((position) => !positions.includes(position)), rawCut, chances }
  })
}

const gridOf = ({ mean }: LearnerStudy): Quadrature =>
  normalQuadrature({ count: 121, mean: mean?.believed ?? 0, low: -6, high: 6 })

/** A prediction with the naive one beside it: the chance at the posterior mean, as if ability were known. */
export type SimulatedOutcome = Outcome & { readonly plugIn: number }

function chanceAtMean({ nodes, weights }: Quadrature, chances: Float64Array): number {
  const mean = nodes.reduce((sum, theta, q) => sum + theta * weights[q]!, 0)
  const place = (mean - nodes[0]!) / (nodes[1]! - nodes[0]!)
  const left = Math.floor(place)
  return chances[left]! + (place - left) * (chances[left + 1]! - chances[left]!)
}

/** Simulates learners who practise and then sit the exam: their predicted chance, and whether they passed. */
export function simulateLearners(study: LearnerStudy): SimulatedOutcome[] {
  const random = seededRandom(study.seed)
  const { practice, change, mean, bank } = study
  const items = simulateItems({ model: '2pl' }, bank ?? practice + formLength, random)
  const prior = gridOf(study)
  const curves = items.map((item) => expectedCurve(believe(item, study, random), prior.nodes))
  const forms = makeForms(study, items, curves, random)
  const answers = (theta: number, position: number): boolean =>
    random.next() < probabilityCorrect(theta, items[position]!)
  return Array.from({ length: study.learners }, () => {
    const theta = drawNormal(random, mean?.true ?? 0)
    const form = forms[random.integer(forms.length)]!
    const practised = bank === undefined ? form.rest : shuffle(form.rest, random).slice(0, practice)
    const responses = practised.map((position) => ({
      curve: curves[position]!,
      correct: answers(theta, position),
      day: 0,
      exposure: 1,
    }))
    const { posterior } = trackAbility(responses, { prior, growth: still, until: 0 })
    const later = change === undefined ? theta : theta + drawNormal(random, change.mean, change.sd)
    const score = form.positions.filter((position) => answers(later, position)).length
    const { probability } = predictPass(posterior, form.chances)
    return { probability, plugIn: chanceAtMean(posterior, form.chances), passed: score >= form.rawCut }
  })
}
