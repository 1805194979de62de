import { isJsonObject, type JsonObject } from '../../domain/cloud/json.ts'
import { checkCredential, type Violation } from '../../domain/credential/check-model.ts'
import type { Container, Finding, NotChecked, ProofFinding } from '../../domain/credential/check-report.ts'
import { finding } from '../../domain/credential/finding.ts'
import { contradictions } from '../../domain/credential/jwt-claims.ts'
import { issuerIdOf } from '../../domain/credential/members.ts'
import type { CredentialDocument, ProofFormat } from '../../domain/credential/types.ts'
import { type Instant, instant } from '../../domain/kernel/instant.ts'
import { verifyProofs } from './data-integrity/verify.ts'
import type { Found } from './extract/read-input.ts'
import { readCompact } from './jose/compact.ts'
import { readSdJwt } from './jose/read-sd-jwt.ts'
import { verifyToken } from './jose/verify-token.ts'
import { Refused } from './refused.ts'
import { checkResources } from './related-resources.ts'
import type { Controller } from './resolve/controller.ts'
import type { Resolve } from './resolve/resolve-issuer.ts'

/** A credential whose signatures have been judged. */
export type Authenticated = {
  readonly container: Container
  readonly format: ProofFormat
  readonly credential: CredentialDocument
  readonly authentic: Finding
  readonly proofs: readonly ProofFinding[]
  readonly notChecked: readonly NotChecked[]
}

/** What signatures are judged by. */
export type Judging = { readonly now: Instant; readonly resolve: Resolve }

export function refuseViolation(violation: Violation | null): void {
  if (violation !== null) throw new Refused('credential-malformed', violation)
}

/** Resolves an issuer once, however many proofs ask. */
function controllerOf(issuer: string, resolve: Resolve): () => Promise<Controller> {
  let known: Promise<Controller> | undefined
  return () => {
    known ??= resolve(issuer)
    return known
  }
}

/** One good proof makes a credential authentic; every other one is still reported. Without a good one the first says why. */
export function overall(proofs: readonly ProofFinding[]): Finding {
  const { answer, reason, text, facts } =
    proofs.find((one) => one.answer === 'pass') ??
    proofs.find((one) => one.answer === 'fail') ??
    proofs[0] ??
    finding('proof-missing')
  return { answer, reason, text, facts }
}

async function authenticateDocument(
  document: JsonObject,
  container: Container,
  { now, resolve }: Judging,
): Promise<Authenticated> {
  refuseViolation(checkCredential(document))
  const notChecked = checkResources(document)
  const party = issuerIdOf(document) ?? ''
  const controller = controllerOf(party, resolve)
  const proofs = await verifyProofs(document, { now, party, controller, purpose: 'assertionMethod' })
  return {
    container,
    format: 'data-integrity',
    credential: document,
    authentic: overall(proofs),
    proofs,
    notChecked,
  }
}

/** The finding of a single signature, that of a token. */
async function judgeToken(
  check: () => Promise<void>,
  about: Omit<ProofFinding, keyof Finding>,
): Promise<ProofFinding> {
  try {
    await check()
    return { ...finding('signature-valid'), ...about }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { ...finding(error.reason, error.facts), ...about }
  }
}

const secondsAt = (value: unknown): Instant | null =>
  typeof value === 'number' ? instant(value * 1000) : null

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Claims that repeat the credential (Open Badges 3.0, section 8.2.4.1); `exp` and `nbf` of `vc+jwt` speak of the signature only. */
function checkClaims(payload: JsonObject, credential: CredentialDocument, type: string | null): void {
  const isCredential = type?.toLowerCase().startsWith('vc+') === true
  // In `vc+jwt` the claims are the credential, and these two must not stand beside it (VC-JOSE-COSE, section 1.1.2.1).
  const within = isCredential ? ['vc', 'vp'].filter((claim) => payload[claim] !== undefined) : []
  if (within.length > 0) throw new Refused('claims-differ', { claims: within })
  const aboutSignature = isCredential ? ['nbf', 'exp', 'sub', 'jti'] : []
  const differing = contradictions(payload, credential).filter((claim) => !aboutSignature.includes(claim))
  if (differing.length > 0) throw new Refused('claims-differ', { claims: differing })
}

/** The credential in a token: the claims themselves, or within `vc` as version 1.1 had it. */
function credentialIn(payload: JsonObject): CredentialDocument {
  if (isJsonObject(payload.vc)) return payload.vc
  const { iss: _iss, sub: _sub, jti: _jti, nbf: _nbf, exp: _exp, iat: _iat, ...credential } = payload
  return credential
}

const tokenTypes = ['jwt', 'vc+jwt', 'vc+ld+jwt', 'vc-ld+jwt', 'vc+ld+json+jwt']

async function authenticateJwt(
  text: string,
  container: Container,
  { resolve }: Judging,
): Promise<Authenticated> {
  const token = readCompact(text)
  const { header, payload } = token
  const credential = credentialIn(payload)
  refuseViolation(checkCredential(credential))
  const proof = await judgeToken(
    async () => {
      const controller = await resolve(issuerIdOf(credential) ?? '')
      verifyToken(token, { controller, purpose: 'assertionMethod', types: tokenTypes })
      checkClaims(payload, credential, textOf(header.typ))
    },
    {
      suite: textOf(header.alg) ?? 'none',
      verificationMethod: textOf(header.kid),
      created: secondsAt(payload.iat),
    },
  )
  const proofs = [proof]
  return {
    container,
    format: 'jwt',
    credential,
    authentic: overall(proofs),
    proofs,
    notChecked: checkResources(credential),
  }
}

const isoOf = (value: unknown): string | null => {
  const at = secondsAt(value)
  return at === null ? null : new Date(at).toISOString()
}

/** An SD-JWT VC as a credential for display and for its dates; a W3C credential within stays as it is. */
function documentOf(claims: JsonObject): CredentialDocument {
  if (claims['@context'] !== undefined) return credentialIn(claims)
  const dates = { validFrom: isoOf(claims.nbf), validUntil: isoOf(claims.exp) }
  return { ...claims, issuer: textOf(claims.iss), ...dates }
}

async function authenticateSdJwt(
  text: string,
  container: Container,
  { resolve }: Judging,
): Promise<Authenticated> {
  const { token, claims, hasKeyBinding } = readSdJwt(text, (compact) => readCompact(compact).payload)
  const compact = readCompact(token)
  const credential = documentOf(claims)
  if (claims['@context'] === undefined && textOf(claims.vct) === null)
    throw new Refused('credential-malformed', { member: 'vct', rule: 'names the type' })
  const proof = await judgeToken(
    async () => {
      const controller = await resolve(issuerIdOf(credential) ?? '')
      verifyToken(compact, {
        controller,
        purpose: 'assertionMethod',
        types: ['dc+sd-jwt', 'vc+sd-jwt', 'vc-ld+sd-jwt', 'vc+ld+json+sd-jwt'],
      })
    },
    {
      suite: textOf(compact.header.alg) ?? 'none',
      verificationMethod: textOf(compact.header.kid),
      created: secondsAt(claims.iat),
    },
  )
  const proofs = [proof]
  const notChecked = hasKeyBinding
    ? [{ check: 'key binding', why: 'That the holder signed the presentation.' }]
    : []
  return { container, format: 'sd-jwt', credential, authentic: overall(proofs), proofs, notChecked }
}

/** Judges the signatures of what was found. Throws `Refused` where it is no credential that could be judged. */
export async function authenticate({ content, container }: Found, judging: Judging): Promise<Authenticated> {
  if (content.kind === 'document') return authenticateDocument(content.document, container, judging)
  if (content.kind === 'jwt') return authenticateJwt(content.token, container, judging)
  if (content.kind === 'sd-jwt') return authenticateSdJwt(content.token, container, judging)
  throw new Refused('credential-not-found')
}
