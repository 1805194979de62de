import type { Form } from '../form/types.ts'
import type { Reference, Response, ScorableKind } from '../item/types.ts'
import type { Instant } from '../kernel/instant.ts'

/** `exam` is timed and silent; `study` answers after each item; `diagnostic` and `custom` are short and silent. */
export type AttemptMode = 'exam' | 'study' | 'diagnostic' | 'custom'

export type AttemptState = 'open' | 'closed'

export type ClosingReason = 'submitted' | 'time-out'

/** One candidate's sitting of one form. Times are instants; the server owns the deadline. */
export type Attempt = {
  readonly attemptId: string
  readonly candidateId: string
  readonly examCode: string
  readonly mode: AttemptMode
  readonly form: Form
  readonly state: AttemptState
  readonly startedAt: Instant
  /** Moment after which nothing is taken; null where the attempt has no clock. */
  readonly deadline: Instant | null
  readonly closedAt: Instant | null
  readonly closedBy: ClosingReason | null
  readonly timeMultiplier: number
}

/** The latest thing recorded for one position. */
export type RecordedResponse = {
  readonly position: number
  readonly sequence: number
  readonly response: Response | null
  readonly flagged: boolean
  /** Presented option ids that the candidate struck out. */
  readonly struck: readonly string[]
  readonly savedAt: Instant
}

/** What a study-mode candidate is told once a position is answered. */
export type Feedback = {
  readonly correct: boolean
  /** The key in presented option ids; for matching, by prompt id. */
  readonly key: Response
  readonly rationales: readonly {
    readonly optionId: string
    readonly text: string
    readonly inKey: boolean
  }[]
  readonly references: readonly Reference[]
}

export type DomainBand = 'meets competencies' | 'needs improvement' | 'too few items'

/** One content domain of a report. Counts are facts; `band` needs 12 scored items. */
export type DomainResult = {
  readonly number: number
  readonly name: string
  readonly weightPercent: number | null
  readonly correct: number
  readonly scored: number
  readonly band: DomainBand
}

/** One item of a closed attempt, for review. */
export type ReviewedItem = {
  readonly position: number
  readonly itemId: string
  readonly kind: ScorableKind
  readonly domain: number
  readonly task: string | null
  readonly scored: boolean
  readonly response: Response | null
  readonly flagged: boolean
  readonly feedback: Feedback
  readonly origin: { readonly by: string; readonly on: string }
  readonly seenBefore: boolean
}

/** A probability with an 80 % interval, each 0 to 1, and what it rests on. Null numbers where the interval is too wide to show. */
export type Readiness = {
  readonly probability: number | null
  readonly low: number | null
  readonly high: number | null
  readonly basis: string
}

/** A score report. Scaled scores are 100 to 1000; `scaledScoreSe` is a standard error on that scale. */
export type ScoreReport = {
  readonly attemptId: string
  readonly examCode: string
  readonly mode: AttemptMode
  readonly closedAt: string
  readonly closedBy: ClosingReason
  readonly purpose: 'practice' | 'programme'
  readonly scaledScore: number | null
  readonly scaledScoreSe: number | null
  readonly scaledScoreLow: number | null
  readonly scaledScoreHigh: number | null
  readonly cutScore: number
  readonly decision: 'pass' | 'fail' | null
  readonly rawScore: { readonly correct: number; readonly scored: number; readonly cut: number | null }
  readonly unanswered: number
  readonly minutesUsed: number
  readonly domains: readonly DomainResult[]
  readonly readiness: Readiness | null
  /** How the scaled score came about, in one plain sentence. */
  readonly scale: string
  /** What the pack and the form assume, in plain sentences. */
  readonly assumes: readonly string[]
  /** Share of items on the form that the candidate had met before, 0 to 1. */
  readonly seenBefore: number
  readonly items?: readonly ReviewedItem[]
}
