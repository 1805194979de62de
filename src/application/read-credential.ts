import type { CredentialKind } from '../domain/credential/award.ts'
import { credentialUri } from '../domain/credential/build-credential.ts'
import { type Expiry, expiryAt } from '../domain/credential/expiry.ts'
import type { CredentialState } from '../domain/credential/lifecycle.ts'
import type { CredentialDocument } from '../domain/credential/types.ts'
import { toIso } from '../domain/kernel/instant.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { Ports, StoredCredential } from './ports.ts'

/** A credential as a face may show it. Moments are ISO 8601 UTC. */
export type CredentialView = {
  readonly credentialId: string
  /** The `id` in the credential: its address where there is an origin, else a URN. */
  readonly id: string
  readonly kind: CredentialKind
  readonly name: string
  readonly examCode: string | null
  readonly state: CredentialState
  readonly stateReason: string | null
  readonly stateAt: string | null
  readonly awardedAt: string
  readonly validFrom: string
  readonly validUntil: string | null
  readonly expiry: Expiry | null
  readonly version: number
  /** Where everyone can see it; null without an origin. */
  readonly link: string | null
  readonly credential: CredentialDocument
}

export type CredentialUnknown = { readonly code: 'credential-unknown' }

/** Tells a stored credential as a face may show it: without salt, without whom it is for. */
export function viewCredential(
  { clock, installation }: Pick<Ports, 'clock' | 'installation'>,
  stored: StoredCredential,
): CredentialView {
  const { credentialId, award, state, stateReason, stateAt, version, document } = stored
  const { origin } = installation
  return {
    credentialId,
    id: String(document.id),
    kind: award.achievement.kind,
    name: award.achievement.name,
    examCode: award.achievement.examCode,
    state,
    stateReason,
    stateAt: stateAt === null ? null : toIso(stateAt),
    awardedAt: toIso(award.awardedAt),
    validFrom: toIso(award.validFrom),
    validUntil: award.validUntil === null ? null : toIso(award.validUntil),
    expiry: expiryAt(award.validUntil, clock.now()),
    version,
    link: origin === null ? null : credentialUri(credentialId, origin),
    credential: document,
  }
}

/** Characters of an identifier; nothing else is looked for in the store. */
const identifier = /^[0-9a-z-]{1,64}$/i

/** Finds a credential by its identifier; where an owner is given, only among theirs. */
export async function findCredential(
  { credentials }: Pick<Ports, 'credentials'>,
  request: { readonly credentialId: string; readonly candidateId?: string },
): Promise<Result<StoredCredential, CredentialUnknown>> {
  const known = identifier.test(request.credentialId)
  const found = known ? await credentials.find(request.credentialId) : undefined
  const theirs = request.candidateId === undefined || found?.candidateId === request.candidateId
  return found === undefined || !theirs ? fail({ code: 'credential-unknown' }) : ok(found)
}

/** Reads one credential; its page is open to everyone who has its address. */
export async function readCredential(
  ports: Pick<Ports, 'clock' | 'credentials' | 'installation'>,
  request: { readonly credentialId: string; readonly candidateId?: string },
): Promise<Result<CredentialView, CredentialUnknown>> {
  const found = await findCredential(ports, request)
  return found.ok ? ok(viewCredential(ports, found.value)) : found
}
