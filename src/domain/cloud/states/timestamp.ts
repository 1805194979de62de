const rfc3339 = /^\d{4}-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d+)?(Z|[+-]\d{2}:\d{2})$/

/**
 * Reads a timestamp of the RFC 3339 profile of ISO 8601, with upper-case T and Z.
 *
 * @returns milliseconds since 1970-01-01T00:00:00Z, or null when the text is none
 * @see Amazon States Language, Timestamps; RFC 3339, section 5.6
 * @example readTimestamp('1970-01-01T00:00:01Z') // 1000
 */
export function readTimestamp(text: string): number | null {
  const parts = rfc3339.exec(text)
  if (parts === null) return null
  const moment = Date.parse(text)
  if (Number.isNaN(moment)) return null
  const day = new Date(Date.parse(`${text.slice(0, 10)}T00:00:00Z`))
  return day.toISOString().slice(0, 10) === text.slice(0, 10) ? moment : null
}
