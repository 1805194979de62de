import type { CredentialSigner, KeyVault } from '../../application/ports.ts'
import type { JsonObject } from '../../domain/cloud/json.ts'
import { issuerIdOf } from '../../domain/credential/members.ts'
import type {
  CredentialDocument,
  KeyKind,
  ProofFormat,
  Secured,
  SecureOptions,
  SigningKey,
} from '../../domain/credential/types.ts'
import { CairnError } from '../../domain/kernel/cairn-error.ts'
import type { Instant } from '../../domain/kernel/instant.ts'
import { signDataIntegrity } from './data-integrity/sign.ts'
import { signJwt } from './jose/sign-jwt.ts'
import { signSdJwt } from './jose/sign-sd-jwt.ts'
import { didDocumentOf, verificationMethodsOf } from './keys/controller-document.ts'
import { Refused } from './refused.ts'
import { checkResources } from './related-resources.ts'

/** A key that signs now, the method that names it, and the identifier that owns it. */
export type Signatory = {
  readonly issuerId: string
  readonly verificationMethod: string
  readonly sign: (bytes: Uint8Array) => Promise<Uint8Array>
}

const kindFor = (format: ProofFormat): KeyKind => (format === 'data-integrity' ? 'Ed25519' : 'P-256')

const isActive =
  (kind: KeyKind) =>
  (key: SigningKey): boolean =>
    key.kind === kind && key.retiredAt === null

/** What a signer stands on. `did` is the `did:web` of the installation; null without a public origin. */
export type SignerParts = {
  readonly vault: KeyVault
  readonly did: string | null
  readonly now: () => Instant
}

/** Makes the new keys before it retires the old ones, so that a broken run leaves an installation that can sign. */
async function rotateKeys(
  vault: KeyVault,
  { now, listedUntil }: Parameters<CredentialSigner['rotate']>[0],
): Promise<readonly SigningKey[]> {
  const old = (await vault.list()).filter(({ retiredAt }) => retiredAt === null)
  const fresh = await Promise.all([vault.create('Ed25519', now), vault.create('P-256', now)])
  for (const { keyId } of old) await vault.retire(keyId, now, listedUntil)
  return fresh
}

const identifiersOf = (keys: readonly SigningKey[], did: string | null): readonly string[] => [
  ...(did === null ? [] : [did]),
  ...keys.map(({ keyId }) => `did:key:${keyId}`),
]

/** Signs with the newest key of the kind that a format needs; makes it when there is none. */
export function makeSigner({ vault, did, now }: SignerParts): CredentialSigner {
  const known = new Map<KeyKind, Promise<SigningKey>>()

  const find = async (kind: KeyKind): Promise<SigningKey> =>
    (await vault.list()).findLast(isActive(kind)) ?? vault.create(kind, now())

  const keyOf = (kind: KeyKind): Promise<SigningKey> => {
    const key = known.get(kind) ?? find(kind)
    known.set(kind, key)
    key.catch(() => known.delete(kind))
    return key
  }

  /** Every key, after the current ones are made where there are none. */
  const withCurrent = async (): Promise<readonly SigningKey[]> => {
    await Promise.all([keyOf('Ed25519'), keyOf('P-256')])
    return vault.list()
  }

  const signatory = async (format: ProofFormat): Promise<Signatory> => {
    const { keyId } = await keyOf(kindFor(format))
    const issuerId = did ?? `did:key:${keyId}`
    return {
      issuerId,
      verificationMethod: `${issuerId}#${keyId}`,
      sign: (bytes) => vault.sign(keyId, bytes),
    }
  }

  const secure = async <F extends ProofFormat>(
    unsigned: CredentialDocument,
    options: SecureOptions<F>,
  ): Promise<Secured<F>> => {
    const by = await signatory(options.format)
    if (issuerIdOf(unsigned) !== by.issuerId)
      throw new CairnError(
        'issuer-mismatch',
        `This installation signs as ${by.issuerId}. Set it as the issuer.`,
      )
    return (await writeSecured(unsigned, by, options)) as Secured<F>
  }

  return {
    issuerId: async (format) => (await signatory(format)).issuerId,
    secure,
    keys: vault.list,
    ownIssuers: async () => identifiersOf(await vault.list(), did),
    verificationMethods: async (at) => verificationMethodsOf(await withCurrent(), did, at),
    didDocument: async (at) => (did === null ? null : didDocumentOf(did, await withCurrent(), at)),
    rotate: async (rotation) => {
      const fresh = await rotateKeys(vault, rotation)
      known.clear()
      return fresh
    },
  }
}

type Writer = (
  unsigned: JsonObject,
  by: Signatory,
  options: SecureOptions<ProofFormat>,
) => Promise<JsonObject | string>

const writers: Readonly<Record<ProofFormat, Writer>> = {
  'data-integrity': signDataIntegrity,
  jwt: signJwt,
  'sd-jwt': signSdJwt,
}

/** Writes a credential in its format. Throws CairnError `credential-unsignable` where it cannot be covered by a signature. */
async function writeSecured(
  unsigned: JsonObject,
  by: Signatory,
  options: SecureOptions<ProofFormat>,
): Promise<JsonObject | string> {
  try {
    checkResources(unsigned)
    return await writers[options.format](unsigned, by, options)
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    throw new CairnError('credential-unsignable', error.message, { cause: error, facts: error.facts })
  }
}
