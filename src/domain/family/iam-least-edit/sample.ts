import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import { roleOf } from '../iam/people.ts'
import { oneOrMany, type Statement } from '../iam/policies.ts'
import { type Deed, drawResources, type Resource, siblingOf } from '../iam/resources.ts'
import { kindOf } from '../iam/verbs.ts'
import { pick } from '../parts/draw.ts'
import { drawAccount, drawSetting, type Setting } from '../parts/setting.ts'

/** The policies that an edit can change. */
export type Documents = {
  readonly identity: readonly Statement[]
  readonly boundary: readonly Statement[] | null
}

/** One edit: words that stand as an option, what it makes of the policies, and why it is right or wrong. */
export type Edit = {
  readonly id: string
  readonly text: string
  readonly why: string
  readonly makes: Documents
}

/** A request by its deed. */
export type Row = { readonly deed: Deed; readonly resource: Resource }

/** A role that lacks one permission; `must` have to succeed after the edit, `mustNot` have to stay denied. */
export type EditScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly account: string
  readonly role: string
  readonly fault: Fault
  readonly before: Documents
  readonly must: readonly Row[]
  readonly mustNot: readonly Row[]
  readonly edits: readonly Edit[]
}

/** Why the request fails: nothing allows it, a deny is too wide, or the boundary leaves it out. */
export type Fault = 'missing' | 'denied' | 'bounded'

type Parts = {
  readonly task: Deed
  readonly work: Deed
  readonly barred: Deed
  readonly resource: Resource
  readonly other: Resource
}

const on = (
  effect: Statement['Effect'],
  actions: readonly string[],
  resources: readonly string[],
): Statement => ({
  Effect: effect,
  Action: oneOrMany(actions),
  Resource: oneOrMany(resources),
})

const allow = (actions: readonly string[], ...resources: string[]): Statement =>
  on('Allow', actions, resources)
const deny = (actions: readonly string[], ...resources: string[]): Statement => on('Deny', actions, resources)

const opensMore = (what: string): string =>
  `The request would succeed, but ${what}, which has to stay denied.`
const bareNoun = ({ noun }: Resource): string => /`[^`]+`/.exec(noun)?.[0] ?? ''
const does = ({ words }: Deed): string => words.charAt(0).toLowerCase() + words.slice(1)

type Faulty = {
  readonly before: Documents
  readonly edits: readonly Edit[]
  readonly mustNot: readonly Row[]
}

function missing({ task, work, barred, resource, other }: Parts): Faulty {
  const [arn = ''] = resource.arns
  const boundary = [allow([`${resource.service}:*`, 'logs:*'], '*')]
  const identity = [allow([work.action], arn)]
  const plus = (statement: Statement): Documents => ({ boundary, identity: [...identity, statement] })
  return {
    before: { identity, boundary },
    mustNot: [
      { deed: barred, resource },
      { deed: task, resource: other },
    ],
    edits: [
      {
        id: 'grant',
        text: `Allow \`${task.action}\` on this ${kindOf(resource)} in the policy of the role`,
        why: 'No policy grants the action so far, and this grants it on the one resource.',
        makes: plus(allow([task.action], arn)),
      },
      {
        id: 'grant-service',
        text: `Widen the role's statement on this ${kindOf(resource)} to \`${resource.service}:*\``,
        why: opensMore(`the role could also ${does(barred)}`),
        makes: plus(allow([`${resource.service}:*`], arn)),
      },
      {
        id: 'grant-anywhere',
        text: `Add \`${task.action}\` with \`*\` as the resource to the policy of the role`,
        why: opensMore(`the action would reach ${other.noun} too`),
        makes: plus(allow([task.action], '*')),
      },
      {
        id: 'grant-in-boundary',
        text: `Add \`${task.action}\` on this ${kindOf(resource)} to the permissions boundary`,
        why: 'A permissions boundary sets a limit and grants nothing; the limit contains the action already.',
        makes: { identity, boundary: [...boundary, allow([task.action], arn)] },
      },
    ],
  }
}

function denied({ task, barred, resource, other }: Parts): Faulty {
  const [arn = ''] = resource.arns
  const [otherArn = ''] = other.arns
  const grant = allow([`${resource.service}:*`], arn, otherArn)
  const plus = (...statements: Statement[]): Documents => ({
    boundary: null,
    identity: [grant, ...statements],
  })
  const both = deny([task.action, barred.action], '*')
  return {
    before: plus(both),
    mustNot: [
      { deed: barred, resource },
      { deed: task, resource: other },
    ],
    edits: [
      {
        id: 'narrow',
        text: `Deny \`${task.action}\` for ${bareNoun(other)} alone, and \`${barred.action}\` for every ${kindOf(resource)} as now`,
        why: 'The deny no longer reaches the request, and what has to stay denied is still covered.',
        makes: plus(deny([task.action], otherArn), deny([barred.action], '*')),
      },
      {
        id: 'remove',
        text: `Delete the deny statement, and let the allow with \`${resource.service}:*\` speak for itself`,
        why: opensMore(`the role could also ${does(barred)}`),
        makes: plus(),
      },
      {
        id: 'allow-on-top',
        text: `Add an allow for \`${task.action}\` that names this ${kindOf(resource)} and precedes the deny`,
        why: 'An explicit deny outweighs every allow, however exact the allow is.',
        makes: plus(both, allow([task.action], arn)),
      },
      {
        id: 'drop-action',
        text: `Take \`${task.action}\` out of the deny statement, and keep \`${barred.action}\` in it`,
        why: opensMore(`the action would reach ${other.noun} too`),
        makes: plus(deny([barred.action], '*')),
      },
    ],
  }
}

function bounded({ task, work, barred, resource }: Parts): Faulty {
  const [arn = ''] = resource.arns
  const identity = [allow([`${resource.service}:*`], arn)]
  const boundary = [allow([work.action, 'logs:*'], '*')]
  const within = (...actions: string[]): Documents => ({
    identity,
    boundary: [allow([work.action, ...actions, 'logs:*'], '*')],
  })
  return {
    before: { identity, boundary },
    mustNot: [{ deed: barred, resource }],
    edits: [
      {
        id: 'extend',
        text: `Extend the permissions boundary by \`${task.action}\``,
        why: "The role's policy allows the action already; the boundary was what left it out.",
        makes: within(task.action),
      },
      {
        id: 'extend-service',
        text: `Extend the permissions boundary by \`${resource.service}:*\`, as the policy has it`,
        why: opensMore(`the role could also ${does(barred)}`),
        makes: within(`${resource.service}:*`),
      },
      {
        id: 'allow-again',
        text: `Add a statement with \`${task.action}\` by name to the policy of the role`,
        why: "The role's policy allows it already; without an allow in the boundary the request stays denied.",
        makes: { identity: [...identity, allow([task.action], arn)], boundary },
      },
      {
        id: 'remove-boundary',
        text: 'Detach the permissions boundary, and rely on the policy of the role',
        why: opensMore(`the role could also ${does(barred)}`),
        makes: { identity, boundary: null },
      },
    ],
  }
}

const faults: Readonly<Record<Fault, (parts: Parts) => Faulty>> = { missing, denied, bounded }

/** Draws a role whose request fails for one reason, and four edits one of which cures it. */
export function sampleEdit(random: SeededRandom): EditScenario {
  const setting = drawSetting(random)
  const account = drawAccount(random)
  const [resource] = drawResources(random, { setting, account }, 1) as readonly [Resource]
  // The last deed of every kind destroys; that is what a role is kept from.
  const [first, second, barred] = resource.deeds as readonly [Deed, Deed, Deed]
  const [task, work] = shuffle([first, second], random) as [Deed, Deed]
  const other = siblingOf(resource)
  const fault = pick(random, ['missing', 'denied', 'bounded'] as const)
  const { before, edits, mustNot } = faults[fault]({ task, work, barred, resource, other })
  return {
    setting,
    account,
    fault,
    before,
    edits,
    mustNot,
    rendering: random.integer(5),
    role: roleOf(random, setting.systems[0]),
    must: [
      { deed: task, resource },
      { deed: work, resource },
    ],
  }
}
