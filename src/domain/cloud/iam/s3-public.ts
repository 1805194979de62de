import type { Condition } from './condition.ts'
import { parseIpRange } from './ip-range.ts'
import type { Policy } from './policy.ts'
import { isEveryone } from './principal-element.ts'
import type { Statement } from './statement.ts'
import type { AclGrant } from './types.ts'

/** Keys that, held to fixed values, keep a bucket policy from being public. */
const narrowingKeys = new Set([
  'aws:principalaccount',
  'aws:principalarn',
  'aws:principalorgid',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceip',
  'aws:sourceowner',
  'aws:sourcevpc',
  'aws:sourcevpce',
  'aws:userid',
  's3:dataaccesspointaccount',
  's3:dataaccesspointarn',
])

const narrowing = /^(?:ForAnyValue:)?(?:String(?:Equals|EqualsIgnoreCase|Like)|Arn(?:Equals|Like)|IpAddress)$/
const anyAccessPoint = /^arn:[^:*?]+:s3:[^:]*:\d{12}:accesspoint\//

/** Ranges broader than /8 (IPv4) or /32 (IPv6) count as everyone. */
function isNarrowRange(text: string): boolean {
  const range = parseIpRange(text)
  return range !== null && range.prefix >= (range.bytes.length === 4 ? 8 : 32)
}

function isFixedValue({ key, operator }: Condition, value: string): boolean {
  if (value.includes('${')) return false
  if (operator.endsWith('IpAddress')) return isNarrowRange(value)
  if (key === 's3:dataaccesspointarn' && anyAccessPoint.test(value)) return true
  return operator.includes('Like') || operator.includes('Arn') ? !/[*?]/.test(value) : true
}

const narrows = (condition: Condition): boolean =>
  narrowing.test(condition.operator) &&
  narrowingKeys.has(condition.key) &&
  condition.values.every((value) => isFixedValue(condition, value))

const isPublicStatement = ({ effect, principal, conditions }: Statement): boolean =>
  effect === 'Allow' && principal !== null && isEveryone(principal) && !conditions.some(narrows)

/**
 * True when S3 Block Public Access takes a bucket policy for public: an Allow for everyone that no condition holds to
 * fixed values. One such statement makes the whole policy public.
 *
 * @see Amazon S3 user guide, Blocking public access to your Amazon S3 storage (the meaning of "public")
 * @example isPublicPolicy({ layer: 'resource', path: 'resourcePolicy', statements: [] }) // false
 */
export const isPublicPolicy = ({ statements }: Policy): boolean => statements.some(isPublicStatement)

/** The predefined group of a grantee, by its name or its URI, or null. @example groupOf('AllUsers') // 'AllUsers' */
export function groupOf(grantee: string): 'AllUsers' | 'AuthenticatedUsers' | null {
  const name = grantee.slice(grantee.lastIndexOf('/') + 1)
  return name === 'AllUsers' || name === 'AuthenticatedUsers' ? name : null
}

const publicCannedAcls = new Set(['public-read', 'public-read-write', 'authenticated-read'])

/**
 * True when an access control list, written out or by its canned name, grants anything to a group of everyone.
 *
 * @see Amazon S3 user guide, Blocking public access (ACLs); Access control list (ACL) overview
 * @example isPublicAcl('public-read') // true
 */
export const isPublicAcl = (acl: string | readonly AclGrant[]): boolean =>
  typeof acl === 'string' ? publicCannedAcls.has(acl) : acl.some(({ grantee }) => groupOf(grantee) !== null)
