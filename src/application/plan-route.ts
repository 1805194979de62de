import type { CalendarDate } from '../domain/kernel/calendar-date.ts'
import type { Result } from '../domain/kernel/result.ts'
import { planRoute as planFromTables } from '../domain/path/plan-route.ts'
import type { ProfileInput } from '../domain/path/profile.ts'
import type { PlanRefusal, RoutePlan } from '../domain/path/route.ts'
import type { Content } from './ports.ts'

/** What a route is asked for: a profile, and the day on which the plan is made. */
export type PlanRequest = { readonly profile: ProfileInput; readonly asOf: CalendarDate }

/** Plans the best route for a profile on the catalogue and tables of this installation; the start defaults to `asOf`. */
export const planRoute = (
  { content }: { readonly content: Pick<Content, 'catalogue' | 'routeModel'> },
  { profile, asOf }: PlanRequest,
): Result<RoutePlan, PlanRefusal> =>
  planFromTables({ catalogue: content.catalogue(), model: content.routeModel(), profile, asOf })
