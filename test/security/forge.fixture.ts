import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { signDataIntegrity } from '../../src/adapters/credentials/data-integrity/sign.ts'
import { signCompact } from '../../src/adapters/credentials/jose/compact.ts'
import { writeJwk, writeMultikey } from '../../src/adapters/credentials/keys/multikey.ts'
import { Refused } from '../../src/adapters/credentials/refused.ts'
import { encodeList } from '../../src/adapters/credentials/status/encoded-list.ts'
import { openSeenLists } from '../../src/adapters/credentials/status/seen-lists.ts'
import { makeVerifier } from '../../src/adapters/credentials/verifier.ts'
import type { CredentialInput, VerifyOptions } from '../../src/application/ports.ts'
import type { JsonObject } from '../../src/domain/cloud/json.ts'
import type { CheckReport } from '../../src/domain/credential/check-report.ts'
import { writeBits } from '../../src/domain/credential/status-bits.ts'
import { type Instant, instant } from '../../src/domain/kernel/instant.ts'

/** The moment at which these credentials are looked at. */
export const now: Instant = instant(Date.parse('2026-11-24T12:00:00Z'))

/** Contexts of a badge. */
export const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
]

/** Somebody with a key: an issuer, or an attacker. */
export type Party = {
  readonly id: string
  readonly method: string
  readonly multikey: string
  readonly jwk: JsonObject
  readonly privateKey: KeyObject
  readonly sign: (document: JsonObject, options?: JsonObject) => Promise<JsonObject>
  readonly token: (header: JsonObject, payload: JsonObject) => Promise<string>
}

/** Makes a party with a fresh Ed25519 key, under its `did:key` or another identifier. */
export function makeParty(id?: string): Party {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  const multikey = writeMultikey({ kind: 'Ed25519', key: publicKey })
  const own = id ?? `did:key:${multikey}`
  const method = `${own}#${multikey}`
  const signBytes = async (bytes: Uint8Array) => sign(null, bytes, privateKey)
  return {
    id: own,
    method,
    multikey,
    jwk: writeJwk({ kind: 'Ed25519', key: publicKey }),
    privateKey,
    sign: (document, options = {}) =>
      signDataIntegrity(
        document,
        { verificationMethod: method, sign: signBytes },
        { created: now, purpose: options },
      ),
    token: (header, payload) => signCompact({ alg: 'EdDSA', kid: method, ...header }, payload, signBytes),
  }
}

/** A badge that breaks no rule, before it is signed. */
export const badge = (issuer: Party, more: JsonObject = {}): JsonObject => ({
  '@context': contexts,
  id: 'urn:uuid:019a0000-0000-7000-8000-000000000001',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: issuer.id, type: ['Profile'], name: 'Example Academy' },
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: {
    id: 'urn:uuid:019a0000-0000-7000-8000-000000000002',
    type: ['AchievementSubject'],
    achievement: {
      id: 'urn:uuid:019a0000-0000-7000-8000-000000000003',
      type: ['Achievement'],
      name: 'Networks, part one',
      description: 'Explains why a packet arrives.',
      criteria: { narrative: 'Answers 40 of 50 items.' },
    },
  },
  ...more,
})

export const listUrl = 'https://academy.example/status/1'

export const statusEntry = (index = '94567'): JsonObject => ({
  credentialStatus: {
    id: `${listUrl}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: index,
    statusListCredential: listUrl,
  },
})

/** A status list as its issuer would sign it. */
export async function statusList(
  issuer: Party,
  { length = 131_072, set = [] as number[], encodedList = '', ...more } = {},
): Promise<JsonObject> {
  return issuer.sign({
    '@context': [contexts[0] as string],
    id: listUrl,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuer.id,
    validFrom: '2026-11-24T00:00:00Z',
    validUntil: '2026-11-25T00:00:00Z',
    credentialSubject: {
      id: `${listUrl}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encodedList || (await encodeList(writeBits(length, set))),
    },
    ...more,
  })
}

/** What the web serves to a verifier, and what it was asked for. */
export type Web = Record<string, JsonObject | string>

/** Checks an input with a verifier of its own, on a web that serves what is given. */
export function makeChecker(web: Web = {}) {
  const asked: string[] = []
  const verifier = makeVerifier({
    seen: openSeenLists(null),
    fetch: async (url) => {
      asked.push(url)
      const found = web[url]
      if (found === undefined) throw new Refused('input-unreachable', { url })
      return Buffer.from(typeof found === 'string' ? found : JSON.stringify(found))
    },
  })
  const check = (
    input: JsonObject | string | Uint8Array,
    options: Partial<VerifyOptions> = {},
  ): Promise<CheckReport> => {
    const given: CredentialInput =
      input instanceof Uint8Array
        ? { bytes: input }
        : { text: typeof input === 'string' ? input : JSON.stringify(input) }
    return verifier.verify(given, { now, ...options })
  }
  return { check, asked, verifier }
}
