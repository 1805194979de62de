import { wilsonInterval } from './statistics/wilson-interval.ts'

/** What fixes the scale of a form: its maximum raw score, its raw cut and the tier's cut score. */
export type TwoLineScale = {
  /** Number of scored items, at least 1. */
  readonly maximum: number
  /** Lowest raw score at the standard, above 0 and below `maximum`. */
  readonly rawCut: number
  /** Scaled score that belongs to the raw cut, above 100 and below 1000. */
  readonly cutScore: number
}

const lowest = 100
const highest = 1000

function check({ maximum, rawCut, cutScore }: TwoLineScale): void {
  if (!(rawCut > 0 && rawCut < maximum))
    throw new RangeError('The raw cut lies above 0 and below the maximum.')
  if (!(cutScore > lowest && cutScore < highest))
    throw new RangeError('The cut score lies between 100 and 1000.')
}

/**
 * Scaled score of a raw score by two straight lines through (0, 100), (raw cut, cut score) and (maximum, 1000).
 * An approximation that stands in until forms are equated.
 *
 * @param raw raw score, 0 to maximum, need not be whole
 * @returns scaled score, 100 to 1000, not rounded
 * @throws RangeError when the scale or the raw score is out of range
 * @example scaleByTwoLines(32, { maximum: 50, rawCut: 32, cutScore: 720 }) // 720
 */
export function scaleByTwoLines(raw: number, scale: TwoLineScale): number {
  check(scale)
  const { maximum, rawCut, cutScore } = scale
  if (!(raw >= 0 && raw <= maximum)) throw new RangeError('A raw score lies between 0 and the maximum.')
  if (raw <= rawCut) return lowest + ((cutScore - lowest) * raw) / rawCut
  return cutScore + ((highest - cutScore) * (raw - rawCut)) / (maximum - rawCut)
}

/** A score with its standard error and interval, all on the scale 100 to 1000. */
export type ScaledEstimate = {
  readonly score: number
  readonly standardError: number
  readonly low: number
  readonly high: number
}

/**
 * Scaled score of a whole raw score with a binomial standard error and a 95 % Wilson interval.
 * The standard error takes p = (raw + 1) / (maximum + 2), so that it is not 0 at the ends, and is carried to the scale
 * by the scale's own slope around the score.
 *
 * @param raw whole number, 0 to maximum
 * @example estimateByTwoLines(32, { maximum: 50, rawCut: 32, cutScore: 720 }).score // 720
 */
export function estimateByTwoLines(raw: number, scale: TwoLineScale): ScaledEstimate {
  const { maximum } = scale
  const p = (raw + 1) / (maximum + 2)
  const rawError = Math.sqrt(maximum * p * (1 - p))
  const above = Math.min(maximum, raw + rawError)
  const below = Math.max(0, raw - rawError)
  const slope = (scaleByTwoLines(above, scale) - scaleByTwoLines(below, scale)) / (above - below)
  const { low, high } = wilsonInterval(raw, maximum)
  return {
    score: Math.round(scaleByTwoLines(raw, scale)),
    standardError: Math.round(slope * rawError),
    low: Math.round(scaleByTwoLines(low * maximum, scale)),
    high: Math.round(scaleByTwoLines(high * maximum, scale)),
  }
}
