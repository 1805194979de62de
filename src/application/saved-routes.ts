import type { Certification } from '../domain/catalogue/types.ts'
import { servesLanguage, windowsOf } from '../domain/catalogue/windows.ts'
import type { CalendarDate } from '../domain/kernel/calendar-date.ts'
import { toIso } from '../domain/kernel/instant.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { ProfileInput } from '../domain/path/profile.ts'
import type { Leg, PlanRefusal, RoutePlan } from '../domain/path/route.ts'
import { planRoute } from './plan-route.ts'
import type { Ports, SavedRoute } from './ports.ts'

/** A saved route as it is shown: exactly as computed, with what has moved since. */
export type SavedRouteView = {
  readonly savedRouteId: string
  readonly savedAt: string
  readonly asOf: string
  readonly title: string
  readonly profile: ProfileInput
  readonly result: RoutePlan
  readonly moved: readonly string[]
}

export type SavedRouteUnknown = { readonly code: 'saved-route-unknown' }

type OfCandidate = { readonly candidateId: string; readonly savedRouteId: string }

const titleOf = ({ route }: RoutePlan): string =>
  route.legs.length === 0 ? 'Nothing to sit' : route.legs.map(({ examCode }) => examCode).join(', ')

/** Plans a route and keeps it exactly as it was computed. */
export async function saveRoute(
  ports: Pick<Ports, 'clock' | 'identifiers' | 'content' | 'savedRoutes'>,
  request: { readonly candidateId: string; readonly profile: ProfileInput; readonly asOf: CalendarDate },
): Promise<Result<SavedRouteView, PlanRefusal>> {
  const { candidateId, profile, asOf } = request
  const planned = planRoute(ports, { profile, asOf })
  if (!planned.ok) return planned
  const route: SavedRoute = {
    savedRouteId: ports.identifiers.next(),
    candidateId,
    savedAt: ports.clock.now(),
    asOf,
    title: titleOf(planned.value),
    profile,
    result: planned.value,
  }
  await ports.savedRoutes.save(route)
  return ok(view(ports, route, asOf))
}

/** What is no longer as it was when a leg was planned, as the catalogue stands now. */
function movedLeg(
  leg: Leg,
  certification: Certification | undefined,
  language: string,
  today: CalendarDate,
): string[] {
  const version = certification?.versions.find(({ examCode }) => examCode === leg.examCode)
  if (version === undefined) return [`${leg.name}: ${leg.examCode} is no longer in the catalogue.`]
  const now = windowsOf(version).find((window) => servesLanguage(window.language, language))
  const said: string[] = []
  if ((now?.to ?? null) !== leg.window.to)
    said.push(
      `${leg.examCode}: the last exam day was ${leg.window.to ?? 'open'} and is now ${now?.to ?? 'open'}.`,
    )
  if ((now?.from ?? null) !== leg.window.from)
    said.push(
      `${leg.examCode}: the first exam day was ${leg.window.from ?? 'unknown'} and is now ${now?.from ?? 'unknown'}.`,
    )
  if (leg.window.to !== null && leg.window.to < today)
    said.push(`${leg.examCode} could be sat until ${leg.window.to}; that day has passed.`)
  else if (leg.bookBy < today)
    said.push(`${leg.examCode} was to be booked by ${leg.bookBy}; that day has passed.`)
  return said
}

function movedSince(ports: Pick<Ports, 'content'>, route: SavedRoute, today: CalendarDate): string[] {
  const { certifications } = ports.content.catalogue()
  const { route: planned } = route.result as RoutePlan
  const language = (route.profile as ProfileInput).language ?? 'en'
  return planned.legs.flatMap((leg) =>
    movedLeg(
      leg,
      certifications.find(({ id }) => id === leg.certificationId),
      language,
      today,
    ),
  )
}

const view = (ports: Pick<Ports, 'content'>, route: SavedRoute, today: CalendarDate): SavedRouteView => ({
  savedRouteId: route.savedRouteId,
  savedAt: toIso(route.savedAt),
  asOf: route.asOf,
  title: route.title,
  profile: route.profile as ProfileInput,
  result: route.result as RoutePlan,
  moved: movedSince(ports, route, today),
})

/** Reads a saved route of its owner; it is never recomputed, only compared with the catalogue of today. */
export async function readSavedRoute(
  ports: Pick<Ports, 'content' | 'savedRoutes'>,
  request: OfCandidate & { readonly today: CalendarDate },
): Promise<Result<SavedRouteView, SavedRouteUnknown>> {
  const route = await ports.savedRoutes.find(request.savedRouteId, request.candidateId)
  return route === undefined ? fail({ code: 'saved-route-unknown' }) : ok(view(ports, route, request.today))
}

/** Lists a candidate's saved routes, newest first. */
export async function listSavedRoutes(ports: Pick<Ports, 'savedRoutes'>, candidateId: string) {
  const routes = await ports.savedRoutes.list(candidateId)
  return routes.map(({ savedRouteId, savedAt, asOf, title }) => ({
    savedRouteId,
    savedAt: toIso(savedAt),
    asOf,
    title,
  }))
}

/** Deletes a saved route of its owner. */
export async function deleteSavedRoute(
  ports: Pick<Ports, 'savedRoutes'>,
  request: OfCandidate,
): Promise<Result<null, SavedRouteUnknown>> {
  const deleted = await ports.savedRoutes.delete(request.savedRouteId, request.candidateId)
  return deleted ? ok(null) : fail({ code: 'saved-route-unknown' })
}
