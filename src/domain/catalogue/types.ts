import type { CalendarDate } from '../kernel/calendar-date.ts'

/** How a fact came to be known: read after the event, planned by the vendor, or remembered without a page. */
export type Basis = 'reported' | 'announced' | 'recalled'

/** How far a fact can be trusted: vendor's own page, dated third party, or weak. */
export type Confidence = 'confirmed-official' | 'secondary' | 'uncertain'

/** The programme's tiers, from the bottom stone upwards; `specialty` and `business` stand beside the line. */
export type TierId = 'foundational' | 'associate' | 'professional' | 'specialty' | 'business'

/** Kinds of item that an exam guide names. */
export type ItemKind = 'multiple-choice' | 'multiple-response' | 'ordering' | 'matching' | 'case-study'

/**
 * A day as the sources give it.
 * `date` is the day that Cairn plans on: of a last day the earliest of `stated`, of a first day the latest, so that a plan
 * holds whichever source is right; a reduced date (`2017-12`) is read as its first day.
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

/** A content domain of an exam version. `weightPercent` is the share of scored content, null where unknown; no tasks where unknown. */
export type ContentDomain = {
  readonly number: number
  readonly name: string
  readonly weightPercent: number | null
  readonly tasks: readonly Task[]
}

/** A beta form of an exam version. Minutes, US dollars before tax. */
export type BetaForm = {
  readonly examCode: string | null
  readonly from: CalendarDate | null
  /** Last day; null where unknown, and then no later than the day before the standard form starts. */
  readonly to: CalendarDate | null
  readonly registrationFrom: CalendarDate | null
  /** Last day on which passing the beta earns the vendor's early adopter badge. */
  readonly earlyAdopterBadgeUntil: CalendarDate | null
  readonly totalItems: number | null
  readonly durationMinutes: number | null
  readonly feeUsd: number | null
  readonly languages: readonly string[] | null
  readonly basis: Basis | null
  readonly confidence: Confidence
  readonly note: string | null
}

/** The last day of one exam version in some of its languages, where that differs from the version's own. */
export type LanguageRetirement = { readonly languages: readonly string[]; readonly lastExamDate: DateFact }

/** Item kinds that a guide named in an earlier span; `from` and `until` as the sources word them. */
export type ItemKindsSpan = {
  readonly from: string
  readonly until: string | null
  readonly kinds: readonly ItemKind[]
}

/** What the vendor said about a version's scope before its guide could be read; counts of skills. */
export type ScopeNews = {
  readonly newInScope: readonly string[]
  readonly outOfScope: readonly string[]
  readonly additions: readonly { readonly area: string; readonly newSkills: number | null }[]
  readonly skills: {
    readonly total: number
    readonly newInVersion: number
    readonly removedFromPrevious: number
  } | null
}

/** One version of a certification's exam. Every null means that no source read has the fact. */
export type ExamVersion = {
  readonly examCode: string
  readonly certificationId: string
  /** The certification's name while this version was sat, where it has changed since. */
  readonly nameAtTheTime: string | null
  readonly availableFrom: DateFact | null
  /** Last day on which it can be sat; null when none is announced. */
  readonly lastExamDate: DateFact | null
  readonly registrationFrom: CalendarDate | null
  readonly languages: readonly string[] | null
  readonly languageRetirements: readonly LanguageRetirement[]
  readonly totalItems: number | null
  readonly scoredItems: number | null
  readonly unscoredItems: number | null
  readonly durationMinutes: number | null
  readonly feeUsd: number | null
  /** Lowest passing scaled score, 100 to 1000. */
  readonly cutScore: number | null
  readonly itemKinds: readonly ItemKind[] | null
  readonly itemKindsHistory: readonly ItemKindsSpan[]
  readonly domains: readonly ContentDomain[]
  readonly beta: BetaForm | null
  readonly scopeNews: ScopeNews | null
  readonly guideVersion: string | null
  readonly confidence: {
    readonly dates: Confidence
    readonly format: Confidence
    readonly weights: Confidence
    readonly tasks: Confidence
  }
  readonly notes: readonly string[]
  readonly sourceIds: readonly string[]
}

/** A way in which a certification is renewed. Years by which the expiry moves. */
export type Renewal =
  | {
      readonly kind: 'exam'
      readonly certificationId: string
      readonly extendsYears: number
      readonly note: string | null
    }
  | {
      readonly kind: 'any-exam-of-tier'
      readonly tier: TierId
      readonly extendsYears: number
      readonly note: string | null
    }
  | ActivityRenewal

/** Renewal without an exam: a game, or points and labs on the vendor's learning site. */
export type ActivityRenewal = {
  readonly kind: 'activity'
  readonly name: string
  readonly extendsYears: number
  /** Days before expiry from which it counts; 30 to the month where the source gives months. */
  readonly windowDaysBeforeExpiry: number | null
  readonly windowMonthsBeforeExpiry: number | null
  readonly pointsRequired: number | null
  readonly minPracticalActivities: number | null
  readonly feeUsd: number | null
  readonly requires: string | null
  readonly confidence: Confidence
  readonly note: string | null
}

/** A certification that stands near a retired or ending one; `by` tells the vendor's mapping from ours. */
export type NearestRoute = { readonly id: string; readonly relation: string; readonly by: 'source' | 'cairn' }

/** Which facts of a certification were read where. */
export type SourceGroup = {
  readonly group: string
  readonly sourceIds: readonly string[]
  readonly pageDates: readonly string[]
  readonly confidence: Confidence
  readonly note: string | null
}

/** A certification with all its exam versions, oldest first. */
export type Certification = {
  readonly id: string
  readonly name: string
  readonly formerNames: readonly string[]
  readonly tier: TierId
  /** The nearest of the four classic tiers, where the tier is a newer one. */
  readonly nearestClassicTier: TierId | null
  readonly roles: readonly string[]
  /** Who it is for and what it validates, in our words. */
  readonly validates: string
  readonly recommended: {
    readonly yearsMin: number
    readonly text: string
    /** The candidate that the guide has in mind, in our words. */
    readonly candidate: string
    readonly priorCertifications: readonly { readonly id: string; readonly strength: string }[]
  }
  readonly validityYears: number
  /** Empty with `renewalUnknown` true where no source says how it is renewed. */
  readonly renewedBy: readonly Renewal[]
  readonly renewalUnknown: boolean
  /** Nearest routes of a retired or ending certification; never an automatic replacement. */
  readonly nearest: readonly NearestRoute[]
  readonly versions: readonly ExamVersion[]
  readonly urls: {
    readonly page: string | null
    readonly guide: string | null
    readonly announcement: string | null
    readonly comparison: string | null
  }
  readonly sources: readonly SourceGroup[]
  readonly confidence: Confidence
  /** Exam code of the version that `confidence` speaks of. */
  readonly confidenceOf: string
  readonly statusNote: string | null
}

/** A tier of the programme. US dollars before tax; scaled score 100 to 1000. */
export type Tier = {
  readonly id: TierId
  readonly name: string
  readonly feeUsd: number
  readonly cutScore: number
  readonly since: string | null
  readonly note: string | null
}

/** A short hands-on assessment beside the certifications. */
export type Microcredential = {
  readonly name: string
  readonly assessment: string
  readonly durationMinutes: number | null
  readonly feeUsd: number | null
  /** As the sources word it; null where unknown. */
  readonly proctored: string | null
  readonly requiresSubscription: boolean
  readonly confidence: Confidence
  readonly sourceIds: readonly string[]
}

/** Where a fact was read; `readAs` says in what form. */
export type Source = {
  readonly id: string
  readonly title: string
  readonly url: string | null
  readonly date: string | null
  readonly grade: 'official' | 'third-party' | 'recalled'
  readonly readAs: string
}

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

/**
 * A span in which an exam version can be sat in one language; `to` is the last day, null when open, `from` null when unknown.
 * `language` is a BCP 47 tag, null where the languages are unknown. `basis` is that of `to` where there is one, else of `from`.
 */
export type ExamWindow = {
  /** The code to book: the beta's own where the vendor gave it one. */
  readonly examCode: string
  readonly form: 'standard' | 'beta'
  readonly language: string | null
  readonly from: CalendarDate | null
  readonly to: CalendarDate | null
  readonly basis: Basis | null
  readonly confidence: Confidence
}
