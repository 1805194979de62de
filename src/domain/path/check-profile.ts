import { findByName, suggestIds } from '../catalogue/names.ts'
import type { Catalogue } from '../catalogue/types.ts'
import { type CalendarDate, isCalendarDate } from '../kernel/calendar-date.ts'
import { fail, ok, type Result } from '../kernel/result.ts'
import { type Profile, type ProfileInput, type ProfileProblem, profileDefaults } from './profile.ts'
import { fields, isField, isRole, isServiceArea, roles, serviceAreas } from './vocabulary.ts'

/** What a profile is checked against. */
export type ProfileSetting = { readonly catalogue: Catalogue; readonly asOf: CalendarDate }

type Report = (field: string, message: string) => void

const mostVouchers = 12

/**
 * Finds the id that a text names: an id, an exam code, a present or former name, or the letters of a code.
 *
 * @example resolveId(catalogue, 'SAA-C03') // 'solutions-architect-associate'
 */
export function resolveId(catalogue: Catalogue, text: string): string | null {
  const known = catalogue.certifications.find(({ id }) => id === text)
  if (known !== undefined) return known.id
  const found = findByName(catalogue, text)
  return found.length === 1 ? found[0]!.certification.id : null
}

type Range = { readonly from: number; readonly to: number; readonly unit: string }

function checkNumber(
  report: Report,
  [field, value]: readonly [string, number],
  { from, to, unit }: Range,
): void {
  if (!(Number.isFinite(value) && value >= from && value <= to)) {
    report(field, `Give a number of ${unit} from ${from} to ${to}; ${value} is not one.`)
  }
}

function checkDay(report: Report, field: string, text: string): CalendarDate | null {
  if (isCalendarDate(text)) return text
  report(field, `Write a day as YYYY-MM-DD; "${text}" is not one.`)
  return null
}

function checkWords({ role, direction, stack = {} }: ProfileInput, report: Report): void {
  if (!isRole(role)) report('role', `"${role}" is not a role. Choose one of: ${roles.join(', ')}.`)
  if (!isRole(direction) && !isField(direction)) {
    report('direction', `"${direction}" is not a direction. Choose a role or one of: ${fields.join(', ')}.`)
  }
  for (const [area, weight] of Object.entries(stack)) {
    if (!isServiceArea(area)) {
      report('stack', `"${area}" is not a service area. Choose from: ${serviceAreas.join(', ')}.`)
    }
    checkNumber(report, [`stack.${area}`, weight], { from: 0, to: 1, unit: 'weight' })
  }
}

const years = { from: 0, to: 60, unit: 'years' }

function checkNumbers(input: ProfileInput, report: Report): void {
  const floor = input.passProbabilityFloor ?? profileDefaults.passProbabilityFloor
  checkNumber(report, ['awsYears', input.awsYears], years)
  checkNumber(report, ['itYears', input.itYears], years)
  checkNumber(report, ['hoursPerWeek', input.hoursPerWeek], { from: 0.5, to: 80, unit: 'hours' })
  checkNumber(report, ['passProbabilityFloor', floor], { from: 0.5, to: 0.99, unit: 'probability' })
  if (input.budgetUsd !== undefined && input.budgetUsd !== null) {
    checkNumber(report, ['budgetUsd', input.budgetUsd], { from: 0, to: 100_000, unit: 'US dollars' })
  }
}

function checkVouchers({ vouchers = [] }: ProfileInput, report: Report): Profile['vouchers'] {
  if (vouchers.length > mostVouchers) report('vouchers', `Give at most ${mostVouchers} vouchers.`)
  return vouchers.flatMap(({ percent, expiresOn }) => {
    checkNumber(report, ['vouchers', percent], { from: 1, to: 100, unit: 'per cent' })
    const day = checkDay(report, 'vouchers', expiresOn)
    return day === null ? [] : [{ percent, expiresOn: day }]
  })
}

function checkDates(input: ProfileInput, asOf: CalendarDate, report: Report) {
  const startDate = checkDay(report, 'startDate', input.startDate ?? asOf) ?? asOf
  if (startDate < asOf)
    report('startDate', `Start on ${asOf} or later; ${startDate} is before the day of the plan.`)
  const deadline = input.deadline == null ? null : checkDay(report, 'deadline', input.deadline)
  if (deadline !== null && deadline <= startDate) {
    report('deadline', `Set a deadline after the start on ${startDate}; ${deadline} leaves no time.`)
  }
  return { startDate, deadline, vouchers: checkVouchers(input, report) }
}

function idsOf(
  catalogue: Catalogue,
  report: Report,
  { field, texts }: { readonly field: string; readonly texts: readonly string[] },
): readonly string[] {
  return texts.flatMap((text) => {
    const id = resolveId(catalogue, text)
    if (id !== null) return [id]
    const near = suggestIds(catalogue, text)
    const hint = near.length > 0 ? ` Perhaps ${near.join(' or ')}?` : ''
    report(field, `"${text}" names no certification of the catalogue.${hint}`)
    return []
  })
}

function checkHeld(
  input: ProfileInput,
  { catalogue, asOf }: ProfileSetting,
  report: Report,
): Profile['held'] {
  const seen = new Set<string>()
  return (input.held ?? []).flatMap((held) => {
    const [certificationId] = idsOf(catalogue, report, { field: 'held', texts: [held.certificationId] })
    const earnedOn = checkDay(report, 'held', held.earnedOn)
    if (certificationId === undefined || earnedOn === null) return []
    if (earnedOn > asOf)
      report('held', `${certificationId} cannot have been earned on ${earnedOn}, after ${asOf}.`)
    if (seen.has(certificationId))
      report('held', `${certificationId} is named twice; give the latest pass only.`)
    seen.add(certificationId)
    return [{ certificationId, earnedOn }]
  })
}

function checkWishes(
  input: ProfileInput,
  catalogue: Catalogue,
  report: Report,
): Pick<Profile, 'wants' | 'avoids'> {
  const wants = idsOf(catalogue, report, { field: 'wants', texts: input.wants ?? [] })
  const avoids = idsOf(catalogue, report, { field: 'avoids', texts: input.avoids ?? [] })
  for (const id of wants.filter((wanted) => avoids.includes(wanted))) {
    report('avoids', `${id} is both wanted and avoided; keep one of the two.`)
  }
  return { wants: [...new Set(wants)], avoids: [...new Set(avoids)] }
}

function withoutAbsent<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== undefined)) as Partial<T>
}

/**
 * Checks a profile and fills in what was left out; names of certifications become ids.
 *
 * @returns the profile, or `profile-invalid` with every fault found
 * @example checkProfile({ ...input, role: 'wizard' }, { catalogue, asOf }).ok // false
 */
export function checkProfile(
  input: ProfileInput,
  setting: ProfileSetting,
): Result<Profile, { readonly code: 'profile-invalid'; readonly problems: readonly ProfileProblem[] }> {
  const problems: ProfileProblem[] = []
  const report: Report = (field, message) => problems.push({ field, message })
  checkWords(input, report)
  checkNumbers(input, report)
  const dates = checkDates(input, setting.asOf, report)
  const held = checkHeld(input, setting, report)
  const wishes = checkWishes(input, setting.catalogue, report)
  if (problems.length > 0) return fail({ code: 'profile-invalid', problems })
  return ok({ ...profileDefaults, ...withoutAbsent(input), ...dates, ...wishes, held } as Profile)
}
