import { after, type Instant, instant } from '../kernel/instant.ts'
import { fail, ok, type Result } from '../kernel/result.ts'
import type { Award, Recipient } from './award.ts'
import { validUntilOf } from './expiry.ts'

/** What a renewal brings: the results and the evidence of a newer exam, or only more time where another exam renews. */
export type RenewingExam = {
  readonly closedAt: Instant
  /** Years by which the exam moves the end. */
  readonly extendsYears: number
  /** Absent where the credential of another exam is renewed: its own results stand. */
  readonly own?: Pick<Award, 'achievement' | 'results' | 'evidence'>
}

export type RenewalRefusal = { readonly code: 'renewal-not-newer'; readonly validUntil: Instant | null }

const second = 1_000

/** A moment later than the one before, to the second: of two credentials with one identifier the later one counts. */
const laterThan = (before: Instant, now: Instant): Instant =>
  instant(Math.max(Math.floor(now / second) * second, after(before, second)))

/**
 * Renews an award: the same identifier and awarding day, a newer beginning, a later end.
 *
 * @returns the award as it is issued anew, or `renewal-not-newer` where the exam would not move its end
 * @see Open Badges 3.0, awardedDate and RefreshService
 */
export function renewAward(award: Award, exam: RenewingExam, now: Instant): Result<Award, RenewalRefusal> {
  const validUntil = validUntilOf(exam.closedAt, exam.extendsYears)
  if (award.validUntil === null || validUntil <= award.validUntil)
    return fail({ code: 'renewal-not-newer', validUntil: award.validUntil })
  return ok({ ...award, ...exam.own, validFrom: laterThan(award.validFrom, now), validUntil })
}

/**
 * Corrects whom an award names, under the same identifier; a field that is not given stays as it is.
 *
 * @example correctAward(award, { name: 'Ada' }, now).recipient.name // 'Ada'
 */
export const correctAward = (award: Award, recipient: Recipient, now: Instant): Award => ({
  ...award,
  recipient: { ...award.recipient, ...recipient },
  validFrom: laterThan(award.validFrom, now),
})
