import type { PolicyLayer } from './types.ts'

/** Whether a policy must, may or must not have an element. */
export type Presence = 'required' | 'optional' | 'forbidden'

/** What a kind of policy document may hold. */
export type Grammar = {
  readonly principal: Presence
  readonly notPrincipal: boolean
  readonly resource: Presence
  readonly notAction: boolean
  /** IAM's own documents have no Id, and Sids that are alphanumeric and unique. */
  readonly ownedByIam: boolean
  readonly name: string
}

const ofIdentity = (name: string): Grammar => ({
  principal: 'forbidden',
  notPrincipal: false,
  resource: 'required',
  notAction: true,
  ownedByIam: true,
  name,
})

const ofResource = (name: string): Grammar => ({
  principal: 'required',
  notPrincipal: true,
  resource: 'optional',
  notAction: true,
  ownedByIam: false,
  name,
})

const grammars: Readonly<Record<PolicyLayer, Grammar>> = {
  identity: ofIdentity('an identity-based policy'),
  boundary: ofIdentity('a permissions boundary'),
  session: ofIdentity('a session policy'),
  scp: { ...ofIdentity('a service control policy'), ownedByIam: false },
  rcp: {
    ...ofResource('a resource control policy'),
    notPrincipal: false,
    resource: 'required',
    notAction: false,
  },
  endpoint: ofResource('a VPC endpoint policy'),
  resource: ofResource('a resource-based policy'),
}

const trustPolicy: Grammar = {
  ...ofResource('a role trust policy'),
  notPrincipal: false,
  resource: 'forbidden',
}

/** A raw statement or policy document. */
export type RawObject = Readonly<Record<string, unknown>>

/** A text or a list of texts as a list, or null. @example textsOf('a') // ['a'] */
export function textsOf(value: unknown): string[] | null {
  const list = Array.isArray(value) ? value : [value]
  return list.length > 0 && list.every((each) => typeof each === 'string') ? list : null
}

const isTrustStatement = (statement: RawObject): boolean =>
  textsOf(statement.Action)?.every((action) => action.toLowerCase().startsWith('sts:')) ?? false

/**
 * The grammar of a document: a resource-based policy that speaks of `sts:` actions alone is a role trust policy.
 *
 * @see IAM user guide, Grammar of the IAM JSON policy language; AWS JSON policy elements: Principal, and NotPrincipal;
 * AWS Organizations user guide, SCP syntax, and RCP syntax
 * @example grammarOf('identity', []).principal // 'forbidden'
 */
export const grammarOf = (layer: PolicyLayer, statements: readonly RawObject[]): Grammar =>
  layer === 'resource' && statements.length > 0 && statements.every(isTrustStatement)
    ? trustPolicy
    : grammars[layer]
