import type { Leg } from '../../domain/path/route.ts'
import { daysOf } from './version-spans.ts'

/** The span of a route's time line, in days since 1970-01-01: whole months. */
export type RouteAxis = { readonly start: number; readonly end: number }

/** A first day of a month and its name, with the year in January and at the start. */
export type MonthTick = { readonly day: string; readonly label: string }

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const roomPerTick = 62

const monthOf = (days: number): number => {
  const date = new Date(days * 86_400_000)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

const firstDay = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`

/** The whole months that hold today, every leg, and half a month to spare. */
export function routeAxis(legs: readonly Pick<Leg, 'startDate' | 'examDate'>[], today: string): RouteAxis {
  const days = [today, ...legs.flatMap(({ startDate, examDate }) => [startDate, examDate.p90])].map(daysOf)
  const first = monthOf(Math.min(...days))
  const last = monthOf(Math.max(...days) + 15)
  return { start: daysOf(firstDay(first)), end: daysOf(firstDay(last + 1)) }
}

/** The months to name on an axis of a width: as many as have room, evenly. */
export function monthTicks({ start, end }: RouteAxis, width: number): readonly MonthTick[] {
  const [first, last] = [monthOf(start), monthOf(end)]
  const steps = [1, 2, 3, 6, 12]
  const step = steps.find((months) => ((last - first) / months) * roomPerTick <= width) ?? 12
  const months = Array.from({ length: Math.ceil((last - first) / step) }, (_, index) => first + index * step)
  return months.map((month, index) => {
    const withYear = index === 0 || month % 12 < step
    const name = monthNames[month % 12] ?? ''
    return { day: firstDay(month), label: withYear ? `${name} ${Math.floor(month / 12)}` : name }
  })
}
