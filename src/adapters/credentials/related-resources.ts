import { createHash } from 'node:crypto'
import { isJsonObject, type JsonObject } from '../../domain/cloud/json.ts'
import type { NotChecked } from '../../domain/credential/check-report.ts'
import { listOf } from '../../domain/credential/members.ts'
import type { CredentialDocument } from '../../domain/credential/types.ts'
import { editionsOf } from './contexts.ts'
import { decodeMultibase } from './keys/base58.ts'
import { Refused } from './refused.ts'

const hash = (algorithm: string, bytes: Uint8Array): Buffer => createHash(algorithm).update(bytes).digest()

/** Subresource Integrity: the algorithm and the digest in base64; the strongest of several counts. */
function fitsSri(sri: string, bytes: Uint8Array): boolean {
  return sri.split(/\s+/).some((one) => {
    const [, algorithm, digest] = /^(sha256|sha384|sha512)-([A-Za-z0-9+/=]+)$/.exec(one) ?? []
    return algorithm !== undefined && hash(algorithm, bytes).equals(Buffer.from(digest as string, 'base64'))
  })
}

/** Codes of hash functions in a multihash. */
const multihashes: Readonly<Record<number, string>> = { 18: 'sha256', 32: 'sha384', 19: 'sha512' }

/** A multihash, or a bare SHA-256 digest as the test suite of the W3C writes it. */
function fitsMultibase(text: string, bytes: Uint8Array): boolean {
  const multihash = decodeMultibase(text)
  if (multihash?.length === 32) return hash('sha256', bytes).equals(multihash)
  const algorithm = multihashes[multihash?.[0] ?? 0]
  return multihash !== null && algorithm !== undefined && hash(algorithm, bytes).equals(multihash.subarray(2))
}

function fits({ digestSRI, digestMultibase }: JsonObject, bytes: Uint8Array): boolean {
  return (
    (typeof digestSRI !== 'string' || fitsSri(digestSRI, bytes)) &&
    (typeof digestMultibase !== 'string' || fitsMultibase(digestMultibase, bytes))
  )
}

/**
 * Holds the digests of related resources against the pinned copies, and says which resources were not looked at:
 * nothing is fetched for them. Throws `Refused` with `resource-differs`.
 */
export function checkResources(credential: CredentialDocument): readonly NotChecked[] {
  return listOf(credential.relatedResource)
    .filter(isJsonObject)
    .flatMap((resource) => {
      const id = String(resource.id)
      const editions = editionsOf(id)
      if (editions.length === 0) return [{ check: 'relatedResource', why: `${id} was not fetched.` }]
      if (editions.some((bytes) => fits(resource, bytes))) return []
      throw new Refused('resource-differs', { resource: id })
    })
}
