import type { CalendarDate } from '../kernel/calendar-date.ts'
import { languageName, listInWords } from './languages.ts'
import type { Basis, Catalogue, Certification, Confidence, DateFact, ExamVersion } from './types.ts'

/** What kind of change a date brings. */
export type ChangeKind =
  | 'booking-opens'
  | 'version-turns'
  | 'release'
  | 'language-withdrawn'
  | 'retirement'
  | 'beta-starts'
  | 'beta-ends'
  | 'badge-closes'

/** A dated change of the programme. `date` is a first day for starts and a last day for ends. */
export type Change = {
  readonly date: CalendarDate
  readonly kind: ChangeKind
  readonly certificationId: string
  readonly examCode: string
  /** A few words without the date: `DVA-C03 replaces DVA-C02`, `last day for ANS-C01`. */
  readonly title: string
  /** Whole sentences, with the date and what sources disagree on. */
  readonly text: string
  readonly basis: Basis | null
  readonly confidence: Confidence
}

type Draft = Omit<Change, 'certificationId' | 'examCode'>
/** A title, and sentences that follow its own; these begin with a space. */
type Words = { readonly title: string; readonly more?: string }
type When = {
  readonly date: CalendarDate | null
  readonly basis: Basis | null
  readonly confidence: Confidence
}

const startKinds: ReadonlySet<ChangeKind> = new Set([
  'booking-opens',
  'version-turns',
  'release',
  'beta-starts',
])

const sentence = (kind: ChangeKind, title: string, date: CalendarDate): string =>
  startKinds.has(kind)
    ? `${title.charAt(0).toUpperCase()}${title.slice(1)} on ${date}.`
    : `The ${title} is ${date}.`

/** No draft where the day is unknown. */
function draft({ date, basis, confidence }: When, kind: ChangeKind, words: Words): readonly Draft[] {
  if (date === null) return []
  const text = `${sentence(kind, words.title, date)}${words.more ?? ''}`
  return [{ date, kind, title: words.title, text, basis, confidence }]
}

function otherDates({ stated }: DateFact): string {
  const others = stated.slice(1)
  return others.length === 0 ? '' : ` Sources also state ${listInWords(others)}.`
}

function start({ examCode, availableFrom: from }: ExamVersion, previous?: ExamVersion): readonly Draft[] {
  if (from === null) return []
  const announced = from.basis === 'announced'
  if (previous === undefined) {
    const becomes = announced ? 'is announced to become' : 'becomes'
    return draft(from, 'release', {
      title: `${examCode} ${becomes} generally available`,
      more: otherDates(from),
    })
  }
  const last = previous.lastExamDate
  const until =
    last === null ? '' : ` The last day for ${previous.examCode} is ${last.date}.${otherDates(last)}`
  const replaces = announced ? 'is announced to replace' : 'replaces'
  return draft(from, 'version-turns', {
    title: `${examCode} ${replaces} ${previous.examCode}`,
    more: `${otherDates(from)}${until}`,
  })
}

function end({ examCode, lastExamDate: last }: ExamVersion, next?: ExamVersion): readonly Draft[] {
  if (last === null || next !== undefined) return []
  return draft(last, 'retirement', {
    title: `last day for ${examCode}`,
    more: `${otherDates(last)} No later version is announced.`,
  })
}

const withdrawals = ({ examCode, languageRetirements }: ExamVersion): readonly Draft[] =>
  languageRetirements.flatMap(({ languages, lastExamDate: last }) => {
    const spoken = listInWords(languages.map(languageName))
    return draft(last, 'language-withdrawn', {
      title: `last day for ${examCode} in ${spoken}`,
      more: otherDates(last),
    })
  })

function booking(version: ExamVersion): readonly Draft[] {
  const { examCode, registrationFrom: date, availableFrom, confidence } = version
  const when = { date, basis: availableFrom?.basis ?? null, confidence: confidence.dates }
  return draft(when, 'booking-opens', { title: `booking of ${examCode} opens` })
}

function betaDates({ examCode, beta }: ExamVersion): readonly Draft[] {
  if (beta === null) return []
  const code = beta.examCode ?? examCode
  const badge = {
    date: beta.earlyAdopterBadgeUntil,
    basis: 'announced',
    confidence: beta.confidence,
  } as const
  return [
    ...draft({ ...beta, date: beta.from }, 'beta-starts', { title: `beta ${code} starts` }),
    ...draft({ ...beta, date: beta.to }, 'beta-ends', { title: `last day of the beta ${code}` }),
    ...draft(badge, 'badge-closes', { title: `last day for the early adopter badge of ${code}` }),
  ]
}

const draftsOf = (version: ExamVersion, previous?: ExamVersion, next?: ExamVersion): readonly Draft[] => [
  ...booking(version),
  ...betaDates(version),
  ...start(version, previous),
  ...withdrawals(version),
  ...end(version, next),
]

/** A start lies ahead until its day has come, an end also on its last day. */
const isAhead = (kind: ChangeKind, date: CalendarDate, asOf: CalendarDate): boolean =>
  startKinds.has(kind) ? date > asOf : date >= asOf

const changesOf = ({ id, versions }: Certification): readonly Change[] =>
  versions.flatMap((version, index) =>
    draftsOf(version, versions[index - 1], versions[index + 1]).map((change) => ({
      ...change,
      certificationId: id,
      examCode: version.examCode,
    })),
  )

/**
 * Lists what the catalogue knows to change from a day on, earliest first: versions that turn, releases, retirements,
 * languages withdrawn, betas, first booking days.
 *
 * @example announcedChanges(catalogue, calendarDate('2026-11-24'))[0]?.title // 'DVA-C03 is announced to replace DVA-C02'
 */
export const announcedChanges = (catalogue: Catalogue, asOf: CalendarDate): readonly Change[] =>
  catalogue.certifications
    .flatMap(changesOf)
    .filter((change) => isAhead(change.kind, change.date, asOf))
    .sort((one, other) => one.date.localeCompare(other.date))
