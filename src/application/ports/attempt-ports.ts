import type { AttemptEvent } from '../../domain/attempt/replay.ts'
import type {
  Attempt,
  AttemptMode,
  AttemptState,
  ClosingReason,
  RecordedResponse,
  ScoreReport,
} from '../../domain/attempt/types.ts'
import type { FormItem } from '../../domain/form/types.ts'
import type { KeyChange } from '../../domain/item/key-change.ts'
import type { Instant } from '../../domain/kernel/instant.ts'
import type { Result } from '../../domain/kernel/result.ts'

/** An attempt's line in a list. */
export type AttemptSummary = {
  readonly attemptId: string
  readonly examCode: string
  readonly mode: AttemptMode
  readonly state: AttemptState
  readonly startedAt: Instant
  readonly deadline: Instant | null
  readonly closedAt: Instant | null
  readonly items: number
  readonly answered: number
  readonly report: ScoreReport | null
}

/** One response to record, named by the client's token so that a repeat is recognised. */
export type RecordRequest = {
  readonly attemptId: string
  readonly candidateId: string
  readonly position: number
  readonly clientToken: string
  /** Hash of the request body: a repeated token with another body is refused. */
  readonly bodyHash: string
  readonly now: Instant
  /** The item that joins a growing form in the same transaction, where the response is taken. */
  readonly place?: FormItem
}

/** What the store knows inside the transaction that records a response. */
export type RecordContext = {
  readonly mode: AttemptMode
  readonly state: AttemptState
  readonly deadline: Instant | null
  readonly current: RecordedResponse | null
}

/** Decides, inside the transaction, what is recorded: pure, and never waits. */
export type RecordDecision<E> = (context: RecordContext) => Result<RecordedResponse, E>

export type RecordFailure = { readonly code: 'attempt-unknown' } | { readonly code: 'token-reused' }

/** An item that a candidate has met: newest outcome first. `correct` is null while the attempt is open. */
export type Exposure = {
  readonly itemId: string
  readonly attemptId: string
  readonly examCode: string
  readonly startedAt: Instant
  readonly correct: boolean | null
  readonly flagged: boolean
  /** False where the item was left without a response. */
  readonly answered: boolean
}

/** All that is stored of one attempt. */
export type StoredAttempt = {
  readonly attempt: Attempt
  readonly events: readonly AttemptEvent[]
  readonly responses: readonly RecordedResponse[]
  readonly report: ScoreReport | null
}

/**
 * Attempts, their events and responses. Every acknowledged write is durable when its promise resolves;
 * every read and write names the candidate who owns the attempt.
 */
export type AttemptStore = {
  /** Stores form, attempt and its first event in one transaction. */
  readonly create: (attempt: Attempt) => Promise<void>
  readonly find: (attemptId: string, candidateId: string) => Promise<Attempt | undefined>
  /** Newest first. */
  readonly list: (candidateId: string) => Promise<readonly AttemptSummary[]>
  readonly responses: (attemptId: string) => Promise<readonly RecordedResponse[]>
  /** Records one response; a repeated token with the same body gives what it gave before. */
  readonly record: <E>(
    request: RecordRequest,
    decide: RecordDecision<E>,
  ) => Promise<Result<RecordedResponse, E | RecordFailure>>
  /** Closes an open attempt and stores its report in one transaction; a closed one keeps its report. */
  readonly close: (closing: {
    readonly attempt: Attempt
    readonly at: Instant
    readonly by: ClosingReason
    readonly report: (responses: readonly RecordedResponse[], seenBefore: ReadonlySet<string>) => ScoreReport
  }) => Promise<ScoreReport>
  readonly report: (attemptId: string, candidateId: string) => Promise<ScoreReport | undefined>
  /** Puts a new report in the place of the one that stands, which is kept; once for each change. False where it was done before. */
  readonly rescore: (rescoring: {
    readonly attempt: Attempt
    readonly change: KeyChange
    readonly at: Instant
    readonly report: ScoreReport
  }) => Promise<boolean>
  /** How often an attempt was scored again, oldest first, with the report that stood before each time. */
  readonly rescorings: (attemptId: string, candidateId: string) => Promise<readonly Rescoring[]>
  /** Open attempts whose deadline has passed, earliest first, at most `limit`. */
  readonly overdue: (
    now: Instant,
    limit: number,
  ) => Promise<readonly { readonly attemptId: string; readonly candidateId: string }[]>
  /** What a candidate has met in any of these exams, newest first. */
  readonly exposures: (candidateId: string, examCodes: readonly string[]) => Promise<readonly Exposure[]>
  /** Every attempt with its events, responses and report, oldest first. */
  readonly all: () => AsyncIterable<StoredAttempt>
  /** Everything stored about a candidate's attempts, as plain data. */
  readonly exportAll: (candidateId: string) => Promise<unknown>
  readonly deleteAll: (candidateId: string) => Promise<void>
}

/** One scoring again of a closed attempt: when, by which change, and the report that stood before. */
export type Rescoring = { readonly at: Instant; readonly change: KeyChange; readonly before: ScoreReport }

/** What one candidate chose at one item, by the author's index of the options. */
export type ItemChoice = { readonly attemptId: string; readonly chosen: readonly number[] }
