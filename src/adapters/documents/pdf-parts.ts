import type PDFDocument from 'pdfkit'
import type { Achievement } from '../../domain/credential/award.ts'
import { drawBadge } from '../../presentation/badge/badge-shapes.ts'
import { qrSize } from '../../presentation/badge/qr-path.ts'
import { badgeSize, type Shape } from '../../presentation/badge/shape.ts'
import { drawQr } from './qr.ts'

export type Pdf = InstanceType<typeof PDFDocument>

/** Where a square lies on a page, in points. */
export type Square = { readonly x: number; readonly y: number; readonly size: number }

function drawShape(pdf: Pdf, shape: Shape, ground: string): void {
  const { path, paint, opacity, pen, inside } = shape
  pdf.save()
  if (inside) pdf.path(ground).clip()
  pdf.path(path)
  if (pen === null) pdf.fillOpacity(opacity).fill(paint)
  else pdf.lineWidth(pen).lineCap('round').lineJoin('round').strokeOpacity(opacity).stroke(paint)
  pdf.restore()
}

/** Draws the badge of an achievement as paths, so that it is sharp at every size. */
export function addBadge(pdf: Pdf, achievement: Achievement, at: Square): void {
  const { ground, shapes } = drawBadge(achievement)
  pdf
    .save()
    .translate(at.x, at.y)
    .scale(at.size / badgeSize)
  for (const shape of shapes) drawShape(pdf, shape, ground)
  pdf.restore()
}

/** Draws a QR code, its quiet zone included. */
export function addQr(pdf: Pdf, text: string, at: Square): void {
  const modules = drawQr(text)
  const unit = at.size / qrSize(modules)
  modules.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) pdf.rect(at.x + (x + 4) * unit, at.y + (y + 4) * unit, unit, unit)
    })
  })
  pdf.fill('#000000')
}
