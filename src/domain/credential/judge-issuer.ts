import { isJsonObject } from '../cloud/json.ts'
import type { Finding, IssuerIdentity, IssuerLevel } from './check-report.ts'
import { finding } from './finding.ts'
import { issuerIdOf } from './members.ts'
import type { CredentialDocument } from './types.ts'

/** A host as its two spellings: ASCII for showing, Unicode for judging. */
export type Host = { readonly ascii: string; readonly unicode: string }

/** What is known about an issuer beside its credential. */
export type IssuerKnowledge = {
  readonly trusted: boolean
  /** Host of the web address that published its keys; null where the identifier is a key itself. */
  readonly host: Host | null
}

const scripts = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Armenian',
  'Georgian',
  'Hebrew',
  'Arabic',
  'Cherokee',
  'Han',
].map((script) => new RegExp(`\\p{Script=${script}}`, 'u'))

/**
 * True where one label of a host has letters of several scripts, as look-alikes do.
 *
 * @example mixesScripts('аws.example') // true
 */
export const mixesScripts = (host: string): boolean =>
  host.split('.').some((label) => scripts.filter((script) => script.test(label)).length > 1)

function levelOf({ trusted, host }: IssuerKnowledge, proved: boolean): IssuerLevel {
  if (!proved) return 'unknown'
  if (trusted) return 'trusted'
  return host === null ? 'key-only' : 'domain-verified'
}

/** The issuer as a viewer may see it. Its name is its own claim, its logo is left out. */
export function identifyIssuer(
  credential: CredentialDocument,
  knowledge: IssuerKnowledge,
  proved: boolean,
): IssuerIdentity {
  const { issuer } = credential
  return {
    id: issuerIdOf(credential),
    level: levelOf(knowledge, proved),
    claimedName: isJsonObject(issuer) && typeof issuer.name === 'string' ? issuer.name : null,
    host: knowledge.host?.ascii ?? null,
    mixedScript: knowledge.host !== null && mixesScripts(knowledge.host.unicode),
  }
}

/**
 * Whether the issuer is known to the viewer. One who is not known is never called false, and a look-alike never known.
 * `authentic` is the finding on the signature, without which nothing is known of the issuer.
 */
export function judgeIssuer(identity: IssuerIdentity, authentic: Finding): Finding {
  const facts = { id: identity.id, host: identity.host }
  if (authentic.answer === 'fail') return finding('issuer-not-proved', facts)
  if (authentic.answer === 'could-not-tell') return finding('not-judged', facts)
  if (identity.level === 'trusted') return finding('issuer-trusted', facts)
  if (identity.mixedScript) return finding('issuer-look-alike', facts)
  return finding(identity.level === 'domain-verified' ? 'issuer-domain-verified' : 'issuer-key-only', facts)
}
