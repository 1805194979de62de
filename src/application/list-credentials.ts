import type { Ports } from './ports.ts'
import { type CredentialView, viewCredential } from './read-credential.ts'

/** A credential in a list: everything but its document. */
export type CredentialLine = Omit<CredentialView, 'credential'>

/** Lists a person's credentials, newest first. `expiry` says of each when the next reminder is due. */
export async function listCredentials(
  ports: Pick<Ports, 'clock' | 'credentials' | 'installation'>,
  candidateId: string,
): Promise<readonly CredentialLine[]> {
  const stored = await ports.credentials.list(candidateId)
  return stored.map((credential) => {
    const { credential: _, ...line } = viewCredential(ports, credential)
    return line
  })
}
