/** A straight conversion y = slope · x + intercept. */
export type Line = { readonly slope: number; readonly intercept: number }

/** The point of a line above x. @example applyLine({ slope: 2, intercept: 1 }, 3) // 7 */
export const applyLine = ({ slope, intercept }: Line, x: number): number => slope * x + intercept

/** First one line, then the other, as one line. @example chainLines({ slope: 2, intercept: 0 }, { slope: 1, intercept: 3 }) // { slope: 2, intercept: 3 } */
export const chainLines = (first: Line, second: Line): Line => ({
  slope: second.slope * first.slope,
  intercept: applyLine(second, first.intercept),
})

/** Mean and standard deviation of a score, in raw points. */
export type Spread = { readonly mean: number; readonly standardDeviation: number }

/**
 * The line that gives x the standard score of y: y = (sd_y / sd_x)(x - mean_x) + mean_y.
 *
 * @throws RangeError when a standard deviation is not above 0
 * @example matchSpreads({ mean: 0, standardDeviation: 1 }, { mean: 5, standardDeviation: 2 }) // { slope: 2, intercept: 5 }
 */
export function matchSpreads(x: Spread, y: Spread): Line {
  if (!(x.standardDeviation > 0 && y.standardDeviation > 0))
    throw new RangeError('A linear conversion needs scores that vary on both forms.')
  const slope = y.standardDeviation / x.standardDeviation
  return { slope, intercept: y.mean - slope * x.mean }
}
