import type { ItemParameters } from './item-parameters.ts'
import { logistic, logOnePlusExp } from './logistic.ts'

/**
 * P(correct) of a candidate: c + (d - c) logistic(a (theta - b)).
 *
 * @param theta ability, any finite number
 * @returns probability, c to d
 * @see Birnbaum (1968), Some latent trait models; Barton, Lord (1981)
 * @example probabilityCorrect(0, { a: 1, b: 0, c: 0.5, d: 1 }) // 0.75
 */
export const probabilityCorrect = (theta: number, { a, b, c, d }: ItemParameters): number =>
  c + (d - c) * logistic(a * (theta - b))

/**
 * P(wrong) = 1 - P(correct), computed without cancellation: (1 - d) + (d - c) logistic(-a (theta - b)).
 * @example probabilityWrong(0, { a: 1, b: 0, c: 0.5, d: 1 }) // 0.25
 */
export const probabilityWrong = (theta: number, { a, b, c, d }: ItemParameters): number =>
  1 - d + (d - c) * logistic(-a * (theta - b))

/**
 * ln P(response), finite wherever the probability is above 0.
 * @example logProbability(0, { a: 1, b: 0, c: 0, d: 1 }, true) // -0.6931471805599453
 */
export function logProbability(theta: number, item: ItemParameters, correct: boolean): number {
  const z = item.a * (theta - item.b)
  if (correct && item.c === 0) return Math.log(item.d) - logOnePlusExp(-z)
  if (!correct && item.d === 1) return Math.log1p(-item.c) - logOnePlusExp(z)
  return Math.log(correct ? probabilityCorrect(theta, item) : probabilityWrong(theta, item))
}

/** P(correct) with its derivatives by theta. */
export type ProbabilityDerivatives = {
  readonly p: number
  readonly first: number
  readonly second: number
  readonly third: number
}

/**
 * P(correct) and its first three derivatives by theta. With s the logistic of a (theta - b) and v = s (1 - s):
 * P' = a (d - c) v, P'' = a² (d - c) v (1 - 2s), P''' = a³ (d - c) v (1 - 6v).
 *
 * @example probabilityDerivatives(0, { a: 1, b: 0, c: 0, d: 1 }).first // 0.25
 */
export function probabilityDerivatives(theta: number, item: ItemParameters): ProbabilityDerivatives {
  const { a, b, c, d } = item
  const z = a * (theta - b)
  const s = logistic(z)
  const v = s * logistic(-z)
  const range = d - c
  return {
    p: c + range * s,
    first: a * range * v,
    second: a * a * range * v * (1 - 2 * s),
    third: a * a * a * range * v * (1 - 6 * v),
  }
}

/**
 * The derivatives of P(correct) by each item parameter: by a (d - c) v (theta - b), by b -a (d - c) v, by c 1 - s, by d s.
 * @example probabilityGradient(0, { a: 1, b: 0, c: 0, d: 1 }).b // -0.25
 */
export function probabilityGradient(theta: number, { a, b, c, d }: ItemParameters): ItemParameters {
  const z = a * (theta - b)
  const s = logistic(z)
  const wrong = logistic(-z)
  const slope = (d - c) * s * wrong
  return { a: slope * (theta - b), b: -a * slope, c: wrong, d: s }
}
