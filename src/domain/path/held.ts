import { expiryOf, renewedByPassing } from '../catalogue/renewal.ts'
import { versionInForce } from '../catalogue/status.ts'
import type { Catalogue, Certification } from '../catalogue/types.ts'
import { addYears, type CalendarDate, daysBetween } from '../kernel/calendar-date.ts'
import type { HeldCertification, Profile } from './profile.ts'
import type { RouteModel } from './route-model.ts'

/** A certification that the person has earned, as it stands when the route starts. */
export type HeldState = {
  readonly certification: Certification
  readonly earnedOn: CalendarDate
  readonly expiresOn: CalendarDate
  /** True while it has not run out on the day the route starts. */
  readonly active: boolean
  /** True when it runs out soon enough for the route to renew it by its own exam. */
  readonly due: boolean
  /** The exam version that was sat, as far as the dates tell. */
  readonly examCode: string | null
  /** First day on which that version may be sat again. */
  readonly sameVersionFrom: CalendarDate
  /** Share of its validity that has gone by when the route starts, 0 to 1. */
  readonly spent: number
}

const daysPerYear = 365.25

/** A later pass of something that renews it, while it was active, moves the expiry. */
function expiryWithRenewals(
  catalogue: Catalogue,
  { id, validityYears }: Certification,
  { earnedOn, held }: { readonly earnedOn: CalendarDate; readonly held: readonly HeldCertification[] },
): CalendarDate {
  const later = held
    .filter((other) => other.certificationId !== id && other.earnedOn > earnedOn)
    .sort((one, other) => one.earnedOn.localeCompare(other.earnedOn))
  return later.reduce(
    (expiry, other) => {
      const renewed = renewedByPassing(catalogue, other.certificationId).find(
        ({ certificationId }) => certificationId === id,
      )
      if (renewed === undefined || other.earnedOn > expiry) return expiry
      const extended = addYears(other.earnedOn, renewed.extendsYears)
      return extended > expiry ? extended : expiry
    },
    expiryOf(earnedOn, validityYears),
  )
}

/**
 * Lists what is held with its expiry, as it stands on the day the route starts; unknown ids are left out.
 *
 * @example heldStates({ catalogue, model, profile: { ...profile, held: [] } }) // []
 */
export function heldStates({
  catalogue,
  model,
  profile,
}: {
  readonly catalogue: Catalogue
  readonly model: RouteModel
  readonly profile: Profile
}): readonly HeldState[] {
  return profile.held.flatMap(({ certificationId, earnedOn }) => {
    const certification = catalogue.certifications.find(({ id }) => id === certificationId)
    if (certification === undefined) return []
    const expiresOn = expiryWithRenewals(catalogue, certification, { earnedOn, held: profile.held })
    const left = daysBetween(profile.startDate, expiresOn)
    return {
      certification,
      earnedOn,
      expiresOn,
      active: left >= 0,
      due: left >= 0 && left <= model.calendar.renewalHorizonDays.value,
      examCode: versionInForce(certification, earnedOn)?.examCode ?? null,
      sameVersionFrom: addYears(earnedOn, model.calendar.sameVersionYears.value),
      spent: Math.min(1, Math.max(0, 1 - left / (certification.validityYears * daysPerYear))),
    }
  })
}
