import { createHash } from 'node:crypto'
import { domainToUnicode } from 'node:url'
import type {
  CredentialInput,
  CredentialVerifier,
  TrustedIssuer,
  VerifyOptions,
} from '../../application/ports.ts'
import type { CheckReport, Finding } from '../../domain/credential/check-report.ts'
import { finding } from '../../domain/credential/finding.ts'
import { type Host, identifyIssuer, judgeIssuer } from '../../domain/credential/judge-issuer.ts'
import { judgeRecipient } from '../../domain/credential/judge-recipient.ts'
import { judgeTime } from '../../domain/credential/judge-time.ts'
import { issuerIdOf } from '../../domain/credential/members.ts'
import { leftOpen } from '../../domain/credential/not-checked.ts'
import type { CredentialDocument } from '../../domain/credential/types.ts'
import { type Authenticated, authenticate } from './authenticate.ts'
import { type Found, readBytesInput, readTextInput } from './extract/read-input.ts'
import { makePresentationVerifier } from './presentation.ts'
import { Refused } from './refused.ts'
import { didWebUrl, makeResolve, offline, withKnownIssuers } from './resolve/resolve-issuer.ts'
import type { Fetch } from './resolve/safe-fetch.ts'
import { checkStatus, type FetchedList } from './status/check-status.ts'
import type { SeenLists } from './status/seen-lists.ts'

/** What a verifier stands on. */
export type VerifierParts = { readonly fetch: Fetch; readonly seen: SeenLists }

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A link is followed once: what it gives must be a credential itself. */
async function readInput(input: CredentialInput, fetch: Fetch): Promise<Found> {
  if ('url' in input) return readBytesInput(await fetch(input.url))
  const found = 'text' in input ? readTextInput(input.text) : readBytesInput(input.bytes)
  if (found.content.kind !== 'link') return found
  const linked = readBytesInput(await fetch(found.content.url))
  return found.container === 'qr' ? { ...linked, container: 'qr' } : linked
}

/** The host that publishes an issuer's keys. */
function hostOf(id: string | null): Host | null {
  try {
    const url = new URL(id?.startsWith('did:web:') ? didWebUrl(id) : (id ?? ''))
    return url.protocol === 'https:' ? { ascii: url.host, unicode: domainToUnicode(url.hostname) } : null
  } catch {
    return null
  }
}

function identify(credential: CredentialDocument, trusted: readonly TrustedIssuer[], authentic: Finding) {
  const id = issuerIdOf(credential)
  const knowledge = { trusted: trusted.some((one) => one.id === id), host: hostOf(id) }
  return identifyIssuer(credential, knowledge, authentic.answer === 'pass')
}

/** A report on something that could not be read as a credential. */
function unreadable(refused: Refused): CheckReport {
  const open = finding('not-judged')
  return {
    authentic: finding(refused.reason, refused.facts),
    current: open,
    status: open,
    issuer: open,
    recipient: { ...finding('recipient-not-given'), answer: 'not-checked' },
    proofs: [],
    notChecked: [],
    issuerIdentity: { id: null, level: 'unknown', claimedName: null, host: null, mixedScript: false },
    container: null,
    format: null,
    credential: null,
  }
}

/** Nothing is said about a document that was changed or is not signed by its issuer. */
const unlessFalse = (authentic: Finding, judge: () => Finding): Finding =>
  authentic.answer === 'fail' ? finding('not-judged') : judge()

/** Makes the verifier. The signature is judged before anything but keys is fetched. */
export function makeVerifier(parts: VerifierParts): CredentialVerifier {
  const report = async (
    checked: Authenticated,
    options: VerifyOptions,
    fetch: Fetch,
  ): Promise<CheckReport> => {
    const { credential, authentic, proofs, container, format } = checked
    const authenticateList = async (bytes: Uint8Array): Promise<FetchedList> => {
      const list = await authenticate(readBytesInput(bytes), {
        now: options.now,
        resolve: makeResolve(fetch),
      })
      return { document: list.credential, authentic: list.authentic }
    }
    const { now, recipient = {}, trustedIssuers = [] } = options
    const issuerIdentity = identify(credential, trustedIssuers, authentic)
    return {
      authentic,
      current: unlessFalse(authentic, () => judgeTime(credential, now)),
      status:
        authentic.answer === 'pass'
          ? await checkStatus(credential, { fetch, seen: parts.seen, now, authenticate: authenticateList })
          : finding('not-judged'),
      issuer: judgeIssuer(issuerIdentity, authentic),
      recipient: judgeRecipient(credential, recipient, sha256),
      proofs,
      notChecked: [...leftOpen(credential), ...checked.notChecked],
      issuerIdentity,
      container,
      format,
      credential,
    }
  }

  const verify = async (input: CredentialInput, options: VerifyOptions): Promise<CheckReport> => {
    const fetch = withKnownIssuers(options.online === false ? offline : parts.fetch, options.knownIssuers)
    try {
      const found = await readInput(input, fetch)
      const checked = await authenticate(found, { now: options.now, resolve: makeResolve(fetch) })
      return await report(checked, options, fetch)
    } catch (error) {
      if (error instanceof Refused) return unreadable(error)
      throw error
    }
  }

  return { verify, verifyPresentation: makePresentationVerifier(verify, parts.fetch) }
}
