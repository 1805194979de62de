import { styleText } from 'node:util'
import type { CertificationView } from '../../application/read-certification.ts'
import type { Confidence } from '../../domain/catalogue/types.ts'
import {
  confidenceMarks,
  confidenceWords,
  describeRenewal,
  shortName,
  statusMeanings,
  statusWords,
  tierName,
} from '../../presentation/catalogue-words.ts'
import { versionTimelineText } from '../../presentation/charts/version-timeline-text.ts'
import { formatCount, formatDay, formatShortDay, orUnknown } from '../../presentation/formats.ts'
import { bullets, field, fieldIfAny, indented, type Lines, section } from './catalogue-lines.ts'
import { writeVersion } from './catalogue-show-version.ts'

type NameOf = (id: string) => string

function describePeople({ recommended, roles, validates }: CertificationView, nameOf: NameOf): Lines {
  const prior = recommended.priorCertifications.map(({ id, strength }) => `${nameOf(id)} (${strength})`)
  return [
    ...field('Validates', validates),
    ...field('For', roles.join(', ')),
    ...field('Candidate', recommended.candidate),
    ...field('Experience', recommended.text),
    ...fieldIfAny('Before it', prior.join('; ')),
  ]
}

function describeRenewals({ renewedBy, renews, validityYears }: CertificationView, nameOf: NameOf): Lines {
  const ways = renewedBy?.map((renewal) => describeRenewal(renewal, nameOf)) ?? ['unknown']
  const [first = 'nothing: it can no longer be renewed', ...others] = ways
  return [
    ...field('Valid for', formatCount(validityYears, 'year')),
    ...field('Renewed by', first),
    ...others.flatMap((way) => field('', way)),
    ...fieldIfAny('A pass renews', renews.map(nameOf).join(', ')),
  ]
}

const describeUrls = ({ urls }: CertificationView): Lines => [
  ...field('Page', orUnknown(urls.page, String)),
  ...field('Guide', orUnknown(urls.guide, String)),
  ...fieldIfAny('Announcement', urls.announcement),
  ...fieldIfAny('Comparison', urls.comparison),
]

const describeSources = ({ sources }: CertificationView): Lines =>
  sources.flatMap(({ group, confidence, note, titles }) => [
    `  ${confidenceMarks[confidence]} ${group}${note === null ? '' : ` (${note})`}`,
    ...titles.flatMap(({ id, title, url, date, readAs }) =>
      indented(
        6,
        [`${id.padEnd(4)}${title}`, date ?? 'undated', url ?? '', readAs].filter(Boolean).join('; '),
      ),
    ),
  ])

const legend: Lines = Object.entries(confidenceMarks).map(
  ([confidence, mark]) => `  ${mark} ${confidenceWords[confidence as Confidence]}`,
)

function describeHead(view: CertificationView): Lines {
  const { status, statusNote, formerNames, asOf, recordedOn } = view
  const state = `${statusWords[status]} on ${formatDay(asOf)}: ${statusMeanings[status]}`
  return [
    styleText('bold', view.name),
    `${view.id}, ${tierName(view.tier)}; ${state}`,
    ...(formerNames.length === 0 ? [] : [`formerly ${formerNames.join(', ')}`]),
    ...(statusNote === null ? [] : [`recorded ${formatShortDay(recordedOn)}: ${statusNote}`]),
  ]
}

/** Writes everything known about a certification; `names` gives the name of each certification by its id. */
export function writeCertification(view: CertificationView, names: ReadonlyMap<string, string>): string {
  const nameOf = (id: string): string => shortName(names.get(id) ?? id)
  return [
    ...describeHead(view),
    '',
    ...describePeople(view, nameOf),
    ...describeRenewals(view, nameOf),
    ...describeUrls(view),
    ...section('Changes ahead', bullets(view.changes.map((change) => change.text))),
    ...section(
      'Nearest routes',
      bullets(view.nearest.map(({ id, relation }) => `${nameOf(id)}: ${relation}`)),
    ),
    ...section('Exam versions', versionTimelineText(view.versions, view.asOf).split('\n')),
    ...view.versions.flatMap((version) => writeVersion(version, version.examCode === view.inForce)),
    ...section('Sources', describeSources(view)),
    ...section('Marks', legend),
  ].join('\n')
}
