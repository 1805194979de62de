import { buildTranscript } from '../domain/credential/transcript.ts'
import type { CredentialDocument, ProofFormat } from '../domain/credential/types.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { Ports } from './ports.ts'
import { type CredentialUnknown, findCredential } from './read-credential.ts'
import {
  issuerProfile,
  type OriginDiffers,
  refuseOtherOrigin,
  type SigningPorts,
  signAward,
} from './sign-award.ts'

/**
 * Gives a credential in a format: the kept document, or a token signed on request from the same award.
 *
 * @returns JSON text or a compact token, or `credential-unknown`, `origin-differs`
 */
export async function secureCredential(
  ports: SigningPorts & Pick<Ports, 'credentials'>,
  request: { readonly credentialId: string; readonly candidateId?: string; readonly format: ProofFormat },
): Promise<Result<string, CredentialUnknown | OriginDiffers>> {
  const found = await findCredential(ports, request)
  if (!found.ok) return found
  const { award, status, document } = found.value
  if (request.format === 'data-integrity') return ok(JSON.stringify(document))
  const refusal = refuseOtherOrigin(ports.installation, found.value)
  if (refusal !== null) return fail(refusal)
  return ok((await signAward(ports, award, { status, format: request.format })) as string)
}

/** Gives everything that a person holds as one signed Comprehensive Learner Record; what is revoked is left out. */
export async function issueTranscript(
  ports: SigningPorts & Pick<Ports, 'credentials' | 'identifiers'>,
  candidateId: string,
): Promise<CredentialDocument> {
  const held = (await ports.credentials.list(candidateId)).filter(({ state }) => state !== 'revoked')
  const unsigned = buildTranscript({
    id: `urn:uuid:${ports.identifiers.next()}`,
    subjectId: `urn:uuid:${ports.identifiers.next()}`,
    issuer: await issuerProfile(ports, 'data-integrity'),
    issuedAt: ports.clock.now(),
    credentials: held.map(({ document }) => document),
  })
  return ports.credentialSigner.secure(unsigned, { format: 'data-integrity', created: ports.clock.now() })
}
