import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { instant } from '../kernel/instant.ts'
import type { Award } from './award.ts'
import { buildCredential, credentialUri, toSecond } from './build-credential.ts'
import { buildTranscript } from './transcript.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

const award = (changes: Partial<Award> = {}): Award => ({
  credentialId: 'c1',
  subjectId: 'urn:uuid:s1',
  achievement: {
    achievementId: 'urn:uuid:a1',
    kind: 'readiness-record',
    name: 'Cairn readiness record: Harbour work (TST-C01)',
    title: 'Harbour work',
    description: 'd',
    criteria: 'c',
    examCode: 'TST-C01',
    certificationId: 'test',
    tier: null,
    tags: ['practice'],
    alignments: [
      { targetName: 'G', targetUrl: 'https://g.example/', targetFramework: 'G', targetCode: null },
    ],
    resultDescriptions: [
      {
        id: 'urn:uuid:r1',
        name: 'Scaled score',
        resultType: 'ScaledScore',
        valueMin: 100,
        valueMax: 1000,
        requiredValue: 720,
        alignment: null,
      },
    ],
  },
  recipient: { email: 'ada@harbour.example' },
  salt: 'salt',
  results: [{ resultDescription: 'urn:uuid:r1', value: 742 }],
  evidence: [{ name: 'Form', narrative: 'n', genre: 'Exam form', url: null }],
  awardedAt: instant(0),
  validFrom: instant(1_999),
  validUntil: instant(86_400_000),
  ...changes,
})

const issuer = { id: 'did:key:z1', name: 'A Cairn installation', url: null }
const place = {
  origin: 'https://o.example',
  statusListUrl: 'https://o.example/credentials/status/1',
  statusIndex: 94567,
}

describe('a credential without an origin', () => {
  const credential = Object(buildCredential(award(), issuer, { place: null, sha256 }))

  test('is named by a URN, and carries neither status nor link', () => {
    expect(credential.id).toBe('urn:uuid:c1')
    expect(credential['@context']).toHaveLength(2)
    expect(Object.keys(credential)).not.toEqual(expect.arrayContaining(['credentialStatus']))
    expect(JSON.stringify(credential)).not.toMatch(/refreshService|"url"/)
  })

  test('writes moments to the second and numbers as text', () => {
    expect([credential.validFrom, credential.awardedDate]).toEqual([
      '1970-01-01T00:00:01Z',
      '1970-01-01T00:00:00Z',
    ])
    expect(credential.credentialSubject.result).toEqual([
      { type: ['Result'], resultDescription: 'urn:uuid:r1', value: '742' },
    ])
    expect(credential.credentialSubject.achievement.resultDescription[0]).toMatchObject({
      valueMin: '100',
      valueMax: '1000',
      requiredValue: '720',
    })
  })

  test('leaves out what there is none of, rather than writing nothing', () => {
    const bare = award({ recipient: {}, results: [], evidence: [], validUntil: null })
    const written = JSON.stringify(buildCredential(bare, issuer, { place: null, sha256 }))
    expect(written).not.toMatch(/null|\[\]|"identifier"|"result":|"evidence"|"validUntil"/)
  })
})

describe('a credential under an origin', () => {
  const credential = Object(
    buildCredential(award(), { ...issuer, url: 'https://o.example/issuers/cairn' }, { place, sha256 }),
  )

  test('is named by its address and has one status entry, with its index as text', () => {
    expect(credential.id).toBe('https://o.example/credentials/c1')
    expect(credential.credentialStatus).toEqual({
      id: 'https://o.example/credentials/status/1#94567',
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '94567',
      statusListCredential: 'https://o.example/credentials/status/1',
    })
  })

  test('names the third vocabulary for its refresh service only', () => {
    expect(credential.refreshService.type).toBe('1EdTechCredentialRefresh')
    expect(credential['@context']).toHaveLength(3)
    const endless = Object(buildCredential(award({ validUntil: null }), issuer, { place, sha256 }))
    expect(endless).not.toHaveProperty('refreshService')
    expect(endless['@context']).toHaveLength(2)
  })
})

test('an identifier and a moment are written as the standard asks', () => {
  expect(credentialUri('c1', null)).toBe('urn:uuid:c1')
  expect(credentialUri('c1', 'https://o.example')).toBe('https://o.example/credentials/c1')
  expect(toSecond(instant(1_500))).toBe('1970-01-01T00:00:01Z')
})

test('a transcript holds signed credentials as they are', () => {
  const signed = { id: 'urn:uuid:c1', proof: [{ proofValue: 'z1' }] }
  const transcript = Object(
    buildTranscript({
      id: 'urn:uuid:t',
      subjectId: 'urn:uuid:s',
      issuer,
      issuedAt: instant(0),
      credentials: [signed],
    }),
  )
  expect(transcript.type).toEqual(['VerifiableCredential', 'ClrCredential'])
  expect(transcript.credentialSubject.verifiableCredential).toEqual([signed])
  expect(transcript.issuer).not.toHaveProperty('url')
})
