import { isJsonObject, type Json, type JsonObject } from '../cloud/json.ts'
import { fail, ok, type Result } from '../kernel/result.ts'
import { isUri } from './check-model.ts'
import { hasType, listOf } from './members.ts'
import type { CredentialDocument } from './types.ts'

/** Fewest entries of a list, so that one holder is lost among many (Bitstring Status List 1.0, section 6.1). */
export const fewestEntries = 131_072

/** Where the status of a credential stands. */
export type StatusEntry = {
  readonly list: string
  readonly purpose: string
  /** Place in the list, from 0. */
  readonly index: number
  /** Bits of one place, from 1 to 8. */
  readonly size: number
  /** What each value of a `message` entry means, by value in hexadecimal (`0x0`). */
  readonly messages: ReadonlyMap<string, string>
}

export type EntryRefusal =
  | { readonly code: 'status-type-unsupported' }
  | { readonly code: 'status-entry-invalid'; readonly member: string }
  | { readonly code: 'status-index-invalid'; readonly index: string }

const kinds = ['BitstringStatusListEntry', 'StatusList2021Entry']

const invalid = (member: string): Result<never, EntryRefusal> =>
  fail({ code: 'status-entry-invalid', member })

const largestSize = 8

/** Strictly decimal: `5junk`, `+5`, `5.0` and `05` are no index. */
const isIndex = (value: Json | undefined): value is string =>
  typeof value === 'string' && /^(?:0|[1-9]\d{0,15})$/.test(value)

function readMessages(value: Json | undefined): ReadonlyMap<string, string> {
  const pairs = listOf(value).filter(isJsonObject)
  return new Map(pairs.map(({ status, message }) => [String(status).toLowerCase(), String(message)]))
}

/** A size above one bit needs messages (Bitstring Status List 1.0, section 2.1); a value without one stays unnamed. */
function readSize(entry: JsonObject): Result<number, EntryRefusal> {
  const size = entry.statusSize ?? 1
  if (typeof size !== 'number' || !Number.isInteger(size) || size < 1 || size > largestSize)
    return invalid('statusSize')
  const needsMessages = size > 1 || entry.statusPurpose === 'message'
  if (needsMessages && readMessages(entry.statusMessage).size < 2) return invalid('statusMessage')
  return ok(size)
}

/**
 * Reads one status entry. Fails with `status-type-unsupported`, `status-entry-invalid` or `status-index-invalid`.
 *
 * @example readStatusEntry({ type: 'Other' }).ok // false
 */
export function readStatusEntry(entry: JsonObject): Result<StatusEntry, EntryRefusal> {
  if (!kinds.some((kind) => hasType(entry, kind))) return fail({ code: 'status-type-unsupported' })
  const { statusListCredential: list, statusPurpose: purpose, statusListIndex: index } = entry
  if (!isUri(list)) return invalid('statusListCredential')
  if (typeof purpose !== 'string' || purpose === '') return invalid('statusPurpose')
  if (!isIndex(index)) return fail({ code: 'status-index-invalid', index: JSON.stringify(index ?? null) })
  const size = readSize(entry)
  if (!size.ok) return size
  const messages = readMessages(entry.statusMessage)
  return ok({ list: list.split('#')[0] as string, purpose, index: Number(index), size: size.value, messages })
}

/** The status entries of a credential, revocation first: it outweighs everything else. */
export function statusEntriesOf(credential: CredentialDocument): readonly JsonObject[] {
  const entries = listOf(credential.credentialStatus).filter(isJsonObject)
  const weight = (entry: JsonObject): number => (entry.statusPurpose === 'revocation' ? 0 : 1)
  return entries.toSorted((a, b) => weight(a) - weight(b))
}
