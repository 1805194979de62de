import { type Line, matchSpreads } from './line.ts'
import type { FrequencyMoments } from './score-frequencies.ts'

/**
 * Mean equating of random groups: y = x - mean_x + mean_y.
 *
 * @see Kolen, Brennan (2004), equation 2.9
 * @example equateMeans({ mean: 10 }, { mean: 12 }) // { slope: 1, intercept: 2 }
 */
export const equateMeans = (x: Pick<FrequencyMoments, 'mean'>, y: Pick<FrequencyMoments, 'mean'>): Line => ({
  slope: 1,
  intercept: y.mean - x.mean,
})

/**
 * Linear equating of random groups: y = (sd_y / sd_x)(x - mean_x) + mean_y.
 *
 * @throws RangeError when the scores of a form do not vary
 * @see Kolen, Brennan (2004), equation 2.13
 * @example equateLinearly({ mean: 0, standardDeviation: 1 }, { mean: 5, standardDeviation: 2 }).slope // 2
 */
export const equateLinearly = matchSpreads

/**
 * Standard error of a linearly equated score of random groups, in points of form Y.
 *
 * sd_y sqrt(1/n_x + 1/n_y + (skew_x/n_x + skew_y/n_y) z + ((kurt_x - 1)/4n_x + (kurt_y - 1)/4n_y) z²), z = (x - mean_x) / sd_x
 *
 * @see Braun, Holland (1982), in Holland, Rubin, Test equating, pp. 33-35; Kolen, Brennan (2004), equation 7.10
 * @example linearStandardError(0, { n: 50, mean: 0, variance: 1, standardDeviation: 1, skewness: 0, kurtosis: 3 }, { n: 50, mean: 0, variance: 1, standardDeviation: 1, skewness: 0, kurtosis: 3 }) // 0.2
 */
export function linearStandardError(score: number, x: FrequencyMoments, y: FrequencyMoments): number {
  const z = (score - x.mean) / x.standardDeviation
  const constant = 1 / x.n + 1 / y.n
  const skew = x.skewness / x.n + y.skewness / y.n
  const kurtosis = (x.kurtosis - 1) / (4 * x.n) + (y.kurtosis - 1) / (4 * y.n)
  return y.standardDeviation * Math.sqrt(constant + skew * z + kurtosis * z * z)
}
