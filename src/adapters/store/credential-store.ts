import type { CredentialStore, LoggedCredential, StoredCredential } from '../../application/ports.ts'
import type { CredentialDocument } from '../../domain/credential/types.ts'
import { type Instant, instant } from '../../domain/kernel/instant.ts'
import { fail, ok } from '../../domain/kernel/result.ts'
import { type CredentialRow, toCredential } from './credential-rows.ts'
import type { Database, Query, Row } from './database.ts'
import { appendNotes, readHead, readLog } from './issuance-log-table.ts'
import { markRevoked, reserveAll, revokedIn } from './status-entry-table.ts'

const insertCredential = `
  INSERT INTO credential (credential_id, candidate_id, award_key, state, status_list, status_index, version, revision, valid_until, award)
  VALUES ($1, $2, $3, 'active', $4, $5, $6, $7, $8, $9)`

const insertDocument = `
  INSERT INTO credential_document (credential_id, version, signed_at, document) VALUES ($1, $2, $3, $4)
  ON CONFLICT (credential_id, version) DO NOTHING`

const updateCredential = `
  UPDATE credential SET award_key = $2, state = $3, state_reason = $4, state_at = $5, version = $6, revision = $7,
    valid_until = $8, award = $9
  WHERE credential_id = $1 AND revision = $7 - 1 RETURNING credential_id`

const withDocument = `
  SELECT c.*, d.document FROM credential c
  JOIN credential_document d ON d.credential_id = c.credential_id AND d.version = c.version`

const selectCredential = `${withDocument} WHERE c.credential_id = $1`

const selectCredentials = `${withDocument} WHERE c.candidate_id = $1 ORDER BY c.credential_id DESC`

const selectHolder = `SELECT credential_id FROM credential WHERE award_key = $1`

const selectVersions = `
  SELECT version, signed_at, document FROM credential_document WHERE credential_id = $1 ORDER BY version`

const selectEnds = `
  SELECT MAX(valid_until) AS latest, COUNT(*) - COUNT(valid_until) AS endless FROM credential WHERE state <> 'revoked'`

const deletePersonal = [
  `DELETE FROM wallet_offer WHERE credential_id IN (SELECT credential_id FROM credential WHERE candidate_id = $1)`,
  `DELETE FROM credential_document WHERE credential_id IN (SELECT credential_id FROM credential WHERE candidate_id = $1)`,
  `DELETE FROM credential WHERE candidate_id = $1`,
]

const writeDocument = (query: Query, { credential, note }: LoggedCredential) =>
  query(insertDocument, [
    credential.credentialId,
    credential.version,
    note.at,
    JSON.stringify(credential.document),
  ])

async function insertOne(query: Query, logged: LoggedCredential): Promise<void> {
  const { credentialId, candidateId, awardKey, status, version, revision, award } = logged.credential
  await query(insertCredential, [
    ...[credentialId, candidateId, awardKey, status?.list ?? null, status?.index ?? null],
    ...[version, revision, award.validUntil, JSON.stringify(award)],
  ])
  await writeDocument(query, logged)
}

async function findHolder(query: Query, awardKey: string): Promise<string | undefined> {
  const [row] = await query<{ credential_id: string }>(selectHolder, [awardKey])
  return row?.credential_id
}

async function addAll(query: Query, credentials: readonly LoggedCredential[]) {
  for (const { credential } of credentials) {
    const credentialId = await findHolder(query, credential.awardKey)
    if (credentialId !== undefined) return fail({ code: 'already-held' as const, credentialId })
  }
  for (const logged of credentials) await insertOne(query, logged)
  await appendNotes(
    query,
    credentials.map(({ note }) => note),
  )
  return ok(undefined)
}

/** A revoked credential no longer stands in the way of a new one for the same award. */
const keyAfter = ({ awardKey, state, credentialId }: StoredCredential): string =>
  state === 'revoked' ? `revoked ${credentialId}` : awardKey

async function replaceOne(query: Query, logged: LoggedCredential): Promise<boolean> {
  const { credential, note } = logged
  const { credentialId, state, stateReason, stateAt, status, version, revision, award } = credential
  const changed = await query(updateCredential, [
    ...[credentialId, keyAfter(credential), state, stateReason, stateAt, version, revision],
    ...[award.validUntil, JSON.stringify(award)],
  ])
  if (changed.length === 0) return false
  await writeDocument(query, logged)
  if (state === 'revoked' && status !== null) await markRevoked(query, status)
  await appendNotes(query, [note])
  return true
}

async function lastEnd(query: Query, now: Instant): Promise<Instant | null> {
  const [ends] = await query<{ latest: number | null; endless: number }>(selectEnds)
  const { latest, endless } = ends ?? { latest: null, endless: 0 }
  return endless > 0 ? null : instant(Math.max(now, latest ?? now))
}

type VersionRow = Row & { version: number; signed_at: number; document: string }

const toVersion = ({ version, signed_at, document }: VersionRow) => ({
  version,
  signedAt: instant(signed_at),
  document: JSON.parse(document) as CredentialDocument,
})

async function exportAll({ query }: Database, candidateId: string): Promise<unknown> {
  const exported: unknown[] = []
  for (const row of await query<CredentialRow>(selectCredentials, [candidateId])) {
    const versions = await query<VersionRow>(selectVersions, [row.credential_id])
    exported.push({ ...toCredential(row), versions: versions.map(toVersion) })
  }
  return exported
}

/** Issued credentials on a database of the portable subset. */
export function makeCredentialStore(database: Database): CredentialStore {
  const { query, transaction } = database
  return {
    reserve: (count, choose) => transaction((inside) => reserveAll(inside, count, choose)),
    add: (credentials) => transaction((inside) => addAll(inside, credentials)),
    replace: (changed) => transaction((inside) => replaceOne(inside, changed)),
    find: async (credentialId) => {
      const [row] = await query<CredentialRow>(selectCredential, [credentialId])
      return row === undefined ? undefined : toCredential(row)
    },
    list: async (candidateId) =>
      (await query<CredentialRow>(selectCredentials, [candidateId])).map(toCredential),
    held: async (awardKeys) => {
      const holders = new Map<string, string>()
      for (const awardKey of awardKeys) {
        const credentialId = await findHolder(query, awardKey)
        if (credentialId !== undefined) holders.set(awardKey, credentialId)
      }
      return holders
    },
    versions: async (credentialId) =>
      (await query<VersionRow>(selectVersions, [credentialId])).map(toVersion),
    revoked: (list) => revokedIn(query, list),
    logHead: () => readHead(query),
    log: (after, limit) => readLog(query, after, limit),
    lastEnd: (now) => lastEnd(query, now),
    exportAll: (candidateId) => exportAll(database, candidateId),
    deleteAll: async (candidateId) => {
      await transaction(async (inside) => {
        for (const statement of deletePersonal) await inside(statement, [candidateId])
      })
    },
  }
}
