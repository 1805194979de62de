import { nearestLiving } from '../catalogue/nearest.ts'
import { statusOf } from '../catalogue/status.ts'
import type { Catalogue } from '../catalogue/types.ts'
import type { CalendarDate } from '../kernel/calendar-date.ts'
import { fail, ok, type Result } from '../kernel/result.ts'
import { alternativesTo } from './alternatives.ts'
import { checkProfile } from './check-profile.ts'
import { describeRoute } from './describe-route.ts'
import { exclusionsFrom } from './exclusions.ts'
import { findFlip } from './flips.ts'
import type { Optimum } from './optimise.ts'
import { type Planning, preparePlanning, solve } from './planning.ts'
import type { ProfileInput } from './profile.ts'
import { renewalCalendar } from './renewal-calendar.ts'
import type { PlanRefusal, RoutePlan } from './route.ts'
import type { RouteModel } from './route-model.ts'
import { counted, namesOf } from './words.ts'

const method =
  'Label-setting dynamic programming, best first, over the set passed, the expected and the late calendar, fees spent and vouchers; states dropped only by proved dominance or an upper bound.'

/** A wanted certification that is retired is refused, since no route leads to it. */
function retiredWish({ catalogue, asOf, profile }: Planning): PlanRefusal | null {
  const retired = profile.wants.find((id) => {
    const certification = catalogue.certifications.find((known) => known.id === id)
    return certification !== undefined && statusOf(certification, asOf) === 'retired'
  })
  if (retired === undefined) return null
  const consider = nearestLiving(catalogue, retired, asOf).map(({ id }) => id)
  const instead = consider.length > 0 ? ` Consider ${namesOf(catalogue, consider)}.` : ''
  return {
    code: 'certification-retired',
    message: `${namesOf(catalogue, [retired])} is retired and can no longer be sat.${instead}`,
    certificationId: retired,
    consider,
  }
}

function noRoute(planning: Planning): PlanRefusal {
  const { excluded } = exclusionsFrom(planning, { steps: [], gain: 0, statesExplored: 0 })
  return {
    code: 'no-route',
    message:
      'No certification is worth its cost to this profile within its limits. The reasons stand with each; more hours, a later deadline, a larger budget or a named wish may open one.',
    excluded,
  }
}

function explain(planning: Planning, best: Optimum): RoutePlan {
  const route = describeRoute(planning, best.steps)
  const alternatives = alternativesTo(planning, best, route)
  const exclusions = exclusionsFrom(planning, best)
  const flip = findFlip(planning, best)
  const others = alternatives.statesExplored + exclusions.statesExplored + flip.statesExplored
  return {
    route,
    alternatives: alternatives.routes,
    excluded: exclusions.excluded,
    flips: flip.text,
    renewals: renewalCalendar(planning, route),
    asOf: planning.asOf,
    proof: {
      method: `${method} ${counted(others, 'further state')} for the alternatives, what was left out and what would flip it.`,
      statesExplored: best.statesExplored,
      optimal: true,
    },
  }
}

/**
 * Plans the best route of certifications for a profile, proves it, and explains it:
 * maximise the sum of worth - hour E[hours] - usd E[fee] - week (worth / 100) E[weeks until held], subject to
 * P(pass) >= floor on every leg, version and language windows, deadline and budget.
 *
 * @param input.asOf day on which the plan is made; the start is that day or later
 * @returns the plan, or `profile-invalid`, `certification-retired` (a wish that cannot be sat), `no-route`
 * @example planRoute({ catalogue, model, profile, asOf }).ok // true
 */
export function planRoute(input: {
  readonly catalogue: Catalogue
  readonly model: RouteModel
  readonly profile: ProfileInput
  readonly asOf: CalendarDate
}): Result<RoutePlan, PlanRefusal> {
  const checked = checkProfile(input.profile, input)
  if (!checked.ok) {
    const { problems } = checked.error
    const message = `Correct ${counted(problems.length, 'field')}: ${problems.map((one) => one.message).join(' ')}`
    return fail({ code: 'profile-invalid', message, problems })
  }
  const planning = preparePlanning({ ...input, profile: checked.value })
  const retired = retiredWish(planning)
  if (retired !== null) return fail(retired)
  const best = solve(planning)
  return best === null || best.steps.length === 0 ? fail(noRoute(planning)) : ok(explain(planning, best))
}
