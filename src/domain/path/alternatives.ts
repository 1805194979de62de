import { describeRoute } from './describe-route.ts'
import type { Optimum } from './optimise.ts'
import { type Planning, preparePlanning, solve, worthObjective } from './planning.ts'
import type { Objective } from './problem.ts'
import type { AlternativeRoute, Route, RoutePlan } from './route.ts'
import { namesOf, probability } from './words.ts'

/** Alternatives and what it took to prove them. */
export type Alternatives = {
  readonly routes: RoutePlan['alternatives']
  readonly statesExplored: number
}

/** Small prices break ties between routes that are equally fast or equally cheap. */
const tieBreak = 1e-4

/** What every alternative keeps: the certifications asked for, else the one that is worth most. */
function goalOf(best: Optimum): readonly string[] {
  const candidates = best.steps.map(({ candidate }) => candidate)
  const wanted = candidates.filter(({ wanted }) => wanted).map(({ certification }) => certification.id)
  if (wanted.length > 0) return wanted
  const worthOfStep = candidates.map(
    ({ ownPoints, renewals }) => ownPoints + renewals.reduce((sum, { points }) => sum + points, 0),
  )
  const most = candidates[worthOfStep.indexOf(Math.max(...worthOfStep))]
  return most === undefined ? [] : [most.certification.id]
}

const maskOf = ({ problem }: Planning, ids: readonly string[]): number =>
  problem.candidates
    .filter(({ certification }) => ids.includes(certification.id))
    .reduce((mask, { bit }) => mask | bit, 0)

const fewestWeeks = (required: number): Objective => ({
  worth: 0,
  hour: tieBreak,
  usd: tieBreak,
  week: 0,
  routeWeek: 1,
  required,
})

const fewestDollars = (required: number): Objective => ({
  worth: 0,
  hour: tieBreak,
  usd: 1,
  week: 0,
  routeWeek: tieBreak,
  required,
})

const legsKey = ({ legs }: Route): string =>
  legs.map(({ examCode, passProbability }) => `${examCode}@${passProbability}`).join(' ')

function describe(
  planning: Planning,
  best: Route,
  { found, aim }: { readonly found: Optimum | null; readonly aim: string },
): AlternativeRoute {
  const route = describeRoute(planning, found?.steps ?? [])
  const same = found !== null && legsKey(route) === legsKey(best)
  const none = found === null ? ` No route reaches this.` : ''
  const note = same ? `${aim} This is the route itself.` : `${aim}${none}`
  return { ...route, aim, sameAsRoute: same, note }
}

function safest(planning: Planning, best: Route): { route: AlternativeRoute; states: number } {
  const { model, profile } = planning
  const floor = Math.max(model.safest.value, profile.passProbabilityFloor)
  const careful = preparePlanning({ ...planning, profile: { ...profile, passProbabilityFloor: floor } })
  const found = solve(careful, worthObjective(careful.problem))
  const aim = `The best route on which every sitting is prepared to P(pass) ${probability(floor)}.`
  const usable = found === null || found.steps.length === 0 ? null : found
  return { route: describe(careful, best, { found: usable, aim }), states: found?.statesExplored ?? 0 }
}

/**
 * Finds the fastest, the cheapest and the safest route, each by an exact search under its own aim. Fastest and cheapest
 * reach the goal: what was asked for, else the certification worth most.
 *
 * @param best the best route, found and described
 * @example alternativesTo(planning, optimum, route).routes.fastest.sameAsRoute // true when there is one leg only
 */
export function alternativesTo(planning: Planning, best: Optimum, route: Route): Alternatives {
  const goal = goalOf(best)
  const goalNames = namesOf(planning.catalogue, goal)
  const required = maskOf(planning, goal)
  const fast = solve(planning, fewestWeeks(required))
  const cheap = solve(planning, fewestDollars(required))
  const safe = safest(planning, route)
  return {
    routes: {
      fastest: describe(planning, route, { found: fast, aim: `The fewest expected weeks to ${goalNames}.` }),
      cheapest: describe(planning, route, { found: cheap, aim: `The lowest expected fees to ${goalNames}.` }),
      safest: safe.route,
    },
    statesExplored: (fast?.statesExplored ?? 0) + (cheap?.statesExplored ?? 0) + safe.states,
  }
}
