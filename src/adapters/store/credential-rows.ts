import type { StatusPlace, StoredCredential } from '../../application/ports.ts'
import type { Award } from '../../domain/credential/award.ts'
import type { LogEntry, LogEvent } from '../../domain/credential/issuance-log.ts'
import type { CredentialState } from '../../domain/credential/lifecycle.ts'
import type { CredentialDocument } from '../../domain/credential/types.ts'
import { instant } from '../../domain/kernel/instant.ts'
import { toInstant } from './attempt-rows.ts'
import type { Row } from './database.ts'

/** A credential with its newest document, as the two tables give it. */
export type CredentialRow = Row & {
  credential_id: string
  candidate_id: string
  award_key: string
  state: string
  state_reason: string | null
  state_at: number | null
  status_list: number | null
  status_index: number | null
  version: number
  revision: number
  award: string
  document: string
}

const toPlace = ({ status_list: list, status_index: index }: CredentialRow): StatusPlace | null =>
  list === null || index === null ? null : { list, index }

export const toCredential = (row: CredentialRow): StoredCredential => ({
  credentialId: row.credential_id,
  candidateId: row.candidate_id,
  awardKey: row.award_key,
  award: JSON.parse(row.award) as Award,
  state: row.state as CredentialState,
  stateReason: row.state_reason,
  stateAt: toInstant(row.state_at),
  status: toPlace(row),
  version: row.version,
  revision: row.revision,
  document: JSON.parse(row.document) as CredentialDocument,
})

export type LogRow = Row & {
  sequence: number
  at: number
  event: string
  subject: string
  previous: string
  hash: string
}

export const toLogEntry = ({ at, event, ...row }: LogRow): LogEntry => ({
  ...row,
  at: instant(at),
  event: event as LogEvent,
})
