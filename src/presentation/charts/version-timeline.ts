import { formatShortDay } from '../formats.ts'
import { chart, element, rounded, textAt } from './svg.ts'
import { estimateWidth } from './text-fit.ts'
import {
  axisOf,
  daysOf,
  spansOf,
  type TimeAxis,
  type TimelineVersion,
  type VersionSpan,
} from './version-spans.ts'

/** A certification's exam versions on a time line; `today` is `YYYY-MM-DD`, `width` in user units, 320 at least. */
export type VersionTimeline = {
  readonly id: string
  readonly title: string
  readonly width: number
  readonly today: string
  readonly versions: readonly TimelineVersion[]
}

/** Everything that places a mark; labels stand beside the bars from a width of 640, above them below that. */
type Layout = {
  readonly width: number
  readonly height: number
  readonly besideBar: boolean
  readonly xOf: (day: number) => number
  readonly right: number
  readonly rows: readonly Row[]
}
type Row = { readonly span: VersionSpan; readonly labelY: number; readonly barY: number }

const besideFrom = 640
const labelColumn = 250
const top = 44
const foot = 12
const barHeight = 14
const betaHeight = 8
const smallSize = 11.5

function layOut(timeline: VersionTimeline, spans: readonly VersionSpan[], axis: TimeAxis): Layout {
  const { width } = timeline
  const besideBar = width >= besideFrom
  const [left, right] = [besideBar ? labelColumn : 6, width - 8]
  const rowHeight = besideBar ? 42 : 46
  const rows = spans.map((span, index) => {
    const y = top + index * rowHeight
    return { span, labelY: y + 15, barY: besideBar ? y + 9 : y + 23 }
  })
  const xOf = (day: number): number => left + ((day - axis.start) / (axis.end - axis.start)) * (right - left)
  return { width, height: top + spans.length * rowHeight + foot, besideBar, xOf, right, rows }
}

const nameOf = ({ examCode, form }: VersionSpan): string => (form === 'beta' ? `${examCode} beta` : examCode)

const wholeDay = 'YYYY-MM-DD'.length

/** A day with its month in words; a month or a year as it is stated. */
const dayAsStated = (stated: string): string => (stated.length < wholeDay ? stated : formatShortDay(stated))

const datesOf = ({ firstDay, lastDay }: VersionSpan): string =>
  lastDay === null
    ? `from ${dayAsStated(firstDay)}, no last day known`
    : `${dayAsStated(firstDay)} to ${formatShortDay(lastDay)}`

/** A line down the chart, or only past the bars where labels stand above them. */
function downLine(x: number, { besideBar, height, rows }: Layout): string {
  const at = rounded(x)
  if (besideBar) return `M${at} ${top - 6}V${height - foot}`
  return rows.map(({ barY }) => `M${at} ${barY - 5}V${barY + barHeight + 5}`).join('')
}

function drawYears({ years }: TimeAxis, layout: Layout): string {
  const xs = years.map((year) => layout.xOf(daysOf(`${year}-01-01`)))
  const step = Math.max(1, Math.ceil(42 / ((xs[1] ?? layout.right) - (xs[0] ?? 0))))
  const rules = xs.map((x) => downLine(x, layout)).join('')
  const labels = years.map((year, index) =>
    index % step === 0
      ? textAt((xs[index] ?? 0) + 3, top - 10, String(year), { size: smallSize, soft: true })
      : '',
  )
  return [
    element('path', { class: 'axis', d: rules, fill: 'none', stroke: 'currentColor', 'stroke-opacity': 0.3 }),
    ...labels,
  ].join('')
}

function drawToday(today: string, layout: Layout): string {
  const x = layout.xOf(daysOf(today))
  const words = formatShortDay(today)
  const anchor = x + estimateWidth(words, smallSize) / 2 > layout.width ? 'end' : 'middle'
  const label = {
    class: 'mark-now',
    x,
    y: top - 29,
    'font-size': smallSize,
    'font-weight': 600,
    'text-anchor': anchor,
    fill: 'currentColor',
  }
  return [
    element('path', {
      class: 'mark-now',
      d: `M${rounded(x)} ${top - 24}v14${downLine(x, layout)}`,
      fill: 'none',
      stroke: 'currentColor',
      'stroke-width': 1.5,
    }),
    element('text', label, words),
  ].join('')
}

type Part = { readonly from: number; readonly y: number; readonly height: number }

const dashes = { class: 'bar-planned', fill: 'none', stroke: 'currentColor', 'stroke-width': 1.5 } as const

/** Announced with a last day: a box of dashes. */
const drawClosed = ({ from, y, height }: Part, to: number): string =>
  element('rect', { ...dashes, x: from, y, width: to - from, height, rx: 2, 'stroke-dasharray': '4 3' })

/** No last day known: two lines of dashes that run on to an arrow. */
function drawOpen({ from, y, height }: Part, to: number): string {
  const lines = `M${rounded(from)} ${y}H${to - 3}M${rounded(from)} ${y + height}H${to - 3}`
  const tip = `M${to - 6} ${y - 3}L${to} ${y + height / 2}L${to - 6} ${y + height + 3}`
  return (
    element('path', { ...dashes, d: lines, 'stroke-dasharray': '4 3' }) +
    element('path', { ...dashes, d: tip })
  )
}

function drawBar({ span, barY }: Row, { xOf, right }: Layout): string {
  const isBeta = span.form === 'beta'
  const height = isBeta ? betaHeight : barHeight
  const y = barY + (barHeight - height) / 2
  const [from, firmEnd] = [xOf(span.start), xOf(span.firmEnd)]
  const opacity = isBeta ? 0.55 : undefined
  const firm = {
    class: 'bar',
    x: from,
    y,
    width: firmEnd - from,
    height,
    rx: 3,
    fill: 'currentColor',
    'fill-opacity': opacity,
  }
  const part = { from: firmEnd, y, height }
  const planned =
    span.end === null ? drawOpen(part, right) : span.end > span.firmEnd ? drawClosed(part, xOf(span.end)) : ''
  return `${span.firmEnd > span.start ? element('rect', firm) : ''}${planned}`
}

function drawLabel({ span, labelY }: Row, { besideBar }: Layout): string {
  const name = nameOf(span)
  const [x, y] = besideBar ? [4, labelY + 15] : [14 + estimateWidth(name, 15), labelY]
  return (
    textAt(4, labelY, name, { size: 13, bold: true }) +
    textAt(x, y, datesOf(span), { size: smallSize, soft: true })
  )
}

function describe(spans: readonly VersionSpan[], today: string): string {
  const listed = spans.map((span) => `${nameOf(span)}: ${datesOf(span)}`).join('; ')
  return `${listed === '' ? 'No version has a known date' : listed}. Dashed parts are announced. Today is ${formatShortDay(today)}.`
}

/** Draws exam versions as bars over the years: firm parts solid, announced ones dashed, betas thinner, today as a line. */
export function versionTimeline(timeline: VersionTimeline): string {
  const { id, title, width, today, versions } = timeline
  const spans = spansOf(versions, today)
  const axis = axisOf(spans, today)
  const layout = layOut(timeline, spans, axis)
  const frame = { id, width, height: layout.height, title, description: describe(spans, today) }
  const rows = layout.rows.map((row) => drawBar(row, layout) + drawLabel(row, layout))
  return chart(frame, drawYears(axis, layout), ...rows, drawToday(today, layout))
}
