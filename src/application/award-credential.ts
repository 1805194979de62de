import { readinessYears } from '../domain/credential/achievement.ts'
import { type Award, awardKey, type Recipient } from '../domain/credential/award.ts'
import { validUntilOf } from '../domain/credential/expiry.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { type ExamAward, type ExamAwardPorts, type ExamAwardRefusal, earnedBy } from './exam-award.ts'
import { type AlreadyHeld, type KeepingPorts, keepNew } from './keep-credential.ts'
import type { Ports, StoredCredential } from './ports.ts'

export type AwardPorts = ExamAwardPorts & KeepingPorts & Pick<Ports, 'identifiers'>

export type AwardRequest = {
  readonly candidateId: string
  readonly attemptId: string
  readonly recipient?: Recipient
}

/** Gives a new award its identifiers and its salt: random to everyone else, and never the same twice. */
export function newAward(
  ports: Pick<Ports, 'identifiers' | 'secrets' | 'clock'>,
  facts: Omit<Award, 'credentialId' | 'subjectId' | 'salt' | 'validFrom'>,
): Award {
  const credentialId = ports.identifiers.next()
  return {
    ...facts,
    credentialId,
    subjectId: `urn:uuid:${ports.identifiers.next()}`,
    salt: ports.secrets.derive(`recipient salt ${credentialId}`).slice(0, 32),
    validFrom: ports.clock.now(),
  }
}

/** Years for which what an exam earned is valid. */
export const validYears = ({ kind, validityYears }: ExamAward): number =>
  kind === 'readiness-record' ? readinessYears : validityYears

/**
 * Gives a person the credential that a closed exam earned: a readiness record whatever the exam showed, a programme's
 * credential on a pass.
 *
 * @returns the credential, or why there is none; `already-held` names the one that stands
 */
export async function awardCredential(
  ports: AwardPorts,
  request: AwardRequest,
): Promise<Result<StoredCredential, ExamAwardRefusal | AlreadyHeld>> {
  const { candidateId, attemptId, recipient = {} } = request
  const earned = await earnedBy(ports, { attemptId, candidateId })
  if (!earned.ok) return earned
  const { kind, achievement, results, evidence, certificationId, closedAt } = earned.value
  const key = awardKey(kind, { attemptId, candidateId, certificationId })
  const holder = (await ports.credentials.held([key])).get(key)
  if (holder !== undefined) return fail({ code: 'already-held', credentialId: holder })
  const award = newAward(ports, {
    ...{ achievement, recipient, results, evidence },
    awardedAt: ports.clock.now(),
    validUntil: validUntilOf(closedAt, validYears(earned.value)),
  })
  const kept = await keepNew(ports, [{ award, candidateId, awardKey: key }])
  return kept.ok ? ok(kept.value[0] as StoredCredential) : kept
}
