import type { CredentialInput, CredentialVerifier, VerifyOptions } from '../../application/ports.ts'
import { isJsonObject, type Json, type JsonObject } from '../../domain/cloud/json.ts'
import { checkPresentation } from '../../domain/credential/check-model.ts'
import type { CheckReport, PresentationReport, ProofFinding } from '../../domain/credential/check-report.ts'
import { finding } from '../../domain/credential/finding.ts'
import { idOf, issuerIdOf, listOf } from '../../domain/credential/members.ts'
import { overall, refuseViolation } from './authenticate.ts'
import { toQuads } from './canonicalise.ts'
import { verifyProofs } from './data-integrity/verify.ts'
import { envelopedToken } from './extract/read-input.ts'
import { looksCompact, readCompact } from './jose/compact.ts'
import { verifyToken } from './jose/verify-token.ts'
import { Refused } from './refused.ts'
import { makeResolve, offline, type Resolve } from './resolve/resolve-issuer.ts'
import type { Fetch } from './resolve/safe-fetch.ts'

type Options = Parameters<CredentialVerifier['verifyPresentation']>[1]
type Verify = (input: CredentialInput, options: VerifyOptions) => Promise<CheckReport>

/** Who must have signed: the holder, or where none is named the party whose key is used. */
function holderOf(presentation: JsonObject): string {
  const [proof] = listOf(presentation.proof).filter(isJsonObject)
  const method = typeof proof?.verificationMethod === 'string' ? proof.verificationMethod : ''
  return idOf(presentation.holder) ?? (method.split('#')[0] as string)
}

async function proofsOf(
  presentation: JsonObject,
  options: Options,
  resolve: Resolve,
): Promise<readonly ProofFinding[]> {
  const { now, challenge, domain } = options
  return verifyProofs(presentation, {
    now,
    party: holderOf(presentation),
    controller: () => resolve(holderOf(presentation)),
    purpose: 'authentication',
    ...(challenge === undefined ? {} : { challenge }),
    ...(domain === undefined ? {} : { domain }),
  })
}

async function proofOfToken(text: string, holder: string, resolve: Resolve): Promise<ProofFinding> {
  const token = readCompact(text)
  const about = {
    suite: String(token.header.alg),
    verificationMethod: String(token.header.kid ?? ''),
    created: null,
  }
  try {
    const controller = await resolve(holder)
    verifyToken(token, { controller, purpose: 'authentication', types: ['jwt', 'vp+jwt', 'vp+ld+jwt'] })
    return { ...finding('signature-valid'), ...about }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    return { ...finding(error.reason, error.facts), ...about }
  }
}

/** A credential without a proof of its own is the holder's word, which the presentation's proof covers. */
const isSelfAsserted = (credential: JsonObject, presentation: JsonObject): boolean =>
  credential.proof === undefined &&
  idOf(presentation.holder) !== null &&
  issuerIdOf(credential) === idOf(presentation.holder)

/** Makes the check of presentations out of the check of credentials. */
export function makePresentationVerifier(
  verify: Verify,
  fetch: Fetch,
): CredentialVerifier['verifyPresentation'] {
  const credentialsOf = async (
    presentation: JsonObject,
    authentic: PresentationReport['authentic'],
    options: Options,
  ): Promise<readonly CheckReport[]> => {
    const reports: CheckReport[] = []
    for (const one of listOf(presentation.verifiableCredential).filter(isJsonObject)) {
      const report = await verify({ text: JSON.stringify(one) }, options)
      reports.push(isSelfAsserted(one, presentation) ? { ...report, authentic } : report)
    }
    return reports
  }

  const judge = async (presentation: JsonObject | string, options: Options): Promise<PresentationReport> => {
    const resolve = makeResolve(options.online === false ? offline : fetch)
    const token = typeof presentation === 'string' ? presentation : envelopedToken(presentation)
    const document = token === null ? (presentation as JsonObject) : readVp(token)
    refuseViolation(checkPresentation(document))
    const proofs =
      token === null
        ? await proofsOf(document, options, resolve)
        : [await proofOfToken(token, holderOfToken(document), resolve)]
    if (token === null) toQuads({ ...document, proof: null, verifiableCredential: null })
    const authentic = overall(proofs)
    return { authentic, proofs, credentials: await credentialsOf(document, authentic, options) }
  }

  return async (presentation, options) => {
    try {
      return await judge(presentation, options)
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      return { authentic: finding(error.reason, error.facts), proofs: [], credentials: [] }
    }
  }
}

const holderOfToken = (document: JsonObject): string =>
  idOf(document.holder) ?? idOf(document.iss as Json) ?? ''

function readVp(token: string): JsonObject {
  if (!looksCompact(token)) throw new Refused('credential-not-found')
  const { payload } = readCompact(token)
  return isJsonObject(payload.vp) ? payload.vp : payload
}
