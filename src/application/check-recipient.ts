import type { Recipient } from '../domain/credential/award.ts'
import { identityObjects } from '../domain/credential/recipient-hash.ts'
import { ok, type Result } from '../domain/kernel/result.ts'
import type { Ports } from './ports.ts'
import { type CredentialUnknown, findCredential } from './read-credential.ts'

/** Whether a credential names a person: by e-mail address or name, or that it names nobody in that way. */
export type RecipientCheck = 'matches' | 'differs' | 'not-stated'

/**
 * Compares a person with the salted hashes of a credential; what is asked for is neither kept nor logged.
 *
 * @returns the outcome, or `credential-unknown`
 */
export async function checkRecipient(
  ports: Pick<Ports, 'credentials' | 'digests'>,
  request: { readonly credentialId: string; readonly claimed: Recipient },
): Promise<Result<RecipientCheck, CredentialUnknown>> {
  const found = await findCredential(ports, request)
  if (!found.ok) return found
  const { recipient, salt } = found.value.award
  const { sha256 } = ports.digests
  const hashes = (person: Recipient) =>
    identityObjects(person, salt, sha256).map(({ identityHash }) => identityHash)
  const stated = hashes(recipient)
  if (stated.length === 0) return ok('not-stated')
  return ok(hashes(request.claimed).some((hash) => stated.includes(hash)) ? 'matches' : 'differs')
}
