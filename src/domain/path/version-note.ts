import type { Certification } from '../catalogue/types.ts'
import { windowsIn } from '../catalogue/windows.ts'
import { addDays, type CalendarDate, daysBetween } from '../kernel/calendar-date.ts'
import type { Planning } from './planning.ts'
import type { LegWindow } from './route.ts'
import { datesOf, type WalkedLeg } from './walk.ts'

/** A version that ends sooner than this after the planned day is worth a word. */
const nearDays = 90

type Version = {
  readonly examCode: string
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
}

function standardWindows(certification: Certification, language: string) {
  return windowsIn(certification, language).filter(({ form }) => form === 'standard')
}

/** The window that a leg is sat in, with the version that follows in the same language. */
export function legWindow({ profile }: Planning, { step }: WalkedLeg): LegWindow {
  const { candidate, window } = step
  const all = windowsIn(candidate.certification, profile.language)
  const own = all.find(({ examCode, form }) => examCode === window.examCode && form === window.form)
  const next = standardWindows(candidate.certification, profile.language).find(
    ({ from }) => own?.to != null && from !== null && from > own.to,
  )
  return {
    from: own?.from ?? null,
    to: own?.to ?? null,
    basis: own?.basis ?? null,
    next: next?.from ? { examCode: next.examCode, from: next.from } : null,
  }
}

const beginOf = ({ profile }: Planning, { begins }: WalkedLeg): CalendarDate =>
  addDays(profile.startDate, begins.p50)

/** The version that could be sat at the start of the route or of the leg, where that is another one than the leg's. */
function versionBefore(planning: Planning, leg: WalkedLeg): Version | undefined {
  const { startDate, language } = planning.profile
  const begins = beginOf(planning, leg)
  return standardWindows(leg.step.candidate.certification, language).findLast(
    ({ examCode, from, to }) =>
      examCode !== leg.step.window.examCode &&
      (from === null || from <= begins) &&
      to !== null &&
      to >= startDate,
  )
}

const announced = ({ basis }: LegWindow): string =>
  basis === 'announced' ? ' These dates are announced, not yet observed.' : ''

function turnNote(planning: Planning, leg: WalkedLeg, window: LegWindow): string | null {
  const before = versionBefore(planning, leg)
  if (before?.to == null || window.from === null || window.from <= before.to) return null
  const { examCode } = leg.step.window
  const sits = `you sit ${examCode}, from ${window.from}. Study by the guide of ${examCode}.${announced(window)}`
  return before.to < beginOf(planning, leg)
    ? `${before.examCode} ends on ${before.to}, before this leg begins: ${sits}`
    : `The version turns while you prepare: ${before.examCode} ends on ${before.to}, before nine in ten like you would have passed it, so ${sits}`
}

function endNote(planning: Planning, leg: WalkedLeg, window: LegWindow): string | null {
  if (window.to === null) return null
  const { examCode } = leg.step.window
  const { p90 } = datesOf(leg.passed, planning.profile.startDate)
  if (window.next === null) {
    return `${examCode} ends on ${window.to} and no later version is announced in your language; nine in ten like you have passed by ${p90}.${announced(window)}`
  }
  if (daysBetween(p90, window.to) > nearDays) return null
  return `You sit ${examCode}, which ends on ${window.to}; after that it is ${window.next.examCode}. Nine in ten like you have passed by ${p90}.${announced(window)}`
}

function newNote({ profile }: Planning, { step }: WalkedLeg, window: LegWindow): string | null {
  if (window.from === null || window.from <= profile.startDate) return null
  return `${step.window.examCode} can be sat from ${window.from}; no sitting is planned before.${announced(window)}`
}

const betaNote = ({ step }: WalkedLeg): string | null =>
  step.window.form === 'beta'
    ? `${step.window.examCode} is a beta: one attempt, a longer form, and the result may take up to 90 days.`
    : null

/**
 * Says which exam version a leg is sat in where that needs a word: a version that turns under the learner, ends, or has not
 * begun; null where nothing is known to change.
 *
 * @example versionNote(planning, legOfAnExamWithoutChanges) // null
 */
export function versionNote(planning: Planning, leg: WalkedLeg): string | null {
  const window = legWindow(planning, leg)
  return (
    betaNote(leg) ??
    turnNote(planning, leg, window) ??
    endNote(planning, leg, window) ??
    newNote(planning, leg, window)
  )
}
