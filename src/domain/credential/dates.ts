import { type Instant, instant } from '../kernel/instant.ts'

const dateTime =
  /^-?\d{4,}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/

/**
 * Reads a date-time with a time zone (XML Schema `dateTimeStamp`); null for anything else.
 *
 * @example readDateTime('1970-01-01T00:00:01Z') // 1000
 */
export function readDateTime(text: unknown): Instant | null {
  if (typeof text !== 'string' || !dateTime.test(text)) return null
  const at = Date.parse(text)
  return Number.isNaN(at) ? null : instant(at)
}

/**
 * Writes an instant to the second in UTC, the one form that every consumer of badges reads.
 *
 * @example writeSeconds(instant(1500)) // '1970-01-01T00:00:01Z'
 */
export const writeSeconds = (at: Instant): string => new Date(at).toISOString().replace(/\.\d+Z$/, 'Z')
