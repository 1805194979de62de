import { describe, expect, test } from 'vitest'
import { sampleAward } from '../../test/support/sample-award.ts'
import type { Expiry } from '../domain/credential/expiry.ts'
import { instant } from '../domain/kernel/instant.ts'
import {
  addToProfileLink,
  awardDays,
  kindName,
  resultLines,
  stateText,
  stateWord,
} from './credential-text.ts'

const expiry = (standing: Expiry['standing'], daysLeft: number) =>
  ({ expiresOn: '2027-11-24', daysLeft, standing, remindOn: [] }) as unknown as Expiry

describe('how a credential stands', () => {
  const active = { state: 'active', stateReason: null, stateAt: null } as const

  test('in a word', () => {
    expect(stateWord('active', expiry('far', 300))).toBe('In force')
    expect(stateWord('active', expiry('expired', -1))).toBe('Expired')
    expect(stateWord('revoked', expiry('expired', -1))).toBe('Revoked')
  })

  test('in a sentence, without calling what ran out broken', () => {
    expect(stateText(active, null)).toBe('In force, without an end.')
    expect(stateText(active, expiry('far', 300))).toBe('In force until 24 November 2027.')
    expect(stateText(active, expiry('near', 1))).toBe('In force until 24 November 2027, 1 day from now.')
    expect(stateText(active, expiry('expired', -1))).toBe(
      'Ran out on 24 November 2027. It is as authentic as it was.',
    )
    expect(
      stateText({ state: 'revoked', stateReason: 'Wrong person', stateAt: '2027-01-02T00:00:00Z' }, null),
    ).toBe('Revoked on 2 January 2027: Wrong person')
  })
})

describe('what a credential shows', () => {
  test('are its results in the order of their descriptions, with their share of the scale', () => {
    expect(resultLines(sampleAward())).toEqual([
      { name: 'Scaled score', value: '742 on a scale of 100 to 1000', share: (742 - 100) / 900 },
      { name: 'Domain 1, Quays', value: '15 of 20', share: 0.75 },
    ])
    expect(resultLines(sampleAward({ results: [] }))).toEqual([])
  })

  test('are its days, the newer beginning only where it was written anew', () => {
    expect(awardDays(sampleAward())).toEqual({
      awarded: '24 November 2026',
      renewed: null,
      until: '24 November 2027',
    })
    const renewed = sampleAward({ validFrom: instant(Date.parse('2027-05-01T00:00:00Z')), validUntil: null })
    expect(awardDays(renewed)).toMatchObject({ renewed: '1 May 2027', until: 'No end' })
  })

  test('is its kind, by name', () => {
    expect(kindName('readiness-record')).toBe('Readiness record')
  })
})

test('the profile link leaves the end out where there is none', () => {
  const credential = {
    name: 'Harbour work & more',
    id: 'https://o.example/credentials/1',
    awardedAt: '2026-11-24T09:00:00.000Z',
    validUntil: null,
    link: 'https://o.example/credentials/1',
  }
  const fields = new URL(addToProfileLink(credential, 'Harbour')).searchParams
  expect(fields.get('name')).toBe('Harbour work & more')
  expect(fields.get('issueMonth')).toBe('11')
  expect(fields.has('expirationYear')).toBe(false)
})
