import { chart, element, textAt } from './svg.ts'

/** A scaled score on its scale, 100 to 1000. The interval is absent where there is none. */
export type ScoreScale = {
  readonly id: string
  readonly score: number
  readonly low: number | null
  readonly high: number | null
  readonly cutScore: number
}

const [lowest, highest] = [100, 1000]
const [width, height] = [720, 132]
const [left, right] = [16, 704]
const trackY = 66
/** Room of a label at an edge, and of the score's own label on each side. */
const labelRoom = 44
const scoreRoom = { middle: 30, start: 58, end: 58 } as const

const xOf = (scaled: number): number => {
  const clamped = Math.min(highest, Math.max(lowest, scaled))
  return left + ((clamped - lowest) / (highest - lowest)) * (right - left)
}

const anchorAt = (x: number): 'start' | 'middle' | 'end' =>
  x < left + labelRoom ? 'start' : x > right - labelRoom ? 'end' : 'middle'

function drawTrack(): string {
  return element('rect', {
    class: 'bar-track',
    x: left,
    y: trackY - 5,
    width: right - left,
    height: 10,
    rx: 5,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-opacity': 0.5,
  })
}

function drawInterval({ score, low, high }: ScoreScale): string {
  if (low === null || high === null) return ''
  const [from, to] = [xOf(low), xOf(high)]
  const band = element('rect', {
    class: 'scale-interval',
    x: from,
    y: trackY - 11,
    width: to - from,
    height: 22,
    rx: 11,
    fill: 'currentColor',
    'fill-opacity': 0.25,
  })
  const ends = [
    { value: low, x: from, outward: 'end' },
    { value: high, x: to, outward: 'start' },
  ] as const
  const room = scoreRoom[anchorAt(xOf(score))]
  const labels = ends
    .filter(({ x }) => Math.abs(x - xOf(score)) >= room)
    .map(({ value, x, outward }) => {
      const anchor = anchorAt(x) === 'middle' ? outward : anchorAt(x)
      return textAt(x, trackY - 20, String(value), { size: 13, anchor, soft: true })
    })
  return band + labels.join('')
}

function drawCut({ cutScore }: ScoreScale): string {
  const x = xOf(cutScore)
  const line = element('path', {
    class: 'scale-cut',
    d: `M${x} ${trackY - 18}V${trackY + 26}`,
    stroke: 'currentColor',
    'stroke-width': 2,
    'stroke-dasharray': '5 3',
  })
  return line + textAt(x, trackY + 44, `cut ${cutScore}`, { size: 14, anchor: anchorAt(x), bold: true })
}

function drawScore({ score }: ScoreScale): string {
  const x = xOf(score)
  const stone = element('path', {
    class: 'scale-score',
    d: `M${x - 15} ${trackY + 1}c0-7 6-11 15-11s15 3 15 10-6 11-15 11-15-4-15-10z`,
    fill: 'currentColor',
  })
  return stone + textAt(x, trackY - 26, String(score), { size: 24, anchor: anchorAt(x), bold: true })
}

function drawEnds({ cutScore }: ScoreScale): string {
  const free = [lowest, highest].filter((end) => Math.abs(xOf(end) - xOf(cutScore)) >= 2 * labelRoom)
  return free
    .map((end) =>
      textAt(xOf(end), trackY + 44, String(end), { size: 13, anchor: anchorAt(xOf(end)), soft: true }),
    )
    .join('')
}

function describe({ score, low, high, cutScore }: ScoreScale): string {
  const interval = low === null || high === null ? '' : ` with an interval from ${low} to ${high}`
  return `Score ${score}${interval}, on a scale from ${lowest} to ${highest} with its cut at ${cutScore}.`
}

/**
 * Draws a score on its scale: the track, the interval, the cut, and the score as a stone.
 * Beside the classes of every chart it has `scale-interval`, `scale-cut` and `scale-score`.
 */
export function scoreScale(scale: ScoreScale): string {
  const frame = { id: scale.id, width, height, title: 'Score on the scale', description: describe(scale) }
  return chart(frame, drawTrack(), drawInterval(scale), drawCut(scale), drawScore(scale), drawEnds(scale))
}
