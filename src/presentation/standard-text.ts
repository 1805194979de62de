import type { CompromiseStandard } from '../domain/measurement/standard-setting/compromise.ts'
import { formatPercent } from './formats.ts'

type Unmet = { readonly failures: 'too-many' | 'too-few' }

/** Raw points as a cut is told. @example pointsText(38.246) // '38.25' */
export const pointsText = (points: number): string => points.toFixed(2)

/** A compromise in words, or why there is none. @example compromiseText({ cut: 38.246, passRate: 0.7 }) // '38.25 points, reached by 70%' */
export function compromiseText(standard: CompromiseStandard | Unmet): string {
  if ('cut' in standard)
    return `${pointsText(standard.cut)} points, reached by ${formatPercent(standard.passRate)}`
  return standard.failures === 'too-many'
    ? 'None: at every acceptable cut, more candidates fail than the judges accept.'
    : 'None: at every acceptable cut, fewer candidates fail than the judges demand.'
}

/** The place and fault of a table that was handed over. @example tableFaultText({ file: 'scores', line: 2, column: 1, reason: 'score is not a whole number' }) // 'scores, line 2, column 1: score is not a whole number.' */
export const tableFaultText = (fault: {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly reason: string
}): string => `${fault.file}, line ${fault.line}, column ${fault.column}: ${fault.reason}.`
