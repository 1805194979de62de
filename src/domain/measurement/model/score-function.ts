import type { ItemParameters } from './item-parameters.ts'
import { logistic } from './logistic.ts'

/** The slope and the curvature of a log-likelihood by theta. */
export type Slopes = { readonly first: number; readonly second: number }

/**
 * The score function of one response and its derivative: the first and second derivative of ln P(response) by theta.
 * For a correct response P'/P and P''/P - (P'/P)²; for a wrong one -P'/Q and -P''/Q - (P'/Q)², Q = 1 - P.
 *
 * @see Baker, Kim (2004), Item Response Theory: Parameter Estimation Techniques, chapter 3
 * @example scoreFunction(0, { a: 1, b: 0, c: 0, d: 1 }, true).first // 0.5
 */
export function scoreFunction(theta: number, { a, b, c, d }: ItemParameters, correct: boolean): Slopes {
  const z = a * (theta - b)
  const s = logistic(z)
  const wrong = logistic(-z)
  const range = d - c
  const perCorrect = c === 0 ? 1 / d : s / (c + range * s)
  const perWrong = d === 1 ? 1 / (1 - c) : wrong / (1 - d + range * wrong)
  const first = correct ? a * range * wrong * perCorrect : -a * range * s * perWrong
  return { first, second: first * a * (1 - 2 * s) - first * first }
}
