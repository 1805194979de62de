/** What is to be maximised over theta: its slope, and its value unless the slope's own integral is to stand for it. */
export type Objective = {
  readonly slope: (theta: number) => number
  readonly value?: (theta: number) => number
  /** Whether the slope only falls, so that there is one maximum at most. */
  readonly concave: boolean
}

/** Where the highest point lies; `bounded` when it is an end of the range. */
export type HighestPoint = { readonly theta: number; readonly bounded: boolean }

type Range = readonly [low: number, high: number]
type Candidate = HighestPoint & { readonly integral: number }

const searchStep = 0.1
const exact = 1e-13

/** The zero of a slope that is above 0 at `from` and not at `to`, by bisection. */
function findZero(slope: Objective['slope'], from: number, to: number): number {
  let [low, high] = [from, to]
  while (high - low > exact * (1 + Math.abs(low))) {
    const middle = (low + high) / 2
    if (slope(middle) > 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Maxima between grid points and at the ends, each with the integral of the slope up to it (trapezoids). */
function listCandidates({ slope, concave }: Objective, [low, high]: Range): Candidate[] {
  const intervals = concave ? 1 : Math.ceil((high - low) / searchStep)
  const candidates: Candidate[] = []
  let [theta, before, integral] = [low, slope(low), 0]
  if (before <= 0) candidates.push({ theta, integral, bounded: true })
  for (let interval = 1; interval <= intervals; interval++) {
    const next = low + ((high - low) * interval) / intervals
    const after = slope(next)
    if (before > 0 && after <= 0) {
      const zero = findZero(slope, theta, next)
      candidates.push({ theta: zero, integral: integral + (before * (zero - theta)) / 2, bounded: false })
    }
    integral += ((before + after) / 2) * (next - theta)
    ;[theta, before] = [next, after]
  }
  if (before > 0) candidates.push({ theta, integral, bounded: true })
  return candidates
}

/**
 * The highest of all maxima of a function of theta within a range. Slopes are looked at every 0.1, so that a curve with several maxima
 * (three-parameter items have them) gives the right one.
 *
 * @throws RangeError unless the range runs from a lower to a higher theta
 * @example highestPoint({ slope: (x) => 1 - x, concave: true }, [-4, 4]).bounded // false
 */
export function highestPoint(objective: Objective, range: Range): HighestPoint {
  if (!(range[0] < range[1])) throw new RangeError('A range runs from a lower to a higher theta.')
  const heightOf = ({ theta, integral }: Candidate): number => objective.value?.(theta) ?? integral
  const [first, ...others] = listCandidates(objective, range)
  if (!first) throw new RangeError('The slope is a number everywhere in the range.')
  const { theta, bounded } = others.reduce(
    (best, each) => (heightOf(each) > heightOf(best) ? each : best),
    first,
  )
  return { theta, bounded }
}
