import type { CertificationStatus } from '../../domain/catalogue/types.ts'
import { element, rounded } from './svg.ts'

/** A rectangle in user units. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

type Point = readonly [x: number, y: number]
type Wear = { readonly variant: number; readonly roughness: number }

const corners = 40
const squareness = 3.8
const largestWear = 0.045

const power = (value: number): number => Math.sign(value) * Math.abs(value) ** (2 / squareness)

/** How far, from -1 to 1, a worn outline leaves the even one at an angle; slow waves, so that it stays smooth. */
const wearAt = (angle: number, variant: number): number =>
  0.55 * Math.sin(2 * angle + 1.7 * variant) + 0.45 * Math.sin(3 * angle + 2.9 * variant + 1)

/** A point on a superellipse (Lame, 1818) inscribed in the box, worn a little. */
function outlinePoint({ x, y, width, height }: Box, angle: number, { variant, roughness }: Wear): Point {
  const depth = Math.min(roughness, largestWear * Math.min(width, height))
  const worn = depth * (wearAt(angle, variant) - 1)
  const across = (width / 2 + worn) * power(Math.cos(angle))
  const down = (height / 2 + worn) * power(Math.sin(angle))
  return [x + width / 2 + across, y + height / 2 + down]
}

const write = ([x, y]: Point): string => `${rounded(x)} ${rounded(y)}`

/** A smooth closed curve through points (Catmull-Rom, as cubic Bezier segments). */
function smoothPath(points: readonly Point[]): string {
  const at = (index: number): Point => points[(index + points.length) % points.length] ?? [0, 0]
  /** The handle of a point: a sixth of the way between its neighbours, onwards or back. */
  const handle = (index: number, sign: 1 | -1): Point => {
    const [point, before, after] = [at(index), at(index - 1), at(index + 1)]
    return [point[0] + (sign * (after[0] - before[0])) / 6, point[1] + (sign * (after[1] - before[1])) / 6]
  }
  const segments = points.map(
    (_, index) => `C${write(handle(index, 1))} ${write(handle(index + 1, -1))} ${write(at(index + 1))}`,
  )
  return `M${write(at(0))}${segments.join('')}Z`
}

/** The outline of a worn stone that fills a box; `variant` chooses among outlines, `roughness` is in user units. */
export const stonePath = (box: Box, variant: number, roughness = 3): string =>
  smoothPath(
    Array.from({ length: corners }, (_, index) =>
      outlinePoint(box, (2 * Math.PI * index) / corners, { variant, roughness }),
    ),
  )

type Outline = { readonly width: number; readonly dash?: string; readonly pattern?: 'hatch' | 'dots' }

const outlines: Readonly<Record<CertificationStatus, Outline>> = {
  active: { width: 1.75 },
  ending: { width: 1.75, pattern: 'hatch' },
  beta: { width: 1.75, dash: '9 4', pattern: 'dots' },
  announced: { width: 1.5, dash: '2 4' },
  retired: { width: 1 },
}

/** The patterns that stones of a chart refer to, to stand once in the chart. */
export const stonePatterns = (chartId: string): string =>
  element(
    'defs',
    {},
    element(
      'pattern',
      {
        id: `${chartId}-hatch`,
        width: 6,
        height: 6,
        patternUnits: 'userSpaceOnUse',
        patternTransform: 'rotate(45)',
      },
      element('path', {
        class: 'edge',
        d: 'M0 0V6',
        stroke: 'currentColor',
        'stroke-width': 1.2,
        'stroke-opacity': 0.55,
      }),
    ),
    element(
      'pattern',
      { id: `${chartId}-dots`, width: 5, height: 5, patternUnits: 'userSpaceOnUse' },
      element('circle', { class: 'edge', cx: 2, cy: 2, r: 0.9, fill: 'currentColor', 'fill-opacity': 0.6 }),
    ),
  )

const rim = 9

/** A band of pattern inside the outline, so that the middle stays clear for words. */
function patternedRim({ x, y, width, height }: Box, variant: number, paint: string): string {
  const depth = Math.min(rim, height / 4)
  const inner = { x: x + depth / 2, y: y + depth / 2, width: width - depth, height: height - depth }
  return element('path', {
    class: 'stone-pattern',
    d: stonePath(inner, variant),
    fill: 'none',
    stroke: paint,
    'stroke-width': depth,
  })
}

/** A certification's stone, told apart by outline and pattern as well as by class. */
export function stateStone(
  box: Box,
  status: CertificationStatus,
  { chartId, variant }: { chartId: string; variant: number },
): string {
  const { width, dash, pattern } = outlines[status]
  const d = stonePath(box, variant)
  const stone = element('path', {
    class: `stone-${status}`,
    d,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': width,
    'stroke-dasharray': dash,
  })
  if (pattern === undefined) return stone
  return `${stone}${patternedRim(box, variant, `url(#${chartId}-${pattern})`)}`
}

type Drawing = (at: { readonly x: number; readonly y: number }, radius: number) => string

const ring: Drawing = ({ x, y }, r) =>
  element('circle', {
    class: 'glyph',
    cx: x,
    cy: y,
    r,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 1.5,
  })

const strokes = (d: string): string =>
  element('path', {
    class: 'glyph',
    d,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 1.75,
    'stroke-linecap': 'round',
  })

const glyphs: Readonly<Record<CertificationStatus, Drawing>> = {
  active: ({ x, y }, r) => element('circle', { class: 'glyph', cx: x, cy: y, r, fill: 'currentColor' }),
  ending: ({ x, y }, r) =>
    `${ring({ x, y }, r)}${element('path', { class: 'glyph', d: `M${rounded(x)} ${rounded(y - r)}A${r} ${r} 0 0 0 ${rounded(x)} ${rounded(y + r)}Z`, fill: 'currentColor' })}`,
  beta: ({ x, y }, r) =>
    element('path', {
      class: 'glyph',
      d: `M${rounded(x)} ${rounded(y - r)}L${rounded(x + r)} ${rounded(y + r)}H${rounded(x - r)}Z`,
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 1.5,
      'stroke-linejoin': 'round',
    }),
  announced: ring,
  retired: ({ x, y }, r) =>
    strokes(
      `M${rounded(x - r)} ${rounded(y - r)}L${rounded(x + r)} ${rounded(y + r)}M${rounded(x + r)} ${rounded(y - r)}L${rounded(x - r)} ${rounded(y + r)}`,
    ),
}

/** The sign of a state, drawn around a point: disc, half disc, triangle, ring or cross. */
export const stateGlyph = (status: CertificationStatus, at: Parameters<Drawing>[0], radius = 4): string =>
  glyphs[status](at, radius)
