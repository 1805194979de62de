import { describe, expect, test } from 'vitest'
import type { Expiry } from '../domain/credential/expiry.ts'
import { credentialCalendar } from './credential-calendar.ts'

const record = (changes: object = {}) => ({
  credentialId: 'c1',
  name: 'Harbour work; nights, too',
  state: 'active',
  expiry: {
    expiresOn: '2027-11-24',
    daysLeft: 100,
    standing: 'near',
    remindOn: ['2027-10-25', '2027-11-17'],
  } as unknown as Expiry,
  ...changes,
})

describe('reminders as a calendar', () => {
  test('have an entry for every reminder and one for the end', () => {
    const file = credentialCalendar([record()], '2026-11-24')
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(3)
    expect(file).toContain('UID:c1-remind-2027-10-25@cairn.invalid')
    expect(file).toContain('SUMMARY:Runs out: Harbour work\\; nights\\, too')
    expect(file.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
  })

  test('leave out what is revoked, has ended, or has no end', () => {
    const ended = { ...record().expiry, standing: 'expired' }
    const file = credentialCalendar(
      [record({ state: 'revoked' }), record({ expiry: ended }), record({ expiry: null })],
      '2026-11-24',
    )
    expect(file).not.toContain('VEVENT')
  })
})
