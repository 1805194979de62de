import { formatCount, formatPercent } from './formats.ts'

/** What these sentences are made of: a calibration record and where it comes from. */
export type ToldRecord = {
  readonly kind: 'simulated' | 'reported'
  readonly reported: number
  readonly needed: number
  readonly record: { readonly outcomes: number; readonly brier: number; readonly ece: number }
  readonly passShare: { readonly reported: number; readonly ifFailuresReportHalf: number } | null
}

/** The figures of a calibration record, explained as they are told. */
export const figuresText = ({ outcomes, brier, ece }: ToldRecord['record']): string =>
  `Brier score ${brier.toFixed(3)} (0 is best, 0.25 is a coin), expected calibration error ${formatPercent(ece)}, over ${formatCount(outcomes, 'outcome')}.`

/** Says whose outcomes a calibration record holds, how good it is, and what reports leave out. */
export function recordText({ kind, reported, needed, record, passShare }: ToldRecord): string {
  if (kind === 'simulated')
    return `Simulated so far: nobody has reported the outcome of a real exam that a prediction preceded (${needed} are needed to say anything of real exams). In a simulation of learners who are as the model believes: ${figuresText(record)}`
  const bias =
    passShare === null
      ? ''
      : ` Outcomes are reported by candidates themselves, and who fails reports less: ${formatPercent(passShare.reported)} of the reports say passed; if failures were reported half as often as passes, it would be ${formatPercent(passShare.ifFailuresReportHalf)}.`
  return `${formatCount(reported, 'reported outcome')} so far of the ${needed} that are needed. ${figuresText(record)}${bias}`
}
