/** A moment, in milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly __brand: 'Instant' }

/** Brands a number of epoch milliseconds. @example instant(0) // 0 */
export function instant(epochMilliseconds: number): Instant {
  if (!Number.isFinite(epochMilliseconds))
    throw new RangeError('An instant is a finite number of milliseconds.')
  return epochMilliseconds as Instant
}

/** Writes an instant as ISO 8601 UTC with milliseconds. @example toIso(instant(0)) // '1970-01-01T00:00:00.000Z' */
export const toIso = (at: Instant): string => new Date(at).toISOString()

/** Adds milliseconds to an instant. @example after(instant(0), 5) // 5 */
export const after = (at: Instant, milliseconds: number): Instant => instant(at + milliseconds)
