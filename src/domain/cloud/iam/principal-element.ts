import { isAccountId, parseArn } from './arn.ts'
import type { Principal } from './principal.ts'

/**
 * How a Principal element reaches a principal. `direct` names the caller itself or everyone, so that implicit denies of
 * other policies in the same account do not count; `entity` names the role or user behind a session; `account` only
 * delegates to the account.
 */
export type Reach = 'direct' | 'entity' | 'account'

type Entry =
  | { readonly kind: 'everyone' }
  | { readonly kind: 'account'; readonly account: string }
  | { readonly kind: 'arn'; readonly arn: string }
  | { readonly kind: 'service' | 'provider' | 'canonical'; readonly name: string }

/** A compiled Principal or NotPrincipal element. */
export type PrincipalElement = { readonly negated: boolean; readonly entries: readonly Entry[] }

/** The caller as a statement sees it. */
export type Caller = {
  readonly principal: Principal
  readonly canonicalUser: string | undefined
  /** True when a permissions boundary is attached to the caller. */
  readonly bounded: boolean
  /** True where an account in a Principal element means its root user only (gateway endpoints). */
  readonly accountMeansRoot?: boolean
}

const uniqueId = /^A(?:IDA|ROA|KIA|SIA|GPA)[A-Z0-9]{12,}$/
const principalResource = /^(?:root|user\/.+|role\/.+|assumed-role\/[^/]+\/[^/]+|federated-user\/.+)$/

/** Origin access identities of CloudFront belong to an account of that name. */
const ownsPrincipals = (account: string): boolean => isAccountId(account) || account === 'cloudfront'

function readAwsEntry(text: string): Entry | string {
  if (text === '*') return { kind: 'everyone' }
  if (isAccountId(text)) return { kind: 'account', account: text }
  if (/[*?]/.test(text)) return `"${text}": a wildcard cannot stand for part of a principal`
  if (uniqueId.test(text)) return { kind: 'arn', arn: text }
  const arn = parseArn(text)
  const known = arn !== null && ownsPrincipals(arn.account) && principalResource.test(arn.resource)
  if (!known) return `"${text}" is no account, user, role, session or "*"`
  return arn.resource === 'root' ? { kind: 'account', account: arn.account } : { kind: 'arn', arn: text }
}

function readNamedEntry(kind: 'service' | 'provider' | 'canonical', text: string): Entry | string {
  if (text !== '*' && /[*?]/.test(text)) return `"${text}": a wildcard cannot stand for part of a principal`
  return { kind, name: text }
}

const readers: ReadonlyMap<string, (text: string) => Entry | string> = new Map([
  ['AWS', readAwsEntry],
  ['Service', (text) => readNamedEntry('service', text)],
  ['Federated', (text) => readNamedEntry('provider', text)],
  ['CanonicalUser', (text) => readNamedEntry('canonical', text)],
])

function readMember(type: string, value: unknown): (Entry | string)[] {
  const reader = readers.get(type)
  if (reader === undefined)
    return [`"${type}" is no type of principal: use AWS, Service, Federated or CanonicalUser`]
  const texts = Array.isArray(value) ? value : [value]
  if (texts.length === 0) return [`"${type}" lists nobody`]
  return texts.map((text) => (typeof text === 'string' ? reader(text) : `"${type}" must hold text`))
}

/**
 * Reads a Principal or NotPrincipal element.
 *
 * @returns the element, or what is wrong with it in words
 * @see IAM user guide, AWS JSON policy elements: Principal
 * @example readPrincipalElement('*', false) // { negated: false, entries: [{ kind: 'everyone' }] }
 */
export function readPrincipalElement(value: unknown, negated: boolean): PrincipalElement | string {
  if (value === '*') return { negated, entries: [{ kind: 'everyone' }] }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return 'must be "*" or an object such as { "AWS": "111122223333" }'
  const read = Object.entries(value).flatMap(([type, member]) => readMember(type, member))
  const wrong = read.find((entry) => typeof entry === 'string')
  if (wrong !== undefined) return wrong
  return read.length === 0 ? 'names nobody' : { negated, entries: read as Entry[] }
}

/** Everything a caller is, from the most to the least specific. */
function identitiesOf(principal: Principal): (readonly [Reach, Entry])[] {
  const account = 'account' in principal ? principal.account : ''
  const whole = ['account', { kind: 'account', account }] as const
  switch (principal.kind) {
    case 'user':
      return [['direct', { kind: 'arn', arn: principal.arn }], whole]
    case 'root':
      return [['direct', { kind: 'account', account }]]
    case 'role': {
      const role = ['entity', { kind: 'arn', arn: principal.arn }] as const
      return principal.session === null
        ? [role, whole]
        : [['direct', { kind: 'arn', arn: principal.session }], role, whole]
    }
    case 'federated-user': {
      const by = principal.by === null ? [] : [['entity', { kind: 'arn', arn: principal.by }] as const]
      return [['direct', { kind: 'arn', arn: principal.arn }], ...by, whole]
    }
    case 'service':
      return [['direct', { kind: 'service', name: principal.name }]]
    case 'provider':
      return [['direct', { kind: 'provider', name: principal.name }]]
    case 'anonymous':
      return []
  }
}

function isSame(entry: Entry, identity: Entry): boolean {
  if (entry.kind !== identity.kind) return false
  if (entry.kind === 'account') return entry.account === (identity as typeof entry).account
  if (entry.kind === 'arn') return entry.arn === (identity as typeof entry).arn
  return entry.kind === 'everyone' || entry.name === '*' || entry.name === (identity as typeof entry).name
}

function reachListed(entries: readonly Entry[], caller: Caller): Reach | null {
  if (entries.some(({ kind }) => kind === 'everyone')) return 'direct'
  const { canonicalUser } = caller
  if (entries.some((entry) => entry.kind === 'canonical' && entry.name === canonicalUser)) return 'account'
  const found = identitiesOf(caller.principal).find(([, identity]) =>
    entries.some((entry) => isSame(entry, identity)),
  )
  if (found?.[0] === 'account' && caller.accountMeansRoot) return null
  return found?.[0] ?? null
}

/**
 * NotPrincipal spares a caller only when every one of its identities is listed (account, then role, then session), and
 * never one that has a permissions boundary.
 */
function reachUnlisted(entries: readonly Entry[], { principal, bounded }: Caller): Reach | null {
  if (bounded) return 'direct'
  if (entries.some(({ kind }) => kind === 'everyone')) return null
  const identities = identitiesOf(principal)
  const spared =
    identities.length > 0 && identities.every(([, own]) => entries.some((entry) => isSame(entry, own)))
  return spared ? null : 'direct'
}

/**
 * How a compiled element reaches a caller, or null when it does not.
 *
 * @see IAM user guide, AWS JSON policy elements: Principal, and NotPrincipal (with Deny); permissions boundaries (note on
 * NotPrincipal); policy evaluation logic (resource-based policies and implicit denies)
 * @example reachOf({ negated: false, entries: [{ kind: 'everyone' }] }, { principal: { kind: 'anonymous' }, canonicalUser: undefined, bounded: false }) // 'direct'
 */
export const reachOf = ({ negated, entries }: PrincipalElement, caller: Caller): Reach | null =>
  negated ? reachUnlisted(entries, caller) : reachListed(entries, caller)

/** True when the element stands for everyone. @example isEveryone({ negated: false, entries: [{ kind: 'everyone' }] }) // true */
export const isEveryone = ({ negated, entries }: PrincipalElement): boolean =>
  negated || entries.some((entry) => entry.kind === 'everyone' || ('name' in entry && entry.name === '*'))
