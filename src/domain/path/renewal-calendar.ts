import { renewedByPassing } from '../catalogue/renewal.ts'
import type { Certification, Renewal } from '../catalogue/types.ts'
import { addDays, addYears, type CalendarDate } from '../kernel/calendar-date.ts'
import type { Planning } from './planning.ts'
import type { Leg, RenewalEntry, Route } from './route.ts'
import { hasFuture } from './windows.ts'
import { counted, shortName } from './words.ts'

type Earned = {
  readonly certification: Certification
  readonly planned: boolean
  readonly earnedOn: CalendarDate
  readonly expiresOn: CalendarDate
}

/** In words, how a certification is renewed. */
function wayOf({ catalogue }: Planning, { name: own }: Certification, renewal: Renewal): string {
  const years = counted(renewal.extendsYears, 'year')
  switch (renewal.kind) {
    case 'exam': {
      const exam = catalogue.certifications.find(({ id }) => id === renewal.certificationId)
      const which = exam === undefined || exam.name === own ? 'its own current exam' : shortName(exam.name)
      return `Pass ${which}: ${years} from the exam day.`
    }
    case 'any-exam-of-tier':
      return `Pass any ${renewal.tier} exam: ${years} from the exam day.`
    case 'activity':
      return `${renewal.name}: ${years}${renewal.windowDaysBeforeExpiry === null ? '' : `, from ${renewal.windowDaysBeforeExpiry} days before expiry`}${renewal.requires === null ? '' : ` (${renewal.requires})`}.`
  }
}

function waysOf(
  planning: Planning,
  certification: Certification,
  expiresOn: CalendarDate,
): readonly string[] {
  if (certification.renewalUnknown) return ['How it is renewed is unknown.']
  if (!hasFuture(certification, planning.profile.startDate) || certification.renewedBy.length === 0) {
    return [`It cannot be renewed: it runs out on ${expiresOn}.`]
  }
  return certification.renewedBy.map((renewal) => wayOf(planning, certification, renewal))
}

/** The last leg that renews what was earned, while it is active. */
function renewingLeg({ catalogue }: Planning, earned: Earned, legs: readonly Leg[]) {
  const { id } = earned.certification
  return legs
    .filter(({ examDate }) => examDate.p50 > earned.earnedOn && examDate.p90 <= earned.expiresOn)
    .flatMap((leg) => {
      const renewed = renewedByPassing(catalogue, leg.certificationId).find(
        ({ certificationId }) => certificationId === id,
      )
      return renewed === undefined ? [] : [{ leg, until: addYears(leg.examDate.p50, renewed.extendsYears) }]
    })
    .filter(({ until }) => until > earned.expiresOn)
    .at(-1)
}

function remindersOf({ model, asOf }: Planning, { name }: Certification, expiresOn: CalendarDate) {
  return model.calendar.reminderDays
    .map(({ value, reason }) => ({
      on: addDays(expiresOn, -value),
      text: `${shortName(name)} runs out on ${expiresOn}. ${reason}`,
    }))
    .filter(({ on }) => on >= asOf)
}

function entryFor(planning: Planning, earned: Earned, legs: readonly Leg[]): RenewalEntry {
  const { certification, planned, earnedOn } = earned
  const renewing = renewingLeg(planning, earned, legs)
  const expiresOn = renewing?.until ?? earned.expiresOn
  return {
    certificationId: certification.id,
    name: certification.name,
    planned,
    earnedOn,
    expiresOn,
    renewedBy:
      renewing === undefined
        ? null
        : {
            certificationId: renewing.leg.certificationId,
            on: renewing.leg.examDate.p50,
            insteadOf: earned.expiresOn,
          },
    ways: waysOf(planning, certification, expiresOn),
    reminders: remindersOf(planning, certification, expiresOn),
  }
}

function plannedOnes({ catalogue }: Planning, legs: readonly Leg[]): readonly Earned[] {
  return legs
    .filter(({ kind }) => kind === 'new')
    .flatMap(({ certificationId, examDate }) => {
      const certification = catalogue.certifications.find(({ id }) => id === certificationId)
      if (certification === undefined) return []
      const expiresOn = addYears(examDate.p50, certification.validityYears)
      return { certification, planned: true, earnedOn: examDate.p50, expiresOn }
    })
}

/**
 * Lists when everything held and planned runs out, soonest first, with what renews it and when to think of it.
 *
 * @example renewalCalendar(planning, { legs: [], totals }) // [] when nothing is held
 */
export function renewalCalendar(planning: Planning, { legs }: Route): readonly RenewalEntry[] {
  const held = planning.problem.held
    .filter(({ active }) => active)
    .map(({ certification, earnedOn, expiresOn }) => ({ certification, planned: false, earnedOn, expiresOn }))
  return [...held, ...plannedOnes(planning, legs)]
    .map((earned) => entryFor(planning, earned, legs))
    .sort((one, other) => one.expiresOn.localeCompare(other.expiresOn))
}
