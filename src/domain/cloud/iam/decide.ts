import { ok, type Result } from '../../kernel/result.ts'
import { decideAccess, type Found } from './access.ts'
import { type Asking, type RequestMalformed, readRequest } from './asking.ts'
import { type Judgement, judgeLayers } from './judgement.ts'
import { grantSupport } from './kms.ts'
import { allowByRule, explicitDeny, implicitDeny } from './outcome.ts'
import { aclSupport, refusedByS3, whyPolicyIsVoid } from './s3.ts'
import type { CompiledSituation } from './situation.ts'
import { type Support, supportOf } from './support.ts'
import type { ActionCatalogue, IamDecision, IamRequest } from './types.ts'
import { strongest } from './verdict.ts'
import { nameMatch, nameRequest, nearMiss } from './words.ts'

/**
 * Calls that need no permission. Source: AWS STS API reference, GetCallerIdentity; IAM user guide, Permissions for
 * GetSessionToken.
 */
function allowedAlways({ view, principal }: Asking): IamDecision | null {
  const identifies = view.actionKey === 'sts:getcalleridentity' && 'account' in principal
  const holdsKeys = principal.kind === 'user' || principal.kind === 'root'
  const free = identifies || (view.actionKey === 'sts:getsessiontoken' && holdsKeys)
  return free
    ? allowByRule('service', `${view.action} needs no permission, and no policy can take it away.`)
    : null
}

function deniedByStatement({ asking, judged }: Found): IamDecision | null {
  const { rcp, scp, resource, endpoint, identity, boundary, session } = judged
  const layers = [rcp, scp, resource, endpoint, identity, boundary, session]
  const deny = layers.find((verdict) => verdict.deny !== null)?.deny
  if (!deny) return null
  const { policy, statement } = deny
  const bounded = statement.principal?.negated && asking.caller.bounded
  const note = bounded ? ' NotPrincipal with Deny reaches every caller that has a permissions boundary.' : ''
  const text = `${nameMatch(deny, asking)} denies ${nameRequest(asking)}, which overrides every allow.${note}`
  return explicitDeny({ layer: policy.layer, policy: policy.path, statement: statement.index, text })
}

function deniedByS3({ asking }: Found): IamDecision | null {
  const refused = refusedByS3(asking)
  return refused === null ? null : explicitDeny({ ...refused, policy: null, statement: null })
}

/** SCPs must allow at every level, and a VPC endpoint policy must allow what passes the endpoint. */
function limitedAround({ asking, judged }: Found): IamDecision | null {
  const { closedLevel, endpoint } = judged
  const asked = nameRequest(asking)
  if (closedLevel !== null) {
    const text = `no SCP at level "${closedLevel.id}" allows ${asked}; every level from the root to the account must.`
    return implicitDeny('scp', text + nearMiss(closedLevel.policies, asking))
  }
  const { endpoint: policies } = asking.situation
  return policies.length === 0 || endpoint.allow !== null
    ? null
    : implicitDeny(
        'endpoint',
        `the VPC endpoint policy does not allow ${asked}.${nearMiss(policies, asking)}`,
      )
}

/** What the side of the resource allows: its policy, a grant on the key, or an access control list. */
function findSupport(asking: Asking, { resource }: Judgement): Support | null {
  const { allow } = resource
  const counts = allow !== null && whyPolicyIsVoid(asking) === null
  const policy = counts ? supportOf(allow, nameMatch(allow, asking)) : null
  return strongest(strongest(policy, grantSupport(asking)), aclSupport(asking))
}

function decide(asking: Asking): IamDecision {
  const free = allowedAlways(asking)
  if (free !== null) return free
  const judged = judgeLayers(asking)
  const found: Found = { asking, judged, support: findSupport(asking, judged) }
  return deniedByStatement(found) ?? deniedByS3(found) ?? limitedAround(found) ?? decideAccess(found)
}

/**
 * Decides one request: an explicit deny in any layer wins; SCPs and the endpoint must let it pass; then the sides of the
 * resource and of the identity are asked.
 *
 * @param catalogue known actions, which narrow condition keys and RCPs to what an action supports
 * @returns the decision and what decided, or `request-malformed` in words
 * @see IAM user guide, How AWS enforcement code logic evaluates requests to allow or deny access
 */
export function decideRequest(
  situation: CompiledSituation,
  request: IamRequest,
  catalogue?: ActionCatalogue,
): Result<IamDecision, RequestMalformed> {
  const asking = readRequest(situation, request, catalogue)
  return asking.ok ? ok(decide(asking.value)) : asking
}
