import { readPolicyDate } from './policy-date.ts'
import type { Principal } from './principal.ts'
import type { ActionCatalogue, ContextValue } from './types.ts'

/** The request context: values by key name, in any letter case. */
export type RequestContext = {
  /** Every value of a key as text, or undefined when the request does not hold it. */
  readonly values: (lowerKey: string) => readonly string[] | undefined
  /** The value of a single-valued key, as a policy variable uses it. */
  readonly single: (lowerKey: string) => string | undefined
}

/** What a context is made from; `owner` is the account that owns the resource, `action` is in lower case. */
export type ContextFacts = {
  readonly ctx: Readonly<Record<string, ContextValue>>
  readonly principal: Principal
  readonly action: string
  readonly owner: string | null
  readonly catalogue?: ActionCatalogue | undefined
}

type Held = { readonly values: readonly string[]; readonly many: boolean }
type Derive = (facts: ContextFacts, given: ReadonlyMap<string, Held>) => string | undefined

const principalTypes = {
  user: 'User',
  root: 'Account',
  role: 'AssumedRole',
  'federated-user': 'FederatedUser',
  anonymous: 'Anonymous',
} as const

const callerAccount: Derive = ({ principal }) => {
  if (principal.kind === 'anonymous') return 'anonymous'
  return 'account' in principal ? principal.account : undefined
}

const isSigned = ({ principal }: ContextFacts): boolean => !['anonymous', 'provider'].includes(principal.kind)

/** Keys that follow from who asks and what is asked for. Source: IAM user guide, AWS global condition context keys. */
const derived: ReadonlyMap<string, Derive> = new Map(
  Object.entries<Derive>({
    'aws:principalaccount': callerAccount,
    'aws:principalarn': ({ principal }) => ('arn' in principal ? principal.arn : undefined),
    'aws:principaltype': ({ principal: { kind } }) =>
      kind in principalTypes ? principalTypes[kind as keyof typeof principalTypes] : undefined,
    'aws:username': ({ principal }) => (principal.kind === 'user' ? principal.name : undefined),
    'aws:userid': ({ principal }) => {
      if (principal.kind === 'root') return principal.account
      if (principal.kind === 'anonymous') return 'anonymous'
      return principal.kind === 'federated-user' ? `${principal.account}:${principal.name}` : undefined
    },
    'aws:principalisawsservice': (facts) =>
      isSigned(facts) ? String(facts.principal.kind === 'service') : undefined,
    'aws:principalservicename': ({ principal }) =>
      principal.kind === 'service' ? principal.name : undefined,
    'aws:principalservicenameslist': ({ principal }) =>
      principal.kind === 'service' ? principal.name : undefined,
    'aws:resourceaccount': ({ owner }) => owner ?? undefined,
    's3:resourceaccount': ({ owner }) => owner ?? undefined,
    'kms:calleraccount': callerAccount,
    'aws:viaawsservice': (_, given) => String(given.has('aws:calledvia')),
    'aws:calledviafirst': (_, given) => given.get('aws:calledvia')?.values[0],
    'aws:calledvialast': (_, given) => given.get('aws:calledvia')?.values.at(-1),
    'aws:currenttime': (_, given) => given.get('aws:epochtime')?.values[0],
    'aws:epochtime': (_, given) => {
      const time = readPolicyDate(given.get('aws:currenttime')?.values[0] ?? '')
      return time === null ? undefined : String(time / 1000)
    },
  }),
)

/** Properties of a role session that every service sees. Source: IAM user guide, AWS global condition context keys. */
const sessionKeys = new Set([
  'ec2:roledelivery',
  'ec2:sourceinstancearn',
  'glue:credentialissuingservice',
  'glue:roleassumedby',
  'identitystore:userid',
  'lambda:sourcefunctionarn',
  'ssm:sourceinstancearn',
])

/** Services that also know another's keys. Source: Service authorization reference, condition keys of these services. */
const neighbours: ReadonlyMap<string, string> = new Map([
  ['dax', 'dynamodb'],
  ['ec2-instance-connect', 'ec2'],
  ['sts', 'iam'],
])

/** Keys of identity providers are named by host (`accounts.google.com:aud`) or `saml`. */
const isIdentityKey = (prefix: string): boolean => prefix === 'saml' || prefix.includes('.')

function listsKey(conditionKeys: readonly string[], key: string): boolean {
  return conditionKeys.some((known) => {
    const placeholder = known.indexOf('${')
    return placeholder < 0 ? known === key : key.startsWith(known.slice(0, placeholder))
  })
}

/**
 * A service's own keys are in the context of that service's requests only; a catalogue narrows this to the action.
 * Source: IAM user guide, Variables and tags (policy variables with no value).
 */
function isAvailable(key: string, { action, catalogue }: ContextFacts): boolean {
  const prefix = key.slice(0, key.indexOf(':'))
  if (prefix === 'aws' || isIdentityKey(prefix) || sessionKeys.has(key)) return true
  const known = catalogue?.get(action)
  if (known !== undefined) return listsKey(known.conditionKeys, key)
  const service = action.slice(0, action.indexOf(':'))
  return prefix === service || prefix === neighbours.get(service)
}

const hold = (value: ContextValue): Held =>
  Array.isArray(value) ? { values: value.map(String), many: true } : { values: [String(value)], many: false }

/**
 * Makes the context of a request. What the request gives wins over what is derived; an empty list counts as absent.
 *
 * @see IAM user guide, AWS global condition context keys; IAM JSON policy elements: Condition (the request context)
 * @example makeContext({ ctx: { 'aws:SourceIp': '192.0.2.7' }, principal: { kind: 'anonymous' }, action: 's3:getobject', owner: null }).single('aws:sourceip') // '192.0.2.7'
 */
export function makeContext(facts: ContextFacts): RequestContext {
  const given = new Map<string, Held>()
  for (const [key, value] of Object.entries(facts.ctx)) {
    const held = hold(value)
    if (held.values.length > 0) given.set(key.toLowerCase(), held)
  }
  const find = (key: string): Held | undefined => {
    if (!isAvailable(key, facts)) return undefined
    const held = given.get(key)
    if (held !== undefined) return held
    const value = derived.get(key)?.(facts, given)
    return value === undefined ? undefined : { values: [value], many: key.endsWith('list') }
  }
  return {
    values: (key) => find(key)?.values,
    single: (key) => {
      const held = find(key)
      return held === undefined || held.many ? undefined : held.values[0]
    },
  }
}
