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

/** A dated change of the programme, told in words. `date` is a first day for starts and a last day for ends. */
export type Change = {
  readonly date: CalendarDate
  readonly kind: ChangeKind
  readonly certificationId: string
  readonly examCode: string
  readonly text: string
  readonly basis: Basis | null
  readonly confidence: Confidence
}

type Draft = Pick<Change, 'kind' | 'text' | 'basis' | 'confidence'> & { readonly date: CalendarDate | null }

function otherDates(fact: DateFact): string {
  const others = fact.stated.slice(1)
  return others.length === 0 ? '' : ` Sources also state ${listInWords(others)}.`
}

const willOrDid = (fact: DateFact, will: string, did: string): string =>
  fact.basis === 'announced' ? will : did

const draft = (fact: DateFact, kind: ChangeKind, text: string): Draft => ({
  date: fact.date,
  kind,
  text: `${text}${otherDates(fact)}`,
  basis: fact.basis,
  confidence: fact.confidence,
})

function start(version: ExamVersion, previous: ExamVersion | undefined): readonly Draft[] {
  const from = version.availableFrom
  if (from === null) return []
  if (previous === undefined) {
    const verb = willOrDid(from, 'is announced to become generally available', 'becomes generally available')
    return [draft(from, 'release', `${version.examCode} ${verb} on ${from.date}.`)]
  }
  const last = previous.lastExamDate
  const until =
    last === null ? '' : ` The last day for ${previous.examCode} is ${last.date}.${otherDates(last)}`
  const verb = willOrDid(from, 'is announced to replace', 'replaces')
  return [
    draft(from, 'version-turns', `${version.examCode} ${verb} ${previous.examCode} on ${from.date}.${until}`),
  ]
}

function end(version: ExamVersion, next: ExamVersion | undefined): readonly Draft[] {
  const last = version.lastExamDate
  if (last === null || next !== undefined) return []
  return [
    draft(
      last,
      'retirement',
      `The last day for ${version.examCode} is ${last.date}; no later version is announced.`,
    ),
  ]
}

const withdrawals = (version: ExamVersion): readonly Draft[] =>
  version.languageRetirements.map(({ languages, lastExamDate }) => {
    const spoken = listInWords(languages.map(languageName))
    const text = `The last day for ${version.examCode} in ${spoken} is ${lastExamDate.date}.`
    return draft(lastExamDate, 'language-withdrawn', text)
  })

function booking({
  examCode,
  registrationFrom: date,
  availableFrom,
  confidence,
}: ExamVersion): readonly Draft[] {
  const known = { basis: availableFrom?.basis ?? null, confidence: confidence.dates }
  return [{ ...known, date, kind: 'booking-opens', text: `Booking of ${examCode} opens on ${date}.` }]
}

function betaDates(version: ExamVersion): readonly Draft[] {
  const { beta } = version
  if (beta === null) return []
  const { basis, confidence } = beta
  const code = beta.examCode ?? version.examCode
  const badge = beta.earlyAdopterBadgeUntil
  return [
    {
      date: beta.from,
      kind: 'beta-starts',
      text: `The beta ${code} starts on ${beta.from}.`,
      basis,
      confidence,
    },
    {
      date: beta.to,
      kind: 'beta-ends',
      text: `The last day of the beta ${code} is ${beta.to}.`,
      basis,
      confidence,
    },
    {
      date: badge,
      kind: 'badge-closes',
      text: `The early adopter badge for ${code} closes on ${badge}.`,
      basis: 'announced',
      confidence,
    },
  ]
}

const draftsOf = (version: ExamVersion, previous?: ExamVersion, next?: ExamVersion): readonly Draft[] => [
  ...booking(version),
  ...betaDates(version),
  ...start(version, previous),
  ...withdrawals(version),
  ...end(version, next),
]

const starts: ReadonlySet<ChangeKind> = new Set(['booking-opens', 'version-turns', 'release', 'beta-starts'])

/** A start lies ahead until its day has come, an end also on its last day. */
const isAhead = (kind: ChangeKind, date: CalendarDate, asOf: CalendarDate): boolean =>
  starts.has(kind) ? date > asOf : date >= asOf

const changesOf = ({
  id,
  versions,
}: Certification): readonly (Draft & { certificationId: string; examCode: string })[] =>
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
 * @example announcedChanges(catalogue, calendarDate('2026-11-24'))[0]?.kind // 'version-turns'
 */
export const announcedChanges = (catalogue: Catalogue, asOf: CalendarDate): readonly Change[] =>
  catalogue.certifications
    .flatMap(changesOf)
    .flatMap(({ date, ...rest }) =>
      date !== null && isAhead(rest.kind, date, asOf) ? [{ date, ...rest }] : [],
    )
    .sort((one, other) => one.date.localeCompare(other.date))
