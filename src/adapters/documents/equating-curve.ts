import type { EquatingSheet } from '../../application/ports.ts'
import type { Pdf } from './pdf-parts.ts'

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

const label = { left: 34, bottom: 24 } as const
const rangeOf = (values: readonly number[]) => ({ from: Math.min(...values), to: Math.max(...values) })

/** Draws the conversion as a curve, with the line on which both forms would be equally hard, dashed; the page goes on below. */
export function drawConversion(pdf: Pdf, rows: EquatingSheet['rows'], box: Box): void {
  const across = rangeOf(rows.map(({ x }) => x))
  const up = rangeOf(rows.flatMap(({ x, y }) => [x, y]))
  const [width, height] = [box.width - label.left, box.height - label.bottom]
  const placeX = (value: number): number =>
    box.x + label.left + ((value - across.from) / (across.to - across.from || 1)) * width
  const placeY = (value: number): number =>
    box.y + height - ((value - up.from) / (up.to - up.from || 1)) * height
  pdf
    .save()
    .lineWidth(0.5)
    .rect(box.x + label.left, box.y, width, height)
    .stroke('#c9c1b2')
  pdf
    .moveTo(placeX(across.from), placeY(across.from))
    .lineTo(placeX(across.to), placeY(across.to))
    .dash(4, { space: 3 })
    .stroke('#5b554a')
    .undash()
  rows.forEach(({ x, y }, index) => {
    if (index === 0) pdf.moveTo(placeX(x), placeY(y))
    else pdf.lineTo(placeX(x), placeY(y))
  })
  pdf.lineWidth(1.5).stroke('#25231e').restore()
  pdf.font('Helvetica').fontSize(8).fillColor('#5b554a')
  const side = { width: label.left - 6, align: 'right', lineBreak: false } as const
  pdf.text(String(Math.round(up.to)), box.x, box.y, side)
  pdf.text(String(Math.round(up.from)), box.x, box.y + height - 8, side)
  const below = { width, lineBreak: false } as const
  pdf.text(String(across.from), box.x + label.left, box.y + height + 5, below)
  pdf.text(
    'score on X; solid: equivalent on Y; dashed: equal scores',
    box.x + label.left,
    box.y + height + 5,
    {
      ...below,
      align: 'center',
    },
  )
  pdf.text(String(across.to), box.x + label.left, box.y + height + 5, { ...below, align: 'right' })
  pdf.fontSize(9).fillColor('#25231e')
  pdf.x = box.x
  pdf.y = box.y + box.height
}
