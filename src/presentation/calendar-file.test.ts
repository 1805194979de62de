import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planOf } from '../domain/path/path.fixture.ts'
import { escapeValue, foldLine, renewalCalendar } from './calendar-file.ts'

const plan = planOf({ direction: 'devops', held: [{ certificationId: 'CLF-C02', earnedOn: '2024-06-01' }] })
const file = renewalCalendar(plan)

/** The content lines as a reader of RFC 5545 sees them. */
const unfolded = (text: string): readonly string[] => text.replace(/\r\n /g, '').split('\r\n').slice(0, -1)

type Event = Readonly<Record<string, string>>

function eventsOf(text: string): readonly Event[] {
  return text
    .replace(/\r\n /g, '')
    .split('BEGIN:VEVENT\r\n')
    .slice(1)
    .map((block) => {
      const own = block.replace(/BEGIN:VALARM[\s\S]*?END:VALARM\r\n/, '').split('END:VEVENT')[0]!
      const lines = own.split('\r\n').filter((line) => line !== '')
      return Object.fromEntries(
        lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]),
      )
    })
}

describe('text values', () => {
  test('have backslash, semicolon, comma and line breaks escaped, and no control characters', () => {
    expect(escapeValue('a\\b; c, d\r\ne\nf\u0007')).toBe('a\\\\b\\; c\\, d\\ne\\nf')
  })
})

describe('folding', () => {
  test('leaves a line of 75 octets alone and breaks a longer one', () => {
    expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75))
    expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`)
  })

  test('counts octets and never breaks a character', () => {
    const folded = foldLine('ü'.repeat(60))
    for (const part of folded.split('\r\n'))
      expect(new TextEncoder().encode(part).length).toBeLessThanOrEqual(75)
    expect(folded.replaceAll('\r\n ', '')).toBe('ü'.repeat(60))
  })

  test('is undone by unfolding, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const line = escapeValue(text)
        const folded = foldLine(line)
        expect(folded.replaceAll('\r\n ', '')).toBe(line)
        expect(folded.split('\r\n').every((part) => new TextEncoder().encode(part).length <= 75)).toBe(true)
      }),
    )
  })
})

describe('the calendar of a route', () => {
  test('is one calendar of version 2.0, its lines ended by CR LF and none too long', () => {
    const lines = unfolded(file)
    expect([lines[0], lines[1], lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'VERSION:2.0', 'END:VCALENDAR'])
    expect(file.endsWith('\r\n')).toBe(true)
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(file.split('\r\n').every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true)
  })

  test('opens and closes every part', () => {
    for (const part of ['VEVENT', 'VALARM']) {
      const count = (word: string): number =>
        unfolded(file).filter((line) => line === `${word}:${part}`).length
      expect(count('BEGIN')).toBe(count('END'))
      expect(count('BEGIN')).toBeGreaterThan(0)
    }
  })

  test('has a day to begin, to book and to sit for each leg', () => {
    const events = eventsOf(file)
    for (const { certificationId, examDate, bookBy, startDate } of plan.route.legs) {
      const dayOf = (what: string): string | undefined =>
        events.find(({ UID }) => UID === `${certificationId}-${what}@cairn.invalid`)?.['DTSTART;VALUE=DATE']
      expect([dayOf('start'), dayOf('book'), dayOf('exam')]).toEqual(
        [startDate, bookBy, examDate.p50].map((day) => day.replaceAll('-', '')),
      )
    }
  })

  test('has the reminders and the last day of everything held and planned', () => {
    const events = eventsOf(file)
    const expected = plan.renewals.reduce((sum, { reminders }) => sum + reminders.length + 1, 0)
    expect(events.filter(({ UID = '' }) => /-remind-|-expires@/.test(UID))).toHaveLength(expected)
    const clf = events.find(({ UID }) => UID === 'cloud-practitioner-expires@cairn.invalid')
    expect(clf?.SUMMARY).toBe('Cloud Practitioner runs out')
    expect(clf?.DESCRIPTION).toContain('Pass any associate exam: 3 years from the exam day.\\n')
  })

  test('ends each all-day entry on the next day, also over the end of a month', () => {
    const next = (day: string): string => {
      const date = new Date(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T12:00:00Z`)
      date.setUTCDate(date.getUTCDate() + 1)
      return date.toISOString().slice(0, 10).replaceAll('-', '')
    }
    for (const event of eventsOf(file)) {
      expect(event['DTEND;VALUE=DATE']).toBe(next(event['DTSTART;VALUE=DATE']!))
    }
  })

  test('names each entry once and is the same each time', () => {
    const uids = eventsOf(file).map(({ UID }) => UID)
    expect(new Set(uids).size).toBe(uids.length)
    expect(renewalCalendar(plan)).toBe(file)
    expect(eventsOf(file).every(({ DTSTAMP }) => DTSTAMP === '20261123T000000Z')).toBe(true)
  })
})
