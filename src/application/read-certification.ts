import { announcedChanges, type Change } from '../domain/catalogue/changes.ts'
import { findByName, suggestIds } from '../domain/catalogue/names.ts'
import { type LivingRoute, nearestLiving } from '../domain/catalogue/nearest.ts'
import { renewedByPassing } from '../domain/catalogue/renewal.ts'
import type {
  Catalogue,
  Certification,
  Confidence,
  ExamVersion,
  ExamWindow,
  Source,
  SourceGroup,
} from '../domain/catalogue/types.ts'
import { windowsOf } from '../domain/catalogue/windows.ts'
import type { CalendarDate } from '../domain/kernel/calendar-date.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { Content } from './ports.ts'
import { type ListedCertification, listCertification } from './read-catalogue.ts'

/** No certification, or more than one, answers to the text; `didYouMean` lists ids. */
export type CertificationUnknown = {
  readonly code: 'certification-unknown'
  readonly asked: string
  readonly didYouMean: readonly string[]
}

/** A group of facts with the titles of the sources it was read in. */
export type TitledSources = SourceGroup & { readonly titles: readonly Source[] }

/** Everything the catalogue knows about a certification, as of a day. */
export type CertificationView = Omit<ListedCertification, 'nearest' | 'sources'> & {
  readonly asOf: CalendarDate
  readonly recordedOn: CalendarDate
  readonly versions: readonly (ExamVersion & { readonly windows: readonly ExamWindow[] })[]
  readonly formerNames: readonly string[]
  readonly statusNote: string | null
  readonly urls: Certification['urls']
  /** Ids of what a pass renews, itself included; empty when it can no longer be passed. */
  readonly renews: readonly string[]
  /** Nearest routes that can still be taken on the day. */
  readonly nearest: readonly LivingRoute[]
  readonly changes: readonly Change[]
  readonly sources: readonly TitledSources[]
  readonly confidence: Confidence
  readonly confidenceOf: string
}

function titleSources(catalogue: Catalogue, groups: readonly SourceGroup[]): readonly TitledSources[] {
  const byId = new Map(catalogue.sources.map((source) => [source.id, source]))
  return groups.map((group) => ({
    ...group,
    titles: group.sourceIds.flatMap((id) => byId.get(id) ?? []),
  }))
}

function viewOf(catalogue: Catalogue, certification: Certification, asOf: CalendarDate): CertificationView {
  const { id, versions, formerNames, statusNote, urls, confidence, confidenceOf } = certification
  const listed = listCertification(certification, asOf)
  const renews = listed.status === 'retired' ? [] : renewedByPassing(catalogue, id)
  return {
    ...listed,
    asOf,
    recordedOn: catalogue.recordedOn,
    versions: versions.map((version) => ({ ...version, windows: windowsOf(version) })),
    formerNames,
    statusNote,
    urls,
    renews: renews.map((renewed) => renewed.certificationId),
    nearest: nearestLiving(catalogue, id, asOf),
    changes: announcedChanges(catalogue, asOf).filter((change) => change.certificationId === id),
    sources: titleSources(catalogue, certification.sources),
    confidence,
    confidenceOf,
  }
}

/** Reads one certification as of a day; `name` is an id, a present or former name, or an exam code. */
export function readCertification(
  ports: { readonly content: Pick<Content, 'catalogue'> },
  { name, asOf }: { readonly name: string; readonly asOf: CalendarDate },
): Result<CertificationView, CertificationUnknown> {
  const catalogue = ports.content.catalogue()
  const matches = findByName(catalogue, name)
  const [only] = matches
  if (only === undefined || matches.length > 1) {
    return fail({ code: 'certification-unknown', asked: name, didYouMean: suggestIds(catalogue, name) })
  }
  return ok(viewOf(catalogue, only.certification, asOf))
}
