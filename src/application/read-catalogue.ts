import { announcedChanges, type Change } from '../domain/catalogue/changes.ts'
import { statusOf, versionInForce } from '../domain/catalogue/status.ts'
import type {
  BetaForm,
  Catalogue,
  Certification,
  CertificationStatus,
  ContentDomain,
  ExamVersion,
  ExamWindow,
  ItemKind,
  NearestRoute,
  Renewal,
  TierId,
} from '../domain/catalogue/types.ts'
import { sittingsOn, windowsOf } from '../domain/catalogue/windows.ts'
import type { CalendarDate } from '../domain/kernel/calendar-date.ts'
import type { Content } from './ports.ts'

/** An exam version as the list shows it; null where no source has the fact. */
export type ListedVersion = {
  readonly examCode: string
  readonly windows: readonly ExamWindow[]
  readonly durationMinutes: number | null
  readonly totalItems: number | null
  readonly scoredItems: number | null
  readonly unscoredItems: number | null
  readonly cutScore: number | null
  readonly feeUsd: number | null
  readonly itemKinds: readonly ItemKind[] | null
  readonly domains: readonly ContentDomain[]
  readonly beta: BetaForm | null
}

/** A certification as the list shows it. */
export type ListedCertification = {
  readonly id: string
  readonly name: string
  readonly tier: TierId
  readonly status: CertificationStatus
  /** Exam code of the version to sit on the day asked for; null when there is none. */
  readonly inForce: string | null
  /** Per language, the window in which it can be sat on the day asked for. */
  readonly sittings: readonly ExamWindow[]
  readonly roles: readonly string[]
  readonly validates: string
  readonly recommended: Certification['recommended']
  readonly validityYears: number
  /** Versions that can be sat on the day or later; of a retired certification the last one. */
  readonly examVersions: readonly ListedVersion[]
  /** Null where no source says how it is renewed. */
  readonly renewedBy: readonly Renewal[] | null
  /** The certification that the sources put nearest to a retired one; `nearest` has all, with their relation. */
  readonly supersededBy: string | null
  readonly nearest: readonly NearestRoute[]
  readonly sources: Certification['sources']
}

/** The programme as of a day. */
export type CatalogueView = Pick<
  Catalogue,
  'recordedOn' | 'newestEvidence' | 'evidenceGap' | 'prerequisites' | 'tiers' | 'microcredentials'
> & {
  readonly asOf: CalendarDate
  readonly certifications: readonly ListedCertification[]
  readonly changes: readonly Change[]
}

const listVersion = (version: ExamVersion): ListedVersion => ({
  examCode: version.examCode,
  windows: windowsOf(version),
  durationMinutes: version.durationMinutes,
  totalItems: version.totalItems,
  scoredItems: version.scoredItems,
  unscoredItems: version.unscoredItems,
  cutScore: version.cutScore,
  feeUsd: version.feeUsd,
  itemKinds: version.itemKinds,
  domains: version.domains,
  beta: version.beta,
})

function presentOrComing(versions: readonly ExamVersion[], asOf: CalendarDate): readonly ExamVersion[] {
  const live = versions.filter((version) => windowsOf(version).some(({ to }) => to === null || to >= asOf))
  return live.length > 0 ? live : versions.slice(-1)
}

/** Puts one certification in the shape of the list. */
export const listCertification = (certification: Certification, asOf: CalendarDate): ListedCertification => ({
  id: certification.id,
  name: certification.name,
  tier: certification.tier,
  status: statusOf(certification, asOf),
  inForce: versionInForce(certification, asOf)?.examCode ?? null,
  sittings: sittingsOn(certification, asOf),
  roles: certification.roles,
  validates: certification.validates,
  recommended: certification.recommended,
  validityYears: certification.validityYears,
  examVersions: presentOrComing(certification.versions, asOf).map(listVersion),
  renewedBy: certification.renewalUnknown ? null : certification.renewedBy,
  supersededBy: certification.nearest.find((route) => route.by === 'source')?.id ?? null,
  nearest: certification.nearest,
  sources: certification.sources,
})

/** Reads the whole programme as of a day, with the changes that lie ahead of it. */
export function readCatalogue(
  ports: { readonly content: Pick<Content, 'catalogue'> },
  { asOf }: { readonly asOf: CalendarDate },
): CatalogueView {
  const catalogue = ports.content.catalogue()
  const { recordedOn, newestEvidence, evidenceGap, prerequisites, tiers, microcredentials } = catalogue
  return {
    asOf,
    recordedOn,
    newestEvidence,
    evidenceGap,
    prerequisites,
    tiers,
    certifications: catalogue.certifications.map((certification) => listCertification(certification, asOf)),
    microcredentials,
    changes: announcedChanges(catalogue, asOf),
  }
}
