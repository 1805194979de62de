import { describe, expect, test } from 'vitest'
import { askedDay, daysFrom, isDay, queryFor, shiftDay } from './as-of.ts'

describe('days', () => {
  test('shift across months, years and leap days', () => {
    expect(shiftDay('2026-12-31', 1)).toBe('2027-01-01')
    expect(shiftDay('2028-02-28', 1)).toBe('2028-02-29')
    expect(shiftDay('2026-03-01', -1)).toBe('2026-02-28')
  })

  test('are counted from one to another', () => {
    expect(daysFrom('2026-11-24', '2026-12-01')).toBe(7)
    expect(daysFrom('2026-12-01', '2026-11-24')).toBe(-7)
  })

  test('exist or not', () => {
    expect(['2026-11-24', '2028-02-29'].every(isDay)).toBe(true)
    expect(['2026-02-30', '2026-13-01', '24.11.2026', '2026-11-24T00:00', ''].some(isDay)).toBe(false)
  })
})

describe('the day in the address', () => {
  test('is read when it exists', () => {
    expect(askedDay('?as-of=2026-12-01')).toBe('2026-12-01')
    expect(askedDay('?as-of=2026-02-30')).toBeNull()
    expect(askedDay('')).toBeNull()
  })

  test('is left out for today', () => {
    expect(queryFor('2026-11-24', '2026-11-24')).toBe('')
    expect(queryFor('2026-12-01', '2026-11-24')).toBe('?as-of=2026-12-01')
  })
})
