import type { Instant } from '../kernel/instant.ts'
import { fail, ok, type Result } from '../kernel/result.ts'
import type { EvidenceFact } from './evidence.ts'
import type { AchievedResult, ResultDescription } from './results.ts'

/**
 * What a credential attests: `readiness-record` what a practice exam showed, whatever that was; `programme-credential` a pass
 * in an organisation's own programme; `achievement-credential` anything else that an organisation gives to a list of people.
 */
export type CredentialKind = 'readiness-record' | 'programme-credential' | 'achievement-credential'

/** A link from a result or an achievement to a published framework, such as a domain of an exam guide. */
export type Alignment = {
  readonly targetName: string
  readonly targetUrl: string
  readonly targetFramework: string
  readonly targetCode: string | null
}

/** What can be achieved, the same for everyone who achieves it. `achievementId` is a URI, and so are those of its results. */
export type Achievement = {
  readonly achievementId: string
  readonly kind: CredentialKind
  readonly name: string
  /** What its badge says: the name without what every such badge says. */
  readonly title: string
  readonly description: string
  /** What is needed to earn it, and how it is renewed. */
  readonly criteria: string
  /** Exam code in the catalogue; null where no exam of it stands behind the achievement. */
  readonly examCode: string | null
  readonly certificationId: string | null
  readonly tier: string | null
  readonly tags: readonly string[]
  readonly alignments: readonly Alignment[]
  readonly resultDescriptions: readonly ResultDescription[]
}

/** Whom a credential is for. Nothing of it enters the credential but as a salted hash. */
export type Recipient = { readonly name?: string; readonly email?: string }

/** One achievement of one person: everything that a credential is written from, but who issues it and where it is served. */
export type Award = {
  readonly credentialId: string
  /** URI of the person in this credential only; no two credentials share it. */
  readonly subjectId: string
  readonly achievement: Achievement
  readonly recipient: Recipient
  /** Salt of this credential's recipient hashes. */
  readonly salt: string
  readonly results: readonly AchievedResult[]
  readonly evidence: readonly EvidenceFact[]
  /** When it was first awarded; a renewal keeps it. */
  readonly awardedAt: Instant
  readonly validFrom: Instant
  /** Null where it never runs out. */
  readonly validUntil: Instant | null
}

/** What an exam must have shown for a credential to be decided on; a score report has it all. */
export type ExamOutcome = {
  readonly mode: string
  readonly purpose: 'practice' | 'programme'
  readonly decision: 'pass' | 'fail' | null
  readonly scaledScore: number | null
  readonly cutScore: number
}

export type AwardRefusal =
  | { readonly code: 'not-an-exam'; readonly mode: string }
  | {
      readonly code: 'cut-score-not-reached'
      readonly scaledScore: number | null
      readonly cutScore: number
    }

/**
 * Decides which credential an outcome earns: a practice exam a readiness record, whatever it shows; a programme's exam its
 * credential on a pass only.
 *
 * @returns `not-an-exam` for any mode but exam, `cut-score-not-reached` for a programme's exam that was not passed
 * @example decideAward({ mode: 'exam', purpose: 'practice', decision: null, scaledScore: 400, cutScore: 720 }) // { ok: true, value: 'readiness-record' }
 */
export function decideAward(outcome: ExamOutcome): Result<CredentialKind, AwardRefusal> {
  const { mode, purpose, decision, scaledScore, cutScore } = outcome
  if (mode !== 'exam') return fail({ code: 'not-an-exam', mode })
  if (purpose === 'practice') return ok('readiness-record')
  if (decision === 'pass') return ok('programme-credential')
  return fail({ code: 'cut-score-not-reached', scaledScore, cutScore })
}

/**
 * The key under which no two living credentials may stand: one readiness record for each attempt, one credential of a
 * programme for each person and certification.
 *
 * @example awardKey('readiness-record', { attemptId: 'a1', candidateId: 'local', certificationId: 'x' }) // 'attempt a1'
 */
export const awardKey = (
  kind: CredentialKind,
  of: { readonly attemptId: string; readonly candidateId: string; readonly certificationId: string },
): string =>
  kind === 'readiness-record' ? `attempt ${of.attemptId}` : `held ${of.candidateId} ${of.certificationId}`
