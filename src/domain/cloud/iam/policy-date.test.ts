import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPolicyDate } from './policy-date.ts'

const day = Date.UTC(2026, 5, 1)

describe('readPolicyDate', () => {
  test('reads every form of the W3C profile', () => {
    expect(readPolicyDate('2026')).toBe(Date.UTC(2026, 0, 1))
    expect(readPolicyDate('2026-06')).toBe(day)
    expect(readPolicyDate('2026-06-01')).toBe(day)
    expect(readPolicyDate('2026-06-01T00:00Z')).toBe(day)
    expect(readPolicyDate('2026-06-01T00:00:00Z')).toBe(day)
    expect(readPolicyDate('2026-06-01T00:00:00.250Z')).toBe(day + 250)
    expect(readPolicyDate('2026-06-01T02:00:00+02:00')).toBe(day)
    expect(readPolicyDate('2026-05-31T20:30:00-03:30')).toBe(day)
  })

  test('reads seconds since 1970', () => {
    expect(readPolicyDate('1798761600')).toBe(Date.UTC(2027, 0, 1))
    expect(readPolicyDate('0')).toBe(0)
    expect(readPolicyDate('1780000000.5')).toBe(1_780_000_000_500)
    expect(readPolicyDate('-86400')).toBe(-86_400_000)
  })

  test('a time without a zone is UTC, on every machine', () => {
    expect(readPolicyDate('2026-06-01T00:00:00')).toBe(day)
  })

  test('refuses days and times that do not exist', () => {
    const wrong = [
      '',
      'today',
      '2026-13-01',
      '2026-00-01',
      '2026-02-30',
      '2025-02-29',
      '2026-06-01T24:00:00Z',
      '2026-06-01T00:60:00Z',
      '2026-06-01T00:00:60Z',
      '2026-6-1',
      '2026-06-01 00:00:00',
      '2026-06-01T00Z',
      '1.2.3',
      '*',
    ]
    expect(wrong.filter((text) => readPolicyDate(text) !== null)).toEqual([])
    expect(readPolicyDate('2028-02-29')).toBe(Date.UTC(2028, 1, 29))
  })

  test('agrees with the platform on whole ISO instants, and epoch and ISO forms agree', () => {
    const date = fc.date({ min: new Date(0), max: new Date('2099-12-31T23:59:59Z'), noInvalidDate: true })
    fc.assert(
      fc.property(date, (moment) => {
        expect(readPolicyDate(moment.toISOString())).toBe(moment.getTime())
        const seconds = Math.floor(moment.getTime() / 1000)
        fc.pre(seconds > 9999)
        expect(readPolicyDate(String(seconds))).toBe(seconds * 1000)
      }),
    )
  })
})
