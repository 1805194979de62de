import { isJsonObject, type Json, type JsonObject } from '../cloud/json.ts'
import type { RecipientFinding } from './check-report.ts'
import { finding } from './finding.ts'
import { listOf } from './members.ts'
import { identityHash, normaliseIdentity, type Sha256 } from './recipient-hash.ts'
import type { CredentialDocument } from './types.ts'

/** Whom someone believes a credential to be for. */
export type Claimed = { readonly email?: string; readonly name?: string }

type Identity = readonly [type: 'emailAddress' | 'name', value: string]

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

const claimedIdentities = ({ email, name }: Claimed): readonly Identity[] => [
  ...(email === undefined ? [] : [['emailAddress', email] as const]),
  ...(name === undefined ? [] : [['name', name] as const]),
]

/** An issuer may have hashed an identity as it was typed, so it is tried in that form too. */
function fits(object: JsonObject, [type, value]: Identity, sha256: Sha256): boolean {
  const stated = textOf(object.identityHash)
  const forms = [normaliseIdentity(type, value), value.trim()]
  if (object.hashed !== true) return forms.includes(normaliseIdentity(type, stated))
  return forms.some((form) => identityHash(form, textOf(object.salt), sha256) === stated.toLowerCase())
}

const identityObjectsOf = (credential: CredentialDocument): readonly JsonObject[] =>
  listOf(credential.credentialSubject)
    .filter(isJsonObject)
    .flatMap(({ identifier }) => listOf(identifier))
    .filter(isJsonObject)

const namesOf = (credential: CredentialDocument): readonly string[] =>
  listOf(credential.credentialSubject).flatMap((subject) =>
    isJsonObject(subject) && typeof subject.name === 'string' ? [subject.name] : [],
  )

/** True, false, or null where the credential says nothing of this kind of identity. */
function compare(credential: CredentialDocument, identity: Identity, sha256: Sha256): boolean | null {
  const [type, value] = identity
  const objects = identityObjectsOf(credential).filter((one) => one.identityType === type)
  const names = type === 'name' ? namesOf(credential) : []
  if (objects.length === 0 && names.length === 0) return null
  return (
    objects.some((object) => fits(object, identity, sha256)) ||
    names.some((name) => normaliseIdentity('name', name) === normaliseIdentity('name', value))
  )
}

/**
 * Whether a credential is for the person given, by e-mail address or name against the (salted) hashes in it.
 * Everything that is given must fit; nothing given is `not-checked`.
 *
 * @example judgeRecipient({}, {}, sha256).answer // 'not-checked'
 */
export function judgeRecipient(
  credential: CredentialDocument,
  claimed: Claimed,
  sha256: Sha256,
): RecipientFinding {
  const identities = claimedIdentities(claimed)
  if (identities.length === 0) return { ...finding('recipient-not-given'), answer: 'not-checked' }
  const results = identities.map((identity) => compare(credential, identity, sha256))
  if (results.includes(false)) return finding('recipient-differs')
  return finding(results.includes(null) ? 'recipient-not-stated' : 'recipient-matches')
}
