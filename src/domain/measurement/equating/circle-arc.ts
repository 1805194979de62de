import { applyLine, type Line } from './line.ts'

/** A point of a conversion: a score of form X and the score of form Y that belongs to it. */
export type ScorePair = { readonly x: number; readonly y: number }

/** Three points, ascending: the lowest meaningful scores, the middle (the equated mean), the highest scores. */
export type ArcPoints = { readonly low: ScorePair; readonly middle: ScorePair; readonly high: ScorePair }

/**
 * A circle-arc conversion. `simplified` adds the arc to the line through the end points, `symmetric` is the arc through the
 * three points itself.
 */
export type CircleArc = {
  readonly kind: 'simplified' | 'symmetric'
  readonly line: Line
  readonly points: ArcPoints
  /** Null where the three points lie on one line. */
  readonly circle: { readonly x: number; readonly y: number; readonly radius: number } | null
}

/** The circle through three points. */
function circleThrough({ low, middle, high }: ArcPoints): NonNullable<CircleArc['circle']> {
  const square = (point: ScorePair): number => point.x ** 2 + point.y ** 2
  const [a, b, c] = [square(low), square(middle), square(high)]
  const double = 2 * (low.x * (middle.y - high.y) + middle.x * (high.y - low.y) + high.x * (low.y - middle.y))
  const x = (a * (middle.y - high.y) + b * (high.y - low.y) + c * (low.y - middle.y)) / double
  const y = (a * (high.x - middle.x) + b * (low.x - high.x) + c * (middle.x - low.x)) / double
  return { x, y, radius: Math.hypot(low.x - x, low.y - y) }
}

function lineThrough({ low, high }: ArcPoints): Line {
  const slope = (high.y - low.y) / (high.x - low.x)
  return { slope, intercept: low.y - slope * low.x }
}

const aboveLine = (line: Line, { x, y }: ScorePair): number => y - applyLine(line, x)

/** +1 where the arc bulges above the line through its ends, -1 below. */
const sideOf = ({ line, points }: Pick<CircleArc, 'line' | 'points'>): number =>
  Math.sign(aboveLine(line, points.middle))

/**
 * Fits a circle-arc conversion, which needs little more than the two means: for small samples.
 *
 * @param points end points agreed beforehand, middle point estimated
 * @throws RangeError unless the points ascend in x and the middle lies so near to the line that the arc is a function of x
 * @see Livingston, Kim (2009), The circle-arc method for equating in small samples, Journal of Educational Measurement 46, 330-343
 * @example fitCircleArc({ low: { x: 0, y: 0 }, middle: { x: 5, y: 5 }, high: { x: 10, y: 10 } }, 'simplified').circle // null
 */
export function fitCircleArc(points: ArcPoints, kind: CircleArc['kind']): CircleArc {
  const { low, middle, high } = points
  if (!(low.x < middle.x && middle.x < high.x))
    throw new RangeError('The points of a circle arc ascend: low, middle, high.')
  const line = lineThrough(points)
  if (Math.abs(aboveLine(line, middle)) < 1e-12 * (high.x - low.x))
    return { kind, line, points, circle: null }
  const flattened = {
    low: { x: low.x, y: 0 },
    middle: { x: middle.x, y: aboveLine(line, middle) },
    high: { x: high.x, y: 0 },
  }
  const arc = { kind, line, points, circle: circleThrough(kind === 'simplified' ? flattened : points) }
  if ([low, middle, high].some((point) => Math.abs(applyCircleArc(arc, point.x) - point.y) > 1e-6))
    throw new RangeError('The middle point lies too far from the line for an arc. Check the means.')
  return arc
}

/**
 * The score of form Y for a score of form X: on the arc between the end points, on the line outside them.
 *
 * @example applyCircleArc(fitCircleArc({ low: { x: 0, y: 0 }, middle: { x: 5, y: 6 }, high: { x: 10, y: 10 } }, 'simplified'), 5) // 6
 */
export function applyCircleArc(arc: CircleArc, score: number): number {
  const { kind, line, points, circle } = arc
  const straight = applyLine(line, score)
  if (circle === null || score < points.low.x || score > points.high.x) return straight
  const height = circle.y + sideOf(arc) * Math.sqrt(Math.max(0, circle.radius ** 2 - (score - circle.x) ** 2))
  return kind === 'simplified' ? straight + height : height
}
