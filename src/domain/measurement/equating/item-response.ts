import type { ItemParameters } from '../model/item-parameters.ts'
import type { Quadrature } from '../model/quadrature.ts'
import { expectedScore, thetaAtExpectedScore } from '../model/test-characteristic.ts'
import { marginalScoreDistribution } from '../statistics/score-distribution.ts'
import { equateByRank } from './equipercentile.ts'
import type { ScoreFrequencies } from './score-frequencies.ts'

type Form = readonly ItemParameters[]

const sumOf = (form: Form, asymptote: 'c' | 'd'): number =>
  form.reduce((sum, item) => sum + item[asymptote], 0)

const between = (score: number, from: readonly [number, number], to: readonly [number, number]): number =>
  from[1] === from[0] ? to[0] : to[0] + ((score - from[0]) * (to[1] - to[0])) / (from[1] - from[0])

/** Wide enough for items of little discrimination; far beyond any candidate. */
const anyTheta = [-200, 200] as const

/**
 * True-score equating by item response theory: the expected score on form Y at the theta whose expected score on form X is
 * the raw score. Scores that chance or carelessness alone gives (at or below Σ c, at or above Σ d) follow a straight line to
 * the lowest and highest possible score.
 *
 * @param score raw score of form X, 0 to its number of items
 * @param x,y parameters of both forms on one theta scale
 * @returns score of form Y, 0 to its number of items
 * @throws RangeError for a raw score outside the form, or a negative discrimination
 * @see Kolen (1981), Journal of Educational Measurement 18, 1-11; Kolen, Brennan (2004), section 6.5
 * @example equateTrueScore(1, [{ a: 1, b: 0, c: 0, d: 1 }], [{ a: 1, b: 2, c: 0, d: 1 }]) // 1
 */
export function equateTrueScore(score: number, x: Form, y: Form): number {
  if (!(score >= 0 && score <= x.length))
    throw new RangeError(`A raw score of form X lies between 0 and ${x.length}.`)
  const [floor, ceiling] = [sumOf(x, 'c'), sumOf(x, 'd')]
  if (score <= floor) return between(score, [0, floor], [0, sumOf(y, 'c')])
  if (score >= ceiling) return between(x.length - score, [0, x.length - ceiling], [y.length, sumOf(y, 'd')])
  return expectedScore(thetaAtExpectedScore(score, x, anyTheta), y)
}

/**
 * The distribution of raw scores that a model expects in a population, as counts of one candidate in all.
 *
 * @example expectedFrequencies([{ a: 1, b: 0, c: 0, d: 1 }], normalQuadrature()).counts.length // 2
 */
export const expectedFrequencies = (form: Form, population: Quadrature): ScoreFrequencies => ({
  lowest: 0,
  counts: [...marginalScoreDistribution(form, population)],
})

/**
 * Observed-score equating by item response theory: equipercentile equating of the score distributions that the model expects
 * for both forms in one population.
 *
 * @param x,y parameters of both forms on one theta scale
 * @param population abilities of the (synthetic) group, on that scale
 * @returns the score of form Y for each raw score 0 to the number of items of form X
 * @see Zeng, Kolen (1995), Applied Psychological Measurement 19, 231-240; Kolen, Brennan (2004), section 6.6
 * @example ((form) => equateObservedScores(form, form, normalQuadrature()).map(Math.round))([{ a: 1, b: 0, c: 0, d: 1 }]) // [0, 1]
 */
export function equateObservedScores(x: Form, y: Form, population: Quadrature): number[] {
  const [ofX, ofY] = [expectedFrequencies(x, population), expectedFrequencies(y, population)]
  return ofX.counts.map((_, score) => equateByRank(score, ofX, ofY))
}
