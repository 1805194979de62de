/** The one locale of every date and number that Cairn writes, whatever the reader's machine is set to. */
const locale = 'en-GB'

const longDay = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
const shortDay = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})
const dollars = new Intl.NumberFormat(locale, {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 2,
  trailingZeroDisplay: 'stripIfInteger',
})
const plainNumber = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
const wholePercent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })

/** The word that stands wherever no source has a fact. */
export const unknown = 'unknown'

/** Writes a value with the given format, or "unknown" where it is null. */
export const orUnknown = <T>(value: T | null | undefined, format: (value: T) => string): string =>
  value === null || value === undefined ? unknown : format(value)

/** A calendar day in full. @example formatDay('2026-11-24') // '24 November 2026' */
export const formatDay = (day: string): string => longDay.format(new Date(`${day.slice(0, 10)}T00:00:00Z`))

/** A calendar day with a short month. @example formatShortDay('2026-11-24') // '24 Nov 2026' */
export const formatShortDay = (day: string): string =>
  shortDay.format(new Date(`${day.slice(0, 10)}T00:00:00Z`))

/** A moment (ISO 8601) as day and time in a zone. @example formatMoment('2026-11-24T09:05:00Z') // '24 Nov 2026, 09:05' */
export function formatMoment(iso: string, timeZone = 'UTC'): string {
  const options = {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  } as const
  return new Intl.DateTimeFormat(locale, options).format(new Date(iso))
}

/** Whole minutes as hours and minutes. @example formatMinutes(130) // '2 h 10 min' */
export function formatMinutes(minutes: number): string {
  const whole = Math.round(minutes)
  const hours = Math.floor(whole / 60)
  const rest = whole % 60
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

/** Time left on a clock, whole seconds rounded up so that 0:00 means nothing is left. @example formatClock(3_661_000) // '1:01:01' */
export function formatClock(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const tail = `${String(minutes).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
  return hours > 0 ? `${hours}:${tail}` : tail
}

/** Time left as it is spoken. @example formatSpokenTime(3_720_000) // '1 hour 2 minutes' */
export function formatSpokenTime(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
  if (seconds < 60) return formatCount(seconds, 'second')
  const minutes = Math.floor(seconds / 60)
  const parts = [[Math.floor(minutes / 60), 'hour'] as const, [minutes % 60, 'minute'] as const]
  return parts
    .filter(([count]) => count > 0)
    .map(([count, word]) => formatCount(count, word))
    .join(' ')
}

/** US dollars, cents only where there are any. @example formatUsd(150) // 'US$150' */
export const formatUsd = (amount: number): string => dollars.format(amount)

/** A share from 0 to 1 as a whole percentage. @example formatPercent(0.825) // '83%' */
export const formatPercent = (share: number): string => wholePercent.format(share)

/** A number with at most one decimal. @example formatNumber(1234.56) // '1,234.6' */
export const formatNumber = (value: number): string => plainNumber.format(value)

/** A count with its noun. @example formatCount(2, 'item') // '2 items' */
export const formatCount = (count: number, singular: string, plural = `${singular}s`): string =>
  `${plainNumber.format(count)} ${count === 1 ? singular : plural}`

/** A list as it is read aloud. @example formatList(['a', 'b', 'c']) // 'a, b and c' */
export const formatList = (parts: readonly string[]): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts)

/** A text that begins a sentence. @example upperFirst('less than a minute') // 'Less than a minute' */
export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const languageNames = new Intl.DisplayNames(locale, { type: 'language' })

/** The English name of a language tag, or the tag where it has none. @example formatLanguage('pt-BR') // 'Brazilian Portuguese' */
export function formatLanguage(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag
  } catch {
    return tag
  }
}
