import { createHash, randomBytes } from 'node:crypto'
import type { Json, JsonObject } from '../../../domain/cloud/json.ts'
import { claimsOf } from '../../../domain/credential/jwt-claims.ts'
import { learningClaims, learningCredentialType } from '../../../domain/credential/learning-claims.ts'
import type { CredentialDocument } from '../../../domain/credential/types.ts'
import type { Instant } from '../../../domain/kernel/instant.ts'
import { Refused } from '../refused.ts'
import { signCompact } from './compact.ts'

type By = {
  readonly verificationMethod: string
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>
}

type Options = { readonly created: Instant; readonly disclosable?: readonly string[] }

/** One claim that the holder may show or withhold (RFC 9901, section 4.2.1), with a salt of 128 bits. */
const writeDisclosure = (name: string, value: Json): string =>
  Buffer.from(JSON.stringify([randomBytes(16).toString('base64url'), name, value])).toString('base64url')

/** The hash by which a token refers to a disclosure. */
export const digestOf = (disclosure: string): string =>
  createHash('sha256').update(disclosure).digest('base64url')

/** Signs a badge as an SD-JWT VC with ES256. Throws `Refused` where a claim has no source. */
export async function signSdJwt(
  document: CredentialDocument,
  by: By,
  { created, disclosable = ['name', 'assessment_grade'] }: Options,
): Promise<string> {
  const registered = claimsOf(document)
  if (!registered.ok) throw new Refused('credential-malformed', registered.error)
  const claims = Object.entries(learningClaims(document))
  const disclosures = claims
    .filter(([name]) => disclosable.includes(name))
    .map(([name, value]) => writeDisclosure(name, value))
  const payload: JsonObject = {
    ...registered.value,
    iat: Math.floor(created / 1000),
    vct: learningCredentialType,
    ...Object.fromEntries(claims.filter(([name]) => !disclosable.includes(name))),
    // Sorted, so that their order does not tell which digest belongs to which claim.
    _sd: disclosures.map(digestOf).toSorted(),
    _sd_alg: 'sha-256',
  }
  const header = { alg: 'ES256', kid: by.verificationMethod, typ: 'dc+sd-jwt' }
  return `${[await signCompact(header, payload, by.sign), ...disclosures].join('~')}~`
}
