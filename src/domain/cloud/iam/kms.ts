import type { Asking } from './asking.ts'
import { type Reach, reachOf, readPrincipalElement } from './principal-element.ts'
import type { Support } from './support.ts'
import type { KmsGrant } from './types.ts'
import { strongest } from './verdict.ts'

const contextPrefix = 'kms:encryptioncontext:'

/** True when the request is about one KMS key, whose key policy must then have its say. */
export const isKeyRequest = ({ view }: Asking): boolean =>
  view.service === 'kms' && view.resource.includes(':key/')

/** The pairs of the encryption context, which grants compare with their letter case. */
function encryptionContext({ ctx }: Asking): Map<string, string> {
  return new Map(
    Object.entries(ctx)
      .filter(([key]) => key.toLowerCase().startsWith(contextPrefix))
      .map(([key, value]) => [key.slice(contextPrefix.length), String(value)]),
  )
}

const withoutContext = new Set(['kms:describekey', 'kms:retiregrant'])

/**
 * True when the grant's constraints hold; operations without an encryption context ignore them.
 * Source: AWS KMS developer guide, Using grant constraints.
 */
function constraintsHold({ constraints }: KmsGrant, asking: Asking): boolean {
  if (constraints === undefined || withoutContext.has(asking.view.actionKey)) return true
  const pairs = encryptionContext(asking)
  const holdsAll = (wanted: Readonly<Record<string, string>>): boolean =>
    Object.entries(wanted).every(([key, value]) => pairs.get(key) === value)
  const { encryptionContextEquals: equal, encryptionContextSubset: subset } = constraints
  if (equal !== undefined && !(holdsAll(equal) && pairs.size === Object.keys(equal).length)) return false
  return subset === undefined || holdsAll(subset)
}

/** A grantee is an AWS principal; ListGrants shows a service's host in its place. */
function reachNamed(name: string | undefined, asking: Asking): Reach | null {
  if (name === undefined) return null
  const type = /^[^:]+\.[^:]+$/.test(name) ? 'Service' : 'AWS'
  const element = readPrincipalElement({ [type]: name }, false)
  return typeof element === 'string' ? null : reachOf(element, asking.caller)
}

const permits = ({ operations }: KmsGrant, actionKey: string): boolean =>
  operations.some((operation) => `kms:${operation.toLowerCase()}` === actionKey)

function reachGranted(grant: KmsGrant, asking: Asking): Reach | null {
  const { actionKey } = asking.view
  const retires = actionKey === 'kms:retiregrant' ? reachNamed(grant.retiringPrincipal, asking) : null
  if (retires !== null) return retires
  return permits(grant, actionKey) && constraintsHold(grant, asking)
    ? reachNamed(grant.granteePrincipal, asking)
    : null
}

/**
 * The grant on the key that allows the request, if one does. A grant needs no policy beside it, unless its grantee is an
 * account, which then delegates.
 *
 * @see AWS KMS developer guide, Grants in AWS KMS; Retiring and revoking grants; Allowing users in other accounts to use a
 * KMS key
 */
export function grantSupport(asking: Asking): Support | null {
  if (!isKeyRequest(asking)) return null
  return asking.situation.grants
    .map((grant, index): Support | null => {
      const reach = reachGranted(grant, asking)
      const words = `grant ${index + 1} of the key to ${grant.granteePrincipal}`
      return reach && { layer: 'grant', policy: `kms.grants[${index}]`, statement: null, reach, words }
    })
    .reduce(strongest, null)
}
