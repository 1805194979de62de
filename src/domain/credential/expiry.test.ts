import { describe, expect, test } from 'vitest'
import { type Instant, instant, toIso } from '../kernel/instant.ts'
import { expiryAt, validUntilOf } from './expiry.ts'

const at = (text: string): Instant => instant(Date.parse(text))

describe('the end of a credential', () => {
  test('is the last second of the same day, years later', () => {
    expect(toIso(validUntilOf(at('2026-11-24T09:30:00Z'), 3))).toBe('2029-11-24T23:59:59.000Z')
    expect(toIso(validUntilOf(at('2024-02-29T00:00:00Z'), 1))).toBe('2025-02-28T23:59:59.000Z')
  })
})

describe('how near the end is', () => {
  const end = at('2027-11-24T23:59:59Z')

  test.each([
    ['2026-11-24T09:00:00Z', 365, 'far', ['2027-05-28', '2027-08-26', '2027-10-25', '2027-11-17']],
    ['2027-05-28T00:00:00Z', 180, 'near', ['2027-08-26', '2027-10-25', '2027-11-17']],
    ['2027-10-26T00:00:00Z', 29, 'near', ['2027-11-17']],
    ['2027-11-20T00:00:00Z', 4, 'near', []],
    ['2027-11-24T23:59:59Z', 0, 'near', []],
    ['2027-11-25T00:00:00Z', -1, 'expired', []],
  ])('on %s it is %s days, %s, reminders %j', (now, daysLeft, standing, remindOn) => {
    expect(expiryAt(end, at(now))).toEqual({ expiresOn: '2027-11-24', daysLeft, standing, remindOn })
  })

  test('is not told where there is no end', () => {
    expect(expiryAt(null, instant(0))).toBeNull()
  })
})
