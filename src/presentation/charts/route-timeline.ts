import type { Leg } from '../../domain/path/route.ts'
import { shortName } from '../catalogue-words.ts'
import { formatShortDay } from '../formats.ts'
import { monthTicks, type RouteAxis, routeAxis } from './route-axis.ts'
import { chart, element, rounded, textAt } from './svg.ts'
import { estimateWidth, fitText } from './text-fit.ts'
import { daysOf } from './version-spans.ts'

/** What the time line needs of a leg. */
export type TimelineLeg = Pick<
  Leg,
  'certificationId' | 'name' | 'examCode' | 'startDate' | 'bookBy' | 'examDate' | 'window' | 'passProbability'
>

/** A route over time; `today` is `YYYY-MM-DD`, `width` in user units, 320 at least. */
export type RouteTimeline = {
  readonly id: string
  readonly title: string
  readonly width: number
  readonly today: string
  readonly legs: readonly TimelineLeg[]
}

type Row = { readonly leg: TimelineLeg; readonly labelY: number; readonly barY: number }

/** Labels stand beside the bars from a width of 640, above them below that. */
type Layout = {
  readonly width: number
  readonly height: number
  readonly beside: boolean
  readonly left: number
  readonly xOf: (day: string) => number
  readonly rows: readonly Row[]
}

const besideFrom = 640
const labelColumn = 250
const top = 44
const foot = 10
const barHeight = 14
const small = 11.5

function layOut({ width, legs }: RouteTimeline, axis: RouteAxis): Layout {
  const beside = width >= besideFrom
  const [left, right] = [beside ? labelColumn : 8, width - 10]
  const rowHeight = beside ? 58 : 82
  const rows = legs.map((leg, index) => {
    const y = top + index * rowHeight
    return { leg, labelY: y + 14, barY: beside ? y + 6 : y + 40 }
  })
  const xOf = (day: string): number =>
    left + ((daysOf(day) - axis.start) / (axis.end - axis.start)) * (right - left)
  return { width, height: top + legs.length * rowHeight + foot, beside, left, xOf, rows }
}

/** Lines run down the chart, or only past the bars where labels stand above them. */
function downLine(x: number, { beside, height, rows }: Layout): string {
  const at = rounded(x)
  if (beside) return `M${at} ${top - 6}V${height - foot}`
  return rows.map(({ barY }) => `M${at} ${barY - 4}V${barY + barHeight + 4}`).join('')
}

function drawMonths(axis: RouteAxis, layout: Layout): string {
  const ticks = monthTicks(axis, layout.width - layout.left)
  const d = ticks.map(({ day }) => downLine(layout.xOf(day), layout)).join('')
  const labels = ticks
    .filter(({ day, label }) => layout.xOf(day) + estimateWidth(label, small) < layout.width)
    .map(({ day, label }) => textAt(layout.xOf(day) + 3, top - 10, label, { size: small, soft: true }))
  return [
    element('path', { class: 'axis', d, fill: 'none', stroke: 'currentColor', 'stroke-opacity': 0.3 }),
    ...labels,
  ].join('')
}

function drawToday(today: string, layout: Layout): string {
  const x = layout.xOf(today)
  const d = downLine(x, layout)
  const label = {
    class: 'mark-now',
    x,
    y: top - 29,
    'font-size': small,
    'font-weight': 600,
    fill: 'currentColor',
  }
  return (
    element('path', { class: 'mark-now', d, fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5 }) +
    element('text', label, 'today')
  )
}

/** Study until the planned day, solid; until nine in ten have passed, dashed; a tick where one in ten has. */
function drawBar({ leg, barY }: Row, { xOf }: Layout): string {
  const [from, early, day, late] = [leg.startDate, leg.examDate.p10, leg.examDate.p50, leg.examDate.p90].map(
    xOf,
  ) as [number, number, number, number]
  const solid = { class: 'bar', x: from, y: barY, width: Math.max(2, day - from), height: barHeight, rx: 3 }
  const planned = {
    class: 'bar-planned',
    x: day,
    y: barY + 3,
    width: Math.max(1, late - day),
    height: barHeight - 6,
  }
  return [
    element('rect', { ...solid, fill: 'currentColor' }),
    element('rect', { ...planned, fill: 'none', stroke: 'currentColor', 'stroke-dasharray': '4 3' }),
    element('path', {
      class: 'axis',
      d: `M${rounded(Math.max(from, early))} ${barY - 3}v${barHeight + 6}`,
      fill: 'none',
      stroke: 'currentColor',
    }),
  ].join('')
}

type Mark = { readonly day: string; readonly text: string }

/** The days on which the version begins, ends, or is followed by another, where they lie on the axis. */
function marksOf({ window, examCode }: TimelineLeg, axis: RouteAxis): readonly Mark[] {
  const marks = [
    ...(window.from === null ? [] : [{ day: window.from, text: `${examCode} begins` }]),
    ...(window.to === null ? [] : [{ day: window.to, text: `${examCode} ends` }]),
  ]
  return marks.filter(({ day }) => daysOf(day) >= axis.start && daysOf(day) <= axis.end)
}

/** A diamond on the day, its words below, turned to the side that has room. */
function drawMark({ day, text }: Mark, y: number, { xOf, width }: Layout): string {
  const x = xOf(day)
  const words = `${text} ${formatShortDay(day)}`
  const turned = x + 8 + estimateWidth(words, small) > width
  return [
    element('path', { class: 'glyph', d: `M${rounded(x)} ${y - 5}l5 5l-5 5l-5 -5z`, fill: 'currentColor' }),
    textAt(turned ? x - 8 : x + 8, y + 4, words, {
      size: small,
      soft: true,
      anchor: turned ? 'end' : 'start',
    }),
  ].join('')
}

const datesOf = ({ examDate }: TimelineLeg): string =>
  `${formatShortDay(examDate.p50)}, by ${formatShortDay(examDate.p90)}`

/** Beside the bar a long name takes two lines, above it one. */
function drawLabel({ leg, labelY }: Row, { beside, width }: Layout): string {
  const room = { size: 13, width: beside ? labelColumn - 14 : width - 12, lines: beside ? 2 : 1 }
  const names = fitText(`${leg.examCode} ${shortName(leg.name)}`, room)
  const lines = names.map((name, index) => textAt(4, labelY + index * 15, name, { size: 13, bold: true }))
  const dates = textAt(4, labelY + 1 + names.length * 15, datesOf(leg), { size: small, soft: true })
  return [...lines, dates].join('')
}

function drawRow(row: Row, axis: RouteAxis, layout: Layout): string {
  const marks = marksOf(row.leg, axis).map((mark, index) =>
    drawMark(mark, row.barY + barHeight + 12 + index * 14, layout),
  )
  return drawLabel(row, layout) + drawBar(row, layout) + marks.join('')
}

function describe(legs: readonly TimelineLeg[]): string {
  const lines = legs.map(({ examCode, name, startDate, examDate, window }) => {
    const end = window.to === null ? '' : `; the version ends on ${formatShortDay(window.to)}`
    return `${examCode}, ${shortName(name)}: study from ${formatShortDay(startDate)}, exam on ${formatShortDay(examDate.p50)}, passed between ${formatShortDay(examDate.p10)} and ${formatShortDay(examDate.p90)}${end}`
  })
  return `${lines.length === 0 ? 'No exam is planned' : lines.join('. ')}. Solid: study until the planned exam. Dashed: until nine in ten have passed.`
}

/** Draws a route as bars over the months, with the days on which versions begin and end. */
export function routeTimeline(timeline: RouteTimeline): string {
  const { id, title, width, today, legs } = timeline
  const axis = routeAxis(legs, today)
  const layout = layOut(timeline, axis)
  const rows = layout.rows.map((row) => drawRow(row, axis, layout))
  const frame = { id, width, height: layout.height, title, description: describe(legs) }
  return chart(frame, drawMonths(axis, layout), ...rows, drawToday(today, layout))
}
