import type { Award } from '../domain/credential/award.ts'
import {
  buildCredential,
  credentialUri,
  type IssuerProfile,
  type Place,
} from '../domain/credential/build-credential.ts'
import type { ProofFormat, Secured } from '../domain/credential/types.ts'
import type { Installation, Ports, StatusPlace, StoredCredential } from './ports.ts'

export type SigningPorts = Pick<Ports, 'clock' | 'credentialSigner' | 'installation' | 'digests'>

/** Where a status list of the installation is served. */
export const statusListUrl = (origin: string, list: number): string => `${origin}/credentials/status/${list}`

/** Where the page of an issuer is served. */
export const issuerUrl = ({ origin, organisation }: Installation): string | null =>
  origin === null ? null : `${origin}/issuers/${organisation}`

/** The installation as an issuer, under the identifier that the format needs. */
export async function issuerProfile(
  { credentialSigner, installation }: Pick<Ports, 'credentialSigner' | 'installation'>,
  format: ProofFormat,
): Promise<IssuerProfile> {
  const id = await credentialSigner.issuerId(format)
  return { id, name: installation.issuerName, url: issuerUrl(installation) }
}

const placeOf = ({ origin }: Installation, status: StatusPlace | null): Place | null =>
  origin === null || status === null
    ? null
    : { origin, statusListUrl: statusListUrl(origin, status.list), statusIndex: status.index }

/** Writes an award as a credential and signs it in a format. */
export async function signAward<F extends ProofFormat>(
  ports: SigningPorts,
  award: Award,
  options: { readonly status: StatusPlace | null; readonly format: F },
): Promise<Secured<F>> {
  const { status, format } = options
  const issuer = await issuerProfile(ports, format)
  const place = placeOf(ports.installation, status)
  const unsigned = buildCredential(award, issuer, { place, sha256: ports.digests.sha256 })
  return ports.credentialSigner.secure(unsigned, { format, created: ports.clock.now() })
}

export type OriginDiffers = { readonly code: 'origin-differs'; readonly id: string }

/**
 * Refuses to sign a credential anew where its identifier would change: it was issued under another origin, or under one
 * that is not configured now. Null where it would stay.
 */
export function refuseOtherOrigin(
  installation: Installation,
  { credentialId, status, document }: Pick<StoredCredential, 'credentialId' | 'status' | 'document'>,
): OriginDiffers | null {
  const place = placeOf(installation, status)
  const id = String(document.id)
  return credentialUri(credentialId, place?.origin ?? null) === id ? null : { code: 'origin-differs', id }
}
