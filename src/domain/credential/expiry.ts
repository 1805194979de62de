import { addDays, addYears, type CalendarDate, dateOf, daysBetween } from '../kernel/calendar-date.ts'
import { type Instant, instant } from '../kernel/instant.ts'

/**
 * The last second of the day on which a credential runs out: the same day, a number of years later, in UTC.
 *
 * @param years whole years, 1 or more
 * @example toIso(validUntilOf(instant(0), 3)) // '1973-01-01T23:59:59.000Z'
 */
export const validUntilOf = (from: Instant, years: number): Instant =>
  instant(Date.parse(`${addYears(dateOf(from), years)}T23:59:59Z`))

/** Days before the end from which its holder is reminded, furthest first. */
const reminderDays = [180, 90, 30, 7] as const

/** How near a credential is to its end. `daysLeft` 0 on its last day, negative after it. */
export type Expiry = {
  readonly expiresOn: CalendarDate
  readonly daysLeft: number
  readonly standing: 'far' | 'near' | 'expired'
  /** Days on which its holder is still to be reminded, earliest first. */
  readonly remindOn: readonly CalendarDate[]
}

/**
 * How near a credential is to its end; null where it has none.
 *
 * @example expiryAt(null, instant(0)) // null
 */
export function expiryAt(validUntil: Instant | null, now: Instant): Expiry | null {
  if (validUntil === null) return null
  const expiresOn = dateOf(validUntil)
  const daysLeft = daysBetween(dateOf(now), expiresOn)
  return {
    expiresOn,
    daysLeft,
    standing: now > validUntil ? 'expired' : daysLeft <= reminderDays[0] ? 'near' : 'far',
    remindOn: reminderDays.filter((days) => days < daysLeft).map((days) => addDays(expiresOn, -days)),
  }
}
