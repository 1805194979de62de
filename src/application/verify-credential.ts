import type { CheckReport } from '../domain/credential/check-report.ts'
import type { ClaimedRecipient, CredentialInput, Ports, TrustedIssuer } from './ports.ts'

/** What is to be checked, and by whose list of issuers. */
export type VerifyRequest = {
  readonly input: CredentialInput
  readonly recipient?: ClaimedRecipient
  readonly trustedIssuers?: readonly TrustedIssuer[]
  /** False: nothing is fetched. */
  readonly online?: boolean
}

type Needs = Pick<Ports, 'clock' | 'credentialSigner' | 'credentialVerifier'>

/** Checks a credential of anyone. The installation trusts itself, and whom the viewer lists. */
export async function verifyCredential(ports: Needs, request: VerifyRequest): Promise<CheckReport> {
  const own = await ports.credentialSigner.ownIssuers()
  const ownDocument = await ports.credentialSigner.didDocument(ports.clock.now())
  const { input, trustedIssuers = [], ...options } = request
  return ports.credentialVerifier.verify(input, {
    ...options,
    now: ports.clock.now(),
    knownIssuers: ownDocument === null ? [] : [ownDocument],
    trustedIssuers: [...own.map((id) => ({ id, name: 'This installation' })), ...trustedIssuers],
  })
}
