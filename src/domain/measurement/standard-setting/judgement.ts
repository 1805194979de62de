/** What a panel's judgements come to. */
export type PanelSummary = {
  readonly judges: number
  readonly mean: number
  /** Between judges, divisor n - 1; 0 for a single judge. */
  readonly standardDeviation: number
  /** Of the mean: standard deviation / sqrt(judges). */
  readonly standardError: number
}

/**
 * Mean, spread and standard error of one judgement per judge.
 *
 * @throws RangeError without judges or for a judgement that is not a number
 * @example summarisePanel([1, 3]) // { judges: 2, mean: 2, standardDeviation: 1.4142135623730951, standardError: 1 }
 */
export function summarisePanel(values: readonly number[]): PanelSummary {
  const judges = values.length
  if (judges === 0 || !values.every(Number.isFinite))
    throw new RangeError('A panel has judges, and each gives a number.')
  const mean = values.reduce((sum, value) => sum + value, 0) / judges
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const standardDeviation = judges > 1 ? Math.sqrt(squares / (judges - 1)) : 0
  return { judges, mean, standardDeviation, standardError: standardDeviation / Math.sqrt(judges) }
}

/**
 * Pearson's correlation of two lists of equal length; NaN where one of them does not vary.
 * @example correlate([1, 2, 3], [2, 4, 6]) // 1
 */
export function correlate(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [summarisePanel(a).mean, summarisePanel(b).mean]
  let [ab, aa, bb] = [0, 0, 0]
  a.forEach((value, index) => {
    const [x, y] = [value - meanA, (b[index] as number) - meanB]
    ab += x * y
    aa += x * x
    bb += y * y
  })
  return ab / Math.sqrt(aa * bb)
}

/** The middle value, or the mean of the two middle ones. @example medianOf([3, 1, 2]) // 2 */
export function medianOf(values: readonly number[]): number {
  const ascending = [...values].sort((a, b) => a - b)
  const half = ascending.length / 2
  return ((ascending[Math.ceil(half) - 1] as number) + (ascending[Math.floor(half)] as number)) / 2
}
