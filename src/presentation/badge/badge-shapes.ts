import type { Achievement, CredentialKind } from '../../domain/credential/award.ts'
import { stonePath } from '../charts/stone.ts'
import { drawCairn, pebble } from './cairn-shapes.ts'
import { breakLetters, drawLetters } from './lettering.ts'
import { badgeCentre, filled, type Shape } from './shape.ts'

/** A badge: the outline of its ground, then its shapes from the back to the front. */
export type Badge = { readonly ground: string; readonly shapes: readonly Shape[]; readonly words: string }

/** What a badge shows of an achievement. */
export type BadgeFace = Pick<Achievement, 'kind' | 'title' | 'examCode' | 'tier'>

type Palette = {
  readonly ground: string
  readonly rim: string
  readonly line: string
  readonly ink: string
  readonly soft: string
  readonly stones: readonly string[]
  readonly top: string
}

/** Practice is pale and outlined; what a programme or an organisation gives is full and dark. They cannot be taken for one another. */
const pale: Palette = {
  ground: '#f4f1eb',
  rim: '#857d70',
  line: '#c9c1b2',
  ink: '#25231e',
  soft: '#5b554a',
  stones: ['#857d70', '#a39a8c', '#bdb5a8'],
  top: '#2f8377',
}
const deep: Palette = {
  ground: '#134840',
  rim: '#e2b765',
  line: '#2c6a60',
  ink: '#fdfbf7',
  soft: '#cfe3dc',
  stones: ['#8f877a', '#bdb5a8', '#dbd4c7'],
  top: '#e2b765',
}

const palettes: Readonly<Record<CredentialKind, Palette>> = {
  'readiness-record': pale,
  'programme-credential': deep,
  'achievement-credential': deep,
}

const headings: Readonly<Record<CredentialKind, string>> = {
  'readiness-record': 'Readiness record',
  'programme-credential': 'Programme credential',
  'achievement-credential': 'Achievement',
}

const footings: Readonly<Record<CredentialKind, string>> = {
  'readiness-record': 'Practice, unproctored',
  'programme-credential': '',
  'achievement-credential': '',
}

const ground = stonePath({ x: 14, y: 14, width: 484, height: 484 }, 2, 9)

const contours = [
  'M0 372C70 350 112 300 176 286C256 268 330 300 380 292C430 284 470 250 512 244',
  'M0 322C70 300 108 246 176 234C262 220 336 256 392 244C440 232 474 204 512 196',
  'M0 270C66 250 104 194 172 180C262 162 344 212 402 194C446 180 478 154 512 146',
  'M0 216C60 198 100 140 168 124C262 102 352 164 412 142C452 126 482 104 512 96',
]

type Line = {
  readonly text: string
  readonly size: number
  readonly baseline: number
  readonly paint: string
  readonly pen: number
}

function drawLine({ text, size, baseline, paint, pen }: Line): Shape {
  const { width } = drawLetters(text, { size, x: 0, baseline })
  const { path } = drawLetters(text, { size, x: badgeCentre - width / 2, baseline })
  return filled(path, paint, { pen })
}

const titleWidth = 352
const mostTitleLines = 2
const titleSizes = [19, 16, 13.5, 11]

/** The largest size of the title at which it fits, and its lines; what does not fit even then is cut. */
function fitTitle(title: string): { readonly size: number; readonly lines: readonly string[] } {
  for (const size of titleSizes) {
    const lines = breakLetters(title, size, titleWidth)
    const widest = Math.max(...lines.map((text) => drawLetters(text, { size, x: 0, baseline: 0 }).width))
    if (lines.length <= mostTitleLines && widest <= titleWidth) return { size, lines }
  }
  const [smallest] = titleSizes.slice(-1) as [number]
  return { size: smallest, lines: breakLetters(title, smallest, titleWidth).slice(0, mostTitleLines) }
}

function drawWords({ kind, title, examCode }: BadgeFace, palette: Palette): readonly Shape[] {
  const { ink, soft } = palette
  const { size, lines } = fitTitle(title)
  const first = 372 - (lines.length - 1) * 4
  const titleLines = lines.map(
    (text, index): Line => ({
      ...{ text, size, paint: ink, pen: size / 7.5 },
      baseline: first + index * size * 1.62,
    }),
  )
  const below = first + (lines.length - 1) * size * 1.62
  return [
    { text: headings[kind], size: 15, baseline: 92, paint: soft, pen: 2.2 },
    ...titleLines,
    { text: examCode ?? '', size: 21, baseline: below + 41, paint: ink, pen: 3 },
    { text: footings[kind], size: 10.5, baseline: below + 66, paint: soft, pen: 1.6 },
  ]
    .filter(({ text }) => text !== '')
    .map(drawLine)
}

/** What a badge says, for those who do not see it. */
const wordsOf = ({ kind, title, examCode }: BadgeFace): string =>
  [headings[kind], title, examCode, footings[kind]].filter((part) => part !== null && part !== '').join('. ')

/** Draws the badge of an achievement: a cairn on a hillside of contour lines, with the words that say what it is. */
export function drawBadge(face: BadgeFace): Badge {
  const palette = palettes[face.kind]
  return {
    ground,
    words: wordsOf(face),
    shapes: [
      filled(ground, palette.ground),
      ...contours.map((path) => filled(path, palette.line, { pen: 2, inside: true, opacity: 0.8 })),
      filled(pebble({ x: badgeCentre - 124, y: 310, width: 248, height: 24 }, 0), palette.rim, {
        opacity: 0.22,
      }),
      ...drawCairn([...palette.stones, palette.top], 326),
      filled(ground, palette.rim, { pen: 6 }),
      ...drawWords(face, palette),
    ],
  }
}
