import type { ItemParameters } from './item-parameters.ts'
import { probabilityCorrect } from './probability.ts'

/**
 * Expected raw score at theta, the test characteristic curve: Σ P_j(theta).
 * @returns score points, Σ c to Σ d
 * @see Lord (1980), Applications of item response theory, section 4.3
 * @example expectedScore(0, [{ a: 1, b: 0, c: 0, d: 1 }, { a: 1, b: 0, c: 0.5, d: 1 }]) // 1.25
 */
export const expectedScore = (theta: number, items: readonly ItemParameters[]): number =>
  items.reduce((sum, item) => sum + probabilityCorrect(theta, item), 0)

/** The point at which a rising function reaches a value, by halving the interval to the last bit. */
function bisect(reaches: (x: number) => boolean, from: number, to: number): number {
  let [low, high] = [from, to]
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return middle
    if (reaches(middle)) high = middle
    else low = middle
  }
}

/**
 * The theta at which a test's expected raw score is the given one: the inverse test characteristic curve, by bisection to
 * the last bit. Scores that no theta reaches (at or beyond the asymptotes) give the nearer bound.
 *
 * @param bounds lowest and highest theta to answer, -20 and 20 unless told
 * @throws RangeError for a score that is not a number, or a test with a discrimination below 0
 * @example thetaAtExpectedScore(0.5, [{ a: 1, b: 0.7, c: 0, d: 1 }]) // 0.7
 */
export function thetaAtExpectedScore(
  score: number,
  items: readonly ItemParameters[],
  bounds: readonly [low: number, high: number] = [-20, 20],
): number {
  if (Number.isNaN(score)) throw new RangeError('A raw score is a number.')
  if (items.some(({ a }) => a < 0))
    throw new RangeError('A curve with a negative discrimination has no inverse.')
  const [low, high] = bounds
  if (expectedScore(low, items) >= score) return low
  if (expectedScore(high, items) <= score) return high
  return bisect((theta) => expectedScore(theta, items) >= score, low, high)
}
