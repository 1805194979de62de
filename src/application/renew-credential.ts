import { renewedByPassing } from '../domain/catalogue/renewal.ts'
import type { CredentialKind } from '../domain/credential/award.ts'
import { refuseRewriting, type StateRefusal } from '../domain/credential/lifecycle.ts'
import { type RenewalRefusal, renewAward } from '../domain/credential/renewal.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { validYears } from './award-credential.ts'
import { type ExamAward, type ExamAwardPorts, type ExamAwardRefusal, earnedBy } from './exam-award.ts'
import { type CredentialChanged, type KeepingPorts, keepAnew } from './keep-credential.ts'
import type { Ports, StoredCredential } from './ports.ts'
import { type CredentialUnknown, findCredential } from './read-credential.ts'
import type { OriginDiffers } from './sign-award.ts'

export type RenewPorts = ExamAwardPorts & KeepingPorts

export type DoesNotRenew = {
  readonly code: 'does-not-renew'
  readonly certificationId: string
  readonly renews: readonly string[]
}

type OneRefusal = DoesNotRenew | RenewalRefusal | StateRefusal | CredentialChanged | OriginDiffers

export type RenewRefusal = ExamAwardRefusal | CredentialUnknown | OneRefusal

/** What became of each credential that an exam might renew. */
export type RenewalOutcome = {
  readonly credentialId: string
  readonly name: string
  readonly renewed: StoredCredential | null
  /** Code of the refusal; null where it was renewed. */
  readonly refused: string | null
}

/** Certifications that an exam renews and by how many years: practice its own only, a pass those of the renewal graph. */
function renewsBy({ content }: Pick<Ports, 'content'>, earned: ExamAward): ReadonlyMap<string, number> {
  if (earned.kind === 'readiness-record') return new Map([[earned.certificationId, validYears(earned)]])
  const edges = renewedByPassing(content.catalogue(), earned.certificationId)
  return new Map(edges.map(({ certificationId, extendsYears }) => [certificationId, extendsYears]))
}

const certificationOf = ({ award }: StoredCredential): string => award.achievement.certificationId ?? ''

const isOfKind = ({ award }: StoredCredential, kind: CredentialKind): boolean =>
  award.achievement.kind === kind

async function renewOne(
  ports: RenewPorts,
  held: StoredCredential,
  earned: ExamAward,
): Promise<Result<StoredCredential, OneRefusal>> {
  const refusal = refuseRewriting(held.state)
  if (refusal !== null) return fail(refusal)
  const certificationId = certificationOf(held)
  const renews = renewsBy(ports, earned)
  const extendsYears = isOfKind(held, earned.kind) ? renews.get(certificationId) : undefined
  if (extendsYears === undefined)
    return fail({ code: 'does-not-renew', certificationId, renews: [...renews.keys()] })
  const { closedAt, achievement, results, evidence } = earned
  const own = certificationId === earned.certificationId ? { own: { achievement, results, evidence } } : {}
  const award = renewAward(held.award, { closedAt, extendsYears, ...own }, ports.clock.now())
  return award.ok ? keepAnew(ports, held, { award: award.value, event: 'renewed' }) : award
}

/**
 * Renews one credential by a newer exam of its holder: the same identifier, a newer beginning, a later end, the first
 * awarding day kept.
 *
 * @returns the credential, or why not: what the exam lacks, `does-not-renew` with what it would renew, `renewal-not-newer`
 */
export async function renewCredential(
  ports: RenewPorts,
  request: { readonly credentialId: string; readonly candidateId: string; readonly attemptId: string },
): Promise<Result<StoredCredential, RenewRefusal>> {
  const found = await findCredential(ports, request)
  if (!found.ok) return found
  const earned = await earnedBy(ports, request)
  return earned.ok ? renewOne(ports, found.value, earned.value) : earned
}

/**
 * Renews everything that one exam renews, as the renewal graph of the catalogue says.
 *
 * @returns an outcome for each credential in question, or what the exam lacks
 */
export async function renewByExam(
  ports: RenewPorts,
  request: { readonly candidateId: string; readonly attemptId: string },
): Promise<Result<readonly RenewalOutcome[], ExamAwardRefusal>> {
  const earned = await earnedBy(ports, request)
  if (!earned.ok) return earned
  const renews = renewsBy(ports, earned.value)
  const held = (await ports.credentials.list(request.candidateId)).filter(
    (credential) => isOfKind(credential, earned.value.kind) && renews.has(certificationOf(credential)),
  )
  const outcomes: RenewalOutcome[] = []
  for (const credential of held) {
    const renewed = await renewOne(ports, credential, earned.value)
    outcomes.push({
      credentialId: credential.credentialId,
      name: credential.award.achievement.name,
      renewed: renewed.ok ? renewed.value : null,
      refused: renewed.ok ? null : renewed.error.code,
    })
  }
  return ok(outcomes)
}
