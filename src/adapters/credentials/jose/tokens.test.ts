import { generateKeyPairSync, type KeyObject, sign as signBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../domain/cloud/json.ts'
import { instant } from '../../../domain/kernel/instant.ts'
import { openSeenLists } from '../status/seen-lists.ts'
import { makeVerifier } from '../verifier.ts'
import { signCompact } from './compact.ts'
import { signJwt } from './sign-jwt.ts'

const issuer = 'https://issuer.example/keys'
const now = instant(Date.parse('2026-11-24T12:00:00Z'))
const credential: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'urn:uuid:3978344f-8596-4c3a-a978-8fcaba3903c5',
  type: ['VerifiableCredential'],
  issuer,
  validFrom: '2026-01-01T00:00:00Z',
  credentialSubject: { id: 'did:example:ada' },
}

type Algorithm = { readonly alg: string; readonly digest: string | null; readonly pair: () => Pair }
type Pair = { readonly publicKey: KeyObject; readonly privateKey: KeyObject }

const curve = (namedCurve: string) => () => generateKeyPairSync('ec', { namedCurve })
const algorithms: readonly Algorithm[] = [
  { alg: 'ES256', digest: 'sha256', pair: curve('P-256') },
  { alg: 'ES384', digest: 'sha384', pair: curve('P-384') },
  { alg: 'ES512', digest: 'sha512', pair: curve('P-521') },
  { alg: 'EdDSA', digest: null, pair: () => generateKeyPairSync('ed25519') },
  { alg: 'RS256', digest: 'sha256', pair: () => generateKeyPairSync('rsa', { modulusLength: 2_048 }) },
]

/** A party whose document lists one key, and what it signs. */
function makeParty({ alg, digest, pair }: Algorithm) {
  const { publicKey, privateKey } = pair()
  const id = `${issuer}#one`
  const method = {
    id,
    type: 'JsonWebKey',
    controller: issuer,
    publicKeyJwk: publicKey.export({ format: 'jwk' }),
  }
  const document = {
    '@context': 'https://www.w3.org/ns/cid/v1',
    id: issuer,
    verificationMethod: [method],
    assertionMethod: [id],
  }
  const sign = async (bytes: Uint8Array): Promise<Uint8Array> =>
    signBytes(digest, bytes, { key: privateKey, dsaEncoding: 'ieee-p1363' })
  const verifier = makeVerifier({
    fetch: async () => Buffer.from(JSON.stringify(document)),
    seen: openSeenLists(null),
  })
  return {
    by: { verificationMethod: id, algorithm: alg, sign },
    check: async (text: string) => (await verifier.verify({ text }, { now })).authentic,
  }
}

describe('a token of another issuer', () => {
  test.each(algorithms)(
    'signed with $alg is authentic, and is not once it was changed',
    async (algorithm) => {
      const { by, check } = makeParty(algorithm)
      const token = await signJwt(credential, by, { profile: 'w3c-jwt' })
      expect((await check(token)).reason).toBe('signature-valid')
      const [header, , signature] = token.split('.')
      const other = Buffer.from(JSON.stringify({ ...credential, name: 'Other' })).toString('base64url')
      expect((await check(`${header}.${other}.${signature}`)).reason).toBe('signature-invalid')
    },
  )

  test.each(algorithms)('with a key for $alg cannot ask for another algorithm', async (algorithm) => {
    const { by, check } = makeParty(algorithm)
    for (const { alg } of algorithms.filter((each) => each.alg !== algorithm.alg)) {
      const token = await signJwt(credential, { ...by, algorithm: alg }, { profile: 'w3c-jwt' })
      expect((await check(token)).reason).toBe('algorithm-refused')
    }
  })

  test.each(['vc', 'vp'])(
    'of the type vc+jwt may not bring a claim %s beside the credential',
    async (claim) => {
      const { by, check } = makeParty(algorithms[0]!)
      const header = { alg: 'ES256', kid: by.verificationMethod, typ: 'vc+jwt' }
      const token = await signCompact(header, { ...credential, [claim]: 'beside' }, by.sign)
      expect(await check(token)).toMatchObject({ reason: 'claims-differ', facts: { claims: [claim] } })
    },
  )

  test('in a COSE envelope cannot be judged, which is not the same as false', async () => {
    const { check } = makeParty(algorithms[0]!)
    const enveloped = {
      '@context': 'https://www.w3.org/ns/credentials/v2',
      type: 'EnvelopedVerifiableCredential',
      id: 'data:application/vc+cose;base64,0oRYVqQB',
    }
    expect(await check(JSON.stringify(enveloped))).toMatchObject({
      answer: 'could-not-tell',
      reason: 'suite-unsupported',
    })
  })
})
