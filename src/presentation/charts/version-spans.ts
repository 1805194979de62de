import type { ExamVersion, ExamWindow } from '../../domain/catalogue/types.ts'

/** What a time line needs of an exam version: its windows, and how its start is known. */
export type TimelineVersion = Pick<ExamVersion, 'examCode' | 'availableFrom'> & {
  readonly windows: readonly ExamWindow[]
}

/** One bar of a time line, in days since 1970-01-01: firm from `start` to `firmEnd`, announced from there to `end`. */
export type VersionSpan = {
  readonly examCode: string
  readonly form: ExamWindow['form']
  readonly start: number
  /** Equal to `start` where all of it is announced, to `end` where none is. */
  readonly firmEnd: number
  /** Null where no last day is known. */
  readonly end: number | null
  /** As stated: a day, a month (`2018-06`) or a year. */
  readonly firstDay: string
  readonly lastDay: string | null
}

/** The years that a time line shows, and its ends in days since 1970-01-01. */
export type TimeAxis = { readonly years: readonly number[]; readonly start: number; readonly end: number }

const millisecondsPerDay = 86_400_000

/** Days since 1970-01-01 of a day written `YYYY-MM-DD`. @example daysOf('1970-01-02') // 1 */
export const daysOf = (day: string): number => Date.parse(`${day}T00:00:00Z`) / millisecondsPerDay

const latest = (days: readonly (string | null)[]): string | null =>
  days.reduce((last, day) => (last === null || day === null ? null : day > last ? day : last))

function spanOf(version: TimelineVersion, form: ExamWindow['form'], today: string): readonly VersionSpan[] {
  const windows = version.windows.filter((window) => window.form === form)
  const [first] = windows
  if (first === undefined || first.from === null) return []
  const lastDay = latest(windows.map((window) => window.to))
  const start = daysOf(first.from)
  const end = lastDay === null ? null : daysOf(lastDay) + 1
  const firstDay = (form === 'standard' ? version.availableFrom?.stated[0] : undefined) ?? first.from
  const startIsPlanned = form === 'standard' && version.availableFrom?.basis === 'announced'
  const firmEnd = startIsPlanned ? start : Math.max(start, Math.min(end ?? Infinity, daysOf(today)))
  return [{ examCode: first.examCode, form, start, firmEnd, end, firstDay, lastDay }]
}

/** Lists the bars of a certification's time line, a version's beta before its standard form. */
export const spansOf = (versions: readonly TimelineVersion[], today: string): readonly VersionSpan[] =>
  versions.flatMap((version) => [...spanOf(version, 'beta', today), ...spanOf(version, 'standard', today)])

const yearOf = (days: number): number => new Date(days * millisecondsPerDay).getUTCFullYear()

/** The whole years that hold every bar and today, with a year to spare. */
export function axisOf(spans: readonly VersionSpan[], today: string): TimeAxis {
  const days = [...spans.flatMap(({ start, end }) => (end === null ? [start] : [start, end])), daysOf(today)]
  const first = yearOf(Math.min(...days))
  const last = yearOf(Math.max(...days)) + 1
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return { years, start: daysOf(`${first}-01-01`), end: daysOf(`${last + 1}-01-01`) }
}
