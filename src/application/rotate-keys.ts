import type { SigningKey } from '../domain/credential/types.ts'
import type { Ports } from './ports.ts'

/**
 * Makes new signing keys and retires the old ones, which stay listed until the last credential issued so far has ended.
 * Under `did:key` a key is the issuer, so what comes after has another issuer than what came before.
 */
export async function rotateKeys(
  ports: Pick<Ports, 'clock' | 'credentials' | 'credentialSigner'>,
): Promise<readonly SigningKey[]> {
  const now = ports.clock.now()
  return ports.credentialSigner.rotate({ now, listedUntil: await ports.credentials.lastEnd(now) })
}
