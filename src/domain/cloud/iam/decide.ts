import { ok, type Result } from '../../kernel/result.ts'
import { type Asking, isEntity, type RequestMalformed, readRequest } from './asking.ts'
import { type Judgement, judgeLayers } from './judgement.ts'
import { grantSupport, isKeyRequest } from './kms.ts'
import { aclSupport, grantingAccount, refusedByS3, whyPolicyIsVoid } from './s3.ts'
import type { CompiledSituation } from './situation.ts'
import { type Support, supportOf } from './support.ts'
import { isRoleTrust } from './trust.ts'
import type { ActionCatalogue, Because, DecidingLayer, IamDecision, IamRequest } from './types.ts'
import { type Match, strongest } from './verdict.ts'
import { capitalise, nameCaller, nameMatch, nameRequest, nearMiss, resourcePolicyName } from './words.ts'

type Found = { readonly asking: Asking; readonly judged: Judgement; readonly support: Support | null }

const nowhere = { policy: null, statement: null, effect: null } as const

const allowBy = (support: Support, text: string): IamDecision => {
  const { layer, policy, statement } = support
  return { decision: 'allow', because: { layer, policy, statement, effect: 'Allow', text } }
}

const allowByRule = (layer: DecidingLayer, text: string): IamDecision => ({
  decision: 'allow',
  because: { layer, ...nowhere, text },
})

const implicit = (layer: DecidingLayer, text: string): IamDecision => ({
  decision: 'implicit',
  because: { layer, ...nowhere, text: `Implicit deny: ${text}` },
})

const explicit = (because: Because): IamDecision => ({ decision: 'explicit', because })

/**
 * Calls that need no permission. Source: AWS STS API reference, GetCallerIdentity; IAM user guide, Permissions for
 * GetSessionToken.
 */
function allowedAlways({ view, principal }: Asking): IamDecision | null {
  const known = principal.kind === 'user' || principal.kind === 'root'
  const free =
    view.actionKey === 'sts:getcalleridentity'
      ? 'account' in principal
      : view.actionKey === 'sts:getsessiontoken' && known
  return free
    ? allowByRule('service', `Allowed: ${view.action} needs no permission, and no policy can deny it.`)
    : null
}

function deniedExplicitly({ asking, judged }: Found): IamDecision | null {
  const { rcp, scp, resource, endpoint, identity, boundary, session } = judged
  const deny = [rcp, scp, resource, endpoint, identity, boundary, session].find(
    ({ deny }) => deny !== null,
  )?.deny
  if (!deny) return null
  const { policy, statement } = deny
  const exception = statement.principal?.negated && asking.caller.bounded
  const note = exception
    ? ' NotPrincipal with Deny reaches every caller that has a permissions boundary.'
    : ''
  return explicit({
    layer: policy.layer,
    policy: policy.path,
    statement: statement.index,
    effect: 'Deny',
    text: `Explicit deny: ${nameMatch(deny, asking)} denies ${nameRequest(asking)}, which overrides every allow.${note}`,
  })
}

/** SCPs must allow at every level, and a VPC endpoint policy must allow what passes the endpoint. */
function limitedAround({ asking, judged }: Found): IamDecision | null {
  const { closedLevel, endpoint } = judged
  if (closedLevel !== null) {
    const text = `no SCP at level "${closedLevel.id}" allows ${nameRequest(asking)}; every level from the root to the account must.`
    return implicit('scp', text + nearMiss(closedLevel.policies, asking))
  }
  if (asking.situation.endpoint.length === 0 || endpoint.allow !== null) return null
  const text = `the VPC endpoint policy does not allow ${nameRequest(asking)}.`
  return implicit('endpoint', text + nearMiss(asking.situation.endpoint, asking))
}

/** What the side of the resource allows: its policy, a grant on the key, or an access control list. */
function findSupport(asking: Asking, { resource }: Judgement): Support | null {
  const { allow } = resource
  const counts = allow !== null && whyPolicyIsVoid(asking) === null
  const policy = counts ? supportOf(allow, nameMatch(allow, asking)) : null
  return strongest(strongest(policy, grantSupport(asking)), aclSupport(asking))
}

function lacksResource({ asking }: Found): IamDecision {
  const why = whyPolicyIsVoid(asking)
  const name = resourcePolicyName(asking)
  const text = `no ${name} allows ${nameRequest(asking)} for ${nameCaller(asking)}${why === null ? '' : `: ${why}`}.`
  return implicit('resource', text + (why === null ? nearMiss(asking.situation.resource, asking) : ''))
}

/** A boundary and a session policy limit what is granted to the entity behind a session. */
function limit({ asking, judged }: Found, granted: IamDecision, by: string): IamDecision {
  const { situation, principal } = asking
  const asked = nameRequest(asking)
  if (isEntity(principal) && situation.boundary.length > 0 && judged.boundary.allow === null)
    return implicit(
      'boundary',
      `${by} allows ${asked}, but the permissions boundary does not.${nearMiss(situation.boundary, asking)}`,
    )
  if (principal.kind === 'federated-user' && situation.session.length === 0)
    return implicit(
      'session',
      `${by} allows ${asked}, but a federated user without session policies has no permissions.`,
    )
  if (isEntity(principal) && situation.session.length > 0 && judged.session.allow === null)
    return implicit(
      'session',
      `${by} allows ${asked}, but no session policy does.${nearMiss(situation.session, asking)}`,
    )
  return granted
}

function byIdentity(found: Found): IamDecision {
  const { asking, judged, support } = found
  const { allow } = judged.identity
  if (allow === null) {
    const delegates =
      support === null ? '' : ` ${capitalise(support.words)} only opens the way for identity policies.`
    const text = `no identity policy of ${nameCaller(asking)} allows ${nameRequest(asking)}.${delegates}`
    return implicit('identity', text + nearMiss(asking.situation.identity, asking))
  }
  const words = nameMatch(allow, asking)
  return limit(found, allowedBoth(asking, allow, support), words)
}

/** The decisive statement is that of the resource where both sides must agree. */
function allowedBoth(asking: Asking, identity: Match, support: Support | null): IamDecision {
  const words = nameMatch(identity, asking)
  const asked = nameRequest(asking)
  if (support === null || !needsBoth(asking))
    return allowBy(
      supportOf(identity, words),
      `Allowed: ${words} allows ${asked}, and nothing denies or limits it.`,
    )
  return allowBy(support, `Allowed: both sides agree on ${asked}: ${support.words}, and ${words}.`)
}

const mustBeNamed = (asking: Asking): boolean => isRoleTrust(asking) || isKeyRequest(asking)

const needsBoth = (asking: Asking): boolean =>
  mustBeNamed(asking) || asking.account !== grantingAccount(asking)

const allowBySupport = ({ asking }: Found, support: Support, why: string): IamDecision =>
  allowBy(support, `Allowed: ${support.words} allows ${nameRequest(asking)} ${why}.`)

/** Within one account either side may allow, but trust and key policies must. */
function withinAccount(found: Found): IamDecision {
  const { asking, support } = found
  if (support?.reach === 'direct')
    return allowBySupport(found, support, 'for the caller itself, so no other allow is needed')
  if (support?.reach === 'entity') {
    const granted = allowBySupport(found, support, 'for the entity behind the session, and nothing limits it')
    return limit(found, granted, support.words)
  }
  if (support === null && mustBeNamed(asking)) return lacksResource(found)
  if (asking.principal.kind === 'root')
    return allowByRule(
      'root-user',
      `Allowed: the root user may do ${nameRequest(asking)} in its own account.`,
    )
  return byIdentity(found)
}

/** Across accounts both must allow; a root user and a grant need no identity policy. */
function acrossAccounts(found: Found): IamDecision {
  const { asking, support } = found
  if (support === null) return lacksResource(found)
  if (asking.principal.kind === 'root')
    return allowBySupport(found, support, 'for the account of this root user')
  if (support.layer === 'grant' && support.reach !== 'account')
    return limit(found, allowBySupport(found, support, 'for the grantee'), support.words)
  return byIdentity(found)
}

function decideAccess(found: Found): IamDecision {
  const { asking, support } = found
  if (asking.account === null)
    return support === null
      ? lacksResource(found)
      : allowBySupport(found, support, `for ${nameCaller(asking)}`)
  if (asking.principal.kind === 'root' && asking.view.actionKey === 'sts:assumerole')
    return implicit('root-user', 'a root user cannot assume a role.')
  return asking.account === grantingAccount(asking) ? withinAccount(found) : acrossAccounts(found)
}

function decide(asking: Asking): IamDecision {
  const free = allowedAlways(asking)
  if (free !== null) return free
  const judged = judgeLayers(asking)
  const found: Found = { asking, judged, support: findSupport(asking, judged) }
  const denied = deniedExplicitly(found)
  if (denied !== null) return denied
  const refused = refusedByS3(asking)
  if (refused !== null) return explicit(refused)
  return limitedAround(found) ?? decideAccess(found)
}

/**
 * Decides one request: an explicit deny in any layer wins; SCPs and the endpoint must let it pass; then the resource's
 * side and the principal's side must allow it, both across accounts and one of them within an account, as far as
 * boundary and session policy let it.
 *
 * @param catalogue known actions, which narrow condition keys and RCPs to what an action supports
 * @returns the decision and what decided, or `request-malformed` in words
 * @see IAM user guide, How AWS enforcement code logic evaluates requests to allow or deny access; Cross-account policy
 * evaluation logic; AWS STS API reference, AssumeRole (root user credentials)
 * @example decideRequest(situation, { principal: 'anonymous', action: 's3:GetObject', resource: 'arn:aws:s3:::docs/a' })
 */
export function decideRequest(
  situation: CompiledSituation,
  request: IamRequest,
  catalogue?: ActionCatalogue,
): Result<IamDecision, RequestMalformed> {
  const asking = readRequest(situation, request, catalogue)
  return asking.ok ? ok(decide(asking.value)) : asking
}
