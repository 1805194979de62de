import { type Asking, isEntity } from './asking.ts'
import type { Policy } from './policy.ts'
import { rcpServices } from './rcp-services.ts'
import type { CompiledLevel } from './situation.ts'
import { isRoleTrust } from './trust.ts'
import { judge, type Match, silence, type Verdict } from './verdict.ts'

/** What every layer says of a request. A layer that does not apply to the caller says nothing and limits nothing. */
export type Judgement = {
  readonly rcp: Verdict
  readonly scp: Verdict
  /** The first level of the organization whose SCPs do not allow the request. */
  readonly closedLevel: CompiledLevel | null
  readonly resource: Verdict
  readonly endpoint: Verdict
  readonly identity: Verdict
  readonly boundary: Verdict
  readonly session: Verdict
}

/**
 * SCPs bind the principals of member accounts, root users too; not the management account, service-linked roles, or
 * callers without an account. Source: AWS Organizations user guide, Service control policies.
 */
const boundByScps = ({ account, principal, situation }: Asking): boolean =>
  account !== null &&
  account !== situation.managementAccount &&
  !(principal.kind === 'role' && principal.serviceLinked)

/**
 * RCPs bind whoever asks for a resource of a member account, save service-linked roles (and assuming one), AWS managed
 * keys, kms:RetireGrant, and services without RCPs. Source: AWS Organizations user guide, Resource control policies.
 */
function boundByRcps(asking: Asking): boolean {
  const { principal, owner, situation, view, catalogue } = asking
  if (owner !== null && owner === situation.managementAccount) return false
  if (principal.kind === 'role' && principal.serviceLinked) return false
  if (isRoleTrust(asking) && view.resource.includes(':role/aws-service-role/')) return false
  if (view.actionKey === 'kms:retiregrant' || (view.service === 'kms' && situation.awsManagedKey))
    return false
  return catalogue?.get(view.actionKey)?.rcp ?? rcpServices.prefixes.has(view.service)
}

function judgeLevels(
  levels: readonly CompiledLevel[],
  asking: Asking,
): Verdict & Pick<Judgement, 'closedLevel'> {
  let deny: Match | null = null
  let closedLevel: CompiledLevel | null = null
  for (const level of levels) {
    const verdict = judge(level.policies, asking.view, asking.caller)
    deny ??= verdict.deny
    if (verdict.allow === null) closedLevel ??= level
  }
  return { deny, allow: null, closedLevel }
}

/**
 * The root user of the bucket's account keeps the bucket policy in hand whatever it denies.
 * Source: Amazon S3 user guide, bucket policies.
 */
const rescuable = new Set(['s3:getbucketpolicy', 's3:putbucketpolicy', 's3:deletebucketpolicy'])

function judgeResource(asking: Asking): Verdict {
  const { situation, view, caller, principal, account, owner } = asking
  const verdict = judge(situation.resource, view, caller)
  const rescues = principal.kind === 'root' && account === owner && rescuable.has(view.actionKey)
  return rescues ? { ...verdict, deny: null } : verdict
}

/**
 * Asks every layer.
 *
 * @see IAM user guide, How AWS enforcement code logic evaluates requests to allow or deny access
 */
export function judgeLayers(asking: Asking): Judgement {
  const { situation, view, caller, principal } = asking
  const ofEntity = (policies: readonly Policy[]): Verdict =>
    isEntity(principal) ? judge(policies, view, caller) : silence
  const scp = boundByScps(asking) ? judgeLevels(situation.scp, asking) : { ...silence, closedLevel: null }
  return {
    rcp: boundByRcps(asking) ? judgeLevels(situation.rcp, asking) : silence,
    scp,
    closedLevel: scp.closedLevel,
    resource: judgeResource(asking),
    endpoint: judge(situation.endpoint, view, { ...caller, accountMeansRoot: situation.gatewayEndpoint }),
    identity: ofEntity(situation.identity),
    boundary: ofEntity(situation.boundary),
    session: ofEntity(situation.session),
  }
}
