import type { Polyline } from './flatten-path.ts'

/** How much of each pixel of a rectangle is covered, 0 to 1, row by row. */
export type Coverage = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  readonly values: Float32Array
}

/** The pixels around all points, `margin` further on each side, within a square of `size`. */
function emptyAround(lines: readonly Polyline[], margin: number, size: number): Coverage {
  const edges = [size, size, 0, 0]
  for (const line of lines) {
    for (let index = 0; index + 1 < line.length; index += 2) {
      const [px = 0, py = 0] = [line[index], line[index + 1]]
      edges[0] = Math.min(edges[0] ?? 0, px)
      edges[1] = Math.min(edges[1] ?? 0, py)
      edges[2] = Math.max(edges[2] ?? 0, px)
      edges[3] = Math.max(edges[3] ?? 0, py)
    }
  }
  const [left = 0, top = 0, right = 0, bottom = 0] = edges
  const x = Math.max(0, Math.floor(left - margin))
  const y = Math.max(0, Math.floor(top - margin))
  const width = Math.max(0, Math.min(size, Math.ceil(right + margin)) - x)
  const height = Math.max(0, Math.min(size, Math.ceil(bottom + margin)) - y)
  return { x, y, width, height, values: new Float32Array(width * height) }
}

/** Spreads the signed height of an edge that crosses one row from `from` to `to` over the pixels from there on. */
function spread(row: Float32Array, from: number, to: number, height: number): void {
  const [left, right] = from < to ? [from, to] : [to, from]
  const first = Math.floor(left)
  const last = Math.max(first, Math.ceil(right) - 1)
  // Share of the height that lies to the left of each pixel's right side; what is added is what each pixel gains.
  let before = 0
  for (let x = first; x <= last; x++) {
    const [enter, leave] = [Math.max(left, x), Math.min(right, x + 1)]
    const crossed = right === left ? 1 : (leave - enter) / (right - left)
    const passed = right === left ? 0 : (enter - left) / (right - left)
    const covered = passed + crossed * (x + 1 - (enter + leave) / 2)
    row[x] = (row[x] ?? 0) + height * (covered - before)
    before = covered
  }
  row[last + 1] = (row[last + 1] ?? 0) + height * (1 - before)
}

type Edge = { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }

function addEdge(rows: readonly Float32Array[], { x0, y0, x1, y1 }: Edge): void {
  if (y0 === y1) return
  const down = y0 < y1
  const [top, bottom] = down ? [y0, y1] : [y1, y0]
  const xAt = (y: number): number => x0 + ((y - y0) * (x1 - x0)) / (y1 - y0)
  for (let y = Math.max(0, Math.floor(top)); y < Math.min(rows.length, Math.ceil(bottom)); y++) {
    const [enter, leave] = [Math.max(top, y), Math.min(bottom, y + 1)]
    const row = rows[y]
    if (row !== undefined) spread(row, xAt(enter), xAt(leave), (leave - enter) * (down ? 1 : -1))
  }
}

/**
 * How much of each pixel closed outlines cover, by exact signed areas.
 *
 * @param size width and height of the square in pixels, within which the outlines lie
 */
export function coverArea(outlines: readonly Polyline[], size: number): Coverage {
  const coverage = emptyAround(outlines, 0, size)
  const { x, y, width, height, values } = coverage
  const rows = Array.from({ length: height }, () => new Float32Array(width + 2))
  for (const line of outlines) {
    for (let index = 0; index + 3 < line.length; index += 2) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = line.slice(index, index + 4)
      addEdge(rows, { x0: x0 - x, y0: y0 - y, x1: x1 - x, y1: y1 - y })
    }
  }
  rows.forEach((row, line) => {
    let sum = 0
    for (let column = 0; column < width; column++) {
      sum += row[column] ?? 0
      values[line * width + column] = Math.min(1, Math.abs(sum))
    }
  })
  return coverage
}

/** Distance of a point from a stretch of line. */
function distanceTo({ x0, y0, x1, y1 }: Edge, x: number, y: number): number {
  const [dx, dy] = [x1 - x0, y1 - y0]
  const squared = dx * dx + dy * dy
  const along = squared === 0 ? 0 : Math.min(1, Math.max(0, ((x - x0) * dx + (y - y0) * dy) / squared))
  return Math.hypot(x - x0 - along * dx, y - y0 - along * dy)
}

function drawStretch({ x, y, width, height, values }: Coverage, stretch: Edge, radius: number): void {
  const reach = radius + 1
  const { x0, y0, x1, y1 } = stretch
  const [left, right] = [Math.min(x0, x1) - reach, Math.max(x0, x1) + reach]
  const [top, bottom] = [Math.min(y0, y1) - reach, Math.max(y0, y1) + reach]
  for (let row = Math.max(0, Math.floor(top - y)); row < Math.min(height, bottom - y); row++) {
    for (let column = Math.max(0, Math.floor(left - x)); column < Math.min(width, right - x); column++) {
      const distance = distanceTo(stretch, x + column + 0.5, y + row + 0.5)
      const share = Math.min(1, Math.max(0, radius + 0.5 - distance))
      const at = row * width + column
      values[at] = Math.max(values[at] ?? 0, share)
    }
  }
}

/** How much of each pixel a round pen covers along lines of points; where it passes twice, once. */
export function coverStroke(lines: readonly Polyline[], pen: number, size: number): Coverage {
  const coverage = emptyAround(lines, pen / 2 + 1, size)
  for (const line of lines) {
    for (let index = 0; index + 3 < line.length; index += 2) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = line.slice(index, index + 4)
      drawStretch(coverage, { x0, y0, x1, y1 }, pen / 2)
    }
  }
  return coverage
}
