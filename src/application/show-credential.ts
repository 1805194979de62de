import type { Award } from '../domain/credential/award.ts'
import type { CheckReport } from '../domain/credential/check-report.ts'
import type { CredentialDocument } from '../domain/credential/types.ts'
import { ok, type Result } from '../domain/kernel/result.ts'
import type { CredentialSheet, Ports } from './ports.ts'
import {
  type CredentialUnknown,
  type CredentialView,
  findCredential,
  viewCredential,
} from './read-credential.ts'

/** What the page of a credential shows: the credential, what the installation knows of it, and its own check of its signature. */
export type ShownCredential = {
  readonly view: CredentialView
  readonly award: Pick<
    Award,
    'achievement' | 'results' | 'evidence' | 'awardedAt' | 'validFrom' | 'validUntil'
  >
  readonly issuerName: string
  readonly issuerId: string
  readonly namesRecipient: boolean
  readonly checks: Pick<CheckReport, 'authentic' | 'current'>
  readonly qr: readonly (readonly boolean[])[] | null
}

type ShowPorts = Pick<
  Ports,
  | 'clock'
  | 'credentials'
  | 'installation'
  | 'credentialSigner'
  | 'credentialVerifier'
  | 'credentialPapers'
  | 'badgeImages'
>

const issuerIdOf = ({ credential }: Pick<CredentialView, 'credential'>): string =>
  String(Object(credential.issuer).id)

/** Checks a document of the installation by its own keys: everything but what only others can tell. */
async function checkOwn(ports: ShowPorts, document: CredentialDocument): Promise<CheckReport> {
  const now = ports.clock.now()
  const keys = await ports.credentialSigner.didDocument(now)
  return ports.credentialVerifier.verify(
    { text: JSON.stringify(document) },
    { now, online: false, knownIssuers: keys === null ? [] : [keys] },
  )
}

/** Gathers what the page of a credential shows, from the installation's own copy and without any network. */
export async function showCredential(
  ports: ShowPorts,
  credentialId: string,
): Promise<Result<ShownCredential, CredentialUnknown>> {
  const found = await findCredential(ports, { credentialId })
  if (!found.ok) return found
  const { award, document } = found.value
  const view = viewCredential(ports, found.value)
  const checks = await checkOwn(ports, document)
  const { achievement, results, evidence, awardedAt, validFrom, validUntil } = award
  return ok({
    view,
    award: { achievement, results, evidence, awardedAt, validFrom, validUntil },
    issuerName: ports.installation.issuerName,
    issuerId: issuerIdOf(view),
    namesRecipient: award.recipient.email !== undefined || award.recipient.name !== undefined,
    checks,
    qr: view.link === null ? null : ports.credentialPapers.qr(view.link),
  })
}

/** Forms in which a credential is handed out as a file. */
export type CredentialFile = 'json' | 'png' | 'svg' | 'pdf'

/** Writes a credential as a file: its signed JSON, or a picture or a paper that carries it. */
export async function writeCredentialFile(
  ports: ShowPorts,
  request: { readonly credentialId: string; readonly file: CredentialFile },
): Promise<Result<Uint8Array | string, CredentialUnknown>> {
  const found = await findCredential(ports, request)
  if (!found.ok) return found
  const { award } = found.value
  const view = viewCredential(ports, found.value)
  const secured = JSON.stringify(found.value.document)
  if (request.file === 'json') return ok(secured)
  if (request.file !== 'pdf') return ok(ports.badgeImages[request.file](award, secured))
  const sheet: CredentialSheet = {
    ...{ award, secured, uri: view.id, link: view.link },
    issuerName: ports.installation.issuerName,
    issuerId: issuerIdOf(view),
  }
  return ok(await ports.credentialPapers.pdf(sheet))
}
