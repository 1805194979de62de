import type { Json } from '../../domain/cloud/json.ts'
import type { Instant } from '../../domain/kernel/instant.ts'
import type { Result } from '../../domain/kernel/result.ts'
import type {
  Lab,
  LabAttempt,
  LabEvent,
  LabFile,
  LabFiles,
  LabReport,
  ReadFile,
} from '../../domain/lab/types.ts'

/** A solution that is known to be right or faulty, with `{{name}}` where a variant fills in; files left out stay as they start. */
export type LabSolution = { readonly name: string; readonly right: boolean; readonly files: LabFiles }

/** Labs as they lie in the packs, read once. */
export type LabShelf = {
  /** In the order of their codes. */
  readonly labs: () => readonly Lab[]
  /** Known solutions of a lab; none where there is no such lab. */
  readonly solutions: (labId: string) => readonly LabSolution[]
}

/** Reads the text of a person's files. */
export type LabDocuments = {
  readonly read: (file: Pick<LabFile, 'path' | 'language'>, text: string) => ReadFile
  /** The line of a place in a document, from 1; null where it has none. */
  readonly lineOf: (text: string, path: readonly string[]) => number | null
}

/** A person's JavaScript, an expression that uses what it defines, and the `input` that the expression is given. */
export type CodeRun = { readonly source: string; readonly entry: string; readonly input: Json }

/** Runs a person's code with limits on time and memory, and without any reach to the outside. */
export type UserCode = {
  readonly run: (
    run: CodeRun,
  ) => Promise<Result<Json, { readonly code: 'code-failed'; readonly text: string }>>
}

/** An attempt at a lab with all that happened in it, oldest first. */
export type LabWork = { readonly attempt: LabAttempt; readonly events: readonly LabEvent[] }

/** A report with the moment of its check: evidence of practice, never an exam score. */
export type DatedLabReport = {
  readonly labAttemptId: string
  readonly at: Instant
  readonly report: LabReport
}

/** Work on labs. Every acknowledged write is durable when its promise resolves; reads name the candidate. */
export type LabStore = {
  readonly create: (attempt: LabAttempt) => Promise<void>
  readonly find: (labAttemptId: string, candidateId: string) => Promise<LabWork | undefined>
  readonly append: (labAttemptId: string, event: LabEvent) => Promise<void>
  /** Newest first. */
  readonly list: (candidateId: string) => Promise<readonly LabWork[]>
  /** Reports of every check of a person, oldest first. */
  readonly reportsOf: (candidateId: string) => Promise<readonly DatedLabReport[]>
  /** Everything stored about a person's labs, as plain data, without what hidden cases expect. */
  readonly exportAll: (candidateId: string) => Promise<unknown>
  readonly deleteAll: (candidateId: string) => Promise<void>
}
