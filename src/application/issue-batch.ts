import type { Achievement } from '../domain/credential/award.ts'
import {
  type BatchCells,
  type BatchRow,
  type RowFault,
  readBatchRow,
} from '../domain/credential/batch-row.ts'
import { validUntilOf } from '../domain/credential/expiry.ts'
import { ok, type Result } from '../domain/kernel/result.ts'
import { type AchievementDescription, describeAchievement, type NameNotAllowed } from './achievement-file.ts'
import { newAward } from './award-credential.ts'
import { type KeepingPorts, keepNew, type NewAward } from './keep-credential.ts'
import type { Ports, StoredCredential } from './ports.ts'

export type BatchPorts = KeepingPorts & Pick<Ports, 'identifiers' | 'secrets'>

/** A row as it came in, with where it stands. */
export type BatchLine = { readonly line: number; readonly cells: BatchCells }

/** A row that is not issued: what is wrong with it, or that an earlier row of the batch has the same key. */
export type RefusedLine = RowFault & { readonly line: number }

export type BatchRequest = {
  /** Names the batch: run again under the same name, it goes on where it stopped and issues nothing twice. */
  readonly batchId: string
  readonly achievement: AchievementDescription
  readonly lines: readonly BatchLine[]
  /** Reads and compares everything, and issues nothing. */
  readonly dryRun?: boolean
  /** Told of every credential, those issued before too, so that their files can be written. */
  readonly onCredential?: (credential: StoredCredential) => Promise<void> | void
  readonly onProgress?: (done: number, total: number) => void
}

export type BatchReport = {
  readonly dryRun: boolean
  readonly total: number
  readonly issued: number
  /** Rows that an earlier run has issued. */
  readonly kept: number
  readonly refused: readonly RefusedLine[]
}

type Readable = { readonly line: number; readonly row: BatchRow }

/** Rows signed between two commits: little is signed again after a power cut, and a commit costs little of each. */
const chunkSize = 250

function readLines(lines: readonly BatchLine[]): {
  readonly rows: Readable[]
  readonly refused: RefusedLine[]
} {
  const rows = new Map<string, Readable>()
  const refused: RefusedLine[] = []
  for (const { line, cells } of lines) {
    const row = readBatchRow(cells)
    if (!row.ok) refused.push({ line, ...row.error })
    else if (rows.has(row.value.key))
      refused.push({ line, column: 'key', advice: `"${row.value.key}" stands on an earlier line too.` })
    else rows.set(row.value.key, { line, row: row.value })
  }
  return { rows: [...rows.values()], refused }
}

/** People of a batch are no candidates of this installation: their credentials are found by the batch alone. */
const holderOf = (batchId: string): string => `batch ${batchId}`

function awardOf(
  ports: BatchPorts,
  request: BatchRequest,
  achievement: Achievement,
  row: BatchRow,
): NewAward {
  const awardedAt = row.awardedAt ?? ports.clock.now()
  const { years } = request.achievement
  const award = newAward(ports, {
    ...{ achievement, awardedAt, recipient: row.recipient, evidence: row.evidence, results: [] },
    validUntil: years === undefined ? null : validUntilOf(awardedAt, years),
  })
  return { award, candidateId: holderOf(request.batchId), awardKey: `batch ${request.batchId} ${row.key}` }
}

/** Issues the rows of a chunk that no run has issued yet; gives the number of those. */
async function issueChunk(
  ports: BatchPorts,
  request: BatchRequest,
  achievement: Achievement,
  chunk: readonly Readable[],
): Promise<number> {
  const { batchId, onCredential } = request
  const keyOf = ({ row }: Readable): string => `batch ${batchId} ${row.key}`
  const held = await ports.credentials.held(chunk.map(keyOf))
  const missing = chunk.filter((readable) => !held.has(keyOf(readable)))
  if (request.dryRun) return missing.length
  const awards = missing.map(({ row }) => awardOf(ports, request, achievement, row))
  const kept = awards.length === 0 ? ok([]) : await keepNew(ports, awards)
  // Another run of the same batch came first with one of them: look again.
  if (!kept.ok) return issueChunk(ports, request, achievement, chunk)
  if (onCredential !== undefined) {
    for (const credential of kept.value) await onCredential(credential)
    for (const credentialId of held.values()) {
      const before = await ports.credentials.find(credentialId)
      if (before !== undefined) await onCredential(before)
    }
  }
  return missing.length
}

/**
 * Issues an achievement to many people. It can be stopped and run again at any time: what was issued is kept, and the rest
 * follows. Rows that cannot be read are reported and stop no other.
 *
 * @returns what was issued, kept and refused; or `name-not-allowed`
 */
export async function issueBatch(
  ports: BatchPorts,
  request: BatchRequest,
): Promise<Result<BatchReport, NameNotAllowed>> {
  const { lines, dryRun = false, onProgress } = request
  const achievement = describeAchievement(ports, request.achievement)
  if (!achievement.ok) return achievement
  const { rows, refused } = readLines(lines)
  let issued = 0
  for (let start = 0; start < rows.length; start += chunkSize) {
    const chunk = rows.slice(start, start + chunkSize)
    issued += await issueChunk(ports, request, achievement.value, chunk)
    onProgress?.(Math.min(rows.length, start + chunkSize), rows.length)
  }
  return ok({ dryRun, total: lines.length, issued, kept: rows.length - issued, refused })
}
