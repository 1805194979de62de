import type { JsonObject } from '../../../domain/cloud/json.ts'
import { claimsOf } from '../../../domain/credential/jwt-claims.ts'
import type { CredentialDocument, JwtProfile } from '../../../domain/credential/types.ts'
import { Refused } from '../refused.ts'
import { signCompact } from './compact.ts'

type By = {
  readonly verificationMethod: string
  /** The algorithm of the key; ES256, that of every key of an installation, where absent. */
  readonly algorithm?: string
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>
}

/** Signs a credential as a compact JWT. Throws `Refused` where a claim of the profile has no source. */
export async function signJwt(
  document: CredentialDocument,
  by: By,
  { profile = 'ob3-jwt' }: { readonly profile?: JwtProfile },
): Promise<string> {
  const { proof: _, ...content } = document
  const typ = profile === 'ob3-jwt' ? 'JWT' : 'vc+jwt'
  const header = { alg: by.algorithm ?? 'ES256', kid: by.verificationMethod, typ }
  return signCompact(header, profile === 'ob3-jwt' ? withClaims(content) : content, by.sign)
}

function withClaims(content: CredentialDocument): JsonObject {
  const claims = claimsOf(content)
  if (!claims.ok) throw new Refused('credential-malformed', claims.error)
  return { ...claims.value, ...content }
}
