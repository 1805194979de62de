import type { Recipient } from '../domain/credential/award.ts'
import { refuseRewriting, type StateRefusal } from '../domain/credential/lifecycle.ts'
import { correctAward } from '../domain/credential/renewal.ts'
import { fail, type Result } from '../domain/kernel/result.ts'
import { type CredentialChanged, type KeepingPorts, keepAnew } from './keep-credential.ts'
import type { StoredCredential } from './ports.ts'
import { type CredentialUnknown, findCredential } from './read-credential.ts'
import type { OriginDiffers } from './sign-award.ts'

/**
 * Corrects the name or e-mail address that a credential is for. Its identifier, its link and its status stay; the newer
 * beginning tells readers which of two copies counts.
 *
 * @returns the credential, or `credential-unknown`, `credential-revoked`, `credential-suspended`, `credential-changed`
 */
export async function correctCredential(
  ports: KeepingPorts,
  request: { readonly credentialId: string; readonly candidateId?: string; readonly recipient: Recipient },
): Promise<Result<StoredCredential, CredentialUnknown | StateRefusal | CredentialChanged | OriginDiffers>> {
  const found = await findCredential(ports, request)
  if (!found.ok) return found
  const refusal = refuseRewriting(found.value.state)
  if (refusal !== null) return fail(refusal)
  const award = correctAward(found.value.award, request.recipient, ports.clock.now())
  return keepAnew(ports, found.value, { award, event: 'corrected' })
}
