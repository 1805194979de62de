import { describe, expect, test } from 'vitest'
import type { CatalogueView } from '../../../application/read-catalogue.ts'
import type { CalendarDate } from '../../../domain/kernel/calendar-date.ts'
import { soonChanges } from './soon-changes.ts'

type Change = CatalogueView['changes'][number]

const change = (date: string, kind: Change['kind'] = 'version-turns'): Change => ({
  date: date as CalendarDate,
  kind,
  certificationId: 'developer-associate',
  examCode: 'DVA-C03',
  title: 'DVA-C03 replaces DVA-C02',
  text: 'DVA-C03 replaces DVA-C02 on 2026-12-01.',
  basis: 'announced',
  confidence: 'secondary',
})

describe('changes on the home page', () => {
  test('reach four months ahead, the last day included', () => {
    const dates = ['2026-12-01', '2027-03-24', '2027-03-25'].map((date) => change(date))
    expect(soonChanges(dates, '2026-11-24').map(({ date }) => date)).toEqual(['2026-12-01', '2027-03-24'])
  })

  test('leave out mere booking dates', () => {
    expect(soonChanges([change('2026-12-01', 'booking-opens')], '2026-11-24')).toEqual([])
  })

  test('stop at six', () => {
    const many = Array.from({ length: 9 }, (_, index) => change(`2026-12-0${index + 1}`))
    expect(soonChanges(many, '2026-11-24')).toHaveLength(6)
  })
})
