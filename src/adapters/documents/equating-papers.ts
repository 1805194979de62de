import type { EquatingPapers } from '../../application/ports.ts'

/** Equatings on paper. The PDF writer is loaded when the first one is asked for. */
export const equatingPapers: EquatingPapers = {
  pdf: async (sheet) => (await import('./equating-report.ts')).writeEquatingReport(sheet),
}
