import { verify as verifyBytes } from 'node:crypto'
import { isJsonObject, type JsonObject } from '../../../domain/cloud/json.ts'
import type { ProofFinding } from '../../../domain/credential/check-report.ts'
import { readDateTime } from '../../../domain/credential/dates.ts'
import { finding } from '../../../domain/credential/finding.ts'
import { clockSkewMs } from '../../../domain/credential/judge-time.ts'
import { listOf } from '../../../domain/credential/members.ts'
import type { Instant } from '../../../domain/kernel/instant.ts'
import { decodeBase58 } from '../keys/base58.ts'
import { Refused } from '../refused.ts'
import type { Controller, Method } from '../resolve/controller.ts'
import { resolveDidKey } from '../resolve/resolve-issuer.ts'
import { canonicalForms, hashData, unsecured } from './hash-data.ts'

/** What a proof is held against. */
export type Expected = {
  readonly now: Instant
  /** Identifier of the party that must have signed. */
  readonly party: string
  /** Finds the keys of the party that must have signed. */
  readonly controller: () => Promise<Controller>
  readonly purpose: 'assertionMethod' | 'authentication'
  readonly challenge?: string
  readonly domain?: string
}

const signatureLength = 64

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The suite of a proof, by its own name. */
const suiteOf = (proof: JsonObject): string =>
  (proof.type === 'DataIntegrityProof' ? textOf(proof.cryptosuite) : textOf(proof.type)) ?? 'none'

const malformed = (member: string): never => {
  throw new Refused('proof-malformed', { member })
}

function checkForm(proof: JsonObject, suite: string): void {
  if (!Object.hasOwn(canonicalForms, suite)) throw new Refused('suite-unsupported', { suite })
  for (const member of ['verificationMethod', 'proofPurpose', 'proofValue'] as const) {
    if (textOf(proof[member]) === null) malformed(member)
  }
  for (const member of ['created', 'expires'] as const) {
    if (proof[member] !== undefined && readDateTime(proof[member]) === null) malformed(member)
  }
}

function checkTimes(proof: JsonObject, now: Instant): void {
  const [created, expires] = [readDateTime(proof.created), readDateTime(proof.expires)]
  if (created !== null && created > now + clockSkewMs)
    throw new Refused('proof-in-future', { created: proof.created as string })
  if (expires !== null && now > expires)
    throw new Refused('proof-expired', { expires: proof.expires as string })
}

/** A challenge or domain counts when it is asked for, and then exactly. */
function checkPurpose(proof: JsonObject, { purpose, challenge, domain }: Expected): void {
  if (proof.proofPurpose !== purpose)
    throw new Refused('proof-purpose-wrong', { stated: proof.proofPurpose as string, expected: purpose })
  if (challenge !== undefined && proof.challenge !== challenge) throw new Refused('proof-challenge-wrong')
  if (domain !== undefined && !listOf(proof.domain).includes(domain))
    throw new Refused('proof-challenge-wrong')
}

/** Whose method it is, by the method's identifier; a mere fragment is one of the party's own. */
const ownerOf = (methodId: string, { party }: Expected): string => methodId.split('#')[0] || party

/**
 * The controller of a method. Another party's is refused before anything is fetched for it, save one that is a key
 * itself: its signature may be a link of a chain.
 */
async function controllerOf(methodId: string, expected: Expected): Promise<Controller> {
  const owner = ownerOf(methodId, expected)
  if (owner === expected.party) return expected.controller()
  if (owner.startsWith('did:key:')) return resolveDidKey(owner)
  throw new Refused('signer-not-issuer', { verificationMethod: methodId, issuer: expected.party })
}

/** The method that signed: one of the issuer's own document, for this purpose, and not ended when it signed. */
async function methodOf(proof: JsonObject, expected: Expected): Promise<Method> {
  const id = proof.verificationMethod as string
  const controller = await controllerOf(id, expected)
  const method = controller.methods.get(id.startsWith('#') ? controller.id + id : id)
  if (method === undefined)
    throw new Refused('signer-not-issuer', { verificationMethod: id, issuer: controller.id })
  if (!controller.purposes[expected.purpose].has(method.id))
    throw new Refused('key-not-authorised', { verificationMethod: id, purpose: expected.purpose })
  const signedAt = readDateTime(proof.created) ?? expected.now
  if (method.endsAt !== null && signedAt >= method.endsAt)
    throw new Refused('key-not-authorised', { verificationMethod: id, why: 'ended before it signed' })
  return method
}

function signatureOf(proof: JsonObject): Uint8Array {
  const value = proof.proofValue as string
  const bytes = value.startsWith('z') ? decodeBase58(value.slice(1)) : null
  return bytes?.length === signatureLength ? bytes : malformed('proofValue')
}

/** Proofs that a chained proof names, which must be there (VC Data Integrity, section 4.6). */
function earlierProofs(proof: JsonObject, all: readonly JsonObject[]): readonly JsonObject[] {
  return listOf(proof.previousProof).map((id) => {
    const earlier = all.find((one) => one !== proof && one.id === id)
    if (earlier === undefined) throw new Refused('previous-proof-missing', { previousProof: String(id) })
    return earlier
  })
}

async function checkSignature(document: JsonObject, proof: JsonObject, expected: Expected): Promise<void> {
  const suite = suiteOf(proof)
  checkForm(proof, suite)
  checkPurpose(proof, expected)
  checkTimes(proof, expected.now)
  const signature = signatureOf(proof)
  const earlier = earlierProofs(proof, listOf(document.proof).filter(isJsonObject))
  // Terms without meaning are found here, before anything is resolved over the network.
  const data = await hashData(suite, unsecured(document, earlier), proof)
  const { key } = await methodOf(proof, expected)
  if (key?.kind !== 'Ed25519') throw new Refused('algorithm-refused', { suite, key: key?.kind ?? null })
  if (!verifyBytes(null, data, key.key, signature)) throw new Refused('signature-invalid')
  const signer = ownerOf(proof.verificationMethod as string, expected)
  if (signer !== expected.party)
    throw new Refused('signer-not-issuer', { signer, issuer: expected.party, signatureValid: true })
}

async function verifyProof(
  document: JsonObject,
  proof: JsonObject,
  expected: Expected,
): Promise<ProofFinding> {
  const about = {
    suite: suiteOf(proof),
    verificationMethod: textOf(proof.verificationMethod),
    created: readDateTime(proof.created),
  }
  try {
    await checkSignature(document, proof, expected)
    return { ...finding('signature-valid'), ...about }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { ...finding(error.reason, error.facts), ...about }
  }
}

const holds = (found: ProofFinding | undefined): boolean =>
  found?.answer === 'pass' || found?.facts.signatureValid === true

/** A chain holds only where every proof below holds, whoever signed it. */
function breakChains(
  proofs: readonly JsonObject[],
  findings: readonly ProofFinding[],
): readonly ProofFinding[] {
  return findings.map((found, at) => {
    const named = listOf(proofs[at]?.previousProof)
    const weak = named.some((id) => !holds(findings[proofs.findIndex((one) => one.id === id)]))
    return found.answer === 'pass' && weak ? { ...found, ...finding('previous-proof-missing') } : found
  })
}

/** What every proof of a document says, in the order of the document. */
export async function verifyProofs(
  document: JsonObject,
  expected: Expected,
): Promise<readonly ProofFinding[]> {
  const proofs = listOf(document.proof).filter(isJsonObject)
  const findings: ProofFinding[] = []
  for (const proof of proofs) findings.push(await verifyProof(document, proof, expected))
  return breakChains(proofs, findings)
}
