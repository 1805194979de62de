import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../cloud/json.ts'
import { instant } from '../kernel/instant.ts'
import { checkCredential, checkPresentation } from './check-model.ts'
import { readDateTime, writeSeconds } from './dates.ts'
import { finding } from './finding.ts'
import { identifyIssuer, judgeIssuer, mixesScripts } from './judge-issuer.ts'
import { judgeRecipient } from './judge-recipient.ts'
import { judgeTime } from './judge-time.ts'
import { claimsOf, contradictions } from './jwt-claims.ts'
import { learningClaims } from './learning-claims.ts'
import { leftOpen } from './not-checked.ts'
import { identityHash } from './recipient-hash.ts'
import { readBits, writeBits } from './status-bits.ts'
import { readStatusEntry, statusEntriesOf } from './status-entry.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const now = instant(Date.parse('2026-11-24T12:00:00Z'))

const sound: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: 'urn:uuid:1',
  type: ['VerifiableCredential'],
  issuer: { id: 'did:web:a.example', name: 'A' },
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: '2027-01-01T00:00:00Z',
  credentialSubject: { id: 'did:b:c', name: 'Ada Lovelace' },
}

describe('date-times', () => {
  test('need a zone and a real day', () => {
    expect(readDateTime('2026-01-01T00:00:00+01:00')).toBe(Date.parse('2025-12-31T23:00:00Z'))
    for (const text of [
      '2026-01-01',
      '2026-01-01T00:00:00',
      '2026-13-01T00:00:00Z',
      '2026-01-01T25:00:00Z',
      5,
    ])
      expect(readDateTime(text)).toBeNull()
  })

  test('are written to the second and read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e9 }), (seconds) => {
        expect(readDateTime(writeSeconds(instant(seconds * 1000)))).toBe(seconds * 1000)
      }),
    )
  })
})

describe('the data model', () => {
  test('a sound credential breaks no rule', () => {
    expect(checkCredential(sound)).toBeNull()
  })

  test.each([
    ['@context', { '@context': ['https://www.w3.org/ns/credentials/examples/v2'] }],
    ['type', { type: ['Other'] }],
    ['id', { id: 'no url' }],
    ['issuer', { issuer: { name: 'A' } }],
    ['credentialSubject', { credentialSubject: {} }],
    ['credentialStatus', { credentialStatus: { id: 'urn:a' } }],
    ['credentialSchema', { credentialSchema: { type: 'JsonSchema' } }],
    ['relatedResource', { relatedResource: [{ id: 'urn:a' }] }],
    ['name', { name: { '@value': 'a', url: 'b' } }],
    ['validFrom', { validFrom: 'soon' }],
    ['validUntil', { validUntil: '2025-01-01T00:00:00Z' }],
  ] as const)('a credential with a broken %s is told so', (member, change) => {
    expect(checkCredential({ ...sound, ...change } as JsonObject)?.member).toBe(member)
  })

  test('a presentation holds objects, never text', () => {
    const presentation = {
      '@context': sound['@context'] as JsonObject['x'] as never,
      type: ['VerifiablePresentation'],
    }
    expect(checkPresentation(presentation)).toBeNull()
    expect(checkPresentation({ ...presentation, verifiableCredential: ['eyJ'] })?.member).toBe(
      'verifiableCredential',
    )
  })
})

describe('time, issuer and recipient are judged apart', () => {
  test('expired is not broken, and the future is not yet', () => {
    expect(judgeTime(sound, now).reason).toBe('in-force')
    expect(judgeTime({ ...sound, validUntil: '2026-11-24T11:59:59Z' }, now)).toMatchObject({
      answer: 'fail',
      reason: 'expired',
    })
    expect(judgeTime({ ...sound, validFrom: '2026-11-24T12:06:00Z' }, now).reason).toBe('not-yet-valid')
    expect(judgeTime({ validFrom: '2026-11-24T12:04:00Z' }, now).reason).toBe('no-end-date')
  })

  test('only the viewer’s own list makes an issuer known', () => {
    const host = { ascii: 'a.example', unicode: 'a.example' }
    const passed = finding('signature-valid')
    const judge = (trusted: boolean, at: typeof host | null) =>
      judgeIssuer(identifyIssuer(sound, { trusted, host: at }, true), passed).reason
    expect([judge(true, host), judge(false, host), judge(false, null)]).toEqual([
      'issuer-trusted',
      'issuer-domain-verified',
      'issuer-key-only',
    ])
    expect(judge(false, { ascii: 'xn--pple-43d.example', unicode: 'аpple.example' })).toBe(
      'issuer-look-alike',
    )
    expect(
      judgeIssuer(identifyIssuer(sound, { trusted: true, host }, false), finding('signature-invalid')).reason,
    ).toBe('issuer-not-proved')
    expect(mixesScripts('bücher.example')).toBe(false)
  })

  test('a recipient is compared by salted hash or name, and only when asked', () => {
    const hashed = {
      type: 'IdentityObject',
      hashed: true,
      salt: 's',
      identityType: 'emailAddress',
      identityHash: identityHash('ada@example.org', 's', sha256),
    }
    const credential = {
      ...sound,
      credentialSubject: { id: 'did:b:c', name: 'Ada Lovelace', identifier: [hashed] },
    }
    const judge = (claimed: object) => judgeRecipient(credential, claimed, sha256)
    expect(judge({}).answer).toBe('not-checked')
    expect(judge({ email: ' ADA@example.org' }).reason).toBe('recipient-matches')
    expect(judge({ email: 'bob@example.org' }).reason).toBe('recipient-differs')
    expect(judge({ email: 'ada@example.org', name: 'Bob' }).reason).toBe('recipient-differs')
    expect(judgeRecipient(sound, { email: 'ada@example.org' }, sha256).reason).toBe('recipient-not-stated')
  })
})

describe('tokens and what they repeat', () => {
  test('claims come from the credential, and contradictions are named', () => {
    const badge = { ...sound, awardedDate: '2026-01-01T00:00:00Z' }
    const claims = claimsOf(badge)
    expect(claims).toEqual({
      ok: true,
      value: {
        iss: 'did:web:a.example',
        sub: 'did:b:c',
        jti: 'urn:uuid:1',
        nbf: 1_767_225_600,
        exp: 1_798_761_600,
      },
    })
    expect(contradictions({ iss: 'did:web:b.example', exp: 1, nbf: 1_767_225_600 }, badge)).toEqual([
      'iss',
      'exp',
    ])
    expect(claimsOf({ ...badge, credentialSubject: { name: 'x' } })).toMatchObject({
      ok: false,
      error: { claim: 'sub' },
    })
    expect(
      learningClaims({ ...badge, credentialSubject: { achievement: { name: 'Networks' } } }),
    ).toMatchObject({ achievement_title: 'Networks', date_of_expiry: '2027-01-01' })
  })
})

describe('status', () => {
  const entry: JsonObject = {
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '7',
    statusListCredential: 'https://a.example/1#list',
  }

  test('bits are read as they were written, and nothing outside', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 255 })), (set) => {
        const bits = writeBits(256, set)
        const read = Array.from({ length: 256 }, (_, at) => readBits(bits, at, 1))
        expect(read.flatMap((value, at) => (value === 1 ? [at] : []))).toEqual(set.toSorted((a, b) => a - b))
      }),
    )
    expect(readBits(Uint8Array.of(0b0000_0110), 2, 2)).toBe(1)
    expect(readBits(Uint8Array.of(0), 8, 1)).toBeNull()
    expect(() => writeBits(9, [])).toThrow(RangeError)
    expect(() => writeBits(8, [8])).toThrow(RangeError)
  })

  test('an entry is read strictly, revocation first', () => {
    expect(readStatusEntry(entry)).toMatchObject({
      ok: true,
      value: { list: 'https://a.example/1', index: 7 },
    })
    expect(readStatusEntry({ ...entry, statusListIndex: 7 })).toMatchObject({
      error: { code: 'status-index-invalid' },
    })
    expect(readStatusEntry({ ...entry, statusSize: 2 })).toMatchObject({ error: { member: 'statusMessage' } })
    expect(readStatusEntry({ ...entry, type: 'Other' })).toMatchObject({
      error: { code: 'status-type-unsupported' },
    })
    const both = statusEntriesOf({ credentialStatus: [{ ...entry, statusPurpose: 'suspension' }, entry] })
    expect(both.map(({ statusPurpose }) => statusPurpose)).toEqual(['revocation', 'suspension'])
  })

  test('what stays open is said', () => {
    expect(leftOpen({ evidence: [{ type: 'Evidence' }] }).map(({ check }) => check)).toEqual([
      'content',
      'evidence',
    ])
  })
})
