import type { CalendarDate } from '../kernel/calendar-date.ts'
import type { Certification, CertificationStatus, ExamVersion, ExamWindow } from './types.ts'
import { isOpenOn, servesLanguage, windowsIn, windowsOf } from './windows.ts'

const endsForGood = (windows: readonly ExamWindow[]): boolean => windows.every((window) => window.to !== null)

/**
 * Tells a certification's state on a day, over all languages or in one: `active`; `ending` when a last day is announced and
 * no later version is; `beta` when only a beta form can be sat; `announced` when nothing can be sat yet; else `retired`.
 * It answers from all that the catalogue knows, also for days before that became known.
 *
 * @example statusOf(machineLearningEngineer, calendarDate('2026-11-23'), 'en') // 'beta'
 */
export function statusOf(
  certification: Certification,
  asOf: CalendarDate,
  language?: string,
): CertificationStatus {
  const windows = windowsIn(certification, language)
  const open = windows.filter((window) => isOpenOn(window, asOf))
  const standards = windows.filter((window) => window.form === 'standard')
  if (open.some((window) => window.form === 'standard')) return endsForGood(standards) ? 'ending' : 'active'
  if (open.length > 0) return 'beta'
  return windows.some((window) => window.from !== null && window.from > asOf) ? 'announced' : 'retired'
}

const openForms = (
  version: ExamVersion,
  asOf: CalendarDate,
  language?: string,
): readonly ExamWindow['form'][] =>
  windowsOf(version)
    .filter((window) => isOpenOn(window, asOf))
    .filter((window) => language === undefined || servesLanguage(window.language, language))
    .map((window) => window.form)

/**
 * The exam version to sit on a day, over all languages or in one: the newest in its standard form, else one in beta, else null.
 *
 * @example versionInForce(developer, calendarDate('2026-12-01'))?.examCode // 'DVA-C03'
 */
export function versionInForce(
  certification: Certification,
  asOf: CalendarDate,
  language?: string,
): ExamVersion | null {
  const { versions } = certification
  const sitting = (form: ExamWindow['form']): ExamVersion | undefined =>
    versions.findLast((version) => openForms(version, asOf, language).includes(form))
  return sitting('standard') ?? sitting('beta') ?? null
}
