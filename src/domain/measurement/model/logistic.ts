/**
 * The logistic function 1 / (1 + exp(-x)), without overflow at either end.
 * @example logistic(0) // 0.5
 */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x))
  const power = Math.exp(x)
  return power / (1 + power)
}

/**
 * The log-odds ln(p / (1 - p)) of a probability.
 * @throws RangeError unless 0 < p < 1
 * @example logit(0.5) // 0
 */
export function logit(p: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('Log-odds exist for probabilities above 0 and below 1.')
  return Math.log(p) - Math.log1p(-p)
}

/**
 * ln(1 + exp(x)), without overflow and without loss for very negative x.
 * @example logOnePlusExp(0) // 0.6931471805599453
 */
export const logOnePlusExp = (x: number): number =>
  x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x))

/**
 * ln Σ exp(x_i), taken relative to the largest term so that no sum of log-likelihoods under- or overflows;
 * -Infinity for no terms.
 *
 * @see Blanchard, Higham, Higham (2021), Accurately computing the log-sum-exp and softmax functions
 * @example logSumExp([-1000, -1000]) // -999.3068528194401
 */
export function logSumExp(terms: ArrayLike<number>): number {
  let largest = Number.NEGATIVE_INFINITY
  for (let index = 0; index < terms.length; index++) largest = Math.max(largest, terms[index]!)
  if (!Number.isFinite(largest)) return largest
  let sum = 0
  for (let index = 0; index < terms.length; index++) sum += Math.exp(terms[index]! - largest)
  return largest + Math.log(sum)
}
