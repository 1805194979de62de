import type { ConversionTable } from './conversion-table.ts'

/** A conversion table with the hash of its canonical text: any later change shows. */
export type FrozenConversionTable = ConversionTable & { readonly hash: string }

/** Turns a text into its digest, hexadecimal: SHA-256 for instance. */
export type HashText = (text: string) => string

const decimals = (value: number): string => String(Math.round(value * 1e9) / 1e9)

/**
 * The text that stands for a conversion table, byte for byte the same on every machine: a heading line, then a line
 * `raw,scaled,standardError` per row; numbers to nine decimals, lines ended by a line feed.
 *
 * @example canonicalText({ formId: 'f', scale: reportingScale(720, 0), rawCut: 1, rows: [] }).split('\n')[0] // 'conversion-table 1'
 */
export function canonicalText({ formId, scale, rawCut, rows }: ConversionTable): string {
  const { lowest, highest, cutScore, cutTheta, spanAbove, spanBelow } = scale
  const lines = [
    'conversion-table 1',
    `form ${JSON.stringify(formId)}`,
    `scale ${[lowest, highest, cutScore, cutTheta, spanAbove, spanBelow].map(decimals).join(',')}`,
    `cut ${rawCut}`,
    ...rows.map((row) => [row.raw, row.scaled, row.standardError].map(decimals).join(',')),
  ]
  return `${lines.join('\n')}\n`
}

/**
 * Freezes a table under the hash of its canonical text.
 * @example freezeConversionTable({ formId: 'f', scale: reportingScale(720, 0), rawCut: 1, rows: [{ raw: 0, scaled: 100, standardError: 0 }] }, () => 'digest').hash // 'digest'
 */
export const freezeConversionTable = (table: ConversionTable, hash: HashText): FrozenConversionTable => ({
  ...table,
  hash: hash(canonicalText(table)),
})

/** What is wrong with a conversion table that came from elsewhere. */
export type ConversionFinding =
  | { readonly code: 'conversion-altered' }
  | { readonly code: 'conversion-row-missing'; readonly raw: number }
  | { readonly code: 'conversion-falls'; readonly raw: number }
  | { readonly code: 'conversion-beyond-scale'; readonly raw: number }
  | { readonly code: 'conversion-cut-inexact'; readonly raw: number }

/**
 * Checks a frozen table: the hash fits, every raw score has its row, scores never fall and stay within the scale, and the cut
 * is exact.
 *
 * @returns findings, none for a sound table
 * @example checkConversionTable({ formId: 'f', scale: reportingScale(720, 0), rawCut: 1, rows: [{ raw: 0, scaled: 100, standardError: 0 }], hash: 'digest' }, () => 'digest') // []
 */
export function checkConversionTable(table: FrozenConversionTable, hash: HashText): ConversionFinding[] {
  const { rows, scale, rawCut } = table
  const findings: ConversionFinding[] =
    hash(canonicalText(table)) === table.hash ? [] : [{ code: 'conversion-altered' }]
  rows.forEach(({ raw, scaled }, index) => {
    if (raw !== index) findings.push({ code: 'conversion-row-missing', raw: index })
    if (scaled < (rows[index - 1]?.scaled ?? scaled)) findings.push({ code: 'conversion-falls', raw })
    if (scaled < scale.lowest || scaled > scale.highest)
      findings.push({ code: 'conversion-beyond-scale', raw })
    if (scaled >= scale.cutScore !== raw >= rawCut) findings.push({ code: 'conversion-cut-inexact', raw })
  })
  return findings
}
