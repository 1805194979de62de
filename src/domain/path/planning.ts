import type { Catalogue } from '../catalogue/types.ts'
import type { CalendarDate } from '../kernel/calendar-date.ts'
import { compileProblem } from './compile-problem.ts'
import { type Optimum, optimise } from './optimise.ts'
import { type OutlooksAt, outlookTable } from './outlooks.ts'
import type { Objective, Problem } from './problem.ts'
import type { Profile } from './profile.ts'
import type { RouteModel } from './route-model.ts'

/** What a route is planned from. */
export type PlanInput = {
  readonly catalogue: Catalogue
  readonly model: RouteModel
  readonly profile: Profile
  readonly asOf: CalendarDate
}

/** A profile's problem with all that its solutions are made of and explained by. */
export type Planning = PlanInput & { readonly problem: Problem; readonly outlooksAt: OutlooksAt }

/** Prepares the problem of an input. @example preparePlanning(input).problem.candidates.length // 12 */
export function preparePlanning(input: PlanInput): Planning {
  const problem = compileProblem(input)
  return { ...input, problem, outlooksAt: outlookTable(problem) }
}

/** The objective of the best route: worth less hours, fees and waiting. @example worthObjective(problem).worth // 1 */
export const worthObjective = ({ costs }: Problem): Objective => ({
  worth: 1,
  hour: costs.hour,
  usd: costs.usd,
  week: costs.week,
  routeWeek: 0,
  required: 0,
})

/** The best route of a planning under an objective, the best route by worth when none is named; null where there is none. */
export const solve = (
  { problem, outlooksAt }: Planning,
  objective: Objective = worthObjective(problem),
): Optimum | null => optimise(problem, objective, outlooksAt)
