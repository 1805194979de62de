import { createHash } from 'node:crypto'
import {
  chainEntry,
  emptyLog,
  type LogEntry,
  type LogHead,
  type LogNote,
} from '../../domain/credential/issuance-log.ts'
import { type LogRow, toLogEntry } from './credential-rows.ts'
import type { Query, Row } from './database.ts'

const selectHead = `SELECT sequence, hash FROM issuance_head WHERE log = 1`

/** Changes nothing, and holds the head until the transaction ends: who comes next waits, and then reads the new head. */
const holdHead = `UPDATE issuance_head SET log = 1 WHERE log = 1 RETURNING sequence, hash`

const moveHead = `UPDATE issuance_head SET sequence = $1, hash = $2 WHERE log = 1`

const insertLogEntry = `
  INSERT INTO issuance_log (sequence, at, event, subject, previous, hash) VALUES ($1, $2, $3, $4, $5, $6)`

const selectLog = `SELECT * FROM issuance_log WHERE sequence > $1 ORDER BY sequence LIMIT $2`

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The head of the log as it is committed. */
export async function readHead(query: Query, statement = selectHead): Promise<LogHead> {
  const [head] = await query<Row & { sequence: number; hash: string }>(statement)
  return head ?? emptyLog
}

/** Chains notes to the head of the log, within the transaction of what they tell of. */
export async function appendNotes(query: Query, notes: readonly LogNote[]): Promise<void> {
  let head = await readHead(query, holdHead)
  for (const note of notes) {
    const entry = chainEntry(head, note, sha256)
    const { sequence, at, event, subject, previous, hash } = entry
    await query(insertLogEntry, [sequence, at, event, subject, previous, hash])
    head = entry
  }
  await query(moveHead, [head.sequence, head.hash])
}

/** Entries after a sequence number, oldest first. */
export const readLog = async (query: Query, after: number, limit: number): Promise<readonly LogEntry[]> =>
  (await query<LogRow>(selectLog, [after, limit])).map(toLogEntry)
