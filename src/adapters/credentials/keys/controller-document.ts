import type { JsonObject } from '../../../domain/cloud/json.ts'
import type { SigningKey, VerificationMethod } from '../../../domain/credential/types.ts'
import type { Instant } from '../../../domain/kernel/instant.ts'
import { type PublicKey, readMultikey, writeJwk } from './multikey.ts'

/** The `did:web` below an HTTPS origin and a path: `https://a.example` and `issuers/b` give `did:web:a.example:issuers:b`. */
export function didWebOf(origin: string, path: string): string {
  const { host } = new URL(origin)
  return ['did', 'web', host.replace(':', '%3A'), ...path.split('/').map(encodeURIComponent)].join(':')
}

const isListed =
  (at: Instant) =>
  ({ retiredAt, listedUntil }: SigningKey): boolean =>
    retiredAt === null || listedUntil === null || listedUntil >= at

/** Ed25519 keys are listed for embedded proofs, P-256 keys as JSON Web Keys for tokens. */
function methodOf({ kind, keyId }: SigningKey, controller: string): VerificationMethod {
  const id = `${controller}#${keyId}`
  if (kind === 'Ed25519') return { id, type: 'Multikey', controller, publicKeyMultibase: keyId }
  return { id, type: 'JsonWebKey', controller, publicKeyJwk: writeJwk(readMultikey(keyId) as PublicKey) }
}

/** Methods of every key that is listed at a moment; without a DID of the installation each key is its own `did:key`. */
export function verificationMethodsOf(
  keys: readonly SigningKey[],
  did: string | null,
  at: Instant,
): readonly VerificationMethod[] {
  const byId = new Map(keys.filter(isListed(at)).map((key) => [key.keyId, key]))
  return [...byId.values()].map((key) => methodOf(key, did ?? `did:key:${key.keyId}`))
}

/** The controller document of the installation. Methods are named as plain text, which every consumer reads. */
export function didDocumentOf(did: string, keys: readonly SigningKey[], at: Instant): JsonObject {
  const methods = verificationMethodsOf(keys, did, at)
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    id: did,
    verificationMethod: methods as readonly JsonObject[],
    assertionMethod: methods.map(({ id }) => id),
  }
}
