const dayMs = 86_400_000

const dayNumber = (day: string): number => Math.round(Date.parse(`${day}T00:00:00Z`) / dayMs)

/** The day some days after another; earlier when negative. */
export const shiftDay = (day: string, days: number): string =>
  new Date((dayNumber(day) + days) * dayMs).toISOString().slice(0, 10)

/** Days from one day to another. */
export const daysFrom = (from: string, to: string): number => dayNumber(to) - dayNumber(from)

/** Days that the slider reaches before and after today. */
export const sliderReach = { back: 730, ahead: 400 } as const

/** True when a text is a day that exists. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) && Number.isFinite(time) && new Date(time).toISOString().startsWith(text)
  )
}

/** The day a query such as `?as-of=2026-12-01` asks for; null when it asks for none that exists. */
export function askedDay(search: string): string | null {
  const asked = new URLSearchParams(search).get('as-of')
  return asked !== null && isDay(asked) ? asked : null
}

/** The query that asks for a day; empty for today. */
export const queryFor = (day: string, today: string): string => (day === today ? '' : `?as-of=${day}`)
