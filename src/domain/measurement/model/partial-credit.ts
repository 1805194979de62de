import { logSumExp } from './logistic.ts'

/**
 * Parameters of an item scored 0 to m by the generalised partial credit model: P(k) is proportional to
 * exp(Σ over v = 1..k of a (theta - b_v)). One step is the 2PL.
 */
export type PartialCreditParameters = {
  /** Discrimination per unit of theta. */
  readonly a: number
  /** Step difficulties b_1 to b_m on the theta scale, in order of the steps; they need not ascend. */
  readonly steps: readonly number[]
}

function logWeights(theta: number, { a, steps }: PartialCreditParameters): number[] {
  let sum = 0
  return [0, ...steps.map((step) => (sum += a * (theta - step)))]
}

/**
 * ln P of each score 0 to m.
 * @example logCategoryProbabilities(0, { a: 1, steps: [0] })[0] // -0.6931471805599453
 */
export function logCategoryProbabilities(theta: number, item: PartialCreditParameters): number[] {
  const weights = logWeights(theta, item)
  const total = logSumExp(weights)
  return weights.map((weight) => weight - total)
}

/**
 * P of each score 0 to m under the generalised partial credit model.
 * @see Muraki (1992), A generalized partial credit model, eq. 6
 * @example categoryProbabilities(0, { a: 1, steps: [0] }) // [0.5, 0.5]
 */
export const categoryProbabilities = (theta: number, item: PartialCreditParameters): number[] =>
  logCategoryProbabilities(theta, item).map(Math.exp)

/** The mean, variance and third central moment of an item's score at one theta, in score points. */
export type ScoreMoments = { readonly mean: number; readonly variance: number; readonly third: number }

/**
 * Moments of the item score at theta. They carry all derivatives: mean' = a variance, variance' = a third.
 * @example partialCreditMoments(0, { a: 1, steps: [0] }).mean // 0.5
 */
export function partialCreditMoments(theta: number, item: PartialCreditParameters): ScoreMoments {
  const probabilities = categoryProbabilities(theta, item)
  const mean = probabilities.reduce((sum, p, score) => sum + p * score, 0)
  const central = (power: number): number =>
    probabilities.reduce((sum, p, score) => sum + p * (score - mean) ** power, 0)
  return { mean, variance: central(2), third: central(3) }
}

/**
 * Information of a partial-credit item: a² times the variance of its score.
 * @see Muraki (1993), Information functions of the generalized partial credit model, eq. 12
 * @example partialCreditInformation(0, { a: 2, steps: [0] }) // 1
 */
export const partialCreditInformation = (theta: number, item: PartialCreditParameters): number =>
  item.a ** 2 * partialCreditMoments(theta, item).variance

/**
 * Score function of a partial-credit response and its derivative by theta: a (score - mean) and -a² variance.
 * @param score whole number, 0 to m
 * @throws RangeError for another score
 * @example partialCreditScoreFunction(0, { a: 1, steps: [0] }, 1).first // 0.5
 */
export function partialCreditScoreFunction(
  theta: number,
  item: PartialCreditParameters,
  score: number,
): { readonly first: number; readonly second: number } {
  if (!(Number.isInteger(score) && score >= 0 && score <= item.steps.length))
    throw new RangeError('An item score is a whole number from 0 to the number of steps.')
  const { mean, variance } = partialCreditMoments(theta, item)
  return { first: item.a * (score - mean), second: -(item.a ** 2) * variance }
}
