import { type Instant, toIso } from '../kernel/instant.ts'
import type { Sha256 } from './recipient-hash.ts'

/** What the log tells of. A log entry names no person and no credential: it holds the hash of what was signed. */
export type LogEvent = 'issued' | 'renewed' | 'corrected' | 'revoked' | 'suspended' | 'resumed'

/** One entry, not yet in the log. `subject`: SHA-256 of the signed credential, or of its identifier where nothing is signed. */
export type LogNote = { readonly at: Instant; readonly event: LogEvent; readonly subject: string }

/** One entry in its place, from 1; `hash` covers it and, through `previous`, all before it. */
export type LogEntry = LogNote & {
  readonly sequence: number
  readonly previous: string
  readonly hash: string
}

/** What is published: how long the log is and the hash of its last entry. Who keeps it can show later that nothing before it changed. */
export type LogHead = { readonly sequence: number; readonly hash: string }

/** The head of a log without entries. */
export const emptyLog: LogHead = { sequence: 0, hash: '0'.repeat(64) }

const hashOf = ({ sequence, previous, at, event, subject }: Omit<LogEntry, 'hash'>, sha256: Sha256): string =>
  sha256([sequence, previous, toIso(at), event, subject].join('\n'))

/**
 * Chains a note to the head of a log.
 * @example chainEntry(emptyLog, note, sha256).sequence // 1
 */
export function chainEntry(head: LogHead, note: LogNote, sha256: Sha256): LogEntry {
  const entry = { ...note, sequence: head.sequence + 1, previous: head.hash }
  return { ...entry, hash: hashOf(entry, sha256) }
}

/**
 * The first entry of a stretch of the log, oldest first, that does not follow from the one before it; null where the chain
 * holds.
 *
 * @param before the head before the stretch; that of an empty log where it begins with the first entry
 * @example findBreak([], sha256) // null
 */
export function findBreak(
  entries: readonly LogEntry[],
  sha256: Sha256,
  before: LogHead = emptyLog,
): LogEntry | null {
  let head = before
  for (const entry of entries) {
    const follows = entry.sequence === head.sequence + 1 && entry.previous === head.hash
    if (!follows || entry.hash !== hashOf(entry, sha256)) return entry
    head = entry
  }
  return null
}
