import type { PackSummary } from '../../../application/read-programme.ts'
import { examDaysText } from '../../../presentation/exam-days.ts'

/** What has to be known about the days of an exam: that it has ended, ends, or has not begun. */
export function ExamDaysNote({ pack, today }: { readonly pack: PackSummary; readonly today: string }) {
  const text = examDaysText(pack, today)
  return text === null ? null : <p class="note note-attention">{text}</p>
}
