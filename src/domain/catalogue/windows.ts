import { addDays, type CalendarDate } from '../kernel/calendar-date.ts'
import type { BetaForm, Certification, DateFact, ExamVersion, ExamWindow } from './types.ts'

/**
 * True when a window's language serves a language asked for: equal tags, or one names the other's base (`pt` and `pt-BR`).
 * An unknown language (null) is not ruled out.
 * Source: RFC 4647, section 3.3.1 (basic filtering), applied both ways.
 *
 * @example servesLanguage('pt-BR', 'pt') // true
 */
export function servesLanguage(offered: string | null, asked: string): boolean {
  if (offered === null) return true
  const [one, other] = [offered.toLowerCase(), asked.toLowerCase()]
  return one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`)
}

const earlier = (one: DateFact | null, other: DateFact | null): DateFact | null =>
  one === null || (other !== null && other.date < one.date) ? other : one

/** The last day in one language: the version's own, or the language's where that comes first. */
function lastDayIn(version: ExamVersion, language: string | null): DateFact | null {
  const own = version.languageRetirements.find(
    (retired) => language !== null && retired.languages.includes(language),
  )
  return earlier(own?.lastExamDate ?? null, version.lastExamDate)
}

const languagesOrUnknown = (languages: readonly string[] | null): readonly (string | null)[] =>
  languages ?? [null]

function standardWindow(version: ExamVersion, from: DateFact, language: string | null): ExamWindow {
  const last = lastDayIn(version, language)
  const deciding = last ?? from
  return {
    examCode: version.examCode,
    form: 'standard',
    language,
    from: from.date,
    to: last?.date ?? null,
    basis: deciding.basis,
    confidence: deciding.confidence,
  }
}

/** A beta without a known last day ends on the day before the standard form starts, and as surely as that does. */
function betaWindow(version: ExamVersion, beta: BetaForm, language: string | null): ExamWindow {
  const release = beta.to === null ? version.availableFrom : null
  return {
    examCode: beta.examCode ?? version.examCode,
    form: 'beta',
    language,
    from: beta.from ?? beta.registrationFrom,
    to: release === null ? beta.to : addDays(release.date, -1),
    basis: release?.basis ?? beta.basis,
    confidence: release?.confidence ?? beta.confidence,
  }
}

/**
 * Lists the spans in which an exam version can be sat, per language, the beta's first; a version whose start is unknown has no
 * standard window. A beta of unknown start counts from its first booking day, one of unknown end to the day before general release.
 *
 * @example windowsOf({ ...version, availableFrom: null, beta: null }) // []
 */
export function windowsOf(version: ExamVersion): readonly ExamWindow[] {
  const { beta, availableFrom } = version
  const betas =
    beta === null
      ? []
      : languagesOrUnknown(beta.languages).map((language) => betaWindow(version, beta, language))
  if (availableFrom === null) return betas
  return [
    ...betas,
    ...languagesOrUnknown(version.languages).map((language) =>
      standardWindow(version, availableFrom, language),
    ),
  ]
}

/**
 * True when a window includes a day, both ends included; an unknown start leaves the past open.
 *
 * @example isOpenOn({ from: null, to: calendarDate('2026-12-31') }, calendarDate('2027-01-01')) // false
 */
export const isOpenOn = (window: Pick<ExamWindow, 'from' | 'to'>, date: CalendarDate): boolean =>
  (window.from === null || window.from <= date) && (window.to === null || date <= window.to)

/** Lists the windows of every version of a certification, in one language when asked. @example windowsIn({ ...certification, versions: [] }) // [] */
export const windowsIn = (certification: Certification, language?: string): readonly ExamWindow[] =>
  certification.versions
    .flatMap(windowsOf)
    .filter((window) => language === undefined || servesLanguage(window.language, language))

/** The newest standard form among open windows, else the newest beta. */
const preferred = (open: readonly ExamWindow[]): ExamWindow | null =>
  open.findLast((window) => window.form === 'standard') ?? open.at(-1) ?? null

/**
 * The window in which a certification can be sat on a day in a language: the newest standard form, else a beta, else null.
 *
 * @example sittableOn(advancedNetworking, calendarDate('2027-01-01'), 'en') // null
 */
export const sittableOn = (
  certification: Certification,
  date: CalendarDate,
  language: string,
): ExamWindow | null =>
  preferred(windowsIn(certification, language).filter((window) => isOpenOn(window, date)))

/**
 * Lists, per language, the window in which a certification can be sat on a day; empty when it cannot be sat at all.
 *
 * @example sittingsOn(machineLearningEngineer, calendarDate('2026-11-23'))[0]?.examCode // 'MLA-C01'
 */
export function sittingsOn(certification: Certification, date: CalendarDate): readonly ExamWindow[] {
  const open = windowsIn(certification).filter((window) => isOpenOn(window, date))
  const languages = new Set(open.map((window) => window.language))
  return [...languages].flatMap(
    (language) => preferred(open.filter((window) => window.language === language)) ?? [],
  )
}
