import { isJsonList, isJsonObject, type Json, type JsonObject } from '../../cloud/json.ts'
import { invalid, type Probe } from '../grade.ts'
import type { ProbeAnswer } from '../types.ts'
import { iamProbe } from './iam.ts'

/** Somebody in an account: a user or role with its policies; a role also has a trust policy. */
type Principal = {
  readonly name: string
  readonly arn: string
  readonly identity: Json
  readonly boundary?: Json
  readonly trust?: Json
}

/** A step by which one principal gains the rights of another. */
type Step = { readonly to: string; readonly how: string }

const may = iamProbe()

async function allowed(
  who: Principal,
  action: string,
  resource: string,
  more: JsonObject = {},
): Promise<boolean> {
  const { arn, identity, boundary } = who
  const limits = boundary === undefined ? {} : { boundary }
  const asked = await may({ principal: arn, action, resource, identity, ...limits, ...more } as never)
  return asked.answer === 'allow'
}

const service = { lambda: 'lambda.amazonaws.com', ec2: 'ec2.amazonaws.com' } as const

const trusts = async (role: Principal, who: string, action = 'sts:AssumeRole'): Promise<boolean> =>
  (await may({ principal: who, action, resource: role.arn, resourcePolicy: role.trust ?? null } as never))
    .answer === 'allow'

const accountOf = (arn: string): string => arn.split(':')[4] ?? ''

async function startsFunction(who: Principal, functions: readonly string[]): Promise<boolean> {
  for (const each of functions)
    if (
      (await allowed(who, 'lambda:CreateFunction', each)) &&
      (await allowed(who, 'lambda:InvokeFunction', each))
    )
      return true
  return false
}

/** The services that may use a role and that the principal may start. */
async function startable(who: Principal, functions: readonly string[]): Promise<readonly string[]> {
  const instance = `arn:aws:ec2:eu-west-1:${accountOf(who.arn)}:instance/*`
  return [
    ...((await startsFunction(who, functions)) ? [service.lambda] : []),
    ...((await allowed(who, 'ec2:RunInstances', instance)) ? [service.ec2] : []),
  ]
}

/** How one principal takes a role: by assuming it, by passing it to a service it may start, or by rewriting its trust. */
async function takeRole(
  who: Principal,
  role: Principal,
  functions: readonly string[],
): Promise<string | null> {
  if (await allowed(who, 'sts:AssumeRole', role.arn, { resourcePolicy: role.trust ?? null }))
    return 'sts:AssumeRole'
  if (await allowed(who, 'iam:UpdateAssumeRolePolicy', role.arn)) return 'iam:UpdateAssumeRolePolicy'
  for (const name of await startable(who, functions)) {
    const ctx = { 'iam:PassedToService': name }
    if ((await trusts(role, name)) && (await allowed(who, 'iam:PassRole', role.arn, { ctx })))
      return `iam:PassRole to ${name}`
  }
  return null
}

const writes = ['iam:PutUserPolicy', 'iam:AttachUserPolicy', 'iam:CreateAccessKey', 'iam:CreateLoginProfile']
const roleWrites = ['iam:PutRolePolicy', 'iam:AttachRolePolicy']

/** How one principal takes another, or widens its own rights until it is as strong as the target. */
async function stepTo(who: Principal, other: Principal, world: World): Promise<string | null> {
  const isRole = other.arn.includes(':role/')
  for (const action of isRole ? [] : writes.slice(2)) if (await allowed(who, action, other.arn)) return action
  return isRole ? takeRole(who, other, world.functions) : null
}

/** Rights over its own policies make a principal anything. */
async function selfMade(who: Principal, policies: readonly string[]): Promise<string | null> {
  for (const action of who.arn.includes(':role/') ? roleWrites : writes.slice(0, 2))
    if (await allowed(who, action, who.arn)) return `${action} on itself`
  for (const policy of policies)
    if (await allowed(who, 'iam:CreatePolicyVersion', policy)) return `iam:CreatePolicyVersion on ${policy}`
  return null
}

async function stepsFrom(who: Principal, world: World): Promise<readonly Step[]> {
  const own = await selfMade(who, world.policies)
  if (own !== null) return [{ to: world.target, how: own }]
  const steps: Step[] = []
  for (const other of world.principals) {
    const how = other.name === who.name ? null : await stepTo(who, other, world)
    if (how !== null) steps.push({ to: other.name, how })
  }
  return steps
}

type World = {
  readonly principals: readonly Principal[]
  readonly policies: readonly string[]
  readonly functions: readonly string[]
  readonly target: string
}

/** The shortest way from one principal to the target, as steps in words; null where there is none. */
async function findPath(from: string, world: World): Promise<readonly string[] | null> {
  const reached = new Map<string, readonly string[]>([[from, []]])
  for (const [name, path] of reached) {
    if (name === world.target) return path
    const who = world.principals.find((each) => each.name === name)
    for (const { to, how } of who === undefined ? [] : await stepsFrom(who, world))
      if (!reached.has(to)) reached.set(to, [...path, `${name} becomes ${to} by ${how}`])
  }
  return null
}

async function checkClaim(claim: readonly string[], world: World): Promise<ProbeAnswer> {
  for (const [index, name] of claim.slice(0, -1).entries()) {
    const who = world.principals.find((each) => each.name === name)
    if (who === undefined) return invalid(`There is nobody named "${name}".`)
    const next = claim[index + 1]
    const steps = await stepsFrom(who, world)
    if (!steps.some(({ to }) => to === next))
      return { answer: 'no path', because: `${name} cannot become ${next}.` }
  }
  const ends = claim.at(-1) === world.target
  return {
    answer: ends ? 'path' : 'no path',
    because: ends ? 'Every step can be taken.' : `The way does not end at ${world.target}.`,
  }
}

/**
 * Searches for a way by which one principal gains the rights of another: role assumption, passing a role to a function or
 * an instance, keys and passwords of users, and rights over policies. The answer is `path` or `no path`, with the steps;
 * with `claim`, a list of names from `from` to `target`, whether that way can be gone.
 */
export const escalationProbe: Probe = async ({ principals, policies, functions, from, target, claim }) => {
  if (!isJsonList(principals)) return invalid('There are no principals.')
  const world: World = {
    principals: principals.filter(isJsonObject) as unknown as readonly Principal[],
    policies: isJsonList(policies) ? policies.map(String) : [],
    functions: isJsonList(functions) ? functions.map(String) : [],
    target: String(target),
  }
  if (claim !== undefined) {
    if (!isJsonList(claim) || claim[0] !== from)
      return invalid(`The way is a list of names that begins with "${String(from)}".`)
    return checkClaim(claim.map(String), world)
  }
  const path = await findPath(String(from), world)
  return path === null
    ? { answer: 'no path', because: `Nothing leads from ${String(from)} to ${String(target)}.` }
    : { answer: 'path', because: path.join(', then ') }
}
