/** A calendar day, `YYYY-MM-DD`, without time or zone. Compares correctly as text. */
export type CalendarDate = string & { readonly __brand: 'CalendarDate' }

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/
const millisecondsPerDay = 86_400_000

/** Days from 1970-01-01 to a calendar day. @example dayNumber(calendarDate('1970-01-02')) // 1 */
export const dayNumber = (date: CalendarDate): number => Date.parse(`${date}T00:00:00Z`) / millisecondsPerDay

const fromDayNumber = (day: number): CalendarDate =>
  new Date(day * millisecondsPerDay).toISOString().slice(0, 10) as CalendarDate

/** True when the text is an existing day written `YYYY-MM-DD`. @example isCalendarDate('2026-02-30') // false */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!pattern.test(text)) return false
  const day = Date.parse(`${text}T00:00:00Z`)
  return Number.isFinite(day) && new Date(day).toISOString().slice(0, 10) === text
}

/**
 * Brands a text as a calendar day.
 * @throws RangeError when the text is not an existing day
 * @example calendarDate('2026-11-24') // '2026-11-24'
 */
export function calendarDate(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new RangeError(`"${text}" is not a day written YYYY-MM-DD.`)
  return text
}

/** The day a whole number of days later (earlier when negative). @example addDays(calendarDate('2026-11-24'), 7) // '2026-12-01' */
export const addDays = (date: CalendarDate, days: number): CalendarDate =>
  fromDayNumber(dayNumber(date) + Math.round(days))

/**
 * The same day a number of years later; 29 February falls back to the 28th.
 * @example addYears(calendarDate('2024-02-29'), 3) // '2027-02-28'
 */
export function addYears(date: CalendarDate, years: number): CalendarDate {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, '0')
  const same = `${year}${date.slice(4)}`
  return isCalendarDate(same) ? same : calendarDate(`${year}-02-28`)
}

/** Whole days from the first to the second day; negative when the second is earlier. @example daysBetween(calendarDate('2026-11-24'), calendarDate('2026-11-30')) // 6 */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => dayNumber(to) - dayNumber(from)

/** The UTC day of an instant in epoch milliseconds. @example dateOf(0) // '1970-01-01' */
export const dateOf = (epochMilliseconds: number): CalendarDate =>
  new Date(epochMilliseconds).toISOString().slice(0, 10) as CalendarDate
