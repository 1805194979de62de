import {
  axisOf,
  daysOf,
  spansOf,
  type TimeAxis,
  type TimelineVersion,
  type VersionSpan,
} from './version-spans.ts'

const columnOf = (day: number, axis: TimeAxis, columns: number): number =>
  Math.round(((day - axis.start) / (axis.end - axis.start)) * columns)

function drawBar(span: VersionSpan, axis: TimeAxis, columns: number): string {
  const start = columnOf(span.start, axis, columns)
  const firmEnd = columnOf(span.firmEnd, axis, columns)
  const end = span.end === null ? columns : columnOf(span.end, axis, columns)
  const firm = (span.form === 'beta' ? 'β' : '━').repeat(Math.max(0, firmEnd - start))
  const planned = '╌'.repeat(Math.max(0, end - Math.max(start, firmEnd)))
  const bar = `${firm}${planned}` || '╌'
  return `${' '.repeat(start)}${bar}${span.end === null ? '>' : '┤'}`
}

function drawYears(axis: TimeAxis, columns: number): string {
  const cells = Array.from({ length: columns + 4 }, () => ' ')
  const step = Math.ceil((axis.years.length * 5) / columns)
  for (const year of axis.years.filter((_, index) => index % step === 0)) {
    const column = columnOf(daysOf(`${year}-01-01`), axis, columns)
    for (const [index, digit] of [...String(year)].entries()) cells[column + index] = digit
  }
  return cells.join('').trimEnd()
}

/**
 * Draws the exam versions of a certification on a line of text characters: firm parts solid, announced ones dashed,
 * `>` where no last day is known. `columns` is the width of the bars.
 */
export function versionTimelineText(
  versions: readonly TimelineVersion[],
  today: string,
  columns = 60,
): string {
  const spans = spansOf(versions, today)
  if (spans.length === 0) return ''
  const axis = axisOf(spans, today)
  const indent = Math.max(...spans.map(({ examCode }) => examCode.length)) + 2
  const rows = spans.map((span) => `${span.examCode.padEnd(indent)}${drawBar(span, axis, columns)}`)
  const now = `${' '.repeat(indent + columnOf(daysOf(today), axis, columns))}▲ ${today}`
  return [`${' '.repeat(indent)}${drawYears(axis, columns)}`, ...rows, now].join('\n')
}
