import type { CalendarDate } from '../../domain/kernel/calendar-date.ts'
import { firstDayOf } from './catalogue-assemble.ts'
import type { DateEntry, VersionEntry } from './catalogue-schema.ts'
import type { Path } from './catalogue-yaml.ts'

/** A fault inside one file: where it stands and what to do. */
export type Fault = { readonly path: Path; readonly text: string }

const faultIf = (wrong: boolean, path: Path, text: string): readonly Fault[] =>
  wrong ? [{ path, text }] : []

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

function checkWeights({ domains }: VersionEntry): readonly Fault[] {
  const weights = domains.flatMap((domain) => domain.weightPercent ?? [])
  const total = sum(weights)
  return faultIf(
    weights.length === domains.length && Math.abs(total - 100) > 1e-9,
    ['domains'],
    `the weights add to ${total}, not 100. Compare weightPercent of each domain with the guide; write null where unknown.`,
  )
}

const checkNumbers = ({ domains }: VersionEntry): readonly Fault[] =>
  domains.flatMap(({ number, tasks }, index) => [
    ...faultIf(
      number !== index + 1,
      ['domains', index, 'number'],
      `domain ${index + 1} is numbered ${number}. Number the domains 1, 2, 3 in order.`,
    ),
    ...Object.keys(tasks ?? {})
      .filter((task) => !task.startsWith(`${number}.`))
      .map((task) => ({
        path: ['domains', index, 'tasks', task],
        text: `task ${task} stands in domain ${number}. Move it, or correct its number.`,
      })),
  ])

function checkCounts({ totalItems, scoredItems, unscoredItems }: VersionEntry): readonly Fault[] {
  if (totalItems === null || scoredItems === null || unscoredItems === null) return []
  const wrong = scoredItems + unscoredItems !== totalItems
  return faultIf(
    wrong,
    ['totalItems'],
    `${scoredItems} scored and ${unscoredItems} unscored items do not make ${totalItems}. Correct one of the three.`,
  )
}

function checkStated(entry: DateEntry | null, key: 'availableFrom' | 'lastExamDate'): readonly Fault[] {
  if (entry === null) return []
  const date = firstDayOf(entry.date)
  const others = entry.alsoStated.map(firstDayOf)
  const isFirstDay = key === 'availableFrom'
  const wrong = others.some((other) => (isFirstDay ? other > date : other < date))
  const rule = isFirstDay ? 'a first day is planned on the latest' : 'a last day is planned on the earliest'
  return faultIf(wrong, [key, 'date'], `${rule} date that sources state. Exchange date and alsoStated.`)
}

function checkBasis(entry: DateEntry | null, newest: CalendarDate, path: Path): readonly Fault[] {
  const unseen = entry !== null && entry.basis === 'reported' && firstDayOf(entry.date) > newest
  return faultIf(
    unseen,
    [...path, 'basis'],
    `a day after the newest evidence (${newest}) cannot have been reported. Write "announced".`,
  )
}

const dayOf = (entry: DateEntry | null): CalendarDate | null =>
  entry === null ? null : firstDayOf(entry.date)

const after = (one: CalendarDate | null, other: CalendarDate | null): boolean =>
  one !== null && other !== null && one > other

const checkSpan = (version: VersionEntry): readonly Fault[] => [
  ...faultIf(
    after(dayOf(version.availableFrom), dayOf(version.lastExamDate)),
    ['lastExamDate'],
    `the last exam day ${version.lastExamDate?.date} lies before the first, ${version.availableFrom?.date}. Correct one of them.`,
  ),
  ...faultIf(
    after(version.registrationFrom, dayOf(version.availableFrom)),
    ['registrationFrom'],
    `booking opens on ${version.registrationFrom}, after the first exam day ${version.availableFrom?.date}. Correct one of them.`,
  ),
  ...faultIf(
    after(version.beta?.from ?? null, version.beta?.to ?? dayOf(version.availableFrom)),
    ['beta', 'from'],
    `the beta starts on ${version.beta?.from}, after it ends. Correct from, to or availableFrom.`,
  ),
]

const checkRetirements = (version: VersionEntry): readonly Fault[] =>
  version.languageRetirements.flatMap(({ languages, lastExamDate }, index) => [
    ...faultIf(
      after(dayOf(version.availableFrom), dayOf(lastExamDate)) ||
        after(dayOf(lastExamDate), dayOf(version.lastExamDate)),
      ['languageRetirements', index, 'lastExamDate'],
      `the language ends on ${lastExamDate.date}, outside the days of ${version.examCode}. Correct the date.`,
    ),
    ...languages
      .filter((language) => !version.languages?.includes(language))
      .map((language) => ({
        path: ['languageRetirements', index, 'languages'],
        text: `"${language}" is not among the languages of ${version.examCode}. Add it there, or correct it here.`,
      })),
  ])

/** Checks one exam version by itself; paths start at the version. */
export const checkVersion = (version: VersionEntry, newestEvidence: CalendarDate): readonly Fault[] => [
  ...checkWeights(version),
  ...checkNumbers(version),
  ...checkCounts(version),
  ...checkSpan(version),
  ...checkRetirements(version),
  ...checkStated(version.availableFrom, 'availableFrom'),
  ...checkStated(version.lastExamDate, 'lastExamDate'),
  ...checkBasis(version.availableFrom, newestEvidence, ['availableFrom']),
  ...checkBasis(version.lastExamDate, newestEvidence, ['lastExamDate']),
]

/** Checks that versions follow each other in time; paths start at the certification. */
export const checkSuccession = (versions: readonly VersionEntry[]): readonly Fault[] =>
  versions.flatMap((version, index) => {
    const before = versions[index - 1]
    if (before === undefined) return []
    const tooEarly =
      !after(dayOf(version.availableFrom), dayOf(before.availableFrom)) && version.availableFrom !== null
    const outlived =
      version.lastExamDate !== null && after(dayOf(before.lastExamDate), dayOf(version.lastExamDate))
    return faultIf(
      tooEarly || outlived,
      ['versions', index, 'availableFrom'],
      `${version.examCode} does not follow ${before.examCode} in time. List the versions oldest first, or correct the dates.`,
    )
  })
