import type { JsonObject } from '../domain/cloud/json.ts'
import { isJsonObject } from '../domain/cloud/json.ts'
import { checkCredential } from '../domain/credential/check-model.ts'
import type { CheckReport, Finding, PresentationReport } from '../domain/credential/check-report.ts'
import { readStatusEntry, statusEntriesOf } from '../domain/credential/status-entry.ts'
import type { StatusPurpose } from '../domain/credential/types.ts'
import { CairnError } from '../domain/kernel/cairn-error.ts'
import { after } from '../domain/kernel/instant.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { Ports } from './ports.ts'

/** Why a suite's credential is not issued. */
export type VcApiRefusal = {
  readonly code: 'credential-malformed' | 'credential-unsignable'
  readonly facts: JsonObject
}

type Needs = Pick<Ports, 'clock' | 'credentialSigner' | 'credentialVerifier' | 'statusLists'>

/** Entries of a status list that is served to suites: none of them is ever set. */
const listLength = 131_072

const dayMs = 86_400_000

function refusalOf(credential: JsonObject): VcApiRefusal | null {
  const violation = checkCredential({ issuer: 'urn:own', ...credential })
  if (violation !== null) return { code: 'credential-malformed', facts: violation }
  const entries = statusEntriesOf(credential).map(readStatusEntry)
  const wrong = entries.find((entry) => !entry.ok && entry.error.code !== 'status-type-unsupported')
  if (wrong === undefined || wrong.ok) return null
  return { code: 'credential-malformed', facts: { member: 'credentialStatus', rule: wrong.error.code } }
}

/**
 * What an entry of the purpose `message` says beside its place. The suite counts as many messages as bits, where the
 * standard has one for each value; a suite is served as it asks.
 */
const messagesAt = (base: string): JsonObject => ({
  statusSize: 2,
  statusMessage: [
    { status: '0x0', message: 'no notice' },
    { status: '0x1', message: 'notice' },
  ],
  statusReference: `${base}/about`,
})

/** A status entry on the list that `base` serves for a purpose. */
function entryFor(ports: Needs, base: string, purpose: StatusPurpose): JsonObject {
  const list = `${base}/credentials/status/${purpose}`
  const index = String(ports.statusLists.allocate(new Set(), listLength))
  const entry: JsonObject = {
    id: `${list}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: purpose,
    statusListIndex: index,
    statusListCredential: list,
  }
  return purpose === 'message' ? { ...entry, ...messagesAt(base) } : entry
}

/** How a suite wants its credential issued. `base` is the address at which lists are served. */
export type SuiteOptions = {
  readonly base: string
  readonly purposes: readonly StatusPurpose[]
  /** True: as a token within an enveloped credential. */
  readonly enveloped: boolean
}

const envelop = (token: string): JsonObject => ({
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  id: `data:application/vc+jwt,${token}`,
  type: 'EnvelopedVerifiableCredential',
})

/** Signs with an embedded proof, or as a token within an envelope. */
async function secureForSuite(ports: Needs, unsigned: JsonObject, enveloped: boolean): Promise<JsonObject> {
  const created = ports.clock.now()
  if (!enveloped) return ports.credentialSigner.secure(unsigned, { format: 'data-integrity', created })
  return envelop(
    await ports.credentialSigner.secure(unsigned, { format: 'jwt', profile: 'w3c-jwt', created }),
  )
}

/** Issues what a conformance suite gives, under the installation's own identifier and with an embedded proof. */
export async function issueForSuite(
  ports: Needs,
  credential: JsonObject,
  { base, purposes, enveloped }: SuiteOptions,
): Promise<Result<JsonObject, VcApiRefusal>> {
  const refusal = refusalOf(credential)
  if (refusal !== null) return fail(refusal)
  const id = await ports.credentialSigner.issuerId(enveloped ? 'jwt' : 'data-integrity')
  const issuer = isJsonObject(credential.issuer) ? { ...credential.issuer, id } : id
  const status = purposes.map((purpose) => entryFor(ports, base, purpose))
  const own: JsonObject = { ...credential, issuer }
  try {
    const unsigned = status.length === 0 ? own : { ...own, credentialStatus: status }
    return ok(await secureForSuite(ports, unsigned, enveloped))
  } catch (error) {
    if (!(error instanceof CairnError) || error.code !== 'credential-unsignable') throw error
    return fail({ code: 'credential-unsignable', facts: error.facts as JsonObject })
  }
}

/** The status list that credentials of a suite refer to. */
export function statusListForSuite(ports: Needs, base: string, purpose: StatusPurpose): Promise<JsonObject> {
  const now = ports.clock.now()
  return ports.statusLists.sign(
    {
      id: `${base}/credentials/status/${purpose}`,
      purpose,
      // Two bits for each entry of the purpose `message`.
      length: listLength * 2,
      set: [],
      validFrom: now,
      validUntil: after(now, dayMs),
      ttlMs: 300_000,
    },
    now,
  )
}

/** One yes or no, as the VC-API has it, and the findings that say no. */
export type SuiteVerdict = { readonly verified: boolean; readonly errors: readonly Finding[] }

const findingsAgainst = ({ authentic, current, status }: CheckReport): readonly Finding[] =>
  [authentic, current, status].filter(({ answer, reason }) => answer !== 'pass' && reason !== 'not-judged')

const verdict = (errors: readonly Finding[]): SuiteVerdict => ({ verified: errors.length === 0, errors })

/** A suite asks for every proof to hold, where a badge asks for one. */
const failedProofs = ({
  proofs,
  authentic,
}: {
  proofs: CheckReport['proofs']
  authentic: Finding
}): readonly Finding[] =>
  authentic.answer === 'pass'
    ? proofs.filter(({ answer, facts }) => answer === 'fail' && facts.signatureValid !== true)
    : []

/** Verifies a credential, a document or a token, for a conformance suite. */
export async function verifyForSuite(ports: Needs, credential: JsonObject | string): Promise<SuiteVerdict> {
  const text = typeof credential === 'string' ? credential : JSON.stringify(credential)
  const report = await ports.credentialVerifier.verify({ text }, { now: ports.clock.now() })
  return verdict([...findingsAgainst(report), ...failedProofs(report)])
}

/** Verifies a presentation for a conformance suite. One without a proof stands by its credentials. */
export async function verifyPresentationForSuite(
  ports: Needs,
  presentation: JsonObject | string,
  options: { readonly challenge?: string; readonly domain?: string },
): Promise<SuiteVerdict> {
  const now = ports.clock.now()
  const report: PresentationReport = await ports.credentialVerifier.verifyPresentation(presentation, {
    now,
    ...options,
  })
  const own =
    report.authentic.reason === 'proof-missing' && report.credentials.length > 0
      ? []
      : [report.authentic].filter((one) => one.answer !== 'pass')
  const refuted = report.credentials.flatMap(findingsAgainst).filter(({ answer }) => answer === 'fail')
  return verdict([...own, ...failedProofs(report), ...refuted])
}
