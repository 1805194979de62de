import type { SavedRouteView } from '../../../application/saved-routes.ts'
import type { ProfileInput } from '../../../domain/path/profile.ts'
import type { RoutePlan } from '../../../domain/path/route.ts'
import { type Answer, call, callForText } from './client.ts'

/** A saved route in the list. */
export type SavedRouteLine = {
  readonly savedRouteId: string
  readonly savedAt: string
  readonly asOf: string
  readonly title: string
}

/** Plans a route. */
export const planRoute = (profile: ProfileInput): Promise<Answer<RoutePlan>> =>
  call('POST', '/routes', profile)

/** The dates of a route as an iCalendar text. */
export const routeCalendar = (profile: ProfileInput): Promise<Answer<string>> =>
  callForText('POST', '/routes/calendar', profile)

/** Saves a route as it is planned today. */
export const saveRoute = (profile: ProfileInput): Promise<Answer<SavedRouteView>> =>
  call('POST', '/saved-routes', profile)

/** The saved routes, newest first. */
export const listSavedRoutes = (): Promise<Answer<{ readonly savedRoutes: readonly SavedRouteLine[] }>> =>
  call('GET', '/saved-routes')

const pathOf = (savedRouteId: string): string => `/saved-routes/${encodeURIComponent(savedRouteId)}`

/** One saved route. */
export const readSavedRoute = (savedRouteId: string): Promise<Answer<SavedRouteView>> =>
  call('GET', pathOf(savedRouteId))

/** Deletes a saved route. */
export const deleteSavedRoute = (savedRouteId: string): Promise<Answer<void>> =>
  call('DELETE', pathOf(savedRouteId))
