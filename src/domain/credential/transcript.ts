import type { Instant } from '../kernel/instant.ts'
import { type IssuerProfile, toSecond } from './build-credential.ts'
import type { CredentialDocument } from './types.ts'

const clrContexts: readonly string[] = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
]

/** What a transcript is written from. `credentials` are signed already and stay as they are. */
export type Transcript = {
  readonly id: string
  readonly subjectId: string
  readonly issuer: IssuerProfile
  readonly issuedAt: Instant
  readonly credentials: readonly CredentialDocument[]
}

/**
 * Writes everything that a person holds as one Comprehensive Learner Record, before it is signed.
 *
 * @see Comprehensive Learner Record Standard 2.0, ClrCredential
 */
export function buildTranscript(transcript: Transcript): CredentialDocument {
  const { id, subjectId, issuer, issuedAt, credentials } = transcript
  return {
    '@context': clrContexts,
    id,
    type: ['VerifiableCredential', 'ClrCredential'],
    name: 'Everything held in this Cairn installation',
    issuer: {
      id: issuer.id,
      type: ['Profile'],
      name: issuer.name,
      ...(issuer.url === null ? {} : { url: issuer.url }),
    },
    validFrom: toSecond(issuedAt),
    credentialSubject: { id: subjectId, type: ['ClrSubject'], verifiableCredential: credentials },
  }
}
