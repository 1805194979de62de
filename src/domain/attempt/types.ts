import type { Form } from '../form/types.ts'
import type { Reference, Response, ScorableKind } from '../item/types.ts'
import type { Instant } from '../kernel/instant.ts'
import type { StopReason } from '../measurement/adaptive/stopping.ts'
import type { ItemState } from '../measurement/bank/item-estimate.ts'

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

/** An estimate on the scale of the report with its 80 % interval. */
export type ScaledEstimate = { readonly score: number; readonly low: number; readonly high: number }

/** One content domain of a report. Counts are facts; `band` and `estimate` need 12 scored items. */
export type DomainResult = {
  readonly number: number
  readonly name: string
  readonly weightPercent: number | null
  readonly correct: number
  readonly scored: number
  readonly band: DomainBand
  /** From the items of this domain alone; null below 12 of them. Absent in reports made before forms were measured. */
  readonly estimate?: ScaledEstimate | null
}

/** What an hour of study on one task is expected to bring, in items of a whole form. */
export type TaskGain = {
  readonly domain: number
  readonly task: string
  readonly pointsPerHour: number
  /** Responses to this task that it rests on. */
  readonly answered: number
}

/** What the numbers of a report rest on. */
export type ReportMeasurement = {
  /** Version of the item parameters; 0 where every item is judged only. */
  readonly parametersVersion: number
  /** Scored items by the state of their parameters when the form was drawn. */
  readonly states: Readonly<Record<ItemState, number>>
  /** SHA-256 of the form's conversion table; null where there is none. */
  readonly conversionHash: string | null
  /** How well a form like this decides, as shares of all candidates; its error in raw points. */
  readonly decisions: {
    readonly accuracy: number
    readonly consistency: number
    readonly reliability: number
    readonly standardErrorRaw: number
  } | null
}

/** How an adaptive diagnostic ended. */
export type DiagnosticResult = {
  readonly reason: StopReason | 'submitted'
  readonly answered: number
  /** P(ability above the standard), 0 to 1. */
  readonly aboveStandard: number
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
  /** Absent in reports made before forms were measured, as the two below. */
  readonly measurement?: ReportMeasurement
  /** Tasks to work on, most points per hour first. */
  readonly focus?: readonly TaskGain[]
  readonly diagnostic?: DiagnosticResult
  readonly items?: readonly ReviewedItem[]
}
