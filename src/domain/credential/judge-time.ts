import type { Instant } from '../kernel/instant.ts'
import type { Finding } from './check-report.ts'
import { readDateTime } from './dates.ts'
import { finding } from './finding.ts'
import type { CredentialDocument } from './types.ts'

/** Clocks of issuer and verifier may differ by five minutes. */
export const clockSkewMs = 5 * 60_000

/**
 * Whether a credential is within its period of validity; an end that has passed is `expired`, never an error.
 *
 * @example judgeTime({ validUntil: '1970-01-01T00:00:00Z' }, instant(1e9)).reason // 'expired'
 */
export function judgeTime(credential: CredentialDocument, now: Instant): Finding {
  const { validFrom, issuanceDate, validUntil, expirationDate } = credential
  const [from, until] = [validFrom ?? issuanceDate, validUntil ?? expirationDate]
  const [start, end] = [readDateTime(from), readDateTime(until)]
  const facts = { validFrom: from ?? null, validUntil: until ?? null }
  if (end !== null && now > end) return finding('expired', facts)
  if (start !== null && start > now + clockSkewMs) return finding('not-yet-valid', facts)
  return finding(end === null ? 'no-end-date' : 'in-force', facts)
}
