/** Mean of numbers; NaN for none. @example mean([1, 2]) // 1.5 */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

/** Variance with n - 1; NaN for fewer than two. @example variance([1, 3]) // 2 */
export function variance(values: readonly number[]): number {
  const centre = mean(values)
  return values.length < 2
    ? Number.NaN
    : values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1)
}

/**
 * Pearson correlation of two lists; NaN where one of them does not vary.
 * @throws RangeError for lists of different lengths
 * @example correlation([1, 2, 3], [2, 4, 6]) // 1
 */
export function correlation(x: readonly number[], y: readonly number[]): number {
  if (x.length !== y.length) throw new RangeError('A correlation needs two lists of one length.')
  const [meanX, meanY] = [mean(x), mean(y)]
  let [xx, yy, xy] = [0, 0, 0]
  x.forEach((value, index) => {
    xx += (value - meanX) ** 2
    yy += (y[index]! - meanY) ** 2
    xy += (value - meanX) * (y[index]! - meanY)
  })
  return xx > 0 && yy > 0 ? xy / Math.sqrt(xx * yy) : Number.NaN
}
