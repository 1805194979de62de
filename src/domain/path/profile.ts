import type { CalendarDate } from '../kernel/calendar-date.ts'
import type { Direction, Role, ServiceArea } from './vocabulary.ts'

/** A certification that the person has earned. */
export type HeldCertification = { readonly certificationId: string; readonly earnedOn: CalendarDate }

/** A discount on one exam. `percent` 1 to 100; `expiresOn` is the last exam day on which it counts. */
export type Voucher = { readonly percent: number; readonly expiresOn: CalendarDate }

/** A person as the route planner knows them: checked, with every default filled in. */
export type Profile = {
  readonly role: Role
  readonly direction: Direction
  /** Years of work on AWS, and in IT at large; 0 to 60. */
  readonly awsYears: number
  readonly itYears: number
  /** The organisation's stack: weight 0 to 1 by service area. */
  readonly stack: Readonly<Partial<Record<ServiceArea, number>>>
  /** Hours of study a week, above 0 to 80. */
  readonly hoursPerWeek: number
  readonly startDate: CalendarDate
  /** Last day on which the route may end, with nine chances in ten. */
  readonly deadline: CalendarDate | null
  /** Most US dollars that the fees of all first sittings may add up to. */
  readonly budgetUsd: number | null
  readonly held: readonly HeldCertification[]
  /** BCP 47 tag of the exam language. */
  readonly language: string
  readonly englishSecondLanguage: boolean
  readonly vouchers: readonly Voucher[]
  /** Least P(pass) of every sitting, 0.5 to 0.99. */
  readonly passProbabilityFloor: number
  readonly wants: readonly string[]
  readonly avoids: readonly string[]
}

type Defaulted =
  | 'deadline'
  | 'budgetUsd'
  | 'held'
  | 'language'
  | 'englishSecondLanguage'
  | 'vouchers'
  | 'passProbabilityFloor'
  | 'wants'
  | 'avoids'
  | 'stack'

/** A profile as a person gives it: words not yet checked, days as text, the rest optional. */
export type ProfileInput = Readonly<{
  role: string
  direction: string
  awsYears: number
  itYears: number
  stack?: Readonly<Record<string, number>> | undefined
  hoursPerWeek: number
  startDate?: string | undefined
  deadline?: string | null | undefined
  budgetUsd?: number | null | undefined
  held?: readonly { readonly certificationId: string; readonly earnedOn: string }[] | undefined
  language?: string | undefined
  englishSecondLanguage?: boolean | undefined
  vouchers?: readonly { readonly percent: number; readonly expiresOn: string }[] | undefined
  passProbabilityFloor?: number | undefined
  wants?: readonly string[] | undefined
  avoids?: readonly string[] | undefined
}>

/** What a profile has when nothing is said. */
export const profileDefaults: Pick<Profile, Defaulted> = {
  stack: {},
  deadline: null,
  budgetUsd: null,
  held: [],
  language: 'en',
  englishSecondLanguage: false,
  vouchers: [],
  passProbabilityFloor: 0.8,
  wants: [],
  avoids: [],
}

/** A fault of a profile: which field, and what to write instead. */
export type ProfileProblem = { readonly field: string; readonly message: string }
