import { fail, ok, type Result } from '../../kernel/result.ts'
import { isAccountId, parseArn } from './arn.ts'
import { makeContext } from './context.ts'
import { accountOf, type Principal, readPrincipal } from './principal.ts'
import type { Caller } from './principal-element.ts'
import type { CompiledSituation } from './situation.ts'
import type { RequestView } from './statement.ts'
import type { ActionCatalogue, ContextValue, IamRequest } from './types.ts'

/** Why a request cannot be decided, in words. */
export type RequestMalformed = { readonly code: 'request-malformed'; readonly text: string }

/** A request against a situation, read once; `account` is the principal's, `owner` the resource's. */
export type Asking = {
  readonly situation: CompiledSituation
  readonly view: RequestView
  readonly principal: Principal
  readonly account: string | null
  readonly owner: string | null
  readonly caller: Caller
  readonly ctx: Readonly<Record<string, ContextValue>>
  readonly catalogue: ActionCatalogue | undefined
}

const actionPattern = /^[^:\s*?]+:[^:\s*?]+$/
const refuse = (text: string) => fail<RequestMalformed>({ code: 'request-malformed', text })

function givenPrincipalArn(ctx: Asking['ctx']): string | undefined {
  const key = Object.keys(ctx).find((name) => name.toLowerCase() === 'aws:principalarn')
  const value = key === undefined ? undefined : ctx[key]
  return typeof value === 'string' ? value : undefined
}

function ownerOf({ owner, resource }: IamRequest, account: string | null): string | null {
  const named = parseArn(resource)?.account ?? ''
  return owner ?? (isAccountId(named) ? named : account)
}

/** A boundary hangs on users and roles, and a federated user carries that of the user behind it. */
export const isEntity = ({ kind }: Principal): boolean => ['user', 'role', 'federated-user'].includes(kind)

/**
 * Reads a request against a situation.
 *
 * @returns what the decision needs, or `request-malformed` in words
 */
export function readRequest(
  situation: CompiledSituation,
  request: IamRequest,
  catalogue?: ActionCatalogue,
): Result<Asking, RequestMalformed> {
  const { action, resource, ctx = {} } = request
  if (!actionPattern.test(action)) return refuse(`"${action}" is not one action: write service:Name`)
  if (resource !== '*' && parseArn(resource) === null)
    return refuse(`"${resource}" is neither an ARN nor "*"`)
  const hints = { action, federatedBy: request.federatedBy, principalArn: givenPrincipalArn(ctx) }
  const principal = readPrincipal(request.principal, hints)
  if (principal === null) return refuse(`"${request.principal}" names no principal`)
  const [account, actionKey] = [accountOf(principal), action.toLowerCase()]
  const owner = ownerOf(request, account)
  const context = makeContext({ ctx, principal, action: actionKey, owner, catalogue })
  const service = actionKey.slice(0, actionKey.indexOf(':'))
  const bounded = situation.boundary.length > 0 && isEntity(principal)
  return ok({
    situation,
    view: { action, actionKey, service, resource, context },
    principal,
    account,
    owner,
    caller: { principal, canonicalUser: request.canonicalUser, bounded },
    ctx,
    catalogue,
  })
}
