import { isJsonObject, type JsonObject } from '../../../domain/cloud/json.ts'
import type { Finding } from '../../../domain/credential/check-report.ts'
import { readDateTime } from '../../../domain/credential/dates.ts'
import { finding } from '../../../domain/credential/finding.ts'
import { clockSkewMs } from '../../../domain/credential/judge-time.ts'
import { hasType, issuerIdOf, listOf } from '../../../domain/credential/members.ts'
import { readBits } from '../../../domain/credential/status-bits.ts'
import {
  fewestEntries,
  readStatusEntry,
  type StatusEntry,
  statusEntriesOf,
} from '../../../domain/credential/status-entry.ts'
import type { CredentialDocument } from '../../../domain/credential/types.ts'
import type { Instant } from '../../../domain/kernel/instant.ts'
import { Refused } from '../refused.ts'
import type { Fetch } from '../resolve/safe-fetch.ts'
import { decodeList } from './encoded-list.ts'
import type { SeenLists } from './seen-lists.ts'

/** A list as fetched: the document, and whether a proof of its own issuer holds. */
export type FetchedList = { readonly document: CredentialDocument; readonly authentic: Finding }

/** What the check of a status stands on. */
export type StatusParts = {
  readonly fetch: Fetch
  readonly seen: SeenLists
  readonly now: Instant
  /** Reads and authenticates a status list credential as any other credential. */
  readonly authenticate: (bytes: Uint8Array) => Promise<FetchedList>
}

const listTypes = [
  ['BitstringStatusListCredential', 'BitstringStatusList'],
  ['StatusList2021Credential', 'StatusList2021'],
] as const

const refuse = (...[reason, facts]: ConstructorParameters<typeof Refused>): never => {
  throw new Refused(reason, facts)
}

async function fetchList({ list }: StatusEntry, parts: StatusParts): Promise<FetchedList> {
  const bytes = await parts.fetch(list).catch((error) => {
    if (!(error instanceof Refused)) throw error
    return refuse(error.reason === 'input-unreachable' ? 'status-unreachable' : error.reason, error.facts)
  })
  try {
    return await parts.authenticate(bytes)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return refuse('status-list-invalid', { why: error.reason })
  }
}

/** A list counts only within its own period, and never when it is older than one seen before. */
function checkPeriod(
  { validFrom, validUntil }: CredentialDocument,
  entry: StatusEntry,
  parts: StatusParts,
): void {
  const [from, until] = [readDateTime(validFrom), readDateTime(validUntil)]
  const { now, seen } = parts
  if ((from !== null && from > now + clockSkewMs) || (until !== null && now > until))
    refuse('status-list-expired', { validFrom: validFrom ?? null, validUntil: validUntil ?? null })
  const newest = seen.newest(entry.list)
  if (newest !== null && (from === null || from < newest))
    refuse('status-list-replayed', { list: entry.list })
  if (from !== null) seen.note(entry.list, from)
}

/** The subject of the list, whose id, type, purpose and issuer must be the ones that the entry led to. */
function checkList(fetched: FetchedList, entry: StatusEntry, issuer: string | null): JsonObject {
  const { document, authentic } = fetched
  const [subject] = listOf(document.credentialSubject)
  const typed = listTypes.some(
    ([outer, inner]) => hasType(document, outer) && isJsonObject(subject) && hasType(subject, inner),
  )
  if (!typed || document.id !== entry.list || !isJsonObject(subject))
    return refuse('status-list-invalid', { list: entry.list })
  if (issuerIdOf(document) !== issuer) refuse('status-list-foreign', { issuer: issuerIdOf(document) })
  if (authentic.answer !== 'pass') refuse('status-list-unproved', { why: authentic.reason })
  if (!listOf(subject.statusPurpose).includes(entry.purpose))
    refuse('status-purpose-differs', { list: subject.statusPurpose ?? null, entry: entry.purpose })
  return subject
}

async function readValue(subject: JsonObject, entry: StatusEntry): Promise<number> {
  const bits = await decodeList(subject.encodedList, hasType(subject, 'BitstringStatusList'))
  if (Math.floor((bits.length * 8) / entry.size) < fewestEntries)
    refuse('status-list-too-short', { entries: Math.floor((bits.length * 8) / entry.size) })
  return (
    readBits(bits, entry.index, entry.size) ?? refuse('status-index-invalid', { index: String(entry.index) })
  )
}

function judge(value: number, { purpose, messages, index, list }: StatusEntry): Finding {
  const facts = { list, index, purpose, value }
  if (purpose === 'revocation') return finding(value === 0 ? 'not-revoked' : 'revoked', facts)
  if (purpose === 'suspension') return finding(value === 0 ? 'not-revoked' : 'suspended', facts)
  return finding('status-message', { ...facts, message: messages.get(`0x${value.toString(16)}`) ?? null })
}

async function checkEntry(object: JsonObject, issuer: string | null, parts: StatusParts): Promise<Finding> {
  const entry = readStatusEntry(object)
  if (!entry.ok) {
    const { code, ...facts } = entry.error
    return finding(code, facts)
  }
  try {
    const fetched = await fetchList(entry.value, parts)
    const subject = checkList(fetched, entry.value, issuer)
    checkPeriod(fetched.document, entry.value, parts)
    return judge(await readValue(subject, entry.value), entry.value)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return finding(error.reason, error.facts)
  }
}

const gravity = (found: Finding): number => ['fail', 'could-not-tell', 'pass'].indexOf(found.answer)

/** The status of an authentic credential: the gravest of what its entries say. Nothing unreachable is ever called good. */
export async function checkStatus(credential: CredentialDocument, parts: StatusParts): Promise<Finding> {
  const findings: Finding[] = []
  for (const entry of statusEntriesOf(credential)) {
    findings.push(await checkEntry(entry, issuerIdOf(credential), parts))
  }
  const [gravest] = findings.toSorted((a, b) => gravity(a) - gravity(b))
  return gravest ?? finding('no-status-entry')
}
