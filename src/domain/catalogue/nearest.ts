import type { CalendarDate } from '../kernel/calendar-date.ts'
import { statusOf } from './status.ts'
import type { Catalogue, NearestRoute } from './types.ts'

/** A living certification near a retired one; `via` lists the retired ones passed on the way. */
export type LivingRoute = NearestRoute & { readonly via: readonly string[] }

/**
 * Lists the certifications that can be earned instead of a retired or ending one, following retired ones to theirs;
 * each once, in the order recorded. Empty for an unknown id and where no route is recorded.
 *
 * @example nearestLiving(catalogue, 'big-data-specialty', calendarDate('2026-11-23'))[0]?.id // 'data-engineer-associate'
 */
export function nearestLiving(catalogue: Catalogue, id: string, asOf: CalendarDate): readonly LivingRoute[] {
  const byId = new Map(catalogue.certifications.map((certification) => [certification.id, certification]))
  const visited = new Set([id])
  const follow = (from: string, via: readonly string[]): readonly LivingRoute[] =>
    (byId.get(from)?.nearest ?? []).flatMap((route) => {
      const target = byId.get(route.id)
      if (target === undefined || visited.has(route.id)) return []
      visited.add(route.id)
      return statusOf(target, asOf) === 'retired' ? follow(route.id, [...via, route.id]) : [{ ...route, via }]
    })
  return follow(id, [])
}
