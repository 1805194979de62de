import { element, rounded, textAt } from './svg.ts'

/** A mark on an axis. */
export type Tick = { readonly at: number; readonly label: string }

/** A plot's place: size in user units, the ranges of its axes, and their marks. */
export type Plot = {
  readonly width: number
  readonly height: number
  readonly x: {
    readonly from: number
    readonly to: number
    readonly ticks: readonly Tick[]
    readonly name: string
  }
  readonly y: { readonly from: number; readonly to: number; readonly ticks: readonly Tick[] }
  /** Room for the labels of the right-hand side, where there are any. */
  readonly right?: number
}

/** A point in the units of the axes. */
export type Point = { readonly x: number; readonly y: number }

const edge = { left: 46, top: 14, bottom: 44, right: 14 } as const

/** Where a value of the x axis lies, in user units. */
export const placeX = ({ width, x, right = edge.right }: Plot, value: number): number =>
  rounded(edge.left + ((value - x.from) / (x.to - x.from)) * (width - edge.left - right))

/** Where a value of the y axis lies, in user units. */
export const placeY = ({ height, y }: Plot, value: number): number =>
  rounded(height - edge.bottom - ((value - y.from) / (y.to - y.from)) * (height - edge.top - edge.bottom))

const anchorOf = (plot: Plot, x: number): 'start' | 'middle' | 'end' =>
  x > plot.width - 40 ? 'end' : x < edge.left + 4 ? 'start' : 'middle'

/** The grid, the marks and the name of the x axis. */
export function drawAxes(plot: Plot): string {
  const [left, right] = [placeX(plot, plot.x.from), placeX(plot, plot.x.to)]
  const bottom = placeY(plot, plot.y.from)
  const rows = plot.y.ticks.map(({ at, label }) => {
    const y = placeY(plot, at)
    const line = element('path', {
      class: 'axis',
      d: `M${left} ${y}H${right}`,
      stroke: 'currentColor',
      'stroke-opacity': 0.25,
    })
    return line + textAt(left - 8, y + 4, label, { size: 12, anchor: 'end', soft: true })
  })
  const columns = plot.x.ticks.map(({ at, label }) => {
    const x = placeX(plot, at)
    const line = element('path', {
      class: 'axis',
      d: `M${x} ${bottom}v5`,
      stroke: 'currentColor',
      'stroke-opacity': 0.5,
    })
    return line + textAt(x, bottom + 19, label, { size: 12, anchor: anchorOf(plot, x), soft: true })
  })
  const name = textAt(right, plot.height - 6, plot.x.name, { size: 12, anchor: 'end', soft: true })
  return rows.join('') + columns.join('') + name
}

const pathOf = (plot: Plot, points: readonly Point[]): string =>
  points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${placeX(plot, x)} ${placeY(plot, y)}`).join('')

/** How a line is drawn; lines of one plot differ by dashes as well as by colour. */
export type LineStyle = { readonly class: string; readonly dashes?: string; readonly thickness?: number }

/** A line through points. */
export const drawLine = (plot: Plot, points: readonly Point[], style: LineStyle): string =>
  points.length < 2
    ? ''
    : element('path', {
        class: style.class,
        d: pathOf(plot, points),
        fill: 'none',
        stroke: 'currentColor',
        'stroke-width': style.thickness ?? 2,
        'stroke-dasharray': style.dashes,
        'stroke-linejoin': 'round',
      })

/** The area between two lines. */
export const drawBand = (plot: Plot, low: readonly Point[], high: readonly Point[]): string =>
  low.length < 2
    ? ''
    : element('path', {
        class: 'plot-band',
        d: `${pathOf(plot, low)}${pathOf(plot, high.toReversed()).replace('M', 'L')}Z`,
        fill: 'currentColor',
        'fill-opacity': 0.2,
      })

/** A vertical line of reference with a word beside it. */
export function drawReference(plot: Plot, at: number, label: string): string {
  const x = placeX(plot, at)
  const line = element('path', {
    class: 'scale-cut',
    d: `M${x} ${placeY(plot, plot.y.to)}V${placeY(plot, plot.y.from)}`,
    stroke: 'currentColor',
    'stroke-width': 2,
    'stroke-dasharray': '5 3',
  })
  const after = x < plot.width / 2
  return (
    line +
    textAt(after ? x + 6 : x - 6, placeY(plot, plot.y.to) + 12, label, {
      size: 12,
      anchor: after ? 'start' : 'end',
      bold: true,
    })
  )
}

/** A point as a dot; its area may say how much stands behind it. */
export const drawDot = (plot: Plot, { x, y }: Point, radius: number): string =>
  element('circle', {
    class: 'plot-dot',
    cx: placeX(plot, x),
    cy: placeY(plot, y),
    r: rounded(radius),
    fill: 'currentColor',
  })

/** A span on the y axis at one x: the interval of an observed share. */
export function drawSpan(plot: Plot, x: number, low: number, high: number): string {
  const at = placeX(plot, x)
  return element('path', {
    class: 'plot-span',
    d: `M${at} ${placeY(plot, low)}V${placeY(plot, high)}`,
    stroke: 'currentColor',
    'stroke-width': 1.5,
  })
}

/** Marks of shares from 0 to 100 %. */
export const percentTicks: readonly Tick[] = [0, 25, 50, 75, 100].map((percent) => ({
  at: percent / 100,
  label: `${percent}%`,
}))

/** Marks of the scale of reports, as many as the width leaves room for. */
export const scaledTicks = (from: number, to: number, width: number): Tick[] => {
  const step = width < 500 ? 200 : 100
  const first = Math.ceil(from / step) * step
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, index) => ({
    at: first + index * step,
    label: String(first + index * step),
  }))
}
