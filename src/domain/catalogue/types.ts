import type { CalendarDate } from '../kernel/calendar-date.ts'

/** How a fact came to be known: read after the event, planned by the vendor, or remembered without a page. */
export type Basis = 'reported' | 'announced' | 'recalled'

/** How far a fact can be trusted: vendor's own page, dated third party, or weak. */
export type Confidence = 'confirmed-official' | 'secondary' | 'uncertain'

/** The programme's tiers, from the bottom stone upwards; `specialty` and `business` stand beside the line. */
export type TierId = 'foundational' | 'associate' | 'professional' | 'specialty' | 'business'

export type ItemKind = 'multiple-choice' | 'multiple-response' | 'ordering' | 'matching' | 'case-study'

/**
 * A day as the sources give it.
 * `date` is the day that Cairn plans on: the earliest of `stated`, a reduced date (`2017-12`) read as its first day.
 */
export type DateFact = {
  readonly date: CalendarDate
  /** Every spelling found, reduced precision kept; more than one where sources disagree. */
  readonly stated: readonly string[]
  readonly basis: Basis
  readonly confidence: Confidence
  readonly note: string | null
}

/** A task of a domain, in our own words. */
export type Task = { readonly number: string; readonly text: string }

/** A content domain of an exam version. `weightPercent` is the share of scored content, null where unknown. */
export type ContentDomain = {
  readonly number: number
  readonly name: string
  readonly weightPercent: number | null
  readonly tasks: readonly Task[]
}

/** A beta form of an exam version. Minutes, US dollars before tax. */
export type BetaForm = {
  readonly examCode: string
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
  readonly totalItems: number | null
  readonly durationMinutes: number | null
  readonly feeUsd: number | null
  readonly languages: readonly string[] | null
}

/** One version of a certification's exam. Every null means that no source read has the fact. */
export type ExamVersion = {
  readonly examCode: string
  readonly certificationId: string
  readonly availableFrom: DateFact | null
  /** Last day on which it can be sat; null when none is announced. */
  readonly lastExamDate: DateFact | null
  readonly registrationFrom: CalendarDate | null
  readonly languages: readonly string[] | null
  readonly languageRetirements: readonly { readonly languages: readonly string[]; readonly lastExamDate: DateFact }[]
  readonly totalItems: number | null
  readonly scoredItems: number | null
  readonly unscoredItems: number | null
  readonly durationMinutes: number | null
  readonly feeUsd: number | null
  /** Lowest passing scaled score, 100 to 1000. */
  readonly cutScore: number | null
  readonly itemKinds: readonly ItemKind[] | null
  readonly domains: readonly ContentDomain[]
  readonly beta: BetaForm | null
  readonly guideVersion: string | null
  readonly confidence: { readonly dates: Confidence; readonly format: Confidence; readonly weights: Confidence; readonly tasks: Confidence }
  readonly notes: readonly string[]
  readonly sourceIds: readonly string[]
}

/** A way in which a certification is renewed. Years by which the expiry moves. */
export type Renewal =
  | { readonly kind: 'exam'; readonly certificationId: string; readonly extendsYears: number; readonly note: string | null }
  | { readonly kind: 'any-exam-of-tier'; readonly tier: TierId; readonly extendsYears: number; readonly note: string | null }
  | {
      readonly kind: 'activity'
      readonly name: string
      readonly extendsYears: number
      readonly windowDaysBeforeExpiry: number | null
      readonly requires: string | null
      readonly note: string | null
    }

/** A certification with all its exam versions, oldest first. */
export type Certification = {
  readonly id: string
  readonly name: string
  readonly formerNames: readonly string[]
  readonly tier: TierId
  readonly roles: readonly string[]
  /** Who it is for and what it validates, in our words. */
  readonly validates: string
  readonly recommended: { readonly yearsMin: number; readonly text: string; readonly priorCertifications: readonly { readonly id: string; readonly strength: string }[] }
  readonly validityYears: number
  /** Empty with `renewalUnknown` true where no source says how it is renewed. */
  readonly renewedBy: readonly Renewal[]
  readonly renewalUnknown: boolean
  /** Nearest living routes of a retired certification; never an automatic replacement. */
  readonly nearest: readonly { readonly id: string; readonly relation: string }[]
  readonly versions: readonly ExamVersion[]
  readonly urls: { readonly page: string | null; readonly guide: string | null }
  readonly sources: readonly { readonly group: string; readonly sourceIds: readonly string[]; readonly pageDates: readonly string[]; readonly confidence: Confidence; readonly note: string | null }[]
  readonly confidence: Confidence
}

/** A tier of the programme. US dollars before tax; scaled score 100 to 1000. */
export type Tier = { readonly id: TierId; readonly name: string; readonly feeUsd: number; readonly cutScore: number; readonly since: string | null }

/** A short hands-on assessment beside the certifications. */
export type Microcredential = {
  readonly name: string
  readonly assessment: string
  readonly durationMinutes: number | null
  readonly feeUsd: number | null
  readonly confidence: Confidence
  readonly sourceIds: readonly string[]
}

/** Where a fact was read. */
export type Source = { readonly id: string; readonly title: string; readonly url: string | null; readonly date: string | null; readonly grade: string }

/** The whole programme as dated facts. */
export type Catalogue = {
  readonly recordedOn: CalendarDate
  readonly newestEvidence: CalendarDate
  readonly evidenceGap: string
  readonly prerequisites: string
  readonly tiers: readonly Tier[]
  readonly certifications: readonly Certification[]
  readonly microcredentials: readonly Microcredential[]
  readonly sources: readonly Source[]
}

/** A certification's state on a day: `ending` has an announced last exam day and no successor version. */
export type CertificationStatus = 'active' | 'ending' | 'beta' | 'announced' | 'retired'

/** A span in which an exam version can be sat in one language; `to` is the last day, null when open. */
export type ExamWindow = {
  readonly examCode: string
  readonly language: string
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
  readonly basis: Basis | null
  readonly confidence: Confidence
}
