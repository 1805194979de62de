import type { AttemptMode } from '../../domain/attempt/types.ts'
import type { CalibrationRun } from '../../domain/form/item-bank.ts'
import type { ItemRelease } from '../../domain/form/item-release.ts'
import type { LinearOutcome, LinearProgramme } from '../../domain/form/parallel/linear-programme.ts'
import type { Form } from '../../domain/form/types.ts'
import type { CalendarDate } from '../../domain/kernel/calendar-date.ts'
import type { Instant } from '../../domain/kernel/instant.ts'
import type { Result } from '../../domain/kernel/result.ts'
import type {
  Calibration,
  CalibrationOptions,
  CalibrationProgress,
  CalibrationRefusal,
} from '../../domain/measurement/calibration/types.ts'
import type { FrequencyMoments } from '../../domain/measurement/equating/score-frequencies.ts'
import type { ResponseMatrix, SparseResponses } from '../../domain/measurement/model/response-matrix.ts'
import type { ItemChoice } from './attempt-ports.ts'

/** One item on a closed attempt: what calibration and item analysis read. */
export type BankResponse = {
  readonly attemptId: string
  readonly candidateId: string
  readonly mode: AttemptMode
  /** True where the attempt had a clock. */
  readonly timed: boolean
  readonly startedAt: Instant
  readonly position: number
  readonly itemId: string
  /** Content hash of the item as it stood on the form. */
  readonly hash: string
  readonly correct: boolean
  readonly answered: boolean
}

/** A form as it was drawn, without its items' texts. */
export type MeasuredForm = Pick<
  Form,
  'formId' | 'seed' | 'drawnOn' | 'packVersion' | 'blueprint' | 'measurement'
> & {
  /** Whether each item is scored, in form order. */
  readonly scored: readonly boolean[]
}

/** How often growing forms of an exam have given each item, over all closed ones. */
export type AdaptiveExposure = { readonly sessions: number; readonly byItem: ReadonlyMap<string, number> }

/** A chance as it was stated on a day, kept before anybody knew what came. */
export type StoredPrediction = {
  readonly predictionId: string
  readonly candidateId: string
  readonly examCode: string
  readonly madeAt: Instant
  /** Names the model, the version of the item parameters and the recalibration. */
  readonly model: string
  readonly probability: number
  /** The chance before it was corrected by outcomes. */
  readonly raw: number
  readonly low: number
  readonly high: number
  /** Responses that counted: first meetings. */
  readonly counted: number
}

/** What a person says of a real exam they sat. Self-reported: nobody checks it. */
export type ReportedOutcome = {
  readonly outcomeId: string
  readonly candidateId: string
  readonly examCode: string
  readonly takenOn: CalendarDate
  readonly passed: boolean
  readonly scaledScore: number | null
  readonly reportedAt: Instant
}

/** Item parameters by version, what they rest on, predictions and reported outcomes. Runs and predictions are never changed. */
export type MeasurementStore = {
  readonly newestRun: (examCode: string) => Promise<CalibrationRun | undefined>
  /** Newest first. */
  readonly runs: (examCode: string) => Promise<readonly CalibrationRun[]>
  /** False where a run of this version stands already. */
  readonly saveRun: (run: CalibrationRun) => Promise<boolean>
  /** What owners released from being held, oldest first. */
  readonly releases: (examCode: string) => Promise<readonly ItemRelease[]>
  readonly saveRelease: (examCode: string, release: ItemRelease) => Promise<void>
  /** Every item of every closed attempt at an exam, in order of time. */
  readonly responses: (examCode: string) => Promise<readonly BankResponse[]>
  readonly choices: (examCode: string, itemId: string) => Promise<readonly ItemChoice[]>
  /** Forms of the newest attempts in exam mode, newest first. */
  readonly recentForms: (examCode: string, limit: number) => Promise<readonly MeasuredForm[]>
  readonly adaptiveExposure: (examCode: string) => Promise<AdaptiveExposure>
  /** Keeps the first of two predictions with one id. */
  readonly savePrediction: (prediction: StoredPrediction) => Promise<void>
  /** Oldest first. */
  readonly predictions: (examCode: string) => Promise<readonly StoredPrediction[]>
  readonly saveOutcome: (outcome: ReportedOutcome) => Promise<void>
  /** Oldest first. */
  readonly outcomes: (examCode: string) => Promise<readonly ReportedOutcome[]>
  readonly deleteOutcome: (outcomeId: string, candidateId: string) => Promise<boolean>
  /** Predictions and outcomes of one candidate. */
  readonly exportAll: (candidateId: string) => Promise<unknown>
  readonly deleteAll: (candidateId: string) => Promise<void>
}

/** Responses to calibrate, and how. */
export type CalibrationJob = {
  readonly responses: ResponseMatrix | SparseResponses
  readonly options: CalibrationOptions
}

/** What a caller may do while a calibration runs: hear of every step, and stop it. */
export type CalibrationWatch = {
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: CalibrationProgress) => void
}

/** Calibrates items away from the thread that asks. Setups and responses that do not fit each other reject with a RangeError. */
export type Calibrator = {
  readonly calibrate: (
    job: CalibrationJob,
    watch?: CalibrationWatch,
  ) => Promise<Result<Calibration, CalibrationRefusal | { readonly code: 'calibration-stopped' }>>
}

/** One form of an equating as a report tells it. */
export type EquatedForm = {
  readonly file: string
  readonly highest: number
  readonly moments: FrequencyMoments
}

/** An equating as it is written down: what went in, how, and what came of it. */
export type EquatingSheet = {
  readonly madeOn: CalendarDate
  readonly method: string
  /** Degree of log-linear smoothing; null without. */
  readonly smoothing: number | null
  readonly x: EquatedForm
  readonly y: EquatedForm
  readonly line: { readonly slope: number; readonly intercept: number } | null
  /** Samples behind the standard errors; null where none were estimated. */
  readonly replications: number | null
  readonly rows: readonly { readonly x: number; readonly y: number; readonly error: number | null }[]
}

/** Equatings on paper, as PDF; the same sheet gives the same bytes. */
export type EquatingPapers = { readonly pdf: (sheet: EquatingSheet) => Promise<Uint8Array> }

/** Solves linear programmes, whole-number ones too, to a proof. The limit is on the time of one programme: 60 s unless told. */
export type LinearSolver = {
  readonly solve: (
    programme: LinearProgramme,
    limit?: { readonly seconds?: number },
  ) => Promise<LinearOutcome>
}
