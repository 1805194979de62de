import type { Badge } from '../../../presentation/badge/badge-shapes.ts'
import { badgeSize, type Shape } from '../../../presentation/badge/shape.ts'
import { type Coverage, coverArea, coverStroke } from './coverage.ts'
import { flattenPath } from './flatten-path.ts'

const channels = 4

const colourOf = (paint: string): readonly [number, number, number] => [
  Number.parseInt(paint.slice(1, 3), 16),
  Number.parseInt(paint.slice(3, 5), 16),
  Number.parseInt(paint.slice(5, 7), 16),
]

function coverageOf({ path, pen }: Shape): Coverage {
  const lines = flattenPath(path)
  return pen === null ? coverArea(lines, badgeSize) : coverStroke(lines, pen, badgeSize)
}

/** Lays a colour over one pixel (Porter and Duff, 1984, "over", without premultiplying). */
function layOver(pixels: Uint8Array, at: number, [red, green, blue]: readonly number[], alpha: number): void {
  const below = ((pixels[at + 3] ?? 0) / 255) * (1 - alpha)
  const total = alpha + below
  const mix = (value = 0, before = 0): number => Math.round((value * alpha + before * below) / total)
  pixels[at] = mix(red, pixels[at])
  pixels[at + 1] = mix(green, pixels[at + 1])
  pixels[at + 2] = mix(blue, pixels[at + 2])
  pixels[at + 3] = Math.round(total * 255)
}

function paintShape(pixels: Uint8Array, shape: Shape, ground: Uint8Array): void {
  const { x, y, width, values } = coverageOf(shape)
  const colour = colourOf(shape.paint)
  values.forEach((covered, index) => {
    const at = (y + Math.floor(index / width)) * badgeSize + x + (index % width)
    const alpha = covered * shape.opacity * (shape.inside ? (ground[at * channels + 3] ?? 0) / 255 : 1)
    if (alpha > 0) layOver(pixels, at * channels, colour, alpha)
  })
}

/** Paints a badge: red, green, blue and alpha of each pixel, row by row, on a transparent square of `badgeSize`. */
export function paintBadge({ ground, shapes }: Badge): Uint8Array {
  const area = new Uint8Array(badgeSize * badgeSize * channels)
  const whole: Shape = { path: ground, paint: '#000000', opacity: 1, pen: null, inside: false }
  paintShape(area, whole, area)
  const pixels = new Uint8Array(badgeSize * badgeSize * channels)
  for (const shape of shapes) paintShape(pixels, shape, area)
  return pixels
}
