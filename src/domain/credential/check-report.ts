import type { JsonObject } from '../cloud/json.ts'
import type { Instant } from '../kernel/instant.ts'
import type { Reason } from './reasons.ts'
import type { CredentialDocument, ProofFormat } from './types.ts'

/** Outcome of one check. Nothing unknown is ever called good or bad. */
export type Answer = 'pass' | 'fail' | 'could-not-tell'

/** One answer with its reason: a stable code, a sentence for people, and the facts behind it. */
export type Finding = {
  readonly answer: Answer
  readonly reason: Reason
  readonly text: string
  readonly facts: JsonObject
}

/** Whether the credential names the person asked about; `not-checked` unless an e-mail address or a name was given. */
export type RecipientFinding = Omit<Finding, 'answer'> & { readonly answer: Answer | 'not-checked' }

/** What one proof of a credential says; every proof is reported, also where another one suffices. */
export type ProofFinding = Finding & {
  /** The cryptosuite or JOSE algorithm, as the proof names it. */
  readonly suite: string
  readonly verificationMethod: string | null
  readonly created: Instant | null
}

/** How an issuer is known: on the viewer's own list, by control of a web domain, by its key only, or not at all. */
export type IssuerLevel = 'trusted' | 'domain-verified' | 'key-only' | 'unknown'

/** The issuer as a viewer may see it: the host in ASCII, never a logo, a name only as the issuer's own claim. */
export type IssuerIdentity = {
  readonly id: string | null
  readonly level: IssuerLevel
  readonly claimedName: string | null
  /** Host of a `did:web` or HTTPS issuer in ASCII (punycode). */
  readonly host: string | null
  /** True where the host mixes scripts, as look-alikes do. */
  readonly mixedScript: boolean
}

/** What the credential was found in. */
export type Container = 'json' | 'jwt' | 'sd-jwt' | 'png' | 'svg' | 'pdf' | 'qr'

/** A check that did not take place, and why. */
export type NotChecked = { readonly check: string; readonly why: string }

/** Four separate answers about a credential, never summed up into one. */
export type CheckReport = {
  readonly authentic: Finding
  readonly current: Finding
  readonly status: Finding
  readonly issuer: Finding
  readonly recipient: RecipientFinding
  readonly proofs: readonly ProofFinding[]
  readonly notChecked: readonly NotChecked[]
  readonly issuerIdentity: IssuerIdentity
  readonly container: Container | null
  readonly format: ProofFormat | null
  /** The credential as read, for display; null where nothing could be read. It is not to be trusted unless `authentic` passes. */
  readonly credential: CredentialDocument | null
}

/** What a verified presentation shows: its own proof, and a report for each credential in it. */
export type PresentationReport = {
  readonly authentic: Finding
  readonly proofs: readonly ProofFinding[]
  readonly credentials: readonly CheckReport[]
}
