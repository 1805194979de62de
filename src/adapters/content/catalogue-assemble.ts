import type {
  Catalogue,
  Certification,
  DateFact,
  ExamVersion,
  Renewal,
  Source,
} from '../../domain/catalogue/types.ts'
import { type CalendarDate, calendarDate } from '../../domain/kernel/calendar-date.ts'
import type {
  CertificationFile,
  DateEntry,
  ProgrammeFile,
  SourcesFile,
  VersionEntry,
} from './catalogue-schema.ts'

type RenewalEntry = NonNullable<CertificationFile['renewedBy']>[number]

const daysPerMonth = 30

/** The first day that a full or reduced date (`2017`, `2017-12`) can mean. */
export const firstDayOf = (stated: string): CalendarDate => calendarDate(`${stated}-01-01`.slice(0, 10))

const assembleDate = ({ date, alsoStated, ...rest }: DateEntry): DateFact => ({
  date: firstDayOf(date),
  stated: [date, ...alsoStated],
  ...rest,
})

const dateOrNull = (entry: DateEntry | null): DateFact | null => (entry === null ? null : assembleDate(entry))

const assembleDomain = ({ tasks, ...rest }: VersionEntry['domains'][number]) => ({
  ...rest,
  tasks: Object.entries(tasks ?? {}).map(([number, text]) => ({ number, text })),
})

function assembleVersion(certificationId: string, entry: VersionEntry): ExamVersion {
  const { sources, availableFrom, lastExamDate, languageRetirements, domains, ...rest } = entry
  return {
    ...rest,
    certificationId,
    availableFrom: dateOrNull(availableFrom),
    lastExamDate: dateOrNull(lastExamDate),
    languageRetirements: languageRetirements.map((retired) => ({
      languages: retired.languages,
      lastExamDate: assembleDate(retired.lastExamDate),
    })),
    domains: domains.map(assembleDomain),
    sourceIds: sources,
  }
}

function assembleRenewal(entry: RenewalEntry): Renewal {
  if (entry.kind === 'exam') {
    const { certification, ...rest } = entry
    return { ...rest, certificationId: certification }
  }
  if (entry.kind === 'any-exam-of-tier') return entry
  const months = entry.windowMonthsBeforeExpiry
  const windowDaysBeforeExpiry =
    entry.windowDaysBeforeExpiry ?? (months === null ? null : months * daysPerMonth)
  return { ...entry, windowDaysBeforeExpiry }
}

function assembleCertification(entry: CertificationFile, sources: SourcesFile): Certification {
  const pageDate = (id: string): string => sources[id]?.date ?? 'n/a'
  return {
    ...entry,
    renewedBy: (entry.renewedBy ?? []).map(assembleRenewal),
    renewalUnknown: entry.renewedBy === null,
    versions: entry.versions.map((version) => assembleVersion(entry.id, version)),
    sources: entry.sources.map((group) => ({ ...group, pageDates: group.sourceIds.map(pageDate) })),
  }
}

const assembleSources = (sources: SourcesFile): readonly Source[] =>
  Object.entries(sources).map(([id, source]) => ({ id, ...source }))

/** Turns checked files into the catalogue; `certifications` in the order of the programme file. */
export const assembleCatalogue = (
  programme: ProgrammeFile,
  certifications: readonly CertificationFile[],
  sources: SourcesFile,
): Catalogue => ({
  recordedOn: programme.recordedOn,
  newestEvidence: programme.newestEvidence,
  evidenceGap: programme.evidenceGap,
  prerequisites: programme.prerequisites,
  tiers: programme.tiers,
  certifications: certifications.map((entry) => assembleCertification(entry, sources)),
  microcredentials: programme.microcredentials.map(({ sources: sourceIds, ...rest }) => ({
    ...rest,
    sourceIds,
  })),
  sources: assembleSources(sources),
})
