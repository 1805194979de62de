import { type SeededRandom, seededRandom } from '../../src/domain/kernel/seeded-random.ts'
import { rawCutAt } from '../../src/domain/measurement/equating/reporting-scale.ts'
import type { ItemParameters } from '../../src/domain/measurement/model/item-parameters.ts'
import { probabilityCorrect } from '../../src/domain/measurement/model/probability.ts'
import { normalQuadrature } from '../../src/domain/measurement/model/quadrature.ts'
import type { Outcome } from '../../src/domain/measurement/readiness/calibration-record.ts'
import type { Growth } from '../../src/domain/measurement/readiness/growth.ts'
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

/** Simulates learners who practise and then sit the exam: their predicted chance, and whether they passed. */
export function simulateLearners(study: LearnerStudy): Outcome[] {
  const random = seededRandom(study.seed)
  const { practice, change, mean = { true: 0, believed: 0 } } = study
  const items = simulateItems({ model: '2pl' }, practice + formLength, random)
  const prior = normalQuadrature({ count: 121, mean: mean.believed, low: -6, high: 6 })
  const curves = items.map((item) => expectedCurve(believe(item, study, random), prior.nodes))
  const form = items.slice(practice)
  const rawCut = rawCutAt(0, form)
  const pass = passCurve(curves.slice(practice), rawCut)
  const answers = (theta: number, item: ItemParameters): boolean =>
    random.next() < probabilityCorrect(theta, item)
  const ahead = { growth: change?.believed ?? still, days: change === undefined ? 0 : cycleDays }
  return Array.from({ length: study.learners }, () => {
    const theta = drawNormal(random, mean.true)
    const responses = items
      .slice(0, practice)
      .map((item, index) => ({ curve: curves[index]!, correct: answers(theta, item), day: 0, exposure: 1 }))
    const { posterior } = trackAbility(responses, { prior, growth: still, until: 0 })
    const later = change === undefined ? theta : theta + drawNormal(random, change.mean, change.sd)
    const score = form.filter((item) => answers(later, item)).length
    return { probability: predictPass(posterior, pass, ahead).probability, passed: score >= rawCut }
  })
}
