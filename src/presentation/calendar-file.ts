import type { Leg, RenewalEntry, RoutePlan } from '../domain/path/route.ts'
import { shortName } from './catalogue-words.ts'
import { formatUsd } from './formats.ts'

/** An all-day entry; `day` is `YYYY-MM-DD`, `id` unique within the calendar and the same each time. */
export type CalendarEntry = {
  readonly id: string
  readonly day: string
  readonly summary: string
  readonly description: string
  /** Days before, on which the calendar may remind. */
  readonly alarmDays: number | null
}

const octetsPerLine = 75
const millisecondsPerDay = 86_400_000
const encoder = new TextEncoder()

/** Escapes a text value. Source: RFC 5545, section 3.3.11. @example escapeValue('a, b; c') // 'a\\, b\\; c' */
export const escapeValue = (text: string): string =>
  text
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\r\n|\r|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '')

/** Folds a content line after at most 75 octets, never inside a character. Source: RFC 5545, section 3.1. */
export function foldLine(line: string): string {
  const folded: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = encoder.encode(character).length
    if (octets + size > octetsPerLine) {
      folded.push(part)
      part = ' '
      octets = 1
    }
    part += character
    octets += size
  }
  return [...folded, part].join('\r\n')
}

const compactDay = (day: string): string => day.replaceAll('-', '')

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + millisecondsPerDay).toISOString().slice(0, 10)

const alarm = ({ alarmDays, summary }: CalendarEntry): readonly string[] =>
  alarmDays === null
    ? []
    : [
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        `DESCRIPTION:${escapeValue(summary)}`,
        `TRIGGER:-P${alarmDays}D`,
        'END:VALARM',
      ]

const event = (entry: CalendarEntry, stamp: string): readonly string[] => [
  'BEGIN:VEVENT',
  `UID:${entry.id}@cairn.invalid`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${compactDay(entry.day)}`,
  `DTEND;VALUE=DATE:${compactDay(dayAfter(entry.day))}`,
  `SUMMARY:${escapeValue(entry.summary)}`,
  `DESCRIPTION:${escapeValue(entry.description)}`,
  'TRANSP:TRANSPARENT',
  ...alarm(entry),
  'END:VEVENT',
]

function legEntries(leg: Leg): readonly CalendarEntry[] {
  const { certificationId, examCode, examDate, bookBy, startDate, hours } = leg
  const name = `${shortName(leg.name)} (${examCode})`
  const span = `Nine chances in ten to have passed by ${examDate.p90}.`
  return [
    {
      id: `${certificationId}-start`,
      day: startDate,
      summary: `Begin to study: ${name}`,
      description: `About ${Math.round(hours.planned)} hours before the first sitting.`,
      alarmDays: null,
    },
    {
      id: `${certificationId}-book`,
      day: bookBy,
      summary: `Book ${name}`,
      description: `For ${examDate.p50}. Fee ${formatUsd(leg.feeUsd)}.`,
      alarmDays: 1,
    },
    {
      id: `${certificationId}-exam`,
      day: examDate.p50,
      summary: `Exam: ${name}`,
      description: [span, ...(leg.versionNote === null ? [] : [leg.versionNote])].join('\n'),
      alarmDays: 7,
    },
  ]
}

function renewalEntries({
  certificationId,
  name,
  expiresOn,
  reminders,
  ways,
}: RenewalEntry): readonly CalendarEntry[] {
  const title = shortName(name)
  return [
    ...reminders.map(({ on, text }) => ({
      id: `${certificationId}-remind-${on}`,
      day: on,
      summary: `Renew ${title}?`,
      description: [text, ...ways].join('\n'),
      alarmDays: null,
    })),
    {
      id: `${certificationId}-expires`,
      day: expiresOn,
      summary: `${title} runs out`,
      description: ways.join('\n'),
      alarmDays: null,
    },
  ]
}

/**
 * Writes entries as an iCalendar file. The same entries give the same file.
 * Source: RFC 5545.
 *
 * @param asOf the day of which the entries speak, `YYYY-MM-DD`
 */
export function writeCalendar(title: string, entries: readonly CalendarEntry[], asOf: string): string {
  const stamp = `${compactDay(asOf)}T000000Z`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Cairn//Route//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escapeValue(title)}`,
    ...entries.flatMap((entry) => event(entry, stamp)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${foldLine(line)}\r\n`).join('')
}

/**
 * Writes the days of a route as a calendar: study, booking and exam of each leg, and when everything held and planned is to
 * be renewed and runs out.
 */
export function renewalCalendar({ route, renewals, asOf }: RoutePlan): string {
  const entries = [...route.legs.flatMap(legEntries), ...renewals.flatMap(renewalEntries)]
  return writeCalendar('Certification route', entries, asOf)
}
