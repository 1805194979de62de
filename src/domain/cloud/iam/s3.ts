import type { Asking } from './asking.ts'
import type { Reach } from './principal-element.ts'
import { groupOf, isPublicAcl, isPublicPolicy } from './s3-public.ts'
import type { Support } from './support.ts'
import type { AclGrant, DecidingLayer, PublicAccessBlock } from './types.ts'
import { strongest } from './verdict.ts'

type AclName = 'bucketAcl' | 'objectAcl'
type AclRule = { readonly acl: AclName; readonly permission: AclGrant['permission'] }

/** Which list and permission an action falls under. Source: Amazon S3 user guide, mapping of ACL permissions. */
const aclRules: ReadonlyMap<string, AclRule> = new Map([
  ['s3:listbucket', { acl: 'bucketAcl', permission: 'READ' }],
  ['s3:listbucketversions', { acl: 'bucketAcl', permission: 'READ' }],
  ['s3:listbucketmultipartuploads', { acl: 'bucketAcl', permission: 'READ' }],
  ['s3:putobject', { acl: 'bucketAcl', permission: 'WRITE' }],
  ['s3:getbucketacl', { acl: 'bucketAcl', permission: 'READ_ACP' }],
  ['s3:putbucketacl', { acl: 'bucketAcl', permission: 'WRITE_ACP' }],
  ['s3:getobject', { acl: 'objectAcl', permission: 'READ' }],
  ['s3:getobjectversion', { acl: 'objectAcl', permission: 'READ' }],
  ['s3:getobjectacl', { acl: 'objectAcl', permission: 'READ_ACP' }],
  ['s3:getobjectversionacl', { acl: 'objectAcl', permission: 'READ_ACP' }],
  ['s3:putobjectacl', { acl: 'objectAcl', permission: 'WRITE_ACP' }],
  ['s3:putobjectversionacl', { acl: 'objectAcl', permission: 'WRITE_ACP' }],
])

const bucketSide = new Set([
  's3:putobject',
  's3:deleteobject',
  's3:deleteobjectversion',
  's3:abortmultipartupload',
])
const aclWrites = new Set(['s3:putbucketacl', 's3:putobjectacl', 's3:putobjectversionacl', 's3:putobject'])

/** ACLs are disabled unless the bucket's object ownership says otherwise. */
const aclsEnabled = ({ situation, view }: Asking): boolean =>
  view.service === 's3' && (situation.s3?.objectOwnership ?? 'BucketOwnerEnforced') !== 'BucketOwnerEnforced'

/** The most restrictive combination of the account's and the bucket's setting. */
function isSet({ situation }: Asking, setting: keyof PublicAccessBlock): boolean {
  const { account, bucket } = situation.s3?.publicAccessBlock ?? {}
  return (account?.[setting] ?? false) || (bucket?.[setting] ?? false)
}

/** The owner of an object that the bucket's owner does not own: then only the object's owner grants access to it. */
function foreignOwner(asking: Asking): string | null {
  const { situation, view, owner } = asking
  const { objectOwner } = situation.s3 ?? {}
  const aboutObject = view.resource.includes('/') && !bucketSide.has(view.actionKey)
  return aclsEnabled(asking) && aboutObject && objectOwner !== owner ? (objectOwner ?? null) : null
}

/**
 * The account whose permission the request needs beside the principal's own.
 *
 * @see Amazon S3 user guide, How Amazon S3 authorizes a request for an object operation (object context)
 */
export const grantingAccount = (asking: Asking): string | null => foreignOwner(asking) ?? asking.owner

/**
 * Why no Allow of the bucket policy counts, in words, or null when they do.
 *
 * @see Amazon S3 user guide, Blocking public access (RestrictPublicBuckets); Controlling ownership of objects
 */
export function whyPolicyIsVoid(asking: Asking): string | null {
  const { situation, view, principal, account, owner } = asking
  if (situation.s3 === null || view.service !== 's3') return null
  const foreign = foreignOwner(asking)
  if (foreign !== null) return `account ${foreign} owns the object, so the bucket policy cannot grant it`
  const outsider = principal.kind !== 'service' && account !== owner
  return outsider && isSet(asking, 'restrictPublicBuckets') && situation.resource.some(isPublicPolicy)
    ? 'RestrictPublicBuckets voids a public bucket policy for everyone outside the account'
    : null
}

function reachGrantee({ principal, account, caller }: Asking, grantee: string): Reach | null {
  const group = groupOf(grantee)
  if (group === 'AllUsers') return 'direct'
  if (group === 'AuthenticatedUsers') return principal.kind === 'anonymous' ? null : 'direct'
  return grantee === account || (grantee !== '' && grantee === caller.canonicalUser) ? 'account' : null
}

/**
 * The grant of an access control list that allows the request, if ACLs are enabled and one does.
 *
 * @see Amazon S3 user guide, Access control list (ACL) overview; Blocking public access (IgnorePublicAcls)
 */
export function aclSupport(asking: Asking): Support | null {
  const rule = aclRules.get(asking.view.actionKey)
  if (rule === undefined || !aclsEnabled(asking)) return null
  const ignored = isSet(asking, 'ignorePublicAcls')
  const counts = ({ grantee, permission }: AclGrant): boolean =>
    (permission === 'FULL_CONTROL' || permission === rule.permission) &&
    !(ignored && groupOf(grantee) !== null)
  return (asking.situation.s3?.[rule.acl] ?? [])
    .map((grant, index): Support | null => {
      const reach = counts(grant) ? reachGrantee(asking, grant.grantee) : null
      const words = `the ${rule.acl === 'bucketAcl' ? 'bucket' : 'object'} ACL's ${grant.permission} for ${grant.grantee}`
      return reach && { layer: 'acl', policy: `s3.${rule.acl}[${index}]`, statement: null, reach, words }
    })
    .reduce(strongest, null)
}

/** What S3 refuses outright: the setting that does, and why. */
export type S3Refusal = { readonly layer: DecidingLayer; readonly text: string }

/** CreateBucket heeds the setting of the account only, as there is no bucket yet. */
function blocksPublicAcls(asking: Asking): boolean {
  const { actionKey } = asking.view
  if (actionKey === 's3:createbucket')
    return asking.situation.s3?.publicAccessBlock?.account?.blockPublicAcls ?? false
  return aclWrites.has(actionKey) && isSet(asking, 'blockPublicAcls')
}

function refuseAcl(asking: Asking): S3Refusal | null {
  const { requestAcl } = asking.situation.s3 ?? {}
  const { actionKey, action } = asking.view
  if (requestAcl === undefined) return null
  if (blocksPublicAcls(asking) && isPublicAcl(requestAcl))
    return { layer: 'public-access-block', text: `BlockPublicAcls refuses ${action} with a public ACL.` }
  return aclWrites.has(actionKey) && !aclsEnabled(asking) && requestAcl !== 'bucket-owner-full-control'
    ? { layer: 'object-ownership', text: `ACLs are disabled on the bucket, so ${action} must not set one.` }
    : null
}

/**
 * Why S3 refuses a request outright, whatever policies allow, or null.
 *
 * @see Amazon S3 user guide, Blocking public access (block public access settings); Controlling ownership of objects and
 * disabling ACLs
 */
export function refusedByS3(asking: Asking): S3Refusal | null {
  const { requestPolicy } = asking.situation
  const sets = asking.view.actionKey === 's3:putbucketpolicy' && requestPolicy !== null
  if (sets && isPublicPolicy(requestPolicy) && isSet(asking, 'blockPublicPolicy'))
    return { layer: 'public-access-block', text: 'BlockPublicPolicy refuses a bucket policy that is public.' }
  return refuseAcl(asking)
}
