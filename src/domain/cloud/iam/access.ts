import { type Asking, isEntity } from './asking.ts'
import type { Judgement } from './judgement.ts'
import { isKeyRequest } from './kms.ts'
import { allowBy, allowByRule, implicitDeny } from './outcome.ts'
import { grantingAccount, whyPolicyIsVoid } from './s3.ts'
import { type Support, supportOf } from './support.ts'
import { isRoleTrust } from './trust.ts'
import type { IamDecision } from './types.ts'
import type { Match } from './verdict.ts'
import { capitalise, nameCaller, nameMatch, nameRequest, nearMiss, resourcePolicyName } from './words.ts'

/** A request, what every layer says of it, and what the side of the resource allows. */
export type Found = {
  readonly asking: Asking
  readonly judged: Judgement
  readonly support: Support | null
}

/** Trust and key policies must allow in their own right; an identity policy alone is not enough. */
const mustBeNamed = (asking: Asking): boolean => isRoleTrust(asking) || isKeyRequest(asking)

const needsBoth = (asking: Asking): boolean =>
  mustBeNamed(asking) || asking.account !== grantingAccount(asking)

function lacksResource({ asking }: Found): IamDecision {
  const why = whyPolicyIsVoid(asking)
  const name = resourcePolicyName(asking)
  const text = `no ${name} allows ${nameRequest(asking)} for ${nameCaller(asking)}`
  return implicitDeny(
    'resource',
    why === null ? `${text}.${nearMiss(asking.situation.resource, asking)}` : `${text}: ${why}.`,
  )
}

/** A boundary and a session policy limit what is granted to the entity behind a session. */
function limit({ asking, judged }: Found, granted: IamDecision, by: string): IamDecision {
  const { boundary, session } = asking.situation
  const allows = `${by} allows ${nameRequest(asking)}`
  if (!isEntity(asking.principal)) return granted
  if (boundary.length > 0 && judged.boundary.allow === null)
    return implicitDeny(
      'boundary',
      `${allows}, but the permissions boundary does not.${nearMiss(boundary, asking)}`,
    )
  if (session.length > 0 && judged.session.allow === null)
    return implicitDeny('session', `${allows}, but no session policy does.${nearMiss(session, asking)}`)
  return asking.principal.kind === 'federated-user' && session.length === 0
    ? implicitDeny('session', `${allows}, but a federated user without session policies has no permissions.`)
    : granted
}

/** The decisive statement is that of the resource where both sides must agree. */
function allowedBy(asking: Asking, identity: Match, support: Support | null): IamDecision {
  const words = nameMatch(identity, asking)
  const asked = nameRequest(asking)
  return support === null || !needsBoth(asking)
    ? allowBy(supportOf(identity, words), `${words} allows ${asked}, and nothing denies or limits it.`)
    : allowBy(support, `both sides agree on ${asked}: ${support.words}, and ${words}.`)
}

function byIdentity(found: Found): IamDecision {
  const { asking, judged, support } = found
  const { allow } = judged.identity
  if (allow !== null) return limit(found, allowedBy(asking, allow, support), nameMatch(allow, asking))
  const text = `no identity policy of ${nameCaller(asking)} allows ${nameRequest(asking)}.`
  const other =
    support === null ? '' : ` ${capitalise(support.words)} allows it, but an identity policy must as well.`
  return implicitDeny('identity', text + other + nearMiss(asking.situation.identity, asking))
}

const bySupport = ({ asking }: Found, support: Support, why: string): IamDecision =>
  allowBy(support, `${support.words} allows ${nameRequest(asking)} ${why}.`)

function withinAccount(found: Found): IamDecision {
  const { asking, support } = found
  if (support?.reach === 'direct')
    return bySupport(found, support, 'for the caller itself, so no other allow is needed')
  if (support?.reach === 'entity') {
    const granted = bySupport(found, support, 'for the entity behind the session, and nothing limits it')
    return limit(found, granted, support.words)
  }
  if (support === null && mustBeNamed(asking)) return lacksResource(found)
  return asking.principal.kind === 'root'
    ? allowByRule('root-user', `the root user may do ${nameRequest(asking)} in its own account.`)
    : byIdentity(found)
}

/** A root user has no identity policies, and a grant needs none beside it. */
function acrossAccounts(found: Found): IamDecision {
  const { asking, support } = found
  if (support === null) return lacksResource(found)
  if (asking.principal.kind === 'root') return bySupport(found, support, 'for the account of this root user')
  return support.layer === 'grant' && support.reach !== 'account'
    ? limit(found, bySupport(found, support, 'for the grantee'), support.words)
    : byIdentity(found)
}

/**
 * Whether a request that nothing denies is allowed: within one account by the side of the resource or of the identity,
 * across accounts by both; callers without an account need the resource's side alone.
 *
 * @see IAM user guide, How AWS enforcement code logic evaluates requests to allow or deny access; Cross-account policy
 * evaluation logic; access_policies (session policies); AWS STS API reference, AssumeRole (root user credentials)
 */
export function decideAccess(found: Found): IamDecision {
  const { asking, support } = found
  const { account, principal, view } = asking
  if (account === null)
    return support === null ? lacksResource(found) : bySupport(found, support, `for ${nameCaller(asking)}`)
  if (principal.kind === 'root' && view.actionKey === 'sts:assumerole')
    return implicitDeny('root-user', 'a root user cannot assume a role.')
  return account === grantingAccount(asking) ? withinAccount(found) : acrossAccounts(found)
}
