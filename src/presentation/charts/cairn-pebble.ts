import type { CertificationStatus, TierId } from '../../domain/catalogue/types.ts'
import { bareName, statusWords } from '../catalogue-words.ts'
import { type Box, stateGlyph, stateStone } from './stone.ts'
import { textAt } from './svg.ts'
import { estimateWidth, fitText } from './text-fit.ts'

/** A certification as a stone of the cairn. `remark` is at most some 16 characters below it: an end, a successor. */
export type CairnStone = {
  readonly id: string
  readonly name: string
  readonly tier: TierId
  readonly status: CertificationStatus
  readonly examCode: string | null
  readonly remark: string | null
}

/** Where a stone is drawn, in which chart, and which of the worn outlines it has. */
export type Site = { readonly box: Box; readonly chartId: string; readonly variant: number }

const nameSize = 13
const remarkSize = 11
const lineHeight = 16

/** Size of small text in the cairn. */
export const smallSize = 11.5

const nameLines = ({ name }: CairnStone, width: number): readonly string[] =>
  fitText(bareName(name), { size: nameSize, width: width - 30, lines: 3 })

const linesOf = (stone: CairnStone, width: number): number =>
  nameLines(stone, width).length + (stone.remark === null ? 1 : 2)

/** The height that the fullest of some pebbles of a width needs. */
export const pebbleHeight = (stones: readonly CairnStone[], width: number): number =>
  28 + lineHeight * Math.max(2, ...stones.map((stone) => linesOf(stone, width)))

/** Draws a certification as a pebble: name, sign and exam code with the state in words, remark. */
export function drawPebble(stone: CairnStone, { box, chartId, variant }: Site): string {
  const centre = box.x + box.width / 2
  const lines = nameLines(stone, box.width)
  const state = stone.status === 'active' ? '' : statusWords[stone.status]
  const code = `${state} ${stone.examCode ?? ''}`.trim()
  const first = box.y + box.height / 2 - (linesOf(stone, box.width) * lineHeight) / 2 + 12.5
  const codeY = first + lines.length * lineHeight
  const [remark = ''] = fitText(stone.remark ?? '', { size: remarkSize, width: box.width - 6, lines: 1 })
  const middle = { anchor: 'middle' } as const
  return [
    stateStone(box, stone.status, { chartId, variant }),
    ...lines.map((words, index) =>
      textAt(centre, first + index * lineHeight, words, { ...middle, size: nameSize, bold: true }),
    ),
    stateGlyph(stone.status, { x: centre - estimateWidth(code, smallSize) / 2 - 3, y: codeY - 4 }),
    textAt(centre + 6, codeY, code, { ...middle, size: smallSize, soft: true }),
    remark === ''
      ? ''
      : textAt(centre, codeY + lineHeight, remark, { ...middle, size: remarkSize, soft: true }),
  ].join('')
}

/** Draws a certification as a low stone with its name and exam code on one line. */
export function drawLowStone(stone: CairnStone, { box, chartId, variant }: Site): string {
  const words = [bareName(stone.name), stone.examCode].filter((part) => part !== null).join(', ')
  const [label = ''] = fitText(words, { size: smallSize, width: box.width - 34, lines: 1 })
  const middle = box.y + box.height / 2
  return [
    stateStone(box, stone.status, { chartId, variant }),
    stateGlyph(stone.status, { x: box.x + 16, y: middle }, 3.5),
    textAt(box.x + 27, middle + 4, label, { size: smallSize, soft: true }),
  ].join('')
}

/** Draws a state's stone and word, for a legend. */
export function drawSample(
  status: CertificationStatus,
  x: number,
  y: number,
  { chartId, variant }: Omit<Site, 'box'>,
): string {
  return [
    stateStone({ x, y, width: 30, height: 18 }, status, { chartId, variant }),
    stateGlyph(status, { x: x + 15, y: y + 9 }, 3),
    textAt(x + 37, y + 13, statusWords[status], { size: smallSize, soft: true }),
  ].join('')
}
