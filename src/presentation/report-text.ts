import type {
  AttemptMode,
  DiagnosticResult,
  DomainBand,
  DomainResult,
  Readiness,
  ReportMeasurement,
  ReviewedItem,
  ScoreReport,
  TaskGain,
} from '../domain/attempt/types.ts'
import { formatCount, formatDay, formatMinutes, formatPercent, upperFirst } from './formats.ts'

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
  const estimate = estimateText(domain.estimate ?? null)
  return `Domain ${domain.number}, ${domain.name} (${weight}): ${domain.correct} of ${domain.scored} correct. ${bandText(domain.band)}.${estimate === null ? '' : ` ${estimate}`}`
}

/** A domain's own estimate with its interval; null where it has too few items. @example estimateText(null) // null */
export const estimateText = (estimate: NonNullable<DomainResult['estimate']> | null): string | null =>
  estimate === null ? null : `About ${estimate.score} (80% interval ${estimate.low} to ${estimate.high}).`

/** A chance in whole per cent; the ends are said as what they are, bounds. @example formatChance(0.004) // 'less than 1%' */
export function formatChance(chance: number): string {
  if (chance < 0.01) return 'less than 1%'
  return chance > 0.99 ? 'more than 99%' : formatPercent(chance)
}

/** An 80 % interval of chances. @example formatChances(0.2, 0.5) // '80% interval 20% to 50%' */
export function formatChances(low: number, high: number): string {
  const [from, to] = [formatChance(low), formatChance(high)]
  return from === to ? `the whole 80% interval: ${from}` : `80% interval ${from} to ${to}`
}

/** Says how likely the cut would be reached, or why that cannot be said yet. */
export function readinessText(readiness: Readiness): string {
  const { probability, low, high, basis } = readiness
  if (probability === null || low === null || high === null) return `Readiness cannot be told yet. ${basis}`
  return `${upperFirst(formatChance(probability))} chance of reaching the cut if sat today (${formatChances(low, high)}). ${basis}`
}

const endings: Readonly<Record<DiagnosticResult['reason'], (result: DiagnosticResult) => string>> = {
  classification: ({ aboveStandard }) =>
    `It ended because it knew enough: ${formatChance(aboveStandard >= 0.5 ? aboveStandard : 1 - aboveStandard)} sure that you are ${aboveStandard >= 0.5 ? 'above' : 'below'} the standard.`,
  precision: () => 'It ended because your ability is known to within three tenths of a unit of its scale.',
  length: () => 'It ended at its longest. You are close to the standard; a longer form can say more.',
  'bank-exhausted': () => 'It ended because the pool had no further item to give.',
  submitted: () => 'You ended it early, so it knows less than it could.',
}

/** Says how a diagnostic ended, and how sure it is of the side of the standard. */
export function diagnosticText(result: DiagnosticResult): string {
  const { answered, aboveStandard, reason } = result
  const sure =
    reason === 'classification'
      ? ''
      : ` The chance that you are above the standard is ${formatChance(aboveStandard)}.`
  return `${formatCount(answered, 'item')} answered. ${endings[reason](result)}${sure}`
}

/** One task with what an hour on it is expected to bring. @example focusText({ domain: 1, task: '1.2', pointsPerHour: 0.31, answered: 2 }) // 'Task 1.2: about 0.31 items an hour (2 items answered)' */
export const focusText = ({ task, pointsPerHour, answered }: TaskGain): string =>
  `Task ${task}: about ${pointsPerHour.toFixed(2)} items an hour (${answered === 0 ? 'none answered yet' : `${formatCount(answered, 'item')} answered`})`

/** Says how well a form like this decides, and how many of its items are measured. */
export function decisionText({ decisions, states, parametersVersion }: ReportMeasurement): string {
  const measured = states.provisional + states.operational
  const all = measured + states.uncalibrated + states.held
  const items = `${measured} of ${formatCount(all, 'scored item')} measured${parametersVersion === 0 ? '' : ` (parameters of version ${parametersVersion})`}.`
  if (decisions === null) return items
  const { accuracy, consistency, standardErrorRaw } = decisions
  return `${items} A form like this puts ${formatPercent(accuracy)} of candidates on the right side of the cut, and ${formatPercent(consistency)} on the same side twice; its standard error is ${standardErrorRaw.toFixed(1)} items.`
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
