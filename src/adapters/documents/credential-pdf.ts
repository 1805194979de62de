import PDFDocument from 'pdfkit'
import type { CredentialSheet } from '../../application/ports.ts'
import { awardDays, kindName, resultLines } from '../../presentation/credential-text.ts'
import { independence } from '../../presentation/independence.ts'
import { addBadge, addQr, type Pdf } from './pdf-parts.ts'

const margin = 56
const footHeight = 136
const ink = '#25231e'
const soft = '#5b554a'
const line = '#c9c1b2'
const display = 'Times-Roman'
const plain = 'Helvetica'

const widthOf = (pdf: Pdf): number => pdf.page.width - 2 * margin

function addHead(pdf: Pdf, sheet: CredentialSheet): void {
  const { award, issuerName } = sheet
  const { awarded, renewed, until } = awardDays(award)
  const x = margin + 188
  const width = widthOf(pdf) - 188
  addBadge(pdf, award.achievement, { x: margin - 8, y: margin - 4, size: 176 })
  pdf
    .fillColor(soft)
    .font(plain)
    .fontSize(10)
    .text(kindName(award.achievement.kind), x, margin + 8, { width })
  pdf
    .moveDown(0.3)
    .fillColor(ink)
    .font(display)
    .fontSize(23)
    .text(award.achievement.title, { width, lineGap: 1 })
  const days = [
    award.achievement.examCode === null ? null : `Exam guide: ${award.achievement.examCode}`,
    `Issued by: ${issuerName}`,
    `Awarded: ${awarded}`,
    renewed === null ? null : `Written anew: ${renewed}`,
    `Valid until: ${until}`,
  ].filter((text) => text !== null)
  pdf.moveDown(0.5).font(plain).fontSize(10.5).fillColor(ink).text(days.join('\n'), { width, lineGap: 2.5 })
  pdf.y = Math.max(pdf.y, margin + 180)
}

function addHeading(pdf: Pdf, text: string): void {
  pdf
    .moveDown(0.9)
    .fillColor(ink)
    .font(display)
    .fontSize(15)
    .text(text, margin, pdf.y, { width: widthOf(pdf) })
  pdf.moveDown(0.25)
}

function addProse(pdf: Pdf, text: string): void {
  pdf
    .font(plain)
    .fontSize(9.5)
    .fillColor(ink)
    .text(text, margin, pdf.y, { width: widthOf(pdf), lineGap: 2 })
}

function addResults(pdf: Pdf, sheet: CredentialSheet): void {
  const lines = resultLines(sheet.award)
  if (lines.length === 0) return
  addHeading(pdf, 'Results')
  const half = widthOf(pdf) * 0.6
  for (const { name, value } of lines) {
    const top = pdf.y
    pdf
      .font(plain)
      .fontSize(9.5)
      .fillColor(ink)
      .text(name, margin, top, { width: half - 12 })
    const below = pdf.y
    pdf.text(value, margin + half, top, { width: widthOf(pdf) - half, align: 'right' })
    pdf.y = Math.max(below, pdf.y) + 3
    pdf
      .moveTo(margin, pdf.y)
      .lineTo(pdf.page.width - margin, pdf.y)
      .lineWidth(0.5)
      .stroke(line)
    pdf.y += 4
  }
}

function addEvidence(pdf: Pdf, { award }: CredentialSheet): void {
  if (award.evidence.length === 0) return
  addHeading(pdf, 'Evidence')
  for (const { name, narrative } of award.evidence) {
    addProse(pdf, `${name}. ${narrative}`)
    pdf.moveDown(0.4)
  }
}

const checkText = ({ link }: CredentialSheet): string =>
  link === null
    ? 'The signed record is attached to this document as credential.json. It can be checked without any network by whoever has a verifier of Open Badges 3.0.'
    : `Scan the code, or open ${link}. The signed record is also attached to this document as credential.json.`

function addFoot(pdf: Pdf, sheet: CredentialSheet): void {
  const { link, uri, issuerId } = sheet
  const size = 92
  const top = pdf.page.height - margin - footHeight
  if (pdf.y > top) pdf.addPage()
  const x = link === null ? margin : margin + size + 8
  const width = pdf.page.width - margin - x
  if (link !== null) addQr(pdf, link, { x: margin - 8, y: top - 8, size })
  pdf.fillColor(ink).font(plain).fontSize(9).text(checkText(sheet), x, top, { width, lineGap: 1.5 })
  pdf
    .moveDown(0.4)
    .fillColor(soft)
    .fontSize(7.5)
    .text(`Record: ${uri}\nIssuer: ${issuerId}`, { width, lineGap: 1 })
  pdf.fontSize(7).text(independence, margin, pdf.page.height - margin - 46, {
    width: widthOf(pdf),
    lineGap: 1,
    height: 46,
  })
}

/** Writes a credential on paper; the signed JSON is attached, so that the paper can be verified as a file. */
export async function writeCredentialPdf(sheet: CredentialSheet): Promise<Uint8Array> {
  const { award, issuerName, secured } = sheet
  const pdf = new PDFDocument({
    size: 'A4',
    margin,
    info: {
      Title: award.achievement.name,
      Author: issuerName,
      CreationDate: new Date(award.validFrom),
      ModDate: new Date(award.validFrom),
    },
    lang: 'en',
    displayTitle: true,
  })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise<void>((resolve, reject) => pdf.on('end', resolve).on('error', reject))
  const day = new Date(award.validFrom)
  pdf.file(Buffer.from(secured), {
    name: 'credential.json',
    type: 'application/ld+json',
    description: 'The signed credential',
    ...{ creationDate: day, modifiedDate: day },
  })
  addHead(pdf, sheet)
  addHeading(pdf, 'What this says')
  addProse(pdf, award.achievement.description)
  addResults(pdf, sheet)
  addEvidence(pdf, sheet)
  addFoot(pdf, sheet)
  pdf.end()
  await ended
  return Buffer.concat(chunks)
}
