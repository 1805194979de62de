import { isAccountId, parseArn } from './arn.ts'

/** Who makes a request. `role` is a role session; its `session` is null when only the role is named. */
export type Principal =
  | { readonly kind: 'user'; readonly arn: string; readonly account: string; readonly name: string }
  | { readonly kind: 'root'; readonly arn: string; readonly account: string }
  | {
      readonly kind: 'role'
      readonly arn: string
      readonly account: string
      readonly session: string | null
      readonly serviceLinked: boolean
    }
  | {
      readonly kind: 'federated-user'
      readonly arn: string
      readonly account: string
      readonly name: string
      readonly by: string | null
    }
  | { readonly kind: 'service'; readonly name: string }
  | { readonly kind: 'provider'; readonly name: string }
  | { readonly kind: 'anonymous' }

/** What else is known of the principal: the role's ARN with its path, who federated, and the action. */
export type PrincipalHints = {
  readonly principalArn?: string | undefined
  readonly federatedBy?: string | undefined
  readonly action: string
}

const providerActions = new Set(['sts:assumerolewithsaml', 'sts:assumerolewithwebidentity'])
const hostPattern = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** Roles of services stand under this path, or are sessions of a role whose name begins so. */
const isServiceLinked = (roleArn: string): boolean =>
  roleArn.includes(':role/aws-service-role/') || lastOf(roleArn).startsWith('AWSServiceRoleFor')

/** A session's ARN leaves out the role's path; `aws:PrincipalArn` of the request has it. */
function readSession(text: string, hints: PrincipalHints): Principal | null {
  const arn = parseArn(text)
  const [, role, session] = arn?.resource.split('/') ?? []
  if (arn === null || !role || !session) return null
  const plain = `arn:${arn.partition}:iam::${arn.account}:role/${role}`
  const given = hints.principalArn
  const fits = given?.startsWith(`arn:${arn.partition}:iam::${arn.account}:role/`) && lastOf(given) === role
  const roleArn = fits && given !== undefined ? given : plain
  return {
    kind: 'role',
    arn: roleArn,
    account: arn.account,
    session: text,
    serviceLinked: isServiceLinked(roleArn),
  }
}

function readIamArn(text: string, account: string, resource: string): Principal | null {
  if (resource === 'root') return { kind: 'root', arn: text, account }
  if (/^user\/.+/.test(resource)) return { kind: 'user', arn: text, account, name: lastOf(resource) }
  if (/^role\/.+/.test(resource))
    return { kind: 'role', arn: text, account, session: null, serviceLinked: isServiceLinked(text) }
  return /^(?:saml|oidc)-provider\/.+/.test(resource) ? { kind: 'provider', name: text } : null
}

function readArn(text: string, hints: PrincipalHints): Principal | null {
  const arn = parseArn(text)
  if (arn === null || !isAccountId(arn.account)) return null
  if (arn.service === 'iam') return readIamArn(text, arn.account, arn.resource)
  if (arn.service !== 'sts') return null
  if (arn.resource.startsWith('assumed-role/')) return readSession(text, hints)
  const [, name] = /^federated-user\/(.+)$/.exec(arn.resource) ?? []
  const by = hints.federatedBy ?? null
  return name === undefined ? null : { kind: 'federated-user', arn: text, account: arn.account, name, by }
}

/** A host is a service principal, or the identity provider that vouches for the caller of AssumeRoleWith…. */
function readHost(text: string, hints: PrincipalHints): Principal | null {
  if (!hostPattern.test(text)) return null
  const vouches = providerActions.has(hints.action.toLowerCase())
  const isService = !vouches && /\.amazon(?:aws)?\.com(?:\.cn)?$/.test(text)
  return { kind: isService ? 'service' : 'provider', name: text }
}

/**
 * Reads who makes a request.
 *
 * @returns the principal, or null when the text names none
 * @see IAM user guide, AWS JSON policy elements: Principal (forms of principals); using service-linked roles
 * @example readPrincipal('arn:aws:iam::111111111111:user/ana', { action: 's3:GetObject' })?.kind // 'user'
 */
export function readPrincipal(text: string, hints: PrincipalHints): Principal | null {
  if (text === 'anonymous' || text === '*') return { kind: 'anonymous' }
  if (isAccountId(text)) return { kind: 'root', arn: `arn:aws:iam::${text}:root`, account: text }
  return text.startsWith('arn:') ? readArn(text, hints) : readHost(text, hints)
}

/** The account of a principal, or null where it has none. @example accountOf({ kind: 'anonymous' }) // null */
export const accountOf = (principal: Principal): string | null =>
  'account' in principal ? principal.account : null

/** The name of a principal in words. @example nameOf({ kind: 'anonymous' }) // 'an anonymous caller' */
export function nameOf(principal: Principal): string {
  if (principal.kind === 'anonymous') return 'an anonymous caller'
  if (principal.kind === 'role') return principal.session ?? principal.arn
  return 'arn' in principal ? principal.arn : principal.name
}
