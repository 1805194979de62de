import type { JsonObject } from '../cloud/json.ts'
import { isJsonObject } from '../cloud/json.ts'
import { fail, ok, type Result } from '../kernel/result.ts'
import { readDateTime } from './dates.ts'
import { idOf, issuerIdOf } from './members.ts'
import type { CredentialDocument } from './types.ts'

/** A claim that Open Badges requires and the credential has no source for. */
export type ClaimMissing = { readonly code: 'claim-missing'; readonly claim: string }

const secondsOf = (text: unknown): number | null => {
  const at = readDateTime(text)
  return at === null ? null : Math.floor(at / 1000)
}

/** The claims that a credential stands for; null where it has no source for one. */
const sources: Readonly<Record<string, (credential: CredentialDocument) => string | number | null>> = {
  iss: issuerIdOf,
  sub: ({ credentialSubject }) => (isJsonObject(credentialSubject) ? idOf(credentialSubject) : null),
  jti: ({ id }) => (typeof id === 'string' ? id : null),
  nbf: ({ validFrom, issuanceDate }) => secondsOf(validFrom ?? issuanceDate),
  exp: ({ validUntil, expirationDate }) => secondsOf(validUntil ?? expirationDate),
}

/**
 * The registered claims of a badge as a JWT: `iss`, `sub`, `jti`, `nbf`, and `exp` where it ends (seconds since 1970).
 * Fails with `claim-missing`. Source: Open Badges 3.0, section 8.2.4.1.
 *
 * @example claimsOf({}).ok // false
 */
export function claimsOf(credential: CredentialDocument): Result<JsonObject, ClaimMissing> {
  const claims: Record<string, string | number> = {}
  for (const [claim, source] of Object.entries(sources)) {
    const value = source(credential)
    if (value !== null) claims[claim] = value
    else if (claim !== 'exp') return fail({ code: 'claim-missing', claim })
  }
  return ok(claims)
}

/**
 * Claims of a token that contradict the credential in it. A claim without a counterpart contradicts nothing, save `iss`.
 *
 * @example contradictions({ iss: 'did:a' }, { issuer: 'did:b' }) // ['iss']
 */
export function contradictions(claims: JsonObject, credential: CredentialDocument): readonly string[] {
  return Object.entries(sources)
    .filter(([claim, source]) => {
      const [stated, meant] = [claims[claim], source(credential)]
      if (stated === undefined || (meant === null && claim !== 'iss')) return false
      return stated !== meant
    })
    .map(([claim]) => claim)
}
