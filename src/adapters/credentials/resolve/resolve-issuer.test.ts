import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../domain/cloud/json.ts'
import { writeJwk, writeMultikey } from '../keys/multikey.ts'
import { Refused } from '../refused.ts'
import { readController } from './controller.ts'
import { didWebUrl, makeResolve, offline, withKnownIssuers } from './resolve-issuer.ts'

const made = generateKeyPairSync('ed25519')
const multikey = writeMultikey({ kind: 'Ed25519', key: made.publicKey })
const jwk = writeJwk({ kind: 'Ed25519', key: made.publicKey })

const issuer = 'did:web:badges.example:issuers:harbour'
const method = (id: string, more: JsonObject = {}): JsonObject => ({
  ...{ id, type: 'Multikey', controller: issuer, publicKeyMultibase: multikey },
  ...more,
})
const document = (more: JsonObject = {}): JsonObject => ({
  id: issuer,
  verificationMethod: [method(`${issuer}#a`)],
  assertionMethod: [`${issuer}#a`],
  ...more,
})

const served = (body: unknown) => {
  const asked: string[] = []
  const resolve = makeResolve(async (url) => {
    asked.push(url)
    return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  })
  return { asked, resolve }
}

const reasonOf = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(
    () => null,
    (caught: unknown) => caught,
  )
  return error instanceof Refused ? error.reason : `no refusal: ${error}`
}

describe('the address of a did:web document', () => {
  test.each([
    ['did:web:badges.example', 'https://badges.example/.well-known/did.json'],
    ['did:web:badges.example:issuers:harbour', 'https://badges.example/issuers/harbour/did.json'],
    ['did:web:localhost%3A8443', 'https://localhost:8443/.well-known/did.json'],
    ['did:web:badges.example%3A8443:a', 'https://badges.example:8443/a/did.json'],
  ])('of %s is %s', (id, url) => {
    expect(didWebUrl(id)).toBe(url)
  })

  test.each([
    'did:web:',
    'did:web:badges.example:..:secrets',
    'did:web:badges.example%2Fpath',
    'did:web:user%40badges.example',
    'did:web:badges.example:a%2Fb',
    'did:web:badges.example:a%3Fb',
    'did:web:badges.example:',
  ])('is refused for %s', (id) => {
    expect(() => didWebUrl(id)).toThrow(Refused)
  })
})

describe('the keys of an issuer', () => {
  test('of did:key and did:jwk are in the identifier, and nothing is fetched', async () => {
    const { asked, resolve } = served('')
    const byKey = await resolve(`did:key:${multikey}`)
    const id = `did:jwk:${Buffer.from(JSON.stringify(jwk)).toString('base64url')}`
    const byJwk = await resolve(id)
    const spki = made.publicKey.export({ format: 'der', type: 'spki' })
    for (const { methods } of [byKey, byJwk])
      expect([...methods.values()][0]?.key?.key.export({ format: 'der', type: 'spki' })).toEqual(spki)
    expect([...byJwk.methods.keys()]).toEqual([`${id}#0`])
    expect(asked).toEqual([])
  })

  test('of did:web are those of its document, by purpose', async () => {
    const { asked, resolve } = served(document({ authentication: [method('#b')] }))
    const { methods, purposes } = await resolve(issuer)
    expect(asked).toEqual(['https://badges.example/issuers/harbour/did.json'])
    expect([...methods.keys()]).toEqual([`${issuer}#a`, `${issuer}#b`])
    expect([...purposes.assertionMethod]).toEqual([`${issuer}#a`])
    expect([...purposes.authentication]).toEqual([`${issuer}#b`])
  })

  test('are not found in broken identifiers, or by methods that nobody here knows', async () => {
    const { resolve } = served('')
    expect(await reasonOf(resolve('did:key:zNotAKey'))).toBe('issuer-document-invalid')
    expect(await reasonOf(resolve('did:jwk:e30'))).toBe('issuer-document-invalid')
    expect(await reasonOf(resolve('did:ion:abc'))).toBe('issuer-method-unsupported')
    expect(await reasonOf(resolve('http://badges.example/issuer'))).toBe('issuer-method-unsupported')
  })

  test('are not taken from the document of another, or from one that is no document', async () => {
    expect(await reasonOf(served(document({ id: 'did:web:evil.example' })).resolve(issuer))).toBe(
      'issuer-document-invalid',
    )
    expect(await reasonOf(served([]).resolve(issuer))).toBe('issuer-document-invalid')
    expect(await reasonOf(served('<html>').resolve(issuer))).toMatch(/json/)
  })

  test('that cannot be fetched are unresolvable, and offline that is said as it is', async () => {
    const down = makeResolve(async () => {
      throw new Refused('input-unreachable', { host: 'badges.example', why: 'status 503' })
    })
    expect(await reasonOf(down(issuer))).toBe('issuer-unresolvable')
    expect(await reasonOf(makeResolve(offline)(issuer))).toBe('not-online')
  })

  test('of this installation need no network', async () => {
    const resolve = makeResolve(withKnownIssuers(offline, [document()]))
    expect((await resolve(issuer)).id).toBe(issuer)
    expect(await reasonOf(resolve('did:web:other.example'))).toBe('not-online')
  })
})

describe('a controller document', () => {
  test('gives no key that belongs to another controller, wherever it is listed', () => {
    const foreign = method('did:web:evil.example#a', { controller: 'did:web:evil.example' })
    const claimed = method('did:web:evil.example#b')
    const { methods } = readController(
      document({ verificationMethod: [foreign, claimed], assertionMethod: [foreign] }),
      issuer,
    )
    expect([...methods.keys()]).toEqual([])
  })

  test('says when a key ended: revoked before expired', () => {
    const ended = method(`${issuer}#a`, { revoked: '2026-01-01T00:00:00Z', expires: '2027-01-01T00:00:00Z' })
    const expiring = method(`${issuer}#b`, { expires: '2027-01-01T00:00:00Z' })
    const { methods } = readController(document({ verificationMethod: [ended, expiring] }), issuer)
    expect(methods.get(`${issuer}#a`)?.endsAt).toBe(Date.parse('2026-01-01T00:00:00Z'))
    expect(methods.get(`${issuer}#b`)?.endsAt).toBe(Date.parse('2027-01-01T00:00:00Z'))
  })

  test('keeps a method whose key cannot be read, without a key', () => {
    const odd = method(`${issuer}#a`, { publicKeyMultibase: 'zzz' })
    const { methods } = readController(document({ verificationMethod: [odd, 'text', null] }), issuer)
    expect([...methods.values()].map(({ key }) => key)).toEqual([null])
  })
})
