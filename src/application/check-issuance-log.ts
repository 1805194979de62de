import { emptyLog, findBreak, type LogEntry, type LogHead } from '../domain/credential/issuance-log.ts'
import type { Ports } from './ports.ts'

/** What the log of issuing looks like: its head, and the first entry that does not follow from the one before it. */
export type LogCheck = { readonly head: LogHead; readonly broken: LogEntry | null }

const pageSize = 1_000

/** Computes the whole log of issuing again, entry by entry. */
export async function checkIssuanceLog({
  credentials,
  digests,
}: Pick<Ports, 'credentials' | 'digests'>): Promise<LogCheck> {
  let head = emptyLog
  for (;;) {
    const entries = await credentials.log(head.sequence, pageSize)
    const broken = findBreak(entries, digests.sha256, head)
    if (broken !== null) return { head, broken }
    const last = entries.at(-1)
    if (last === undefined) return { head, broken: null }
    head = last
  }
}
