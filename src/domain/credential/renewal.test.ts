import { describe, expect, test } from 'vitest'
import { instant, toIso } from '../kernel/instant.ts'
import type { Award } from './award.ts'
import { correctAward, renewAward } from './renewal.ts'

const at = (text: string) => instant(Date.parse(text))

const award: Award = {
  credentialId: 'c1',
  subjectId: 'urn:uuid:s1',
  achievement: {
    achievementId: 'urn:uuid:a1',
    kind: 'programme-credential',
    name: 'Harbour work',
    title: 'Harbour work',
    description: 'd',
    criteria: 'c',
    examCode: 'TST-C01',
    certificationId: 'test',
    tier: null,
    tags: [],
    alignments: [],
    resultDescriptions: [],
  },
  recipient: { email: 'ada@harbour.example' },
  salt: 's',
  results: [{ resultDescription: 'r', value: 1 }],
  evidence: [],
  awardedAt: at('2026-11-24T09:00:00Z'),
  validFrom: at('2026-11-24T09:00:00Z'),
  validUntil: at('2027-11-24T23:59:59Z'),
}
const now = at('2027-10-01T10:00:00.700Z')

describe('a renewal', () => {
  const exam = { closedAt: at('2027-10-01T09:00:00Z'), extendsYears: 3 }

  test('keeps identifier and first day, and moves beginning and end', () => {
    const renewed = renewAward(award, exam, now)
    expect(renewed).toMatchObject({
      ok: true,
      value: { credentialId: 'c1', awardedAt: award.awardedAt, results: award.results },
    })
    const value = renewed.ok ? renewed.value : award
    expect([toIso(value.validFrom), toIso(value.validUntil ?? instant(0))]).toEqual([
      '2027-10-01T10:00:00.000Z',
      '2030-10-01T23:59:59.000Z',
    ])
  })

  test('by its own exam brings that exam’s results', () => {
    const own = { achievement: award.achievement, results: [], evidence: [] }
    expect(renewAward(award, { ...exam, own }, now)).toMatchObject({ ok: true, value: { results: [] } })
  })

  test('is refused where the end would not move', () => {
    const early = { closedAt: at('2026-11-24T12:00:00Z'), extendsYears: 1 }
    expect(renewAward(award, early, now)).toEqual({
      ok: false,
      error: { code: 'renewal-not-newer', validUntil: award.validUntil },
    })
    expect(renewAward({ ...award, validUntil: null }, exam, now).ok).toBe(false)
  })
})

describe('a correction', () => {
  test('changes what is given and keeps the rest', () => {
    const corrected = correctAward(award, { name: 'Ada' }, now)
    expect(corrected.recipient).toEqual({ name: 'Ada', email: 'ada@harbour.example' })
    expect([corrected.credentialId, corrected.validUntil]).toEqual(['c1', award.validUntil])
  })

  test('within the same second still begins later, so that the newer copy counts', () => {
    const corrected = correctAward(award, { name: 'Ada' }, award.validFrom)
    expect(corrected.validFrom).toBe(award.validFrom + 1_000)
  })
})
