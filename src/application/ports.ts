import type { AttemptEvent } from '../domain/attempt/replay.ts'
import type {
  Attempt,
  AttemptMode,
  AttemptState,
  ClosingReason,
  RecordedResponse,
  ScoreReport,
} from '../domain/attempt/types.ts'
import type { Catalogue } from '../domain/catalogue/types.ts'
import type { CloudFacts } from '../domain/cloud/cloud-facts.ts'
import type { BlindSheet, Standing } from '../domain/item/standing.ts'
import type { Item, Pack } from '../domain/item/types.ts'
import type { Instant } from '../domain/kernel/instant.ts'
import type { Result } from '../domain/kernel/result.ts'
import type { RouteModel } from '../domain/path/route-model.ts'

/** Tells the time. */
export type Clock = { readonly now: () => Instant }

/** Makes identifiers: UUIDv7 text, ascending in time. */
export type Identifiers = { readonly next: () => string }

/** The installation's secret, never shown: derives reproducible, unguessable text (64 hexadecimal digits) from a label. */
export type Secrets = { readonly derive: (label: string) => string }

/** What the loader found in one item file. Errors keep an item out of the pool. */
export type ContentFinding = {
  readonly file: string
  readonly line: number
  readonly level: 'error' | 'warning'
  readonly rule: string
  readonly itemId: string | null
  readonly advice: string
}

/** An item that could be read: where it stands and why, and the line on which it begins. */
export type ItemEntry = {
  readonly item: Item
  readonly standing: Standing
  readonly file: string
  readonly line: number
}

/**
 * A pack as loaded: the pool that may be drawn from, every item that could be read, the blind sheets, and what was found
 * on the way. `folder` is where the pack lies.
 */
export type LoadedPack = {
  readonly pack: Pack
  readonly entries: readonly ItemEntry[]
  readonly sheets: readonly BlindSheet[]
  readonly findings: readonly ContentFinding[]
  readonly folder: string
}

/** Keeps blind sheets beside the pack whose items they solve; the pack as loaded does not change. */
export type ReviewSheets = { readonly append: (pack: LoadedPack, sheets: readonly BlindSheet[]) => void }

/** Catalogue and packs, read and validated once per process. */
export type Content = {
  readonly catalogue: () => Catalogue
  readonly packs: () => readonly LoadedPack[]
  /** The tables of the route planner. */
  readonly routeModel: () => RouteModel
  /** Limits, constants and rounding rules of cloud services, with the page and day of each. */
  readonly cloudFacts: () => CloudFacts
}

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
  readonly startedAt: Instant
  readonly correct: boolean | null
  readonly flagged: boolean
}

/** All that is stored of one attempt. */
export type StoredAttempt = {
  readonly attempt: Attempt
  readonly events: readonly AttemptEvent[]
  readonly responses: readonly RecordedResponse[]
  readonly report: ScoreReport | null
}

/** Care of the store as a whole. */
export type StoreKeeper = {
  /** Brings the schema up to date; resolves to the number of migrations that stand. */
  readonly migrate: () => Promise<number>
  /** Writes a consistent copy to a new file while the store is in use. */
  readonly backup: (file: string) => Promise<void>
  /** Puts a backup in the place of a store that does not exist yet. */
  readonly restore: (file: string) => Promise<void>
  /** What the engine itself finds wrong with its files; empty when nothing is. */
  readonly integrity: () => Promise<readonly string[]>
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
  /** Open attempts whose deadline has passed, earliest first, at most `limit`. */
  readonly overdue: (
    now: Instant,
    limit: number,
  ) => Promise<readonly { readonly attemptId: string; readonly candidateId: string }[]>
  readonly exposures: (candidateId: string, examCode: string) => Promise<readonly Exposure[]>
  /** Every attempt with its events, responses and report, oldest first. */
  readonly all: () => AsyncIterable<StoredAttempt>
  /** Everything stored about a candidate's attempts, as plain data. */
  readonly exportAll: (candidateId: string) => Promise<unknown>
  readonly deleteAll: (candidateId: string) => Promise<void>
}

/** A route kept by a candidate, exactly as it was computed. */
export type SavedRoute = {
  readonly savedRouteId: string
  readonly candidateId: string
  readonly savedAt: Instant
  readonly asOf: string
  readonly title: string
  readonly profile: unknown
  readonly result: unknown
}

/** Saved routes of candidates; newest first. */
export type SavedRouteStore = {
  readonly save: (route: SavedRoute) => Promise<void>
  readonly list: (candidateId: string) => Promise<readonly SavedRoute[]>
  readonly find: (savedRouteId: string, candidateId: string) => Promise<SavedRoute | undefined>
  readonly delete: (savedRouteId: string, candidateId: string) => Promise<boolean>
  readonly deleteAll: (candidateId: string) => Promise<void>
}

/** A row of a table: the line of its file on which it begins (the header is on line 1) and its cells, one for each column. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] }

/** Why a file is no table: it cannot be read, or one place of it (line and column from 1) breaks the format. */
export type TableFault =
  | { readonly code: 'table-unreadable'; readonly file: string; readonly reason: string }
  | {
      readonly code: 'table-malformed'
      readonly file: string
      readonly line: number
      readonly column: number
      readonly reason: string
    }

/** A file of comma-separated values with a header row. Rows come one at a time, so that a large file never lies in memory as cells. */
export type Table = {
  readonly file: string
  readonly columns: readonly string[]
  readonly rows: Iterable<Result<TableRow, TableFault>>
}

/** Reads tables of numbers and names from files. */
export type TableReader = {
  readonly read: (file: string) => Promise<Result<Table, TableFault>>
}

/** Everything the outside provides; a use case names the parts it needs with `Pick`. */
export type Ports = {
  readonly clock: Clock
  readonly identifiers: Identifiers
  readonly secrets: Secrets
  readonly content: Content
  readonly reviewSheets: ReviewSheets
  readonly attempts: AttemptStore
  readonly savedRoutes: SavedRouteStore
  readonly keeper: StoreKeeper
  readonly tables: TableReader
  /** Releases what is held open. */
  readonly close: () => Promise<void>
}
