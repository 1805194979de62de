import { describe, expect, test } from 'vitest'
import { calendarDate } from '../kernel/calendar-date.ts'
import { type FreshnessTest, staleReasons } from './freshness.ts'
import { makeItem } from './item.fixture.ts'

const held = (changes: Partial<FreshnessTest> = {}): FreshnessTest => ({
  asOf: calendarDate('2026-11-24'),
  horizonDays: 90,
  recheckDays: 365,
  serviceChanges: [
    {
      services: ['old', 'older'],
      name: 'Old Service',
      change: 'ended',
      on: calendarDate('2026-10-07'),
      page: 'https://docs.example.org/old',
      checked: calendarDate('2026-11-24'),
    },
    {
      services: ['shut'],
      name: 'Shut Service',
      change: 'closed-to-new-customers',
      on: calendarDate('2027-01-01'),
      page: 'https://docs.example.org/shut',
      checked: calendarDate('2026-11-24'),
    },
  ],
  version: { examCode: 'TST-C01', endsOn: null },
  ...changes,
})

const kinds = (reasons: ReturnType<typeof staleReasons>): string[] => reasons.map(({ kind }) => kind)

describe('staleReasons', () => {
  test('a fresh item has none', () => {
    expect(staleReasons(makeItem(), held())).toEqual([])
  })

  test('tells a service that has ended from one that will close', () => {
    const reasons = staleReasons(makeItem({ services: ['s3', 'shut', 'older'] }), held())
    expect(reasons.map(({ due, text }) => [due, text])).toEqual([
      [true, 'Old Service ends on 2026-10-07.'],
      [false, 'Shut Service takes no new customers from 2027-01-01.'],
    ])
  })

  test('looks no further ahead than the horizon, to the day', () => {
    const item = makeItem({ services: ['shut'] })
    const days = 38
    expect(kinds(staleReasons(item, held({ horizonDays: days })))).toEqual(['service'])
    expect(staleReasons(item, held({ horizonDays: days - 1 }))).toEqual([])
  })

  test('an item that is valid until today is due tomorrow', () => {
    const [reason] = staleReasons(makeItem({ validUntil: calendarDate('2026-11-24') }), held())
    expect(reason).toMatchObject({ kind: 'item', on: '2026-11-25', due: false })
  })

  test('the end of the exam version makes every item of its pack stale', () => {
    const version = { examCode: 'TST-C01', endsOn: calendarDate('2026-11-24') }
    expect(staleReasons(makeItem(), held({ version }))[0]).toMatchObject({ kind: 'version', due: true })
  })

  test('a page read a year ago is to be read again', () => {
    const asOf = calendarDate('2027-11-24')
    expect(staleReasons(makeItem(), held({ asOf }))[0]).toMatchObject({
      kind: 'reference',
      due: true,
      page: 'https://docs.aws.amazon.com/s3/',
    })
  })

  test('gives the earliest first', () => {
    const item = makeItem({ services: ['shut', 'old'], validUntil: calendarDate('2026-12-01') })
    expect(kinds(staleReasons(item, held()))).toEqual(['service', 'item', 'service'])
  })
})
