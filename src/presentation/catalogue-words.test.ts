import { describe, expect, test } from 'vitest'
import type { DateFact, Renewal } from '../domain/catalogue/types.ts'
import { calendarDate } from '../domain/kernel/calendar-date.ts'
import {
  bareName,
  confidenceMarks,
  describeDate,
  describeRenewal,
  shortName,
  statusGlyphs,
  tierName,
} from './catalogue-words.ts'

const day: DateFact = {
  date: calendarDate('2026-11-30'),
  stated: ['2026-11-30', '2026-12-01'],
  basis: 'announced',
  confidence: 'secondary',
  note: null,
}
const activity: Extract<Renewal, { kind: 'activity' }> = {
  kind: 'activity',
  name: 'Maintain',
  extendsYears: 1,
  windowDaysBeforeExpiry: 90,
  windowMonthsBeforeExpiry: null,
  pointsRequired: 500,
  minPracticalActivities: 1,
  feeUsd: null,
  requires: 'a subscription',
  confidence: 'secondary',
  note: null,
}
const nameOf = (id: string): string => id.toUpperCase()

describe('names', () => {
  test.each([
    ['AWS Certified Developer - Associate', 'Developer - Associate', 'Developer'],
    ['AWS Certified: SAP on AWS - Specialty', 'SAP on AWS - Specialty', 'SAP on AWS'],
    ['AWS Certified Cloud Practitioner', 'Cloud Practitioner', 'Cloud Practitioner'],
    ['Acme Certified Welder - Level 2', 'Acme Certified Welder - Level 2', 'Acme Certified Welder - Level 2'],
  ])('%s', (name, short, bare) => {
    expect([shortName(name), bareName(name)]).toEqual([short, bare])
  })

  test('tiers are written with a capital', () => {
    expect(tierName('specialty')).toBe('Specialty')
  })
})

describe('signs', () => {
  test('no two states and no two confidences share one', () => {
    expect(new Set(Object.values(statusGlyphs)).size).toBe(5)
    expect(new Set(Object.values(confidenceMarks)).size).toBe(3)
  })
})

describe('describeDate', () => {
  test('tells basis and what else is stated', () => {
    expect(describeDate(day)).toBe('30 Nov 2026 (announced; also stated: 2026-12-01)')
  })

  test('a reported date needs no qualification', () => {
    expect(describeDate({ ...day, stated: ['2026-11-30'], basis: 'reported' })).toBe('30 Nov 2026')
  })

  test('a reduced date stays reduced', () => {
    const reduced = {
      ...day,
      date: calendarDate('2018-02-01'),
      stated: ['2018-02'],
      basis: 'recalled',
    } as const
    expect(describeDate(reduced)).toBe('2018-02 (recalled)')
  })
})

describe('describeRenewal', () => {
  test('by exam, with its note', () => {
    const renewal = { kind: 'exam', certificationId: 'dop', extendsYears: 3, note: 'pass DOP' } as const
    expect(describeRenewal(renewal, nameOf)).toBe('DOP: +3 years (pass DOP)')
  })

  test('by any exam of a tier', () => {
    const renewal = { kind: 'any-exam-of-tier', tier: 'associate', extendsYears: 3, note: null } as const
    expect(describeRenewal(renewal, nameOf)).toBe('any Associate exam: +3 years')
  })

  test('by an activity, with its terms', () => {
    expect(describeRenewal(activity, nameOf)).toBe(
      'Maintain: +1 year; within 90 days of expiry; 500 points; 1 practical activity; a subscription',
    )
  })

  test('by a free game counted in months', () => {
    const game = {
      ...activity,
      name: 'Game',
      windowMonthsBeforeExpiry: 6,
      pointsRequired: null,
      minPracticalActivities: null,
      feeUsd: 0,
      requires: null,
    }
    expect(describeRenewal(game, nameOf)).toBe('Game: +1 year; within 6 months of expiry; free')
  })

  test('by an activity of unknown terms', () => {
    const bare = {
      ...activity,
      windowDaysBeforeExpiry: null,
      pointsRequired: null,
      minPracticalActivities: null,
      requires: null,
    }
    expect(describeRenewal(bare, nameOf)).toBe('Maintain: +1 year')
  })
})
