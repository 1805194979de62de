import type { Attempt, ScoreReport } from '../domain/attempt/types.ts'
import type { Catalogue } from '../domain/catalogue/types.ts'
import {
  type AchievementExam,
  programmeAchievement,
  readinessAchievement,
} from '../domain/credential/achievement.ts'
import {
  type Achievement,
  type AwardRefusal,
  type CredentialKind,
  decideAward,
} from '../domain/credential/award.ts'
import {
  type EvidenceFact,
  type ExamEvidence,
  examEvidence,
  labEvidence,
} from '../domain/credential/evidence.ts'
import { forbiddenIn } from '../domain/credential/names.ts'
import { type AchievedResult, resultsOf } from '../domain/credential/results.ts'
import { type Instant, instant } from '../domain/kernel/instant.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { type ClosingPorts, findAttempt } from './close-attempt.ts'
import { type Exam, type ExamUnknown, findExam } from './find-exam.ts'
import { listLabReports } from './list-lab-reports.ts'
import type { Ports } from './ports.ts'
import type { AttemptUnknown } from './submit-attempt.ts'

export type ExamAwardPorts = ClosingPorts & Pick<Ports, 'secrets' | 'installation' | 'labs'>

/** What a closed exam earned, before it is given to anybody. */
export type ExamAward = {
  readonly kind: CredentialKind
  readonly achievement: Achievement
  readonly results: readonly AchievedResult[]
  readonly evidence: readonly EvidenceFact[]
  readonly certificationId: string
  readonly closedAt: Instant
  readonly validityYears: number
}

export type ExamAwardRefusal =
  | AttemptUnknown
  | ExamUnknown
  | AwardRefusal
  | { readonly code: 'not-submitted' }
  | { readonly code: 'name-not-allowed'; readonly name: string; readonly word: string }

/** The owner of the exam guides in the catalogue, named to say what is meant. */
const guideOwner = 'Amazon Web Services'

/** Makes URNs that are the same whenever the installation names the same thing again. */
export const makeUriOf =
  (secrets: Pick<Ports, 'secrets'>['secrets'], scope: string) =>
  (name: string): string => {
    const hex = secrets.derive(`uri ${scope} ${name}`)
    // RFC 9562, section 5.8: version 8 is for identifiers of one's own making.
    return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
  }

function renewedByOthers(catalogue: Catalogue, { certification }: Exam): readonly string[] {
  return certification.renewedBy.flatMap((edge) => {
    if (edge.kind === 'exam') return edge.certificationId === certification.id ? [] : [edge.certificationId]
    if (edge.kind !== 'any-exam-of-tier') return []
    const tier = catalogue.tiers.find(({ id }) => id === edge.tier)
    return [`any exam of the ${tier?.name ?? edge.tier} tier`]
  })
}

const examOf = ({ certification, version, pack }: Exam, report: ScoreReport): AchievementExam => ({
  certificationId: certification.id,
  title: pack.title,
  tier: certification.tier,
  guide: { examCode: version.examCode, url: certification.urls.guide, owner: guideOwner },
  domains: report.domains,
  cutScore: report.cutScore,
  validityYears: certification.validityYears,
})

function achievementOf(
  ports: ExamAwardPorts,
  kind: CredentialKind,
  exam: Exam,
  report: ScoreReport,
): Achievement {
  const uriOf = makeUriOf(ports.secrets, `${kind} ${exam.version.examCode}`)
  const facts = examOf(exam, report)
  if (kind === 'readiness-record') return readinessAchievement(facts, uriOf)
  const renewedBy = renewedByOthers(ports.content.catalogue(), exam)
  return programmeAchievement({ ...facts, issuerName: ports.installation.issuerName, renewedBy }, uriOf)
}

const examFacts = ({ form }: Attempt, report: ScoreReport): ExamEvidence => ({
  ...report,
  formId: form.formId,
  packVersion: form.packVersion,
  durationMinutes: form.blueprint.durationMinutes,
  closedAt: instant(Date.parse(report.closedAt)),
})

/** A person's best work in the labs of an exam. */
async function labFacts(
  ports: Pick<Ports, 'labs'>,
  candidateId: string,
  examCode: string,
): Promise<readonly EvidenceFact[]> {
  const reports = await listLabReports(ports, candidateId)
  const own = reports.filter(({ exams }) => exams.some((exam) => exam.examCode === examCode))
  return labEvidence(own.map(({ report, hintsTaken, at }) => ({ ...report, hintsTaken, at })))
}

async function evidenceOf(
  ports: Pick<Ports, 'labs'>,
  attempt: Attempt,
  report: ScoreReport,
  kind: CredentialKind,
): Promise<readonly EvidenceFact[]> {
  const exam = examFacts(attempt, report)
  if (kind !== 'readiness-record') return examEvidence(exam, 'programme-credential')
  return [...examEvidence(exam, kind), ...(await labFacts(ports, attempt.candidateId, report.examCode))]
}

/**
 * What a closed exam of a person earns, as achievement, results and evidence.
 *
 * @returns the award without its person, or why there is none: `attempt-unknown`, `not-submitted`, `not-an-exam`,
 * `cut-score-not-reached`, `exam-unknown`, `name-not-allowed`
 */
export async function earnedBy(
  ports: ExamAwardPorts,
  request: { readonly attemptId: string; readonly candidateId: string },
): Promise<Result<ExamAward, ExamAwardRefusal>> {
  const attempt = await findAttempt(ports, request.attemptId, request.candidateId)
  if (attempt === undefined) return fail({ code: 'attempt-unknown' })
  const report = await ports.attempts.report(request.attemptId, request.candidateId)
  if (report === undefined) return fail({ code: 'not-submitted' })
  const decided = decideAward(report)
  if (!decided.ok) return decided
  const exam = findExam(ports.content, report.examCode)
  if (!exam.ok) return exam
  const kind = decided.value
  const achievement = achievementOf(ports, kind, exam.value, report)
  const word = forbiddenIn(achievement.name, kind)
  if (word !== null) return fail({ code: 'name-not-allowed', name: achievement.name, word })
  const uriOf = makeUriOf(ports.secrets, `${kind} ${report.examCode}`)
  return ok({
    kind,
    achievement,
    results: resultsOf(report.scaledScore, report.domains, uriOf),
    evidence: await evidenceOf(ports, attempt, report, kind),
    certificationId: exam.value.certification.id,
    closedAt: instant(Date.parse(report.closedAt)),
    validityYears: exam.value.certification.validityYears,
  })
}
