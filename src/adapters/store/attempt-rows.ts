import { createHash } from 'node:crypto'
import type {
  Attempt,
  AttemptMode,
  AttemptState,
  ClosingReason,
  RecordedResponse,
  ScoreReport,
} from '../../domain/attempt/types.ts'
import type { Form, FormItem } from '../../domain/form/types.ts'
import type { Item } from '../../domain/item/types.ts'
import { type Instant, instant } from '../../domain/kernel/instant.ts'
import type { Row } from './database.ts'

export type AttemptRow = Row & {
  attempt_id: string
  candidate_id: string
  exam_code: string
  mode: string
  form_id: string
  state: string
  started_at: number
  close_at: number | null
  closed_at: number | null
  closed_by: string | null
  time_multiplier: number
  report: string | null
}

export type ResponseRow = Row & {
  position: number
  sequence: number
  body: string
  flagged: number
  saved_at: number
}

/** Names one version of an item by all of its content, rationales and references included. */
export const versionOf = (item: Item): string =>
  createHash('sha256').update(JSON.stringify(item)).digest('hex')

/** A form as stored: its items stand in `item_version`, named here by their version. */
export type StoredForm = Omit<Form, 'items'> & {
  readonly items: readonly (Omit<FormItem, 'item'> & { readonly itemVersion: string })[]
}

export const toStoredForm = (form: Form): StoredForm => ({
  ...form,
  items: form.items.map(({ item, ...place }) => ({ ...place, itemVersion: versionOf(item) })),
})

export function toForm(stored: StoredForm, items: ReadonlyMap<string, Item>): Form {
  return {
    ...stored,
    items: stored.items.map(({ itemVersion, ...place }) => ({
      ...place,
      item: items.get(itemVersion) as Item,
    })),
  }
}

export const toInstant = (value: number | null): Instant | null => (value === null ? null : instant(value))

export const toAttempt = (row: AttemptRow, form: Form): Attempt => ({
  attemptId: row.attempt_id,
  candidateId: row.candidate_id,
  examCode: row.exam_code,
  mode: row.mode as AttemptMode,
  form,
  state: row.state as AttemptState,
  startedAt: instant(row.started_at),
  deadline: toInstant(row.close_at),
  closedAt: toInstant(row.closed_at),
  closedBy: row.closed_by as ClosingReason | null,
  timeMultiplier: row.time_multiplier,
})

export const toReport = (text: string | null): ScoreReport | null =>
  text === null ? null : (JSON.parse(text) as ScoreReport)

/** The part of a response that only the candidate reads back. */
export const responseBody = (recorded: RecordedResponse): string =>
  JSON.stringify({ response: recorded.response, struck: recorded.struck })

export function toRecordedResponse(row: ResponseRow): RecordedResponse {
  const { response, struck } = JSON.parse(row.body) as Pick<RecordedResponse, 'response' | 'struck'>
  return {
    position: row.position,
    sequence: row.sequence,
    response,
    flagged: row.flagged === 1,
    struck,
    savedAt: instant(row.saved_at),
  }
}
