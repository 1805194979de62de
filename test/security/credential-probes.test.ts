import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { encodeBase58 } from '../../src/adapters/credentials/keys/base58.ts'
import { makeSafeFetch } from '../../src/adapters/credentials/resolve/safe-fetch.ts'
import { openSeenLists } from '../../src/adapters/credentials/status/seen-lists.ts'
import { makeVerifier } from '../../src/adapters/credentials/verifier.ts'
import type { JsonObject } from '../../src/domain/cloud/json.ts'
import type { Reason } from '../../src/domain/credential/reasons.ts'
import {
  badge,
  contexts,
  listUrl,
  makeChecker,
  makeParty,
  now,
  type Party,
  statusEntry,
  statusList,
} from './forge.fixture.ts'

const issuer = makeParty()
const attacker = makeParty()

/** The status of a badge whose list is the one given. */
async function statusWith(list: JsonObject, index = '94567') {
  const report = await makeChecker({ [listUrl]: list }).check(
    await issuer.sign(badge(issuer, statusEntry(index))),
  )
  return { authentic: report.authentic.answer, status: report.status.reason, answer: report.status.answer }
}

describe('status lists: nothing but the issuer’s own, sound, newest list is believed', () => {
  test('a sound list says that the badge is not revoked', async () => {
    expect(await statusWith(await statusList(issuer))).toEqual({
      authentic: 'pass',
      status: 'not-revoked',
      answer: 'pass',
    })
  })

  test('1: a revoked badge is revoked, and stays authentic', async () => {
    const list = await statusList(issuer, { set: [94_567] })
    expect(await statusWith(list)).toEqual({ authentic: 'pass', status: 'revoked', answer: 'fail' })
  })

  test('2: a list outside its own period says nothing', async () => {
    const list = await statusList(issuer, { validUntil: '2026-11-24T01:00:00Z' } as object)
    expect(await statusWith(list)).toMatchObject({ status: 'status-list-expired', answer: 'could-not-tell' })
  })

  test('3: a list of somebody else says nothing', async () => {
    expect(await statusWith(await statusList(attacker))).toMatchObject({ status: 'status-list-foreign' })
  })

  test('4: an older list does not undo what a newer one said', async () => {
    const older = await statusList(issuer, { validFrom: '2026-11-23T00:00:00Z' } as object)
    const web = { [listUrl]: await statusList(issuer, { set: [94_567] }) }
    const { check } = makeChecker(web)
    const signed = await issuer.sign(badge(issuer, statusEntry()))
    expect((await check(signed)).status.reason).toBe('revoked')
    web[listUrl] = older
    expect((await check(signed)).status.reason).toBe('status-list-replayed')
  })

  test('5: a list of 16 entries hides nobody', async () => {
    expect(await statusWith(await statusList(issuer, { length: 16 }), '5')).toMatchObject({
      status: 'status-list-too-short',
    })
  })

  test('6: an index that is no decimal number is no index', async () => {
    for (const index of ['5junk', '+5', '05', '5.0', '-1', ''])
      expect((await statusWith(await statusList(issuer), index)).status).toBe('status-index-invalid')
  })

  test('7: a list that expands to 200 MiB is not expanded', async () => {
    const encodedList = `u${gzipSync(Buffer.alloc(200 * 2 ** 20)).toString('base64url')}`
    const before = process.memoryUsage().rss
    expect((await statusWith(await statusList(issuer, { encodedList }))).status).toBe('status-list-too-large')
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * 2 ** 20)
  })

  test('a changed list, and one that cannot be fetched, say nothing', async () => {
    const list = await statusList(issuer)
    expect((await statusWith({ ...list, validUntil: '2026-11-26T00:00:00Z' })).status).toBe(
      'status-list-unproved',
    )
    const unreachable = await makeChecker().check(await issuer.sign(badge(issuer, statusEntry())))
    expect(unreachable.status).toMatchObject({ answer: 'could-not-tell', reason: 'status-unreachable' })
  })
})

const reasonOf = async (input: JsonObject | string | Uint8Array, web = {}): Promise<Reason> =>
  (await makeChecker(web).check(input)).authentic.reason

describe('embedded proofs', () => {
  test('8: a member added after signing is noticed, with and without a meaning', async () => {
    const signed = await issuer.sign(badge(issuer))
    expect(await reasonOf({ ...signed, somethingElse: 'x' })).toBe('term-undefined')
    expect(await reasonOf({ ...signed, name: 'x' })).toBe('signature-invalid')
  })

  test('9: a context injected after signing cannot change what is read', async () => {
    const signed = await issuer.sign(badge(issuer, { validUntil: '2026-02-01T00:00:00Z' }))
    const { validUntil, '@context': contexts, ...rest } = signed
    const alias = {
      hidden: {
        '@id': 'https://www.w3.org/2018/credentials#validUntil',
        '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
      },
    }
    // Under the alias the statements are the same, so the signature fits: only the end date is gone for readers of JSON.
    const aliased = { ...rest, '@context': [...(contexts as string[]), alias], hidden: validUntil as string }
    expect(await reasonOf(aliased)).toBe('context-refused')
    const iri = {
      ...rest,
      '@context': contexts as string[],
      'https://www.w3.org/2018/credentials#validUntil': {
        '@value': validUntil as string,
        '@type': 'http://www.w3.org/2001/XMLSchema#dateTime',
      },
    }
    expect(await reasonOf(iri)).toBe('term-undefined')
    const unknown = { ...signed, '@context': [...(contexts as string[]), 'https://evil.example/context'] }
    expect(await reasonOf(unknown)).toBe('context-unknown')
    const vocab = {
      ...signed,
      '@context': [...(contexts as string[]), { '@vocab': 'https://evil.example/' }],
    }
    expect(await reasonOf(vocab)).toBe('context-refused')
  })

  test('10: an expired proof is expired, and one from the future is not believed', async () => {
    const expired = await issuer.sign(badge(issuer), { expires: '2026-11-24T11:00:00Z' })
    expect(await reasonOf(expired)).toBe('proof-expired')
    const early = await issuer.sign(badge(issuer), { created: '2026-12-24T00:00:00Z' })
    expect(await reasonOf(early)).toBe('proof-in-future')
  })

  test('11: a signature by somebody else than the issuer is not the issuer’s', async () => {
    const forged = await attacker.sign(badge(issuer))
    const report = await makeChecker().check(forged)
    expect(report.authentic.reason).toBe('signer-not-issuer')
    expect(report.issuer.reason).toBe('issuer-not-proved')
  })

  test('12: a proof for another purpose, or built on a missing proof, does not count', async () => {
    const other = await issuer.sign(badge(issuer), { proofPurpose: 'authentication' })
    expect(await reasonOf(other)).toBe('proof-purpose-wrong')
    const chained = await issuer.sign(badge(issuer), { previousProof: 'urn:uuid:gone' })
    expect(await reasonOf(chained)).toBe('previous-proof-missing')
  })

  test('13: a key in the fragment of another party’s address is not that party’s key', async () => {
    const academy = makeParty('https://academy.example/issuers/1')
    const thief = makeParty('https://academy.example/issuers/1')
    const published = {
      id: academy.id,
      verificationMethod: [
        {
          id: academy.method,
          type: 'Multikey',
          controller: academy.id,
          publicKeyMultibase: academy.multikey,
        },
      ],
      assertionMethod: [academy.method],
    }
    const web = { [academy.id]: published }
    expect(await reasonOf(await academy.sign(badge(academy)), web)).toBe('signature-valid')
    expect(await reasonOf(await thief.sign(badge(thief)), web)).toBe('signer-not-issuer')
  })

  test('a poisoned graph is refused before it costs anything', async () => {
    const nodes = Array.from({ length: 10 }, (_, at) => `_:n${at}`)
    const related = nodes.map((id) => ({
      id,
      type: ['Profile'],
      parentOrg: nodes.filter((one) => one !== id).map((one) => ({ id: one, type: ['Profile'] })),
    }))
    const poisoned = badge(issuer, {
      issuer: { id: issuer.id, type: ['Profile'], name: 'x', parentOrg: related },
    })
    const start = performance.now()
    expect(
      await reasonOf({
        ...poisoned,
        proof: [
          {
            type: 'DataIntegrityProof',
            cryptosuite: 'eddsa-rdfc-2022',
            verificationMethod: issuer.method,
            proofPurpose: 'assertionMethod',
            created: '2026-11-01T00:00:00Z',
            proofValue: ((await issuer.sign(badge(issuer))) as { proof: { proofValue: string }[] }).proof[0]
              ?.proofValue as string,
          },
        ],
      }),
    ).toBe('canonicalisation-refused')
    expect(performance.now() - start).toBeLessThan(2_000)
  })
})

const claims = (by: Party, more: JsonObject = {}): JsonObject => ({
  iss: by.id,
  sub: 'urn:uuid:019a0000-0000-7000-8000-000000000002',
  jti: 'urn:uuid:019a0000-0000-7000-8000-000000000001',
  nbf: Date.parse('2026-01-01T00:00:00Z') / 1000,
  ...badge(by),
  ...more,
})

const base64url = (value: JsonObject): string => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('tokens', () => {
  test('a sound token is authentic', async () => {
    expect(await reasonOf(await issuer.token({ typ: 'JWT' }, claims(issuer)))).toBe('signature-valid')
  })

  test('14: a token without a signature is refused', async () => {
    const token = `${base64url({ alg: 'none', typ: 'JWT' })}.${base64url(claims(issuer))}.`
    expect(await reasonOf(token)).toBe('algorithm-refused')
  })

  test('15: a key that the token brings along is not the issuer’s', async () => {
    const token = await attacker.token({ jwk: attacker.jwk, kid: issuer.method }, claims(issuer))
    expect(await reasonOf(token)).toBe('signer-not-issuer')
    const { kid: _, ...bare } = { kid: undefined, jwk: attacker.jwk }
    expect(await reasonOf(await attacker.token({ ...bare, kid: null as never }, claims(issuer)))).toBe(
      'signer-not-issuer',
    )
  })

  test('16: claims that contradict the credential are refused', async () => {
    expect(await reasonOf(await issuer.token({ typ: 'JWT' }, claims(issuer, { iss: attacker.id })))).toBe(
      'claims-differ',
    )
    expect(await reasonOf(await issuer.token({ typ: 'JWT' }, claims(issuer, { nbf: 1 })))).toBe(
      'claims-differ',
    )
    expect(
      await reasonOf(await issuer.token({ typ: 'JWT' }, claims(issuer, { jti: 'urn:uuid:other' }))),
    ).toBe('claims-differ')
  })

  test('17: a key identifier of another party is not the issuer’s', async () => {
    expect(await reasonOf(await attacker.token({ typ: 'JWT' }, claims(issuer)))).toBe('signer-not-issuer')
  })

  test('headers that change what is verified are refused', async () => {
    const headers: readonly JsonObject[] = [
      { crit: ['exp'] },
      { jku: 'https://evil.example/keys' },
      { x5u: 'https://evil.example/x' },
      { typ: 'at+jwt' },
    ]
    for (const header of headers)
      expect(await reasonOf(await issuer.token(header, claims(issuer)))).toBe('header-refused')
  })
})

/** A server on this machine that counts who asks. */
async function withTrap(use: (address: string, hits: () => number) => Promise<void>): Promise<void> {
  let hits = 0
  const server = createServer((_, response) => {
    hits += 1
    response.end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  await use(`127.0.0.1:${(server.address() as AddressInfo).port}`, () => hits)
  server.close()
}

const junkProof = (verificationMethod: string): JsonObject => ({
  proof: [
    {
      type: 'DataIntegrityProof',
      cryptosuite: 'eddsa-rdfc-2022',
      created: '2026-01-01T00:00:00Z',
      verificationMethod,
      proofPurpose: 'assertionMethod',
      proofValue: `z${encodeBase58(Buffer.alloc(64, 7))}`,
    },
  ],
})

describe('nothing on this machine or behind it is fetched for a stranger', () => {
  const verifier = makeVerifier({ fetch: makeSafeFetch(), seen: openSeenLists(null) })
  const check = (document: JsonObject) => verifier.verify({ text: JSON.stringify(document) }, { now })

  const probes: readonly (readonly [string, (address: string) => Promise<JsonObject>, Reason])[] = [
    [
      '18: a context',
      async (at) => ({
        ...badge(attacker),
        '@context': ['https://www.w3.org/ns/credentials/v2', `http://${at}/c`],
        ...junkProof(attacker.method),
      }),
      'context-unknown',
    ],
    [
      '19: a verification method',
      async (at) => ({ ...badge(makeParty(`https://${at}/issuer`)), ...junkProof(`https://${at}/issuer#k`) }),
      'address-refused',
    ],
    [
      '20: a did:web of this machine',
      async (at) => ({
        ...badge(makeParty(`did:web:${at.replace(':', '%3A')}`)),
        ...junkProof(`did:web:${at.replace(':', '%3A')}#k`),
      }),
      'address-refused',
    ],
    [
      '21: a schema and a refresh service',
      async (at) =>
        attacker.sign(
          badge(attacker, {
            credentialSchema: [{ id: `http://${at}/s`, type: 'JsonSchema' }],
            refreshService: { id: `http://${at}/r`, type: '1EdTechCredentialRefresh' },
            '@context': [...contexts, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json'],
          }),
        ),
      'signature-valid',
    ],
  ]

  for (const [title, forge, reason] of probes) {
    test(title, async () => {
      await withTrap(async (address, hits) => {
        expect((await check(await forge(address))).authentic.reason).toBe(reason)
        expect(hits()).toBe(0)
      })
    })
  }

  test('22: a status list of this machine', async () => {
    await withTrap(async (address, hits) => {
      const entry = (statusEntry() as { credentialStatus: JsonObject }).credentialStatus
      for (const scheme of ['http', 'https']) {
        const status = { ...entry, statusListCredential: `${scheme}://${address}/list` }
        const report = await check(await attacker.sign(badge(attacker, { credentialStatus: status })))
        expect(report.status).toMatchObject({ answer: 'could-not-tell', reason: 'address-refused' })
      }
      expect(hits()).toBe(0)
    })
  })

  test('addresses within, in every spelling', async () => {
    const fetch = makeSafeFetch()
    const within = [
      'https://localhost/',
      'https://127.1/',
      'https://[::1]/',
      'https://[::ffff:10.0.0.1]/',
      'https://169.254.169.254/',
      'https://0x7f000001/',
      'https://user:pw@example.org/',
      'file:///etc/passwd',
    ]
    for (const url of within)
      await expect(fetch(url), url).rejects.toMatchObject({ reason: 'address-refused' })
  })
})

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function chunk(type: string, data: Buffer, length = data.length): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(length)
  head.write(type, 4, 'latin1')
  return Buffer.concat([head, data, Buffer.alloc(4)])
}

describe('containers', () => {
  test('23: a chunk that claims more than the file holds costs nothing', async () => {
    const file = Buffer.concat([pngSignature, chunk('iTXt', Buffer.alloc(13), 0x1000_0000)])
    const before = process.memoryUsage().rss
    expect(await reasonOf(file)).toBe('png-invalid')
    expect(process.memoryUsage().rss - before).toBeLessThan(32 * 2 ** 20)
  })

  test('24: entities in an SVG are not expanded', async () => {
    const lines = [
      '<!ENTITY a "lol">',
      ...'bcdefgh'.split('').map((name, at) => `<!ENTITY ${name} "${`&${'abcdefg'[at]};`.repeat(10)}">`),
    ]
    const svg = `<?xml version="1.0"?><!DOCTYPE svg [${lines.join('')}]><svg xmlns:ob="https://purl.imsglobal.org/ob/v3p0"><ob:credential>&h;</ob:credential></svg>`
    expect(await reasonOf(svg)).toBe('xml-entity-refused')
  })

  test('compressed text in a PNG is expanded up to a limit', async () => {
    const text = Buffer.concat([
      Buffer.from('openbadgecredential\0'),
      Buffer.from([1, 0, 0, 0]),
      deflateSync(Buffer.alloc(2 ** 24, 0x20)),
    ])
    expect(
      await reasonOf(Buffer.concat([pngSignature, chunk('iTXt', text), chunk('IEND', Buffer.alloc(0))])),
    ).toBe('expansion-too-large')
  })

  test('deep, doubled, broken and oversized JSON is refused', async () => {
    expect(await reasonOf(`${'['.repeat(40)}${']'.repeat(40)}`)).toBe('json-too-deep')
    expect(await reasonOf('{"id":"a","\\u0069d":"b"}')).toBe('member-duplicated')
    expect(await reasonOf('{"id":')).toBe('json-invalid')
    expect(await reasonOf(Buffer.from([0x7b, 0xff, 0x7d]))).toBe('encoding-invalid')
    expect(await reasonOf(`{"a":"${'x'.repeat(2 ** 20)}"}`)).toBe('input-too-large')
    const many = Array.from({ length: 2_100 }, (_, at) => ({ id: `urn:e:${at}`, type: ['Evidence'] }))
    expect(await reasonOf(badge(issuer, { evidence: many, ...junkProof(issuer.method) }))).toBe(
      'statements-too-many',
    )
  })
})
