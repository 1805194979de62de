import type { JsonObject } from '../cloud/json.ts'
import type { Instant } from '../kernel/instant.ts'

/** How a credential is secured: embedded `eddsa-rdfc-2022`, ES256 VC-JWT, or ES256 SD-JWT VC. */
export type ProofFormat = 'data-integrity' | 'jwt' | 'sd-jwt'

/**
 * Which rules a JWT follows: `ob3-jwt` writes `typ: JWT` and the claims `iss sub nbf jti exp` (Open Badges 3.0, section 8.2);
 * `w3c-jwt` writes `typ: vc+jwt` and adds no claim (VC-JOSE-COSE, section 3.1.1).
 */
export type JwtProfile = 'ob3-jwt' | 'w3c-jwt'

/** A credential as JSON-LD: before it is signed, or with an embedded proof. */
export type CredentialDocument = JsonObject

/** What signing gives: the document with its proof, or the compact text of a token. */
export type Secured<F extends ProofFormat> = F extends 'data-integrity' ? CredentialDocument : string

/** How to sign one credential. `created` is the time that the proof states. */
export type SecureOptions<F extends ProofFormat> = {
  readonly format: F
  readonly created: Instant
  /** JWT only; `ob3-jwt` unless given. */
  readonly profile?: JwtProfile
  /** SD-JWT only: names of claims that the holder may withhold; the subject's name and e-mail unless given. */
  readonly disclosable?: readonly string[]
}

/** Kind of a signing key; the kind fixes the algorithm: Ed25519 signs embedded proofs, P-256 signs tokens with ES256. */
export type KeyKind = 'Ed25519' | 'P-256'

/** The public half of a signing key. A retired key signs nothing more, but stays listed while something signed by it lives. */
export type SigningKey = {
  /** Multibase text of the public key with its multicodec prefix (`z6Mk…` or `zDn…`): also the fragment of its method. */
  readonly keyId: string
  readonly kind: KeyKind
  readonly createdAt: Instant
  readonly retiredAt: Instant | null
  /** Last moment at which a credential signed by this retired key may still be valid; null: without end. */
  readonly listedUntil: Instant | null
}

/** A verification method as `did.json` lists it: a `Multikey`, or a `JsonWebKey` for tokens. */
export type VerificationMethod = {
  readonly id: string
  readonly type: 'Multikey' | 'JsonWebKey'
  readonly controller: string
  readonly publicKeyMultibase?: string
  readonly publicKeyJwk?: JsonObject
}

/** What a status list says about its members. A revocation is final, a suspension is not. */
export type StatusPurpose = 'revocation' | 'suspension' | 'message' | 'refresh'

/** A status list as its issuer keeps it, before it is written as a Bitstring Status List credential. */
export type StatusList = {
  /** URL under which the list credential is served. */
  readonly id: string
  readonly purpose: StatusPurpose
  /** Number of entries, at least 131,072 and a multiple of 8. */
  readonly length: number
  /** Indexes whose bit is set, each from 0 to `length` - 1. */
  readonly set: readonly number[]
  readonly validFrom: Instant
  readonly validUntil: Instant
  /** How long a verifier may keep its copy, in milliseconds. */
  readonly ttlMs: number
}
