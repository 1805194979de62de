import type { Certification, ExamVersion, ExamWindow, Tier } from '../catalogue/types.ts'
import { servesLanguage, windowsOf } from '../catalogue/windows.ts'
import { type CalendarDate, daysBetween } from '../kernel/calendar-date.ts'
import type { HeldState } from './held.ts'
import type { SittingWindow } from './problem.ts'

/** For whom and from when windows are asked for. */
export type WindowQuery = {
  readonly startDate: CalendarDate
  readonly language: string
  readonly tiers: readonly Tier[]
  /** Set when the certification is held: its version may be sat again only after a while. */
  readonly held: HeldState | null
  /** Set when it is to be renewed: days from the start between which its own exam counts. */
  readonly renewal: { readonly from: number; readonly to: number } | null
}

type Dated = { readonly window: ExamWindow; readonly version: ExamVersion }

const windowsWithVersion = (certification: Certification): readonly Dated[] =>
  certification.versions.flatMap((version) => windowsOf(version).map((window) => ({ window, version })))

const endsAfter = (window: ExamWindow, date: CalendarDate): boolean => window.to === null || window.to >= date

/** True when some window, in any language, is open on a day or later. */
export const hasFuture = (certification: Certification, date: CalendarDate): boolean =>
  windowsWithVersion(certification).some(({ window }) => endsAfter(window, date))

/** Last day on which it could be sat in any language, null when none is known. */
export function lastDayOf(certification: Certification): CalendarDate | null {
  const days = windowsWithVersion(certification).map(({ window }) => window.to)
  return days.includes(null) ? null : (days.sort().at(-1) ?? null)
}

function feeOf({ window, version }: Dated, { tier }: Certification, tiers: readonly Tier[]): number {
  const betaFee = window.form === 'beta' ? version.beta?.feeUsd : undefined
  return betaFee ?? version.feeUsd ?? tiers.find(({ id }) => id === tier)?.feeUsd ?? 0
}

function place(dated: Dated, certification: Certification, query: WindowQuery): SittingWindow {
  const { window, version } = dated
  const day = (date: CalendarDate): number => daysBetween(query.startDate, date)
  const again =
    query.held !== null && query.held.examCode === version.examCode ? query.held.sameVersionFrom : null
  return {
    examCode: window.examCode,
    form: window.form,
    version,
    opensOn: Math.max(
      0,
      window.from === null ? 0 : day(window.from),
      again === null ? 0 : day(again),
      query.renewal?.from ?? 0,
    ),
    closesOn: Math.min(
      window.to === null ? Number.POSITIVE_INFINITY : day(window.to),
      query.renewal?.to ?? Number.POSITIVE_INFINITY,
    ),
    feeUsd: feeOf(dated, certification, query.tiers),
  }
}

/** A language may be listed as itself and as its variants; the variant that lasts longest is taken. */
function longest(windows: readonly SittingWindow[]): readonly SittingWindow[] {
  const byCode = new Map<string, SittingWindow>()
  for (const window of windows) {
    const known = byCode.get(window.examCode)
    if (known === undefined || known.closesOn < window.closesOn) byCode.set(window.examCode, window)
  }
  return [...byCode.values()]
}

/**
 * The spans in which a person may sit a certification in their language, from the start of the route on, earliest first:
 * version and language dates, the rule against re-sitting one version, and the span in which a renewal counts.
 *
 * @example sittingWindows({ ...certification, versions: [] }, query) // []
 */
export function sittingWindows(certification: Certification, query: WindowQuery): readonly SittingWindow[] {
  const served = windowsWithVersion(certification)
    .filter(({ window }) => servesLanguage(window.language, query.language))
    .filter(({ window }) => endsAfter(window, query.startDate))
    .map((dated) => place(dated, certification, query))
    .filter(({ opensOn, closesOn }) => opensOn <= closesOn)
  return [...longest(served)].sort((one, other) => one.opensOn - other.opensOn)
}
