import { join } from 'node:path'
import type {
  BadgeImages,
  CredentialSigner,
  CredentialVerifier,
  Installation,
  KeyVault,
  StatusLists,
} from '../../application/ports.ts'
import type { Instant } from '../../domain/kernel/instant.ts'
import { makeBadgeImages } from './bake/badge-images.ts'
import { didWebOf } from './keys/controller-document.ts'
import { openKeyVault } from './keys/key-vault.ts'
import { makeSafeFetch } from './resolve/safe-fetch.ts'
import { makeSigner } from './signer.ts'
import { openSeenLists } from './status/seen-lists.ts'
import { makeStatusLists } from './status/status-lists.ts'
import { makeVerifier } from './verifier.ts'

/** How the credentials of an installation are set up. */
export type CredentialSetup = {
  readonly folder: string
  readonly installation: Installation
  readonly now: () => Instant
  /** Keys elsewhere: a key management service or a PKCS#11 module. */
  readonly vault?: KeyVault
}

export type Credentials = {
  readonly installation: Installation
  readonly credentialSigner: CredentialSigner
  readonly credentialVerifier: CredentialVerifier
  readonly statusLists: StatusLists
  readonly badgeImages: BadgeImages
}

/** Signer, verifier, status lists and badges of an installation. Nothing is read or made before it is used. */
export function openCredentials({ folder, installation, now, vault }: CredentialSetup): Credentials {
  const { origin, organisation } = installation
  const credentialSigner = makeSigner({
    vault: vault ?? openKeyVault(join(folder, 'keys')),
    did: origin === null ? null : didWebOf(origin, `issuers/${organisation}`),
    now,
  })
  const seen = openSeenLists(join(folder, 'status-lists-seen.json'))
  return {
    installation,
    credentialSigner,
    credentialVerifier: makeVerifier({ fetch: makeSafeFetch(), seen }),
    statusLists: makeStatusLists(credentialSigner),
    badgeImages: makeBadgeImages(),
  }
}

/** A verifier for conformance suites: it may fetch from this machine, and remembers nothing beyond its process. */
export const openConformanceVerifier = (): CredentialVerifier =>
  makeVerifier({ fetch: makeSafeFetch({ loopback: true }), seen: openSeenLists(null) })
