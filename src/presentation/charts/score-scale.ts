import { chart, element, rounded, textAt } from './svg.ts'

/** A scaled score on its scale, 100 to 1000; `width` in user units, 280 at least. The interval is absent where there is none. */
export type ScoreScale = {
  readonly id: string
  readonly width: number
  readonly score: number
  readonly low: number | null
  readonly high: number | null
  readonly cutScore: number
}

const [lowest, highest] = [100, 1000]
const height = 132
const margin = 16
const trackY = 66
/** Room of a label at an edge, and of the score's own label on each side. */
const labelRoom = 44
const scoreRoom = { middle: 30, start: 58, end: 58 } as const
/** Least distance of an end of the scale from the cut for both to be labelled. */
const cutRoom = 70

type Place = { readonly x: number; readonly anchor: 'start' | 'middle' | 'end' }

/** Where a scaled score lies, and how its label is set so that it stays inside the picture. */
function placeOf(scaled: number, width: number): Place {
  const clamped = Math.min(highest, Math.max(lowest, scaled))
  const x = margin + ((clamped - lowest) / (highest - lowest)) * (width - 2 * margin)
  const anchor = x < margin + labelRoom ? 'start' : x > width - margin - labelRoom ? 'end' : 'middle'
  return { x, anchor }
}

function drawTrack({ width }: ScoreScale): string {
  return element('rect', {
    class: 'bar-track',
    x: margin,
    y: trackY - 5,
    width: width - 2 * margin,
    height: 10,
    rx: 5,
    fill: 'none',
    stroke: 'currentColor',
    'stroke-opacity': 0.5,
  })
}

function drawInterval({ score, low, high, width }: ScoreScale): string {
  if (low === null || high === null) return ''
  const [from, to, at] = [placeOf(low, width), placeOf(high, width), placeOf(score, width)]
  const band = element('rect', {
    class: 'scale-interval',
    x: from.x,
    y: trackY - 11,
    width: to.x - from.x,
    height: 22,
    rx: 11,
    fill: 'currentColor',
    'fill-opacity': 0.25,
  })
  const ends = [
    { value: low, place: from, outward: 'end' },
    { value: high, place: to, outward: 'start' },
  ] as const
  const labels = ends
    .filter(({ place }) => Math.abs(place.x - at.x) >= scoreRoom[at.anchor])
    .map(({ value, place, outward }) => {
      const anchor = place.anchor === 'middle' ? outward : place.anchor
      return textAt(place.x, trackY - 20, String(value), { size: 13, anchor, soft: true })
    })
  return band + labels.join('')
}

function drawCut({ cutScore, width }: ScoreScale): string {
  const { x, anchor } = placeOf(cutScore, width)
  const line = element('path', {
    class: 'scale-cut',
    d: `M${rounded(x)} ${trackY - 18}V${trackY + 26}`,
    stroke: 'currentColor',
    'stroke-width': 2,
    'stroke-dasharray': '5 3',
  })
  return line + textAt(x, trackY + 44, `cut ${cutScore}`, { size: 14, anchor, bold: true })
}

function drawScore({ score, width }: ScoreScale): string {
  const { x, anchor } = placeOf(score, width)
  const stone = element('path', {
    class: 'scale-score',
    d: `M${rounded(x - 15)} ${trackY + 1}c0-7 6-11 15-11s15 3 15 10-6 11-15 11-15-4-15-10z`,
    fill: 'currentColor',
  })
  return stone + textAt(x, trackY - 26, String(score), { size: 24, anchor, bold: true })
}

/** The ends of the scale, where the cut's label leaves room. */
function drawEnds({ cutScore, width }: ScoreScale): string {
  const cut = placeOf(cutScore, width)
  return [lowest, highest]
    .map((end) => ({ end, place: placeOf(end, width) }))
    .filter(({ place }) => Math.abs(place.x - cut.x) >= cutRoom)
    .map(({ end, place }) =>
      textAt(place.x, trackY + 44, String(end), { size: 13, anchor: place.anchor, soft: true }),
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
  const { id, width } = scale
  const frame = { id, width, height, title: 'Score on the scale', description: describe(scale) }
  const draw = [drawTrack, drawInterval, drawCut, drawScore, drawEnds]
  return chart(frame, ...draw.map((part) => part(scale)))
}
