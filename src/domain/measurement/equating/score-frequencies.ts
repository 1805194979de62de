/** How often each score occurred, from the lowest score upwards in steps of one. Counts need not be whole. */
export type ScoreFrequencies = {
  /** The lowest possible score, a whole number. */
  readonly lowest: number
  /** One count per possible score, each 0 or more, with a sum above 0. */
  readonly counts: readonly number[]
}

/** The first four moments of a score distribution. */
export type FrequencyMoments = {
  readonly n: number
  readonly mean: number
  /** Sample variance, divisor n - 1. */
  readonly variance: number
  readonly standardDeviation: number
  /** b1 = m3 / s³, third central moment with divisor n over the sample standard deviation; normal: 0. */
  readonly skewness: number
  /** b2 = m4 / s⁴, likewise; normal: 3. */
  readonly kurtosis: number
}

const isCount = (value: number): boolean => Number.isFinite(value) && value >= 0

/**
 * The sum of the counts.
 * @throws RangeError unless the counts are numbers of 0 or more with a sum above 0
 * @example countScores({ lowest: 0, counts: [1, 2] }) // 3
 */
export function countScores({ lowest, counts }: ScoreFrequencies): number {
  if (!Number.isInteger(lowest)) throw new RangeError('The lowest score is a whole number.')
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (!counts.every(isCount) || !(total > 0))
    throw new RangeError('Counts of scores are 0 or more, and at least one is above 0.')
  return total
}

/** The highest possible score. @example highestPossibleScore({ lowest: 0, counts: [1, 2, 1] }) // 2 */
export const highestPossibleScore = ({ lowest, counts }: ScoreFrequencies): number =>
  lowest + counts.length - 1

/** Every possible score, ascending. @example possibleScores({ lowest: 3, counts: [1, 1] }) // [3, 4] */
export const possibleScores = ({ lowest, counts }: ScoreFrequencies): number[] =>
  counts.map((_, index) => lowest + index)

/**
 * Mean, variance, skewness and kurtosis of a score distribution.
 *
 * @throws RangeError unless the counts are numbers of 0 or more whose sum exceeds 1
 * @see Kolen, Brennan (2004), Test equating, scaling, and linking, section 2.1; Joanes, Gill (1998), b1 and b2
 * @example momentsOf({ lowest: 0, counts: [1, 2, 1] }).mean // 1
 */
export function momentsOf(frequencies: ScoreFrequencies): FrequencyMoments {
  const n = countScores(frequencies)
  if (!(n > 1)) throw new RangeError('Moments need more than one score.')
  const { lowest, counts } = frequencies
  const mean = counts.reduce((sum, count, index) => sum + count * (lowest + index), 0) / n
  const central = (power: number): number =>
    counts.reduce((sum, count, index) => sum + count * (lowest + index - mean) ** power, 0) / n
  const variance = (central(2) * n) / (n - 1)
  return {
    n,
    mean,
    variance,
    standardDeviation: Math.sqrt(variance),
    skewness: variance === 0 ? 0 : central(3) / variance ** 1.5,
    kurtosis: variance === 0 ? 0 : central(4) / variance ** 2,
  }
}
