import PDFDocument from 'pdfkit'
import type { EquatedForm, EquatingSheet } from '../../application/ports.ts'
import { formatDay } from '../../presentation/formats.ts'
import { independence } from '../../presentation/independence.ts'
import { drawConversion } from './equating-curve.ts'
import type { Pdf } from './pdf-parts.ts'

const margin = 56
const footHeight = 40
const ink = '#25231e'
const soft = '#5b554a'
const rowHeight = 11.5

const widthOf = (pdf: Pdf): number => pdf.page.width - 2 * margin
const bottomOf = (pdf: Pdf): number => pdf.page.height - margin - footHeight

function addHeading(pdf: Pdf, text: string): void {
  pdf.moveDown(0.8).fillColor(ink).font('Times-Roman').fontSize(14).text(text, margin, pdf.y)
  pdf.moveDown(0.2).font('Helvetica').fontSize(9)
}

/** Cells of one row at one height, flush right but for the first. */
function addCells(pdf: Pdf, cells: readonly string[], at: { x: number; y: number; width: number }): void {
  const width = at.width / cells.length
  cells.forEach((cell, index) => {
    pdf.text(cell, at.x + index * width, at.y, {
      ...{ width, lineBreak: false },
      align: index === 0 ? 'left' : 'right',
    })
  })
}

const formCells = (name: string, { highest, moments }: EquatedForm): string[] => [
  name,
  String(moments.n),
  String(highest),
  ...[moments.mean, moments.standardDeviation, moments.skewness, moments.kurtosis].map((value) =>
    value.toFixed(3),
  ),
]

function addForms(pdf: Pdf, { x, y }: EquatingSheet): void {
  addHeading(pdf, 'Forms')
  pdf.text(`Form X: ${x.file}\nForm Y: ${y.file}`, { lineGap: 1.5 }).moveDown(0.4)
  const rows = [
    ['Form', 'Candidates', 'Highest', 'Mean', 'SD', 'Skewness', 'Kurtosis'],
    formCells('X', x),
    formCells('Y', y),
  ]
  const top = pdf.y
  rows.forEach((cells, index) => {
    addCells(pdf, cells, { x: margin, y: top + index * (rowHeight + 2), width: widthOf(pdf) })
  })
  pdf.y = top + rows.length * (rowHeight + 2)
}

function methodText({ method, smoothing, line, replications }: EquatingSheet): string {
  return [
    `Method: ${method}.`,
    smoothing === null ? 'No smoothing.' : `Log-linear smoothing of degree ${smoothing}.`,
    line === null ? '' : `y = ${line.slope.toFixed(4)} x + ${line.intercept.toFixed(4)}.`,
    replications === null
      ? 'Standard errors were not estimated.'
      : `Standard errors by the bootstrap, ${replications} samples.`,
  ]
    .filter((text) => text !== '')
    .join(' ')
}

const bands = 3
const tableHead = ['x', 'y', 'SE'] as const

/** The conversion in three bands across the page, as many pages as it takes. */
function addTable(pdf: Pdf, { rows }: EquatingSheet): void {
  addHeading(pdf, 'Conversion')
  for (let from = 0; from < rows.length; ) {
    if (from > 0) pdf.addPage()
    const top = from > 0 ? margin : pdf.y
    const room = Math.max(1, Math.floor((bottomOf(pdf) - top) / rowHeight) - 1)
    const depth = Math.min(room, Math.ceil((rows.length - from) / bands))
    const part = rows.slice(from, from + depth * bands)
    part.forEach(({ x, y, error }, index) => {
      const place = { x: margin + Math.floor(index / depth) * (widthOf(pdf) / bands), width: 130 }
      const row = index % depth
      if (row === 0) addCells(pdf.fillColor(soft), tableHead, { ...place, y: top })
      const cells = [String(x), y.toFixed(4), error === null ? '-' : error.toFixed(4)]
      addCells(pdf.fillColor(ink), cells, { ...place, y: top + (row + 1) * rowHeight })
    })
    from += part.length
  }
}

function addFeet(pdf: Pdf): void {
  const { start, count } = pdf.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    pdf.switchToPage(page)
    const at = pdf.page.height - margin - 28
    pdf
      .font('Helvetica')
      .fontSize(7)
      .fillColor(soft)
      .text(independence, margin, at, { width: widthOf(pdf), height: 28, lineGap: 1 })
  }
}

/** Writes an equating as PDF; `compress` false leaves its text readable to tests. */
export async function writeEquatingReport(
  sheet: EquatingSheet,
  { compress = true }: { readonly compress?: boolean } = {},
): Promise<Uint8Array> {
  const day = new Date(`${sheet.madeOn}T00:00:00Z`)
  const pdf = new PDFDocument({
    ...{ size: 'A4', margin, compress, bufferPages: true, lang: 'en', displayTitle: true },
    info: { Title: 'Equating report', Author: 'Cairn', CreationDate: day, ModDate: day },
  })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject))
  pdf.font('Times-Roman').fontSize(23).fillColor(ink).text('Equating report')
  pdf.font('Helvetica').fontSize(9).fillColor(soft).text(formatDay(sheet.madeOn))
  addForms(pdf, sheet)
  addHeading(pdf, 'Method')
  pdf.text(methodText(sheet), margin, pdf.y, { width: widthOf(pdf) })
  addHeading(pdf, 'Curve')
  drawConversion(pdf, sheet.rows, { x: margin, y: pdf.y, width: widthOf(pdf), height: 190 })
  addTable(pdf, sheet)
  addFeet(pdf)
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}
