import { styleText } from 'node:util'
import type { CertificationView } from '../../application/read-certification.ts'
import type { BetaForm, ContentDomain, DateFact, ScopeNews } from '../../domain/catalogue/types.ts'
import { confidenceMarks, describeDate } from '../../presentation/catalogue-words.ts'
import {
  formatCount,
  formatLanguage,
  formatShortDay,
  formatUsd,
  orUnknown,
} from '../../presentation/formats.ts'
import { count, field, fieldIfAny, indented, type Lines } from './catalogue-lines.ts'

type Version = CertificationView['versions'][number]

const languageList = (tags: readonly string[]): string => tags.map(formatLanguage).join(', ')

const describeForm = (version: Version): string =>
  [
    `${count(version.totalItems)} items (${count(version.scoredItems)} scored, ${count(version.unscoredItems)} unscored)`,
    `${count(version.durationMinutes)} minutes`,
    orUnknown(version.feeUsd, formatUsd),
    `cut score ${count(version.cutScore)} of 1000`,
  ].join(', ')

function describeLanguages({ languages, languageRetirements }: Version): string {
  const ends = languageRetirements.map(
    (retired) => `${languageList(retired.languages)} until ${describeDate(retired.lastExamDate)}`,
  )
  return [orUnknown(languages, languageList), ...ends].join('; ')
}

const describeKinds = ({ itemKinds, itemKindsHistory }: Version): string => {
  const history = itemKindsHistory.map(
    ({ from, until, kinds }) => `${from} to ${until ?? 'now'}: ${kinds.join(', ')}`,
  )
  return [orUnknown(itemKinds, (kinds) => kinds.join(', ')), ...history].join('; ')
}

function describeBeta(beta: BetaForm): string {
  const {
    examCode,
    from,
    to,
    registrationFrom,
    earlyAdopterBadgeUntil,
    totalItems,
    durationMinutes,
    feeUsd,
  } = beta
  return [
    examCode ?? 'code unknown',
    `from ${orUnknown(from, formatShortDay)} to ${orUnknown(to, formatShortDay)}`,
    registrationFrom === null ? '' : `booking from ${formatShortDay(registrationFrom)}`,
    `${count(totalItems)} items, ${count(durationMinutes)} minutes, fee ${orUnknown(feeUsd, formatUsd)}`,
    `languages ${orUnknown(beta.languages, languageList)}`,
    earlyAdopterBadgeUntil === null
      ? ''
      : `early adopter badge until ${formatShortDay(earlyAdopterBadgeUntil)}`,
    beta.note ?? '',
  ]
    .filter((part) => part !== '')
    .join('; ')
}

const describeSkills = (skills: NonNullable<ScopeNews['skills']>): string =>
  `${skills.total}, of them ${skills.newInVersion} new; ${skills.removedFromPrevious} of the version before were dropped`

function describeScope(news: ScopeNews): Lines {
  const areas = news.additions.map(
    ({ area, newSkills }) =>
      `${area} (${orUnknown(newSkills, (number) => formatCount(number, 'new skill'))})`,
  )
  return [
    ...fieldIfAny('New in scope', news.newInScope.join(', ')),
    ...fieldIfAny('Out of scope', news.outOfScope.join(', ')),
    ...fieldIfAny('Additions', areas.join(', ')),
    ...fieldIfAny('Skills', news.skills && describeSkills(news.skills)),
  ]
}

const describeDomain = ({ number, name, weightPercent, tasks }: ContentDomain): Lines => [
  `    ${orUnknown(weightPercent, (percent) => `${percent}%`).padStart(7)}  ${number} ${name}`,
  ...tasks.flatMap((task) => indented(13, `${task.number} ${task.text}`)),
]

function describeDay(label: string, day: DateFact | null, absent: string): Lines {
  if (day === null) return field(label, absent)
  const note = day.note === null ? '' : `; ${day.note}`
  return field(`${label} ${confidenceMarks[day.confidence]}`, `${describeDate(day)}${note}`)
}

function describeDates(version: Version): Lines {
  const { availableFrom, lastExamDate, registrationFrom } = version
  return [
    ...describeDay('First day', availableFrom, 'unknown'),
    ...describeDay('Last day', lastExamDate, 'none announced'),
    ...fieldIfAny('Booking from', registrationFrom && formatShortDay(registrationFrom)),
  ]
}

/** Writes one exam version of a certification. */
export function writeVersion(version: Version, inForce: boolean): Lines {
  const { beta, confidence, scopeNews } = version
  return [
    '',
    styleText('bold', `${version.examCode}${inForce ? '  in force' : ''}`),
    ...fieldIfAny('Named then', version.nameAtTheTime),
    ...describeDates(version),
    ...field(`Form ${confidenceMarks[confidence.format]}`, describeForm(version)),
    ...field('Item kinds', describeKinds(version)),
    ...field('Languages', describeLanguages(version)),
    ...(beta === null ? [] : field(`Beta ${confidenceMarks[beta.confidence]}`, describeBeta(beta))),
    ...(scopeNews === null ? [] : describeScope(scopeNews)),
    ...field('Guide', version.guideVersion ?? 'edition unknown'),
    ...field('Sources', version.sourceIds.join(', ')),
    ...version.notes.flatMap((note) => field('Note', note)),
    ...field(
      'Domains',
      `weights ${confidenceMarks[confidence.weights]}  tasks ${confidenceMarks[confidence.tasks]}`,
    ),
    ...version.domains.flatMap(describeDomain),
  ]
}
