import { isJsonObject, type Json, type JsonObject } from '../../../domain/cloud/json.ts'
import { readDateTime } from '../../../domain/credential/dates.ts'
import { idOf, listOf } from '../../../domain/credential/members.ts'
import type { Instant } from '../../../domain/kernel/instant.ts'
import { type PublicKey, readJwk, readMultikey } from '../keys/multikey.ts'
import { Refused } from '../refused.ts'

/** A key of a controller, and until when it counts. */
export type Method = {
  readonly id: string
  readonly key: PublicKey | null
  /** From then on nothing new may be signed with it. */
  readonly endsAt: Instant | null
}

/** Who controls which keys, and for which purpose each may be used. */
export type Controller = {
  readonly id: string
  readonly methods: ReadonlyMap<string, Method>
  /** Identifiers of methods by purpose: `assertionMethod` signs credentials, `authentication` presentations. */
  readonly purposes: Readonly<Record<'assertionMethod' | 'authentication', ReadonlySet<string>>>
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

/** Keys of the suite `Ed25519VerificationKey2020` are Multikeys by another name. */
function keyOf(method: JsonObject): PublicKey | null {
  if (isJsonObject(method.publicKeyJwk)) return readJwk(method.publicKeyJwk)
  return readMultikey(textOf(method.publicKeyMultibase))
}

const absolute = (id: string, base: string): string => (id.startsWith('#') ? base + id : id)

function readMethod(value: Json, controller: string): Method | null {
  if (!isJsonObject(value)) return null
  const id = absolute(textOf(value.id), controller)
  // A method of another controller is no key of this one, wherever it is listed.
  if (idOf(value.controller) !== controller || id.split('#')[0] !== controller) return null
  return { id, key: keyOf(value), endsAt: readDateTime(value.revoked) ?? readDateTime(value.expires) }
}

/** Reads a controller document (Controlled Identifiers 1.0). Throws `Refused` where it is that of another controller. */
export function readController(document: Json, id: string): Controller {
  if (!isJsonObject(document) || document.id !== id)
    throw new Refused('issuer-document-invalid', { issuer: id })
  const purposes = { assertionMethod: new Set<string>(), authentication: new Set<string>() }
  const methods = new Map<string, Method>()
  const note = (value: Json): void => {
    const method = readMethod(value, id)
    if (method !== null) methods.set(method.id, method)
  }
  listOf(document.verificationMethod).forEach(note)
  for (const purpose of ['assertionMethod', 'authentication'] as const) {
    for (const entry of listOf(document[purpose])) {
      note(entry)
      purposes[purpose].add(absolute(textOf(idOf(entry) ?? undefined), id))
    }
  }
  return { id, methods, purposes }
}

/** The controller of identifiers that are a key themselves. */
export function controllerOfKey(id: string, methodId: string, key: PublicKey): Controller {
  const only = new Set([methodId])
  return {
    id,
    methods: new Map([[methodId, { id: methodId, key, endsAt: null }]]),
    purposes: { assertionMethod: only, authentication: only },
  }
}
