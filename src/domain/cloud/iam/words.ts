import type { Asking } from './asking.ts'
import type { Condition } from './condition.ts'
import { isKeyRequest } from './kms.ts'
import type { Policy } from './policy.ts'
import { nameOf } from './principal.ts'
import { reachOf } from './principal-element.ts'
import type { Statement } from './statement.ts'
import { isRoleTrust } from './trust.ts'
import type { PolicyLayer } from './types.ts'
import type { Match } from './verdict.ts'

const plainNames: Readonly<Record<Exclude<PolicyLayer, 'resource'>, string>> = {
  identity: 'identity policy',
  boundary: 'permissions boundary',
  session: 'session policy',
  endpoint: 'VPC endpoint policy',
  scp: 'SCP',
  rcp: 'RCP',
}

/** What the resource-based policy is called where it hangs. */
export function resourcePolicyName(asking: Asking): string {
  if (isRoleTrust(asking)) return 'role trust policy'
  if (isKeyRequest(asking)) return 'key policy'
  return asking.view.service === 's3' ? 'bucket policy' : 'resource policy'
}

/** The number that tells documents of a layer apart, from the last index of the path. */
const numberOf = ({ path }: Policy): string => {
  const [, index] = /\[(\d+)\]$/.exec(path) ?? []
  return index === undefined ? '' : ` ${Number(index) + 1}`
}

function levelOf({ layer, path }: Policy, { situation }: Asking): string {
  const [, index] = /^(?:scp|rcp)\[(\d+)\]/.exec(path) ?? []
  if (index === undefined || (layer !== 'scp' && layer !== 'rcp')) return ''
  return ` at level "${situation[layer][Number(index)]?.id ?? index}"`
}

/** A policy in words. */
export function namePolicy(policy: Policy, asking: Asking): string {
  const name = policy.layer === 'resource' ? resourcePolicyName(asking) : plainNames[policy.layer]
  const number = numberOf(policy)
  return `${number === '' ? 'the ' : ''}${name}${number}${levelOf(policy, asking)}`
}

const nameStatement = ({ sid, index }: Statement): string =>
  sid === null ? `statement ${index + 1}` : `statement ${index + 1} ("${sid}")`

/** A statement and its policy in words. */
export const nameMatch = (
  { policy, statement }: Pick<Match, 'policy' | 'statement'>,
  asking: Asking,
): string => `${nameStatement(statement)} of ${namePolicy(policy, asking)}`

/** What is asked, in words. */
export const nameRequest = ({ view }: Asking): string => `${view.action} on ${view.resource}`

/** The caller in words. */
export const nameCaller = ({ principal }: Asking): string => nameOf(principal)

function whyUnmet({ operator, key }: Condition, { view }: Asking): string {
  const values = view.context.values(key)
  const held = values?.map((value) => `"${value}"`).join(', ')
  const because = held === undefined ? 'the request does not hold that key' : `the request holds ${held}`
  return `its condition ${operator} on ${key} is not met (${because})`
}

function whyIdle(statement: Statement, asking: Asking): string | null {
  const { view, caller } = asking
  if (statement.effect !== 'Allow' || !statement.coversAction(view)) return null
  if (!statement.coversResource(view)) return 'its resources do not cover the one asked for'
  if (statement.principal !== null && reachOf(statement.principal, caller) === null)
    return `its principals do not include ${nameCaller(asking)}`
  const unmet = statement.conditions.find((condition) => !condition.holds(view.context))
  return unmet === undefined ? null : whyUnmet(unmet, asking)
}

/** A sentence on the Allow statement that covers the action and comes closest, or nothing. */
export function nearMiss(policies: readonly Policy[], asking: Asking): string {
  let sentence = ''
  for (const policy of policies) {
    for (const statement of policy.statements) {
      const why = whyIdle(statement, asking)
      if (why === null) continue
      sentence = ` ${capitalise(nameMatch({ policy, statement }, asking))} covers the action, but ${why}.`
      if (!why.startsWith('its resources')) return sentence
    }
  }
  return sentence
}

/** The text with its first letter large. @example capitalise('a b') // 'A b' */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
