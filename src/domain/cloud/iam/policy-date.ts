const secondsPattern = /^-?(?:\d{1,3}|\d{5,})(?:\.\d+)?$/
const isoPattern =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?)?)?$/

/** Minutes east of UTC that a zone designator names; a time without one is read as UTC. */
function zoneMinutes(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2))
  return zone.startsWith('-') ? -minutes : minutes
}

const isWithin = (value: number, low: number, high: number): boolean => value >= low && value <= high

/** Day 0 of the next month is the last day of this one. */
const lastDay = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

function readIso(match: RegExpExecArray): number | null {
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)))
  const exists =
    isWithin(month, 1, 12) &&
    isWithin(day, 1, lastDay(year, month)) &&
    isWithin(hour, 0, 23) &&
    isWithin(minute, 0, 59) &&
    isWithin(second, 0, 59)
  if (!exists) return null
  const fraction = Math.round(Number(match[7] ?? 0) * 1000)
  return Date.UTC(year, month - 1, day, hour, minute, second) + fraction - zoneMinutes(match[8]) * 60_000
}

/**
 * Reads a date of a policy or of a request: a form of the W3C profile of ISO 8601 (four digits alone are a year), or
 * seconds since 1970.
 *
 * @returns milliseconds since 1970-01-01T00:00:00Z, or null when the text is no date
 * @see IAM user guide, IAM JSON policy elements: Condition operators (date condition operators); W3C NOTE-datetime
 * @example readPolicyDate('1798761600') === readPolicyDate('2027-01-01T00:00:00Z') // true
 */
export function readPolicyDate(text: string): number | null {
  if (secondsPattern.test(text)) return Math.round(Number(text) * 1000)
  const match = isoPattern.exec(text)
  return match === null ? null : readIso(match)
}
