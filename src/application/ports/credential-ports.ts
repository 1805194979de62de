import type { JsonObject } from '../../domain/cloud/json.ts'
import type { Award } from '../../domain/credential/award.ts'
import type { CheckReport, PresentationReport } from '../../domain/credential/check-report.ts'
import type { LogEntry, LogHead, LogNote } from '../../domain/credential/issuance-log.ts'
import type { CredentialState } from '../../domain/credential/lifecycle.ts'
import type {
  CredentialDocument,
  KeyKind,
  ProofFormat,
  Secured,
  SecureOptions,
  SigningKey,
  StatusList,
  VerificationMethod,
} from '../../domain/credential/types.ts'
import type { Instant } from '../../domain/kernel/instant.ts'
import type { Result } from '../../domain/kernel/result.ts'

/**
 * Holds signing keys and signs with them. The default is a file with mode 0600 in the data folder;
 * a key management service or a PKCS#11 module stands behind the same shape, and then no private key is in this process.
 */
export type KeyVault = {
  /** Public halves of every key, retired ones too, oldest first; makes nothing. */
  readonly list: () => Promise<readonly SigningKey[]>
  /** Makes a key of the kind and gives its public half. */
  readonly create: (kind: KeyKind, now: Instant) => Promise<SigningKey>
  /** Signs the bytes: Ed25519 (64 bytes), or ECDSA P-256 with SHA-256 as `r || s` (64 bytes). Retired keys sign nothing. */
  readonly sign: (keyId: string, bytes: Uint8Array) => Promise<Uint8Array>
  /** Stops a key from signing; it stays listed until the moment given (null: without end). */
  readonly retire: (keyId: string, at: Instant, listedUntil: Instant | null) => Promise<void>
}

/** Signs credentials with the installation's own keys, which are made on first use. */
export type CredentialSigner = {
  /**
   * The issuer identifier that credentials of the format must carry: `did:web` where an origin is configured; else the
   * `did:key` of the key that signs the format (Ed25519 for embedded proofs, P-256 for tokens).
   */
  readonly issuerId: (format: ProofFormat) => Promise<string>
  /**
   * Signs a credential whose `issuer` is that identifier. Throws CairnError `issuer-mismatch` for another issuer,
   * and `credential-unsignable` with the reason where the document has a term without meaning or an unknown context.
   */
  readonly secure: <F extends ProofFormat>(
    unsigned: CredentialDocument,
    options: SecureOptions<F>,
  ) => Promise<Secured<F>>
  /** Methods for `did.json`: the signing keys, and retired keys while something signed by them may live. */
  readonly verificationMethods: (now: Instant) => Promise<readonly VerificationMethod[]>
  /** The controller document to serve as `did.json`; null without an origin. */
  readonly didDocument: (now: Instant) => Promise<JsonObject | null>
  /** Every key, retired ones too, oldest first. */
  readonly keys: () => Promise<readonly SigningKey[]>
  /** Identifiers under which this installation has signed or signs; makes no key. */
  readonly ownIssuers: () => Promise<readonly string[]>
  /** Makes a new key of each kind and retires the old ones, which stay listed until the moment given. */
  readonly rotate: (rotation: {
    readonly now: Instant
    readonly listedUntil: Instant | null
  }) => Promise<readonly SigningKey[]>
}

/** What a credential is read from. */
export type CredentialInput =
  | { readonly bytes: Uint8Array }
  | { readonly text: string }
  | { readonly url: string }

/** Whom the viewer believes to have the credential before them. */
export type ClaimedRecipient = { readonly email?: string; readonly name?: string }

/** An issuer that the viewer trusts, by identifier. */
export type TrustedIssuer = { readonly id: string; readonly name?: string }

/** How to check a credential. Without `online: false`, keys and status of the issuer are fetched. */
export type VerifyOptions = {
  readonly now: Instant
  readonly recipient?: ClaimedRecipient
  readonly trustedIssuers?: readonly TrustedIssuer[]
  /** Documents with the keys of `did:web` issuers that need no fetching, such as the installation's own. */
  readonly knownIssuers?: readonly JsonObject[]
  readonly online?: boolean
}

/** Checks credentials of anyone; whatever the input, the answer is a report and never an exception. */
export type CredentialVerifier = {
  readonly verify: (input: CredentialInput, options: VerifyOptions) => Promise<CheckReport>
  readonly verifyPresentation: (
    presentation: JsonObject | string,
    options: VerifyOptions & { readonly challenge?: string; readonly domain?: string },
  ) => Promise<PresentationReport>
}

/** Writes and signs status lists, and finds places in them. */
export type StatusLists = {
  /** The Bitstring Status List credential of a list, signed with an embedded proof. */
  readonly sign: (list: StatusList, now: Instant) => Promise<CredentialDocument>
  /** An index that is free, unpredictable and unlinked to the order of issue. Throws CairnError `status-list-full` above half. */
  readonly allocate: (taken: ReadonlySet<number>, length: number) => number
}

/** A place in a status list: which list, from 1, and the index in it. */
export type StatusPlace = { readonly list: number; readonly index: number }

/** A credential as it is kept. `revision` rises with every change; `version` counts the documents signed for it, from 1. */
export type StoredCredential = {
  readonly credentialId: string
  readonly candidateId: string
  /** No two living credentials have the same; see `awardKey`. */
  readonly awardKey: string
  readonly award: Award
  readonly state: CredentialState
  readonly stateReason: string | null
  readonly stateAt: Instant | null
  readonly status: StatusPlace | null
  readonly version: number
  readonly revision: number
  /** The newest signed document. */
  readonly document: CredentialDocument
}

/** A credential with the note that enters the issuance log in the same transaction. */
export type LoggedCredential = { readonly credential: StoredCredential; readonly note: LogNote }

/** One document of a credential; earlier ones are kept. */
export type CredentialVersion = {
  readonly version: number
  readonly signedAt: Instant
  readonly document: CredentialDocument
}

/** Issued credentials, their status lists and the log of all issuing. Every acknowledged write is durable. */
export type CredentialStore = {
  /** Takes free places in the newest status list; `choose` picks one given those that are taken, and may be asked again. */
  readonly reserve: (
    count: number,
    choose: (taken: ReadonlySet<number>) => number,
  ) => Promise<readonly StatusPlace[]>
  /** Keeps new credentials, all or none; refused where one of their award keys is held by a living credential. */
  readonly add: (
    credentials: readonly LoggedCredential[],
  ) => Promise<Result<void, { readonly code: 'already-held'; readonly credentialId: string }>>
  /** Replaces a credential whose revision is one less; false where another change came first. A revocation frees its award key. */
  readonly replace: (changed: LoggedCredential) => Promise<boolean>
  readonly find: (credentialId: string) => Promise<StoredCredential | undefined>
  /** Newest first. */
  readonly list: (candidateId: string) => Promise<readonly StoredCredential[]>
  /** Award keys among those given that a living credential holds, each with its credential. */
  readonly held: (awardKeys: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** Oldest first. */
  readonly versions: (credentialId: string) => Promise<readonly CredentialVersion[]>
  /** Indexes of a list whose credentials are revoked, ascending; undefined where there is no such list. */
  readonly revoked: (list: number) => Promise<readonly number[] | undefined>
  readonly logHead: () => Promise<LogHead>
  /** Entries after a sequence number, oldest first. */
  readonly log: (after: number, limit: number) => Promise<readonly LogEntry[]>
  /** The last moment at which a credential issued so far may be valid: `now` where none lives, null where one is without end. */
  readonly lastEnd: (now: Instant) => Promise<Instant | null>
  readonly exportAll: (candidateId: string) => Promise<unknown>
  /** Deletes a person's credentials. What is revoked stays so in its status list, and the log keeps its hashes. */
  readonly deleteAll: (candidateId: string) => Promise<void>
}

/** An offer of one credential to a wallet. Secrets are kept as hashes; `step` rises with every use. */
export type WalletOffer = {
  readonly offerId: string
  readonly credentialId: string
  readonly channel: 'openid4vci' | 'vc-api'
  readonly codeHash: string
  readonly tokenHash: string | null
  readonly step: number
  readonly expiresAt: Instant
}

/** Offers to wallets, which live for minutes. */
export type WalletOfferStore = {
  readonly save: (offer: WalletOffer) => Promise<void>
  readonly find: (offerId: string) => Promise<WalletOffer | undefined>
  /** Finds the offer that a secret belongs to. */
  readonly findBy: (secret: {
    readonly kind: 'code' | 'token'
    readonly hash: string
  }) => Promise<WalletOffer | undefined>
  /** Goes on to the next step; false where another use came first. */
  readonly advance: (offer: WalletOffer, tokenHash: string | null) => Promise<boolean>
}

/** Draws the badge of an award and bakes a signed credential into it; `secured` is its JSON or its compact token. */
export type BadgeImages = {
  readonly png: (award: Award, secured: string) => Uint8Array
  readonly svg: (award: Award, secured: string) => string
}

/** What a printed credential shows. `link` is where its page is served, null without an origin. */
export type CredentialSheet = {
  readonly award: Award
  readonly issuerName: string
  readonly issuerId: string
  readonly uri: string
  readonly link: string | null
  readonly secured: string
}

/** Writes credentials on paper: a PDF that carries the signed JSON as an attachment; the modules of a QR code, row by row. */
export type CredentialPapers = {
  readonly pdf: (sheet: CredentialSheet) => Promise<Uint8Array>
  readonly qr: (text: string) => readonly (readonly boolean[])[]
}
