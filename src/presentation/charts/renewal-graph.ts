import type { CertificationStatus } from '../../domain/catalogue/types.ts'
import { shortName } from '../catalogue-words.ts'
import { formatCount } from '../formats.ts'
import { type Box, stateGlyph, stateStone, stonePath, stonePatterns } from './stone.ts'
import { chart, element, rounded, textAt } from './svg.ts'
import { fitText } from './text-fit.ts'

/** Something that renews, or is renewed. `status` is null for what is no single certification: a tier, a game, a course. */
export type RenewalStone = {
  readonly name: string
  readonly status: CertificationStatus | null
  readonly extendsYears: number
}

/** What renews a certification and what a pass renews; `renewedBy` null where unknown. `width` in user units, 320 at least. */
export type RenewalGraph = {
  readonly id: string
  readonly title: string
  readonly width: number
  readonly subject: { readonly name: string; readonly status: CertificationStatus }
  readonly renewedBy: readonly RenewalStone[] | null
  readonly renews: readonly RenewalStone[]
}

type Point = { readonly x: number; readonly y: number }
type Placed = { readonly box: Box; readonly stone: RenewalStone }
type Drawing = { readonly height: number; readonly parts: readonly string[] }

const stoneHeight = 60
const gap = 14
const wideFrom = 700
const nameLine = 15
const subjectLine = 19

/** With its tier, since two tiers share a bare name. */
const nameOf = (name: string): string => shortName(name).replace(' - ', ', ')

const years = (stone: RenewalStone): string => `+${formatCount(stone.extendsYears, 'year')}`

const renewedByWords = ({ renewedBy }: RenewalGraph): string =>
  renewedBy === null ? 'unknown' : 'nothing any more'

const caption = (x: number, y: number, words: string): string =>
  textAt(x, y, words, { size: 13, anchor: 'middle', soft: true })

const plainStone = (box: Box, variant: number): string =>
  element('path', {
    class: 'stone',
    d: stonePath(box, variant),
    fill: 'none',
    stroke: 'currentColor',
    'stroke-opacity': 0.6,
  })

function drawStone({ box, stone }: Placed, chartId: string, variant: number): string {
  const { status } = stone
  const centre = box.x + box.width / 2
  const lines = fitText(nameOf(stone.name), { size: 12.5, width: box.width - 22, lines: 2 })
  const first = box.y + box.height / 2 - ((lines.length + 1) * nameLine) / 2 + 11.5
  const yearsY = first + lines.length * nameLine
  return [
    status === null ? plainStone(box, variant) : stateStone(box, status, { chartId, variant }),
    ...lines.map((line, index) =>
      textAt(centre, first + index * nameLine, line, { size: 12.5, anchor: 'middle', bold: true }),
    ),
    status === null ? '' : stateGlyph(status, { x: centre - 32, y: yearsY - 4 }, 3.5),
    textAt(centre + (status === null ? 0 : 5), yearsY, years(stone), {
      size: 11.5,
      anchor: 'middle',
      soft: true,
    }),
  ].join('')
}

function drawSubject(box: Box, { subject, id }: RenewalGraph): string {
  const centre = box.x + box.width / 2
  const lines = fitText(nameOf(subject.name), { size: 15, width: box.width - 30, lines: 3 })
  const first = box.y + box.height / 2 - (lines.length * subjectLine) / 2 + 14
  return [
    stateStone(box, subject.status, { chartId: id, variant: 3 }),
    ...lines.map((line, index) =>
      textAt(centre, first + index * subjectLine, line, { size: 15, anchor: 'middle', bold: true }),
    ),
  ].join('')
}

const drawEdge = (d: string): string =>
  element('path', {
    class: 'edge',
    d,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 1.5,
    'stroke-linecap': 'round',
  })

/** A curve that leaves and arrives level, with an arrowhead. */
function edgeAcross(from: Point, to: Point): string {
  const middle = rounded((from.x + to.x) / 2)
  const [fromY, toY] = [rounded(from.y), rounded(to.y)]
  const head = `M${rounded(to.x - 7)} ${toY - 4.5}L${rounded(to.x)} ${toY}L${rounded(to.x - 7)} ${toY + 4.5}`
  return drawEdge(
    `M${rounded(from.x)} ${fromY}C${middle} ${fromY} ${middle} ${toY} ${rounded(to.x)} ${toY}${head}`,
  )
}

const edgeDown = (x: number, from: number, to: number): string =>
  drawEdge(`M${x} ${from}V${to}M${x - 4.5} ${to - 7}L${x} ${to}L${x + 4.5} ${to - 7}`)

function placeColumn(
  stones: readonly RenewalStone[],
  column: { x: number; width: number; middle: number },
): readonly Placed[] {
  const height = stones.length * (stoneHeight + gap) - gap
  return stones.map((stone, index) => {
    const y = column.middle - height / 2 + index * (stoneHeight + gap)
    return { stone, box: { x: column.x, y, width: column.width, height: stoneHeight } }
  })
}

/** Where the edge of the `index`th of `count` stones meets the subject, off its middle. */
const spread = (index: number, count: number): number => (index - (count - 1) / 2) * Math.min(14, 60 / count)

function drawWide(graph: RenewalGraph): Drawing {
  const { width, id, renews } = graph
  const renewedBy = graph.renewedBy ?? []
  const column = Math.min(250, width * 0.25)
  const height = 40 + Math.max(renewedBy.length, renews.length, 2) * (stoneHeight + gap)
  const middle = 14 + height / 2
  const subject = { x: (width - column) / 2, y: middle - 46, width: column, height: 92 }
  const into = placeColumn(renewedBy, { x: 4, width: column, middle })
  const outOf = placeColumn(renews, { x: width - column - 4, width: column, middle })
  const [leftCentre, rightCentre] = [4 + column / 2, width - 4 - column / 2]
  const edgesIn = into.map(({ box }, index) =>
    edgeAcross(
      { x: box.x + column + 3, y: box.y + stoneHeight / 2 },
      { x: subject.x - 3, y: middle + spread(index, into.length) },
    ),
  )
  const edgesOut = outOf.map(({ box }, index) =>
    edgeAcross(
      { x: subject.x + column + 3, y: middle + spread(index, outOf.length) },
      { x: box.x - 3, y: box.y + stoneHeight / 2 },
    ),
  )
  return {
    height,
    parts: [
      caption(leftCentre, 18, 'Renewed by'),
      caption(rightCentre, 18, 'A pass renews'),
      ...edgesIn,
      ...edgesOut,
      drawSubject(subject, graph),
      ...[...into, ...outOf].map((placed, index) => drawStone(placed, id, index)),
      into.length === 0 ? caption(leftCentre, middle + 4, renewedByWords(graph)) : '',
      outOf.length === 0 ? caption(rightCentre, middle + 4, 'none known') : '',
    ],
  }
}

/** Places stones in rows of two below a height, a last single one in the middle. */
function placeRows(stones: readonly RenewalStone[], top: number, width: number): readonly Placed[] {
  const cell = (width - 8 - gap) / 2
  return stones.map((stone, index) => {
    const alone = index % 2 === 0 && index === stones.length - 1
    const x = alone ? (width - cell) / 2 : 4 + (index % 2) * (cell + gap)
    return {
      stone,
      box: { x, y: top + Math.floor(index / 2) * (stoneHeight + 10), width: cell, height: stoneHeight },
    }
  })
}

const bottomOf = (placed: readonly Placed[], otherwise: number): number =>
  placed.reduce((bottom, { box }) => Math.max(bottom, box.y + box.height), otherwise)

function drawNarrow(graph: RenewalGraph): Drawing {
  const { width, id, renews } = graph
  const centre = width / 2
  const into = placeRows(graph.renewedBy ?? [], 28, width)
  const intoBottom = bottomOf(into, 20)
  const subject = { x: width * 0.14, y: intoBottom + 40, width: width * 0.72, height: 76 }
  const below = subject.y + subject.height
  const outOf = placeRows(renews, below + 62, width)
  return {
    height: bottomOf(outOf, below + 56) + 8,
    parts: [
      caption(centre, 16, into.length === 0 ? `Renewed by: ${renewedByWords(graph)}` : 'Renewed by'),
      edgeDown(centre, intoBottom + 6, subject.y - 4),
      drawSubject(subject, graph),
      edgeDown(centre, below + 4, below + 34),
      caption(centre, below + 52, outOf.length === 0 ? 'A pass renews: none known' : 'A pass renews'),
      ...[...into, ...outOf].map((placed, index) => drawStone(placed, id, index)),
    ],
  }
}

function describe(graph: RenewalGraph): string {
  const list = (stones: readonly RenewalStone[], none: string): string =>
    stones.length === 0 ? none : stones.map((stone) => `${nameOf(stone.name)} (${years(stone)})`).join('; ')
  const into = list(graph.renewedBy ?? [], renewedByWords(graph))
  return `Renewed by: ${into}. A pass renews: ${list(graph.renews, 'none known')}.`
}

/** Draws what renews a certification before it and what a pass renews after it, with the years that each adds. */
export function renewalGraph(graph: RenewalGraph): string {
  const { height, parts } = graph.width >= wideFrom ? drawWide(graph) : drawNarrow(graph)
  const frame = { id: graph.id, width: graph.width, height, title: graph.title, description: describe(graph) }
  return chart(frame, stonePatterns(graph.id), ...parts)
}
