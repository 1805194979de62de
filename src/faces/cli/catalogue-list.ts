import { styleText } from 'node:util'
import type { CatalogueView, ListedCertification } from '../../application/read-catalogue.ts'
import type { CertificationStatus } from '../../domain/catalogue/types.ts'
import { shortName, statusGlyphs, statusWords } from '../../presentation/catalogue-words.ts'
import { formatCount, formatDay, formatLanguage, formatShortDay } from '../../presentation/formats.ts'
import { wrapText } from '../../presentation/wrap-text.ts'

type Cells = readonly [status: string, name: string, code: string, fee: string, minutes: string, next: string]
type Style = Parameters<typeof styleText>[0]

const styles: Readonly<Record<CertificationStatus, Style>> = {
  active: 'green',
  ending: 'yellow',
  beta: 'cyan',
  announced: 'blue',
  retired: 'dim',
}

const headings: Cells = ['', '', 'exam', 'fee', 'minutes', 'what changes next']
const sitting: ReadonlySet<CertificationStatus> = new Set(['active', 'ending', 'beta'])

const amount = (value: number | null | undefined, unit: string): string =>
  value === null || value === undefined ? 'unknown' : `${value}${unit}`

/** Where the languages differ in what can be sat, the ones that differ from the version in force. */
function otherSittings({ inForce, sittings, examVersions }: ListedCertification): readonly string[] {
  const version = examVersions.find(({ examCode }) => examCode === inForce)
  const usual = new Set([inForce, ...(version?.windows ?? []).map((window) => window.examCode)])
  return sittings
    .filter(({ examCode, language }) => language !== null && !usual.has(examCode))
    .map(
      ({ examCode, form, language }) =>
        `${formatLanguage(language ?? '')}: ${examCode}${form === 'beta' ? ' (beta)' : ''}`,
    )
}

/** A start that was announced, and that no evidence confirms. */
function unseenStart(view: CatalogueView, { inForce, sittings }: ListedCertification): readonly string[] {
  const sitting = sittings.find(({ examCode }) => examCode === inForce)
  const unseen = sitting?.from != null && sitting.from > view.newestEvidence
  return unseen ? [`since ${sitting.from} as announced, not yet confirmed`] : []
}

function remarks(view: CatalogueView, certification: ListedCertification): string {
  const { id, status, nearest } = certification
  if (status === 'retired') {
    return nearest.length === 0 ? '' : `see ${nearest.map((route) => route.id).join(', ')}`
  }
  const [next] = view.changes.filter((change) => change.certificationId === id)
  const ahead = next === undefined ? [] : [`${next.date} ${next.title}`]
  return [...unseenStart(view, certification), ...otherSittings(certification), ...ahead].join('; ')
}

/** What one pays and how long one sits today: the beta's where only a beta can be sat. */
function terms({ status, inForce, examVersions }: ListedCertification): readonly [string, string, string] {
  const version = examVersions.find(({ examCode }) => examCode === inForce) ?? examVersions.at(-1)
  const form = status === 'beta' ? version?.beta : version
  return [version?.examCode ?? 'unknown', amount(form?.feeUsd, ' USD'), amount(form?.durationMinutes, '')]
}

const cellsOf = (view: CatalogueView, certification: ListedCertification): Cells => {
  const { status, name } = certification
  return [
    `${statusGlyphs[status]} ${statusWords[status]}`,
    shortName(name),
    ...terms(certification),
    remarks(view, certification),
  ]
}

const remarkWidth = 44
const numeric = new Set([3, 4])

const widthOf = (rows: readonly Cells[], column: number): number =>
  Math.max(...rows.map((cells) => cells[column]?.length ?? 0))

/** One row, its last cell continued below itself. */
function layOut(cells: Cells, widths: readonly number[]): string {
  const [remark, ...more] = wrapText(cells[5], remarkWidth)
  const fixed = cells
    .slice(0, -1)
    .map((cell, column) =>
      numeric.has(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
    )
    .join('  ')
  return [
    `${fixed}  ${remark}`.trimEnd(),
    ...more.map((line) => `${' '.repeat(fixed.length + 2)}${line}`),
  ].join('\n')
}

function summary(view: CatalogueView): string {
  const count = view.certifications.filter(({ status }) => sitting.has(status)).length
  return `${formatCount(count, 'certification')} can be sat on ${formatDay(view.asOf)}. Recorded ${formatShortDay(view.recordedOn)}, newest evidence ${formatShortDay(view.newestEvidence)}.`
}

/** Writes the programme as a table, tier by tier. */
export function writeCatalogueTable(view: CatalogueView): string {
  const rows = view.certifications.map((certification) => ({
    certification,
    cells: cellsOf(view, certification),
  }))
  const all = [headings, ...rows.map(({ cells }) => cells)]
  const widths = headings.map((_, column) => widthOf(all, column))
  const tiers = view.tiers.flatMap((tier) => [
    '',
    styleText('bold', tier.name),
    ...rows
      .filter(({ certification }) => certification.tier === tier.id)
      .map(({ certification, cells }) => styleText(styles[certification.status], layOut(cells, widths))),
  ])
  return [summary(view), '', styleText('dim', layOut(headings, widths)), ...tiers].join('\n')
}
