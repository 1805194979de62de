import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { normalQuantile } from '../statistics/distributions.ts'

/**
 * A draw from N(mean, sd²), by the inverse of the distribution function: one uniform number for each draw, so that a seed gives the same
 * people whatever else is drawn with them.
 *
 * @example Number.isFinite(drawNormal(seededRandom('a'))) // true
 */
export function drawNormal(random: SeededRandom, mean = 0, sd = 1): number {
  return mean + sd * normalQuantile((Math.floor(random.next() * 4_294_967_296) + 0.5) / 4_294_967_296)
}

/** A draw from a gamma distribution with a whole-number shape and scale 1: the sum of exponential draws. */
function drawGamma(random: SeededRandom, shape: number): number {
  let sum = 0
  for (let index = 0; index < shape; index++) sum -= Math.log(1 - random.next())
  return sum
}

/**
 * A draw from a beta distribution with whole-number alpha and beta, both at least 1.
 * @throws RangeError for others
 * @example drawBeta(seededRandom('a'), 5, 17) < 1 // true
 */
export function drawBeta(random: SeededRandom, alpha: number, beta: number): number {
  if (!(Number.isInteger(alpha) && Number.isInteger(beta) && alpha >= 1 && beta >= 1))
    throw new RangeError('Alpha and beta are whole numbers from 1.')
  const x = drawGamma(random, alpha)
  return x / (x + drawGamma(random, beta))
}

/** A number held within bounds. @example clamp(5, 0, 1) // 1 */
export const clamp = (value: number, low: number, high: number): number =>
  Math.max(low, Math.min(high, value))
