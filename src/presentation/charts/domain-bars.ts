import { chart, element, textAt } from './svg.ts'
import { fitText } from './text-fit.ts'

/** A content domain as a bar; weight in percent of the scored content, null where unknown. */
export type DomainBar = {
  readonly number: number
  readonly name: string
  readonly weightPercent: number | null
}

/** Content domains as bars by weight; `width` in user units, 280 at least. */
export type DomainBars = {
  readonly id: string
  readonly title: string
  readonly width: number
  readonly domains: readonly DomainBar[]
}

/** Names stand beside the bars from a width of 640, above them below that. */
type Layout = {
  readonly nameWidth: number
  readonly barX: number
  readonly barWidth: number
  readonly above: boolean
  readonly right: number
}

const besideFrom = 640
const nameSize = 13
const lineHeight = 17
const barHeight = 10
const valueRoom = 64

function layOut(width: number): Layout {
  const right = width - 4
  if (width < besideFrom)
    return { nameWidth: width - 8, barX: 4, barWidth: right - 4 - valueRoom, above: true, right }
  const barX = Math.round(width * 0.46)
  return { nameWidth: barX - 16, barX, barWidth: right - barX - valueRoom, above: false, right }
}

const written = (weight: number | null): string => (weight === null ? 'unknown' : `${weight}%`)

/** The scale ends at the next ten above the heaviest weight, so that differences show. */
const scaleEnd = (domains: readonly DomainBar[]): number =>
  Math.max(10, Math.ceil(Math.max(0, ...domains.map((domain) => domain.weightPercent ?? 0)) / 10) * 10)

const namesOf = ({ number, name }: DomainBar, { nameWidth }: Layout): readonly string[] =>
  fitText(`${number} ${name}`, { size: nameSize, width: nameWidth, lines: 2 })

const heightOf = (domain: DomainBar, layout: Layout): number =>
  namesOf(domain, layout).length * lineHeight + (layout.above ? barHeight + 16 : 12)

type Place = { readonly y: number; readonly end: number; readonly layout: Layout }

function drawBar({ weightPercent }: DomainBar, barY: number, { end, layout }: Place): string {
  const { barX, barWidth, right } = layout
  const shape = { x: barX, y: barY, height: barHeight, rx: 4 }
  const unknown = weightPercent === null
  const track = {
    ...shape,
    class: 'bar-track',
    width: barWidth,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-opacity': 0.3,
  }
  const bar = { ...shape, class: 'bar', width: ((weightPercent ?? 0) / end) * barWidth, fill: 'currentColor' }
  const value = { size: nameSize, anchor: 'end', bold: !unknown, soft: unknown } as const
  return [
    element('rect', { ...track, 'stroke-dasharray': unknown ? '4 3' : undefined }),
    unknown ? '' : element('rect', bar),
    textAt(right, barY + barHeight - 0.5, written(weightPercent), value),
  ].join('')
}

function drawDomain(domain: DomainBar, place: Place): string {
  const names = namesOf(domain, place.layout)
  const barY = place.y + (place.layout.above ? names.length * lineHeight + 2 : 3)
  const lines = names.map((line, index) =>
    textAt(4, place.y + 12 + index * lineHeight, line, { size: nameSize }),
  )
  return [...lines, drawBar(domain, barY, place)].join('')
}

/** Draws each domain's name with a bar as long as its weight; an unknown weight leaves the track empty and says so. */
export function domainBars({ id, title, width, domains }: DomainBars): string {
  const layout = layOut(width)
  const end = scaleEnd(domains)
  let y = 4
  const rows = domains.map((domain) => {
    const row = drawDomain(domain, { y, end, layout })
    y += heightOf(domain, layout)
    return row
  })
  const weights = domains.map(
    ({ number, name, weightPercent }) => `${number} ${name}: ${written(weightPercent)}`,
  )
  return chart({ id, width, height: y, title, description: weights.join('; ') }, ...rows)
}
