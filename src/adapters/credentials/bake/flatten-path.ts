/** A closed or open line of points, x and y in turn. */
export type Polyline = readonly number[]

type Point = readonly [x: number, y: number]

const steps = 12

const quadratic = (a: number, b: number, c: number, t: number): number =>
  (1 - t) ** 2 * a + 2 * (1 - t) * t * b + t ** 2 * c

const cubic = ([a, b, c, d]: readonly [number, number, number, number], t: number): number =>
  (1 - t) ** 3 * a + 3 * (1 - t) ** 2 * t * b + 3 * (1 - t) * t ** 2 * c + t ** 3 * d

/** The points of one segment after its start. */
function segmentPoints(start: Point, numbers: readonly number[]): number[] {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0] = numbers
  if (numbers.length === 2) return [x1, y1]
  return Array.from({ length: steps }, (_, index) => (index + 1) / steps).flatMap((t) =>
    numbers.length === 4
      ? [quadratic(start[0], x1, x2, t), quadratic(start[1], y1, y2, t)]
      : [cubic([start[0], x1, x2, x3], t), cubic([start[1], y1, y2, y3], t)],
  )
}

/**
 * Turns a path of absolute M, L, Q, C and Z into lines of points.
 * @throws RangeError for any other command
 */
export function flattenPath(path: string): Polyline[] {
  const lines: number[][] = []
  for (const [, command = '', text = ''] of path.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const numbers = (text.match(/-?[\d.]+/g) ?? []).map(Number)
    const line = lines.at(-1)
    if (command === 'M') lines.push(numbers)
    else if (line !== undefined && 'LQC'.includes(command)) {
      line.push(...segmentPoints([line.at(-2) ?? 0, line.at(-1) ?? 0], numbers))
    } else if (line !== undefined && command === 'Z') line.push(line[0] ?? 0, line[1] ?? 0)
    else throw new RangeError(`A badge is drawn with M, L, Q, C and Z; "${command}" is none of them.`)
  }
  return lines
}
