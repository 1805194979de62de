import type { TierId } from '../catalogue/types.ts'
import type { Field, Role, ServiceArea } from './vocabulary.ts'

/** Why a number of the model is what it is: a reason in words, and the catalogue's source ids where a source has it. */
export type Because = { readonly reason: string; readonly sources: readonly string[] }

/** A number with its reason. The unit stands at the field that holds it. */
export type Figure = Because & { readonly value: number }

/** Figures by certification id. */
export type ByCertification = Readonly<Record<string, Figure>>

/** A role: what it is called, whether it is technical, points by certification (0 to 50), and retired ones it used to take. */
export type RoleModel = {
  readonly name: string
  readonly technical: boolean
  readonly values: ByCertification
  readonly formerly: readonly string[]
}

/** A field of work as a direction: points by certification (0 to 45). */
export type FieldModel = {
  readonly name: string
  readonly values: ByCertification
  readonly formerly: readonly string[]
}

/** A service area: the share (0 to 1) of a certification's content that daily work in the area touches. */
export type AreaModel = { readonly name: string; readonly shares: ByCertification }

/** A document to read: the vendor's documentation or one of its white papers. */
export type ReadingDocument = {
  readonly id: string
  readonly title: string
  readonly url: string
  readonly kind: 'documentation' | 'white-paper'
}

/** What to read for one content domain of an exam. */
export type DomainReading = { readonly domain: number; readonly documents: readonly string[] }

/** When a certification may be taken without the one below it. */
export type Foundation = Because & {
  /** Years on AWS from which it may be gone to directly. */
  readonly awsYears: number
  /** One of these, held or passed on the way, also opens it. */
  readonly anyOf: readonly string[]
}

/** From how many years on AWS a certification says little about a person; with `inFavourOf` only where that one is worth as much to role and direction. */
export type Outgrown = Because & {
  readonly awsYears: number
  readonly factor: number
  readonly inFavourOf: string | null
}

/** What the model knows of one certification. */
export type CertificationModel = {
  readonly id: string
  readonly technical: boolean
  /** Median hours until ready for someone with some background, and sigma of the lognormal. */
  readonly hours: Because & { readonly median: number; readonly sigma: number }
  /** Roles whose daily work is the exam's content. */
  readonly audience: readonly Role[]
  readonly foundation: Foundation | null
  readonly outgrown: Outgrown | null
  readonly reading: readonly DomainReading[]
  readonly practice: readonly string[]
}

/** Knowing one certification removes a share (0 to 1) of another's hours; with `onlyNew` only for people new to its tier. */
export type SharedSkill = Because & {
  readonly knows: string
  readonly helps: string
  readonly removes: number
  readonly onlyNew: boolean
}

/** A band of experience: the first whose years are reached applies. Years by tier; null where that kind of years does not count. */
export type ExperienceBand = Because & {
  readonly id: string
  readonly name: string
  readonly multiplier: number
  readonly from: Readonly<
    Record<TierId, { readonly awsYears: number | null; readonly itYears: number | null }>
  >
}

/** The tables of the route planner: every number with its reason. Points are the planner's unit of worth. */
export type RouteModel = {
  readonly costs: {
    /** Points per hour of study. */
    readonly hour: Figure
    /** Points per US dollar of fees. */
    readonly usd: Figure
    /** Points per week of waiting for a certification worth 100 points. */
    readonly week: Figure
  }
  readonly worth: {
    /** Share of a role's points that count when the role is a direction. */
    readonly roleAsDirection: Figure
    /** Points when the whole stack lies in a certification's content. */
    readonly stack: Figure
    /** Factor on a Foundational certification beside one of a higher tier. */
    readonly besideHigher: Figure
    /** Share of a certification's worth that renewing it just before expiry is worth. */
    readonly renewal: Figure
    /** Points for a certification that the profile asks for. */
    readonly wanted: Figure
    /** Years on AWS below which a business role has no hands-on work. */
    readonly handsOnYears: Figure
  }
  readonly hours: {
    /** Factor on the hours of a role that is the exam's audience. */
    readonly audience: Figure
    /** Share of hours removed when the whole stack lies in the content. */
    readonly stack: Figure
    /** Factor on the hours of a certification that is renewed by its own exam. */
    readonly renewal: Figure
    /** Factor on a shared skill's share once the certification that shows it has lapsed. */
    readonly lapsed: Figure
    /** Least share of the hours that is left, whatever is shared. */
    readonly least: Figure
  }
  readonly experience: readonly ExperienceBand[]
  readonly sharedSkills: readonly SharedSkill[]
  readonly calendar: {
    readonly retakeWaitDays: Figure
    readonly bookingLeadDays: Figure
    readonly sameVersionYears: Figure
    readonly paceSigma: Figure
    readonly voucherPercent: Figure
    readonly voucherLagDays: Figure
    readonly voucherValidityDays: Figure
    readonly renewalWindowDays: Figure
    /** Held certifications that run out later than this after the start are not renewed on the route by their own exam. */
    readonly renewalHorizonDays: Figure
    readonly reminderDays: readonly Figure[]
    readonly secondLanguageMinutes: Figure
  }
  /** P(pass) that a sitting may be prepared to, beside the profile's floor. */
  readonly passProbabilities: readonly Figure[]
  /** P(pass) on every leg of the safest route. */
  readonly safest: Figure
  readonly certifications: Readonly<Record<string, CertificationModel>>
  readonly roles: Readonly<Record<Role, RoleModel>>
  readonly fields: Readonly<Record<Field, FieldModel>>
  readonly areas: Readonly<Record<ServiceArea, AreaModel>>
  readonly documents: Readonly<Record<string, ReadingDocument>>
}
