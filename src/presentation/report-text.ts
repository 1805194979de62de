import type {
  AttemptMode,
  DomainBand,
  DomainResult,
  Readiness,
  ReviewedItem,
  ScoreReport,
} from '../domain/attempt/types.ts'
import { formatCount, formatDay, formatMinutes, formatPercent } from './formats.ts'

const modeNames: Readonly<Record<AttemptMode, string>> = {
  exam: 'Full exam',
  study: 'Study',
  diagnostic: 'Diagnostic',
  custom: 'Custom practice',
}

/** The name of a mode of attempt; a mode that has none is named as it is. @example modeName('study') // 'Study' */
export const modeName = (mode: string): string => modeNames[mode as AttemptMode] ?? mode

/** Says what the report concludes. A practice report concludes nothing: it compares the score with the cut. */
export function verdictText(report: ScoreReport): string {
  if (report.decision !== null && report.purpose === 'programme')
    return report.decision === 'pass' ? 'Pass' : 'Fail'
  if (report.scaledScore === null) return 'No scaled score for this one; the counts are facts.'
  const side = report.scaledScore >= report.cutScore ? 'at or above' : 'below'
  return `${report.scaledScore} is ${side} the cut of ${report.cutScore}, on Cairn's own forms.`
}

/** Says how far chance alone moves the score, and whether the cut lies inside that span; null without an interval. */
export function intervalText(report: ScoreReport): string | null {
  const { scaledScoreLow: low, scaledScoreHigh: high, cutScore } = report
  if (low === null || high === null) return null
  const span = `Chance alone could have put this score anywhere from ${low} to ${high}.`
  return low < cutScore && cutScore <= high
    ? `${span} The cut of ${cutScore} lies inside that span, so this report cannot tell which side you are on.`
    : span
}

/** The counts behind the score. @example rawScoreText({ correct: 36, scored: 50, cut: 34 }) // '36 of 50 scored items correct; the cut lies at 34.' */
export function rawScoreText(raw: ScoreReport['rawScore']): string {
  const counts = `${raw.correct} of ${formatCount(raw.scored, 'scored item')} correct`
  return raw.cut === null ? `${counts}.` : `${counts}; the cut lies at ${raw.cut}.`
}

/** Says how many items had no response. @example unansweredText(1) // '1 item was left unanswered; that counts as not correct.' */
export function unansweredText(unanswered: number): string {
  if (unanswered === 0) return 'Every item was answered.'
  return `${formatCount(unanswered, 'item')} ${unanswered === 1 ? 'was' : 'were'} left unanswered; that counts as not correct.`
}

/** Time spent, where a fraction of a minute is said as such. @example spentText(0.4) // 'less than a minute' */
export const spentText = (minutes: number): string =>
  minutes < 1 ? 'less than a minute' : formatMinutes(minutes)

/** Says how and after how long the attempt ended. */
export function closingText(report: Pick<ScoreReport, 'closedBy' | 'minutesUsed'>): string {
  const used = spentText(report.minutesUsed)
  return report.closedBy === 'time-out' ? `Time ran out after ${used}.` : `Submitted after ${used}.`
}

/** Says how much of the form the candidate had met before, and what that does to the score. */
export function seenBeforeText(share: number): string {
  if (share === 0) return 'Every item was new to you.'
  return `You had met ${formatPercent(share)} of these items before. Scores on items met before run high, so readiness counts first meetings only.`
}

const bandTexts: Readonly<Record<DomainBand, string>> = {
  'meets competencies': 'Meets competencies',
  'needs improvement': 'Needs improvement',
  'too few items': 'Too few items to say',
}

/** The words for a band. @example bandText('too few items') // 'Too few items to say' */
export const bandText = (band: DomainBand): string => bandTexts[band]

/** One domain in a sentence, for readers who do not see the bars. */
export function domainText(domain: DomainResult): string {
  const weight = domain.weightPercent === null ? 'weight unknown' : `${domain.weightPercent}% of the exam`
  return `Domain ${domain.number}, ${domain.name} (${weight}): ${domain.correct} of ${domain.scored} correct. ${bandText(domain.band)}.`
}

/** Says how likely a real pass is, or why that cannot be said yet. */
export function readinessText(readiness: Readiness): string {
  const { probability, low, high, basis } = readiness
  if (probability === null || low === null || high === null) return `Readiness cannot be told yet. ${basis}`
  return `${formatPercent(probability)} chance of reaching the cut if sat today (80% interval ${formatPercent(low)} to ${formatPercent(high)}). ${basis}`
}

const blindReview = 'Two solvers who did not write it answered it blind and agreed with the key.'

const origins: Readonly<Record<string, (day: string) => string>> = {
  model: (day) => `Written by a model on ${day}. ${blindReview}`,
  human: (day) => `Written by a person on ${day}. ${blindReview}`,
  family: (day) => `Computed on ${day} by an item family: an executable model gave the key.`,
}

/** Says who made an item and when, and what it went through. */
export function originText(origin: ReviewedItem['origin']): string {
  const day = formatDay(origin.on)
  return origins[origin.by]?.(day) ?? `Written by ${origin.by} on ${day}.`
}

/** The state of one response in a word. */
export function outcomeText(
  item: Pick<ReviewedItem, 'response' | 'feedback'>,
): 'Correct' | 'Not correct' | 'Unanswered' {
  if (item.response === null) return 'Unanswered'
  return item.feedback.correct ? 'Correct' : 'Not correct'
}
