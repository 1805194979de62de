import type { Award } from '../domain/credential/award.ts'
import type { LogEvent } from '../domain/credential/issuance-log.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { LoggedCredential, Ports, StatusPlace, StoredCredential } from './ports.ts'
import { type OriginDiffers, refuseOtherOrigin, type SigningPorts, signAward } from './sign-award.ts'

export type KeepingPorts = SigningPorts & Pick<Ports, 'credentials' | 'statusLists'>

export type AlreadyHeld = { readonly code: 'already-held'; readonly credentialId: string }

export type CredentialChanged = { readonly code: 'credential-changed' }

/** Entries of a status list: the least that the standard allows. */
export const statusListLength = 131_072

/** A new award and who is given it. */
export type NewAward = { readonly award: Award; readonly candidateId: string; readonly awardKey: string }

/** Pairs a credential with what the log will hold of it: the hash of its signed document. */
export function logged(
  ports: Pick<Ports, 'clock' | 'digests'>,
  credential: StoredCredential,
  event: LogEvent,
): LoggedCredential {
  const subject = ports.digests.sha256(JSON.stringify(credential.document))
  return { credential, note: { at: ports.clock.now(), event, subject } }
}

const reserve = (
  { credentials, statusLists, installation }: KeepingPorts,
  count: number,
): Promise<readonly StatusPlace[]> =>
  installation.origin === null
    ? Promise.resolve([])
    : credentials.reserve(count, (taken) => statusLists.allocate(taken, statusListLength))

/**
 * Signs new awards and keeps them, all or none. A status index is taken before signing, since the signature covers it.
 *
 * @returns the credentials, or `already-held` with the one that stands in the way
 */
export async function keepNew(
  ports: KeepingPorts,
  awards: readonly NewAward[],
): Promise<Result<readonly StoredCredential[], AlreadyHeld>> {
  const places = await reserve(ports, awards.length)
  const kept: StoredCredential[] = []
  for (const [index, { award, candidateId, awardKey }] of awards.entries()) {
    const status = places[index] ?? null
    const document = await signAward(ports, award, { status, format: 'data-integrity' })
    kept.push({
      ...{ credentialId: award.credentialId, candidateId, awardKey, award, status, document },
      ...{ state: 'active', stateReason: null, stateAt: null, version: 1, revision: 1 },
    })
  }
  const added = await ports.credentials.add(kept.map((credential) => logged(ports, credential, 'issued')))
  return added.ok ? ok(kept) : added
}

/**
 * Signs an award anew, under the identifier it has, and keeps it as the next version of its credential.
 *
 * @returns the credential, or `origin-differs`, `credential-changed`
 */
export async function keepAnew(
  ports: KeepingPorts,
  before: StoredCredential,
  options: { readonly award: Award; readonly event: 'renewed' | 'corrected' },
): Promise<Result<StoredCredential, CredentialChanged | OriginDiffers>> {
  const { award, event } = options
  const refusal = refuseOtherOrigin(ports.installation, before)
  if (refusal !== null) return fail(refusal)
  const document = await signAward(ports, award, { status: before.status, format: 'data-integrity' })
  const credential: StoredCredential = {
    ...before,
    award,
    document,
    version: before.version + 1,
    revision: before.revision + 1,
  }
  const replaced = await ports.credentials.replace(logged(ports, credential, event))
  return replaced ? ok(credential) : fail({ code: 'credential-changed' })
}
