import { type Instant, toIso } from '../kernel/instant.ts'

/** One piece of evidence, in plain words. `url` null where it stands in the credential alone. */
export type EvidenceFact = {
  readonly name: string
  readonly narrative: string
  readonly genre: string
  readonly url: string | null
}

/** What is told of the exam behind a credential. Scores 100 to 1000, probabilities and shares 0 to 1, minutes. */
export type ExamEvidence = {
  readonly examCode: string
  readonly formId: string
  readonly packVersion: string
  readonly closedAt: Instant
  readonly minutesUsed: number
  readonly durationMinutes: number
  readonly rawScore: { readonly correct: number; readonly scored: number }
  readonly scaledScore: number | null
  readonly scaledScoreLow: number | null
  readonly scaledScoreHigh: number | null
  readonly cutScore: number
  readonly scale: string
  /** Share of items that the candidate had met before. */
  readonly seenBefore: number
  readonly readiness: {
    readonly probability: number | null
    readonly low: number | null
    readonly high: number | null
    readonly basis: string
  } | null
}

const percent = (share: number): string => `${Math.round(share * 100)}%`
const dayOf = (at: Instant): string => toIso(at).slice(0, 10)
const packVersionLength = 12

function formEvidence(exam: ExamEvidence): EvidenceFact {
  const { examCode, formId, packVersion, closedAt, minutesUsed, durationMinutes, rawScore } = exam
  return {
    name: `Form for ${examCode}`,
    genre: 'Exam form',
    url: null,
    narrative:
      `Form ${formId} with ${rawScore.scored} scored items, drawn from pool version ${packVersion.slice(0, packVersionLength)}; ` +
      `sat until ${dayOf(closedAt)} in ${Math.round(minutesUsed)} of ${durationMinutes} minutes. ` +
      `${percent(exam.seenBefore)} of the items had been met before.`,
  }
}

function scoreEvidence(exam: ExamEvidence): EvidenceFact {
  const { scaledScore, scaledScoreLow: low, scaledScoreHigh: high, cutScore, rawScore, scale } = exam
  const interval = low === null || high === null ? '' : ` (95% interval ${low} to ${high})`
  const scaled =
    scaledScore === null ? '' : `Scaled score ${scaledScore}${interval}; the cut score is ${cutScore}. `
  return {
    name: 'Score',
    genre: 'Score report',
    url: null,
    narrative: `${scaled}${rawScore.correct} of ${rawScore.scored} scored items correct. ${scale}`,
  }
}

function readinessEvidence({ readiness }: ExamEvidence): EvidenceFact {
  const fact = { name: 'Readiness', genre: 'Estimate', url: null }
  const untold = 'Readiness is not told: what was measured says too little about it.'
  if (readiness === null) return { ...fact, narrative: untold }
  const { probability, low, high, basis } = readiness
  if (probability === null || low === null || high === null)
    return { ...fact, narrative: `${untold} ${basis}` }
  const estimate = `Estimated probability of reaching the cut score: ${percent(probability)} (80% interval ${percent(low)} to ${percent(high)}).`
  return { ...fact, narrative: `${estimate} ${basis}` }
}

/**
 * The evidence of an exam: the form, the score with its interval, and for a practice exam the readiness with what it rests on.
 *
 * @example examEvidence(exam, 'programme-credential').map(({ name }) => name) // ['Form for SAA-C03', 'Score']
 */
export function examEvidence(
  exam: ExamEvidence,
  kind: 'readiness-record' | 'programme-credential',
): readonly EvidenceFact[] {
  const facts = [formEvidence(exam), scoreEvidence(exam)]
  return kind === 'readiness-record' ? [...facts, readinessEvidence(exam)] : facts
}

/** The best check of one lab by the person. Points; `at` is when it was reached. */
export type LabFact = {
  readonly title: string
  readonly earned: number
  readonly possible: number
  readonly complete: boolean
  readonly hintsTaken: number
  readonly at: Instant
}

/** Labs told of at most; more would drown the exam. */
const mostLabs = 5

/**
 * The evidence of labs: what was reached in each, on which day and with how many hints; the first five that are given.
 *
 * @example labEvidence([]).length // 0
 */
export const labEvidence = (labs: readonly LabFact[]): readonly EvidenceFact[] =>
  labs.slice(0, mostLabs).map(({ title, earned, possible, complete, hintsTaken, at }) => ({
    name: `Lab: ${title}`,
    genre: 'Lab report',
    url: null,
    narrative:
      `${earned} of ${possible} points on ${dayOf(at)}, ${complete ? 'every requirement met' : 'not every requirement met'}; ` +
      `${hintsTaken === 0 ? 'no hint' : `hints taken: ${hintsTaken}`}. Marked by executing what was handed in.`,
  }))
