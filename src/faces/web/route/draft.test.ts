import { describe, expect, test } from 'vitest'
import { type Draft, draftOf, firstDraft, parseDraft, profileOf } from './draft.ts'

describe('the profile of a draft', () => {
  test('an empty direction is the work of today', () => {
    expect(profileOf(firstDraft)).toMatchObject({ role: 'web-developer', direction: 'web-developer' })
    expect(profileOf({ ...firstDraft, direction: 'devops' }).direction).toBe('devops')
  })

  test('what is not said is left out', () => {
    const profile = profileOf(firstDraft)
    expect(Object.keys(profile)).not.toEqual(expect.arrayContaining(['deadline']))
    expect(profile).not.toHaveProperty('startDate')
    expect(profile).not.toHaveProperty('budgetUsd')
  })

  test('what is said is passed on, a budget as a number', () => {
    expect(profileOf({ ...firstDraft, deadline: '2027-06-30', budgetUsd: '450' })).toMatchObject({
      deadline: '2027-06-30',
      budgetUsd: 450,
    })
    expect(profileOf({ ...firstDraft, budgetUsd: 'much' })).not.toHaveProperty('budgetUsd')
  })

  test('unfinished rows are left out', () => {
    const draft: Draft = {
      ...firstDraft,
      held: [
        { certificationId: 'cloud-practitioner', earnedOn: '2025-03-01' },
        { certificationId: '', earnedOn: '2025-03-01' },
        { certificationId: 'developer-associate', earnedOn: '' },
      ],
      vouchers: [{ percent: 50, expiresOn: '' }],
    }
    expect(profileOf(draft)).toMatchObject({
      held: [{ certificationId: 'cloud-practitioner' }],
      vouchers: [],
    })
  })
})

describe('a stored draft', () => {
  test('comes back as it was', () => {
    const draft: Draft = {
      ...firstDraft,
      role: 'data-engineer',
      stack: { analytics: 1 },
      wants: ['data-engineer-associate'],
    }
    expect(parseDraft(JSON.stringify(draft))).toEqual(draft)
  })

  test('that is missing or broken is the first one', () => {
    expect(parseDraft(null)).toEqual(firstDraft)
    expect(parseDraft('{')).toEqual(firstDraft)
    expect(parseDraft('[]')).toEqual(firstDraft)
  })

  test('keeps what is still known and drops the rest', () => {
    const stored = {
      role: 'alchemist',
      direction: 'gold',
      awsYears: '7',
      stack: { serverless: 0.6, lead: 1, compute: 'all' },
      held: 'none',
      extra: 1,
      itYears: 9,
    }
    expect(parseDraft(JSON.stringify(stored))).toEqual({
      ...firstDraft,
      stack: { serverless: 0.6 },
      itYears: 9,
    })
  })
})

describe('the draft of a profile', () => {
  test('gives the same profile again', () => {
    const draft: Draft = {
      ...firstDraft,
      direction: 'security',
      deadline: '2027-06-30',
      budgetUsd: '450',
      awsYears: 3,
    }
    expect(draftOf(profileOf(draft))).toEqual(draft)
    expect(draftOf(profileOf(firstDraft))).toEqual(firstDraft)
  })

  test('starts today again, whatever the start was', () => {
    expect(draftOf(profileOf({ ...firstDraft, startDate: '2026-01-01' })).startDate).toBe('')
  })
})
