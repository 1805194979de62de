import { appendFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ReviewSheets } from '../../application/ports.ts'
import type { BlindSheet } from '../../domain/item/standing.ts'

/** Fields in the order in which a person reads them. */
const lineOf = ({ item, hash, solver, by, answer, reason, alternatives, on }: BlindSheet): string =>
  `${JSON.stringify({ item, hash, solver, by, answer, reason, alternatives, on })}\n`

/** Appends sheets to `reviews/<solver>.jsonl` in the pack's folder, a line each. */
export const reviewSheets: ReviewSheets = {
  append: ({ folder }, sheets) => {
    const reviews = join(folder, 'reviews')
    mkdirSync(reviews, { recursive: true })
    for (const solver of new Set(sheets.map((sheet) => sheet.solver))) {
      const lines = sheets.filter((sheet) => sheet.solver === solver).map(lineOf)
      appendFileSync(join(reviews, `${solver}.jsonl`), lines.join(''))
    }
  },
}
