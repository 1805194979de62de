import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../../domain/kernel/calendar-date.ts'
import type { AlternativeRoute, Leg, RouteTotals } from '../../../domain/path/route.ts'
import { compareText, legFacts, spreadText, summaryText } from './route-text.ts'

const day = (text: string) => text as CalendarDate

const totals: RouteTotals = {
  legs: 2,
  hours: { p10: 140.2, p50: 212.6, p90: 330, planned: 250, expected: 240 },
  weeks: { p10: 20, p50: 30, p90: 50, expected: 32 },
  finish: { p10: day('2027-03-01'), p50: day('2027-05-20'), p90: day('2027-09-15') },
  feeUsd: 225,
  expectedFeeUsd: 261.4,
  worth: 200,
  cost: 60,
  objective: 140,
}

const leg: Leg = {
  certificationId: 'developer-associate',
  name: 'Developer - Associate',
  tier: 'associate',
  examCode: 'DVA-C03',
  kind: 'new',
  startDate: day('2026-11-24'),
  hours: { p10: 55.5, p50: 90, p90: 150.4, planned: 110, expected: 105 },
  bookBy: day('2027-01-20'),
  examDate: { p10: day('2027-02-01'), p50: day('2027-02-20'), p90: day('2027-04-01') },
  passProbability: 0.82,
  feeUsd: 75,
  listFeeUsd: 150,
  expectedFeeUsd: 90,
  voucherUsed: true,
  voucherPercent: 50,
  renews: [],
  reasons: [],
  sources: [],
  forWhom: '',
  validates: '',
  advice: [],
  reading: [],
  practice: [],
  versionNote: null,
  window: { from: null, to: null, basis: null, next: null },
  contributions: [],
  gain: 60,
}

const factOf = (given: Leg, name: string) => legFacts(given).find((fact) => fact.name === name)?.value

describe('a route in words', () => {
  test('is one sentence of exams, hours, day and fees', () => {
    expect(summaryText(totals)).toBe(
      '2 exams, 250 hours of study to plan for, likely done by 20 May 2027, US$225 in fees.',
    )
  })

  test('without legs says that there is nothing to sit', () => {
    expect(summaryText({ ...totals, legs: 0 })).toContain('Nothing to sit')
  })

  test('has a spread that is never a single number', () => {
    expect(spreadText(totals)).toMatch(/140 to 330 hours.*between 1 Mar 2027 and 15 Sept 2027.*US\$261/)
    expect(spreadText({ ...totals, finish: null })).not.toContain('between')
  })
})

describe('a leg in facts', () => {
  test('gives dates and hours as spans', () => {
    expect(factOf(leg, 'Passed between')).toBe('1 Feb 2027 and 1 Apr 2027')
    expect(factOf(leg, 'Study')).toBe('Plan 110 hours; eight of ten are ready after 56 to 150')
    expect(factOf(leg, 'Chance of passing')).toBe('82%')
  })

  test('names the voucher and the fee without it', () => {
    expect(factOf(leg, 'Fee')).toBe('US$75 with a 50 % voucher, else US$150')
    expect(factOf({ ...leg, voucherUsed: false, feeUsd: 150 }, 'Fee')).toBe('US$150')
  })
})

describe('an alternative', () => {
  const alternative: AlternativeRoute = {
    aim: 'cheapest',
    legs: [leg],
    totals: { ...totals, feeUsd: 150 },
    sameAsRoute: false,
    note: 'One exam fewer.',
  }

  test('is set beside the route', () => {
    expect(compareText(alternative, { legs: [leg, leg], totals })).toBe(
      'Plan 250 hours, done by 20 May 2027, US$75 less in fees. One exam fewer.',
    )
    expect(compareText({ ...alternative, totals }, { legs: [], totals })).toContain('the same fees')
    expect(
      compareText({ ...alternative, totals: { ...totals, feeUsd: 300 } }, { legs: [], totals }),
    ).toContain('US$75 more')
  })

  test('that is the route, or none, says only its note', () => {
    expect(compareText({ ...alternative, sameAsRoute: true, note: 'The same.' }, { legs: [], totals })).toBe(
      'The same.',
    )
    expect(compareText({ ...alternative, legs: [], note: 'There is none.' }, { legs: [], totals })).toBe(
      'There is none.',
    )
  })
})
