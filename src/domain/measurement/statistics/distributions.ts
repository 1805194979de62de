import { logGamma, upperGamma } from './gamma-function.ts'

/**
 * P(χ² >= statistic), the upper tail of the chi-square distribution: Q(degrees / 2, statistic / 2).
 *
 * @param statistic 0 or more
 * @param degrees degrees of freedom, above 0
 * @throws RangeError outside these ranges
 * @see Abramowitz, Stegun (1964), 26.4.19
 * @example chiSquareTail(0, 3) // 1
 */
export function chiSquareTail(statistic: number, degrees: number): number {
  if (!(statistic >= 0 && degrees > 0))
    throw new RangeError('A chi-square statistic is 0 or more, its degrees of freedom above 0.')
  return upperGamma(degrees / 2, statistic / 2)
}

/**
 * The standard normal distribution function Φ(z), exact in both tails: Φ(-|z|) = Q(1/2, z² / 2) / 2.
 * @example normalCdf(0) // 0.5
 */
export function normalCdf(z: number): number {
  const tail = upperGamma(0.5, (z * z) / 2) / 2
  return z > 0 ? 1 - tail : tail
}

/** φ(z). @example normalDensity(0) // 0.3989422804014327 */
export const normalDensity = (z: number): number => Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI)

/** The root of Φ(z) = p for p <= 1/2: a rational start (error below 4.5e-4), then Halley steps. */
function lowerQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p))
  let z =
    (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t
  for (let round = 0; round < 3; round++) {
    const miss = (normalCdf(z) - p) / normalDensity(z)
    z -= miss / (1 + (z * miss) / 2)
  }
  return z
}

/**
 * The standard normal quantile: the z with Φ(z) = p.
 *
 * @param p probability, 0 to 1; the ends give -Infinity and Infinity
 * @throws RangeError outside that range
 * @see Abramowitz, Stegun (1964), 26.2.23 (the start)
 * @example normalQuantile(0.5) // 0
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) throw new RangeError('A quantile belongs to a probability from 0 to 1.')
  if (p === 0 || p === 1) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY
  if (p === 0.5) return 0
  return p < 0.5 ? lowerQuantile(p) : -lowerQuantile(1 - p)
}

/**
 * P(X >= hits) for X binomial: the upper tail, summed from the smaller end.
 *
 * @param hits whole number
 * @param trials whole number, 0 or more
 * @param p probability of a hit, 0 to 1
 * @throws RangeError outside these ranges
 * @example binomialTail(0, 2, 0.5) // 1
 */
export function binomialTail(hits: number, trials: number, p: number): number {
  if (!(Number.isInteger(hits) && Number.isInteger(trials) && trials >= 0))
    throw new RangeError('Hits and trials are whole numbers.')
  if (!(p >= 0 && p <= 1)) throw new RangeError('A probability lies between 0 and 1.')
  if (hits <= 0) return 1
  if (hits > trials) return 0
  if (p === 0 || p === 1) return p
  if (hits <= trials * p) return 1 - binomialTail(trials - hits + 1, trials, 1 - p)
  const logFactor = (k: number): number => logGamma(trials + 1) - logGamma(k + 1) - logGamma(trials - k + 1)
  let sum = 0
  for (let k = trials; k >= hits; k--)
    sum += Math.exp(logFactor(k) + k * Math.log(p) + (trials - k) * Math.log1p(-p))
  return Math.min(1, sum)
}
