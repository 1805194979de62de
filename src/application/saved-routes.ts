import type { ExamVersion } from '../domain/catalogue/types.ts'
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

/** A day that a leg was planned with and that the catalogue now gives otherwise. */
const movedDay = (what: string, planned: string | null, now: string | null): string[] =>
  planned === now ? [] : [`${what} was ${planned ?? 'open'} and is now ${now ?? 'open'}.`]

function passed({ examCode, window, bookBy }: Leg, today: CalendarDate): string[] {
  if (window.to !== null && window.to < today)
    return [`${examCode} could be sat until ${window.to}; that day has passed.`]
  return bookBy < today ? [`${examCode} was to be booked by ${bookBy}; that day has passed.`] : []
}

/** What is no longer as it was when a leg was planned, as the catalogue stands now. */
function movedLeg(leg: Leg, versions: readonly ExamVersion[], language: string): string[] {
  const version = versions.find(({ examCode }) => examCode === leg.examCode)
  if (version === undefined) return [`${leg.name}: ${leg.examCode} is no longer in the catalogue.`]
  const now = windowsOf(version).find((window) => servesLanguage(window.language, language))
  return [
    ...movedDay(`${leg.examCode}: the first exam day`, leg.window.from, now?.from ?? null),
    ...movedDay(`${leg.examCode}: the last exam day`, leg.window.to, now?.to ?? null),
  ]
}

function movedSince(ports: Pick<Ports, 'content'>, route: SavedRoute, today: CalendarDate): string[] {
  const versions = ports.content.catalogue().certifications.flatMap((certification) => certification.versions)
  const language = (route.profile as ProfileInput).language ?? 'en'
  const { legs } = (route.result as RoutePlan).route
  return legs.flatMap((leg) => [...movedLeg(leg, versions, language), ...passed(leg, today)])
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
