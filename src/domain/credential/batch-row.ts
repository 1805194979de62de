import { isCalendarDate } from '../kernel/calendar-date.ts'
import { type Instant, instant } from '../kernel/instant.ts'
import { fail, ok, type Result } from '../kernel/result.ts'
import type { Recipient } from './award.ts'
import type { EvidenceFact } from './evidence.ts'

/** One person of a batch. `key` tells the row from all others of its batch and stays the same when the batch is run again. */
export type BatchRow = {
  readonly key: string
  readonly recipient: Recipient
  /** Null where the day of the batch counts. */
  readonly awardedAt: Instant | null
  readonly evidence: readonly EvidenceFact[]
}

/** Columns that a batch may have; `name` or `email` is needed, the rest may be missing or empty. */
export const batchColumns = [
  'key',
  'name',
  'email',
  'awardedOn',
  'narrative',
  'evidenceName',
  'evidenceUrl',
] as const

export type BatchColumn = (typeof batchColumns)[number]

/** What a row of a batch says, by column. */
export type BatchCells = Readonly<Partial<Record<BatchColumn, string>>>

/** Why a row cannot be issued: the column at fault, and what to write there. */
export type RowFault = { readonly column: BatchColumn; readonly advice: string }

const email = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const longest = 2_000

function faultOf({ name, email: address, awardedOn, evidenceUrl, narrative }: BatchCells): RowFault | null {
  if (!name && !address) return { column: 'email', advice: 'Give an e-mail address or a name.' }
  if (address && !email.test(address))
    return { column: 'email', advice: `"${address}" is no e-mail address.` }
  if (awardedOn && !isCalendarDate(awardedOn))
    return { column: 'awardedOn', advice: `"${awardedOn}" is not a day written YYYY-MM-DD.` }
  if (evidenceUrl && !/^https:\/\/\S+$/.test(evidenceUrl))
    return { column: 'evidenceUrl', advice: 'Give an address that begins with https://.' }
  if (narrative && narrative.length > longest)
    return { column: 'narrative', advice: `Write at most ${longest} characters.` }
  return null
}

function evidenceOf({ narrative, evidenceName, evidenceUrl }: BatchCells): readonly EvidenceFact[] {
  if (!narrative && !evidenceUrl) return []
  return [
    {
      name: evidenceName || 'Evidence',
      narrative: narrative ?? '',
      genre: 'Evidence',
      url: evidenceUrl || null,
    },
  ]
}

/**
 * Reads one row of a batch.
 *
 * @returns the row, or the column at fault with what to write there
 * @example readBatchRow({ email: 'ada@example.org' }).ok // true
 */
export function readBatchRow(cells: BatchCells): Result<BatchRow, RowFault> {
  const trimmed: BatchCells = Object.fromEntries(
    batchColumns.flatMap((column) => (cells[column] === undefined ? [] : [[column, cells[column].trim()]])),
  )
  const fault = faultOf(trimmed)
  if (fault !== null) return fail(fault)
  const { key, name, email: address, awardedOn } = trimmed
  return ok({
    key: key || address?.toLowerCase() || name || '',
    recipient: { ...(name ? { name } : {}), ...(address ? { email: address } : {}) },
    awardedAt: awardedOn ? instant(Date.parse(`${awardedOn}T00:00:00Z`)) : null,
    evidence: evidenceOf(trimmed),
  })
}
