import { testInformation } from '../model/information.ts'
import type { ItemParameters } from '../model/item-parameters.ts'
import { probabilityCorrect } from '../model/probability.ts'
import { normalQuadrature } from '../model/quadrature.ts'
import { scoreDistribution } from './score-distribution.ts'

/** How well a form with a raw cut decides about a population. All shares are proportions of the population. */
export type DecisionQuality = {
  /** Decided as theta deserves. */
  readonly accuracy: number
  /** Decided alike on two parallel forms. */
  readonly consistency: number
  /** Consistency beyond chance, (consistency - chance) / (1 - chance). */
  readonly kappa: number
  readonly falsePass: number
  readonly falseFail: number
  readonly passRate: number
  /** Variance of the true score over variance of the raw score. */
  readonly reliability: number
  /** Standard error of measurement over the population, in raw points. */
  readonly standardErrorRaw: number
  /** Standard error of theta at the cut, 1 / sqrt(information). */
  readonly standardErrorTheta: number
}

/** The standard on the theta scale, the raw score that stands for it, and the population (N(0, 1) unless told). */
export type DecisionOptions = {
  readonly thetaCut: number
  readonly rawCut: number
  readonly population?: { readonly mean: number; readonly sd: number }
}

const nodeCount = 1201

type Moments = {
  accuracy: number
  consistency: number
  falsePass: number
  passRate: number
  score: number
  square: number
  error: number
}

/** One node: its weight in the population, the raw scores it leads to, and whether its theta deserves to pass. */
type Node = { readonly weight: number; readonly distribution: Float64Array; readonly deserves: boolean }

function addNode(sums: Moments, { weight, distribution, deserves }: Node, rawCut: number): void {
  let [pass, mean, square] = [0, 0, 0]
  distribution.forEach((p, score) => {
    if (score >= rawCut) pass += p
    mean += p * score
    square += p * score * score
  })
  sums.accuracy += weight * (deserves ? pass : 1 - pass)
  sums.consistency += weight * (pass * pass + (1 - pass) * (1 - pass))
  sums.falsePass += deserves ? 0 : weight * pass
  sums.passRate += weight * pass
  sums.score += weight * mean
  sums.square += weight * mean * mean
  sums.error += weight * (square - mean * mean)
}

/**
 * Decision accuracy and consistency of a form, from the raw-score distribution at each theta (Lord-Wingersky).
 *
 * @param rawCut lowest raw score that passes
 * @see Lee (2010), Classification consistency and accuracy for complex assessments using item response theory
 * @example decisionQuality([{ a: 1, b: 0, c: 0, d: 1 }], { thetaCut: -9, rawCut: 0 }).falsePass // 0
 */
export function decisionQuality(items: readonly ItemParameters[], options: DecisionOptions): DecisionQuality {
  const { thetaCut, rawCut, population = { mean: 0, sd: 1 } } = options
  const { nodes, weights } = normalQuadrature({ ...population, count: nodeCount })
  const sums: Moments = {
    accuracy: 0,
    consistency: 0,
    falsePass: 0,
    passRate: 0,
    score: 0,
    square: 0,
    error: 0,
  }
  nodes.forEach((theta, node) => {
    const distribution = scoreDistribution(items.map((item) => probabilityCorrect(theta, item)))
    addNode(sums, { weight: weights[node]!, distribution, deserves: theta >= thetaCut }, rawCut)
  })
  const { accuracy, consistency, falsePass, passRate, error } = sums
  const chance = passRate * passRate + (1 - passRate) * (1 - passRate)
  const trueVariance = sums.square - sums.score * sums.score
  return {
    accuracy,
    consistency,
    kappa: (consistency - chance) / (1 - chance),
    falsePass,
    falseFail: 1 - accuracy - falsePass,
    passRate,
    reliability: trueVariance / (trueVariance + error),
    standardErrorRaw: Math.sqrt(error),
    standardErrorTheta: 1 / Math.sqrt(testInformation(thetaCut, items)),
  }
}
