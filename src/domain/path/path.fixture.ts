import { loadCatalogue } from '../../adapters/content/load-catalogue.ts'
import { loadRouteModel } from '../../adapters/content/load-route-model.ts'
import { addDays, type CalendarDate, calendarDate } from '../kernel/calendar-date.ts'
import type { SeededRandom } from '../kernel/seeded-random.ts'
import { checkProfile } from './check-profile.ts'
import { planRoute } from './plan-route.ts'
import { type Planning, preparePlanning } from './planning.ts'
import type { Profile, ProfileInput } from './profile.ts'
import type { RoutePlan } from './route.ts'
import type { RouteModel } from './route-model.ts'
import { fields, roles, serviceAreas } from './vocabulary.ts'

const folder = new URL('../../../catalogue', import.meta.url).pathname

/** The repository's own catalogue and tables. */
export const catalogue = loadCatalogue(folder)
export const model: RouteModel = loadRouteModel(`${folder}/route-model.yaml`, catalogue)

/** The day as of which the facts were recorded. */
export const recorded: CalendarDate = calendarDate('2026-11-23')

/** A web developer with a little of everything, to vary. */
export const someone: ProfileInput = {
  role: 'web-developer',
  direction: 'cloud-developer',
  awsYears: 1,
  itYears: 4,
  hoursPerWeek: 8,
}

/** A checked profile; throws where the input is at fault. */
export function profileOf(input: Partial<ProfileInput> = {}, asOf = recorded): Profile {
  const checked = checkProfile({ ...someone, ...input }, { catalogue, asOf })
  if (!checked.ok) throw new Error(checked.error.problems.map(({ message }) => message).join(' '))
  return checked.value
}

/** A planning of the repository's tables. */
export const planningOf = (input: Partial<ProfileInput> = {}, asOf = recorded): Planning =>
  preparePlanning({ catalogue, model, profile: profileOf(input, asOf), asOf })

/** A plan that must succeed. */
export function planOf(input: Partial<ProfileInput> = {}, asOf = recorded): RoutePlan {
  const planned = planRoute({ catalogue, model, profile: { ...someone, ...input }, asOf })
  if (!planned.ok) throw new Error(`${planned.error.code}: ${planned.error.message}`)
  return planned.value
}

/** The ids of a plan's legs, in order. */
export const legIds = ({ route }: RoutePlan): readonly string[] =>
  route.legs.map(({ certificationId }) => certificationId)

const pick = <T>(values: readonly T[], random: SeededRandom): T => values[random.integer(values.length)]!

/** Draws a profile that passes every check: any role, direction, stack, limits, vouchers and held certifications. */
export function randomProfile(random: SeededRandom): ProfileInput {
  const maybe = <T>(share: number, value: () => T): T | undefined =>
    random.next() < share ? value() : undefined
  const startDate = addDays(recorded, random.integer(200))
  const areas = Array.from({ length: random.integer(5) }, () => pick(serviceAreas, random))
  return {
    role: pick(roles, random),
    direction: pick([...roles, ...fields], random),
    awsYears: pick([0, 0.5, 1, 2, 3, 4, 6, 10], random),
    itYears: pick([0, 1, 2, 3, 5, 10, 20], random),
    stack: Object.fromEntries(areas.map((area) => [area, random.integer(11) / 10])),
    hoursPerWeek: pick([2, 4, 6, 8, 10, 15, 20, 30], random),
    startDate,
    deadline: maybe(0.35, () => addDays(startDate, 60 + random.integer(700))),
    budgetUsd: maybe(0.25, () => pick([150, 300, 450, 700, 1200], random)),
    vouchers: maybe(0.3, () => [
      { percent: pick([25, 50, 100], random), expiresOn: addDays(startDate, 30 + random.integer(400)) },
    ]),
    held: maybe(0.5, () => [
      {
        certificationId: pick(catalogue.certifications, random).id,
        earnedOn: addDays(recorded, -random.integer(1200)),
      },
    ]),
    passProbabilityFloor: maybe(0.3, () => pick([0.6, 0.7, 0.9], random)),
  }
}
