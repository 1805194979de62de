import type { IamCase, IamDecision } from '../../cloud/iam/types.ts'
import { decideAccess, isAllowed } from '../iam/ask.ts'
import { type Document, fullAccess, oneOrMany, policyOf, type Statement } from '../iam/policies.ts'
import type { Answers, Misconception } from '../types.ts'
import { type Edit, edits, type RequestScenario } from './scenario.ts'

const allow = (actions: readonly string[], resources: readonly string[] = ['*']): Statement => ({
  Effect: 'Allow',
  Action: oneOrMany(actions),
  Resource: oneOrMany(resources),
})

/** The service control policy that keeps roles without an exemption from the service. */
const barrier = ({ resource }: RequestScenario, exempted: readonly string[]): Document =>
  policyOf([
    {
      Effect: 'Deny',
      Action: `${resource.service}:*`,
      Resource: '*',
      Condition: { ArnNotLike: { 'aws:PrincipalArn': exempted } },
    },
  ])

/** The call after some edits, with every policy that bears on it. */
export function caseAfter(scenario: RequestScenario, done: ReadonlySet<Edit>): IamCase {
  const { account, ownerAccount, role, resource, deed, state, otherService } = scenario
  const holds = (edit: 'identity' | 'boundary' | 'exempt' | 'resource'): boolean =>
    state[edit] === true || done.has(edit)
  const arn = `arn:aws:iam::${account}:role/${role}`
  const exempted = ['arn:aws:iam::*:role/OrgAdmin', ...(holds('exempt') ? [arn] : [])]
  const named = holds('resource') ? role : 'Reporting'
  return {
    principal: `arn:aws:sts::${account}:assumed-role/${role}/run`,
    action: deed.action,
    resource: deed.target,
    owner: ownerAccount,
    identity: policyOf([
      allow([`${otherService}:*`]),
      ...(holds('identity') ? [allow([deed.action], resource.arns)] : []),
    ]),
    ...(state.boundary === null
      ? {}
      : {
          boundary: policyOf([
            allow([`${otherService}:*`, 'logs:*', ...(holds('boundary') ? [deed.action] : [])]),
          ]),
        }),
    ...(done.has('session') ? { session: policyOf([allow([deed.action], resource.arns)]) } : {}),
    scp: [
      {
        id: 'OU',
        policies: [
          fullAccess,
          ...(state.exempt === null ? [] : [barrier(scenario, exempted)]),
          ...(done.has('scpAllow') ? [policyOf([allow([deed.action])])] : []),
        ],
      },
    ],
    resourcePolicy: policyOf([
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${named === role ? account : ownerAccount}:role/${named}` },
        Action: deed.action,
        Resource: oneOrMany(resource.arns),
      },
    ]),
  }
}

type Ablation = (asked: IamCase, scenario: RequestScenario) => IamCase

/** Edits that have a place in the scenario: what is not there cannot be edited, and what nobody proposes is not. */
const open = ({ state, proposed }: RequestScenario, edit: Edit): boolean =>
  edit === 'session' || edit === 'scpAllow' ? proposed.includes(edit) : state[edit] !== null

/**
 * The fewest edits after which the call is allowed, seen through a belief: from every edit, each is given up in turn
 * where the call is still allowed without it.
 */
const fewest =
  (see: Ablation, givenUpFirst: readonly Edit[] = ['session', 'scpAllow']) =>
  (scenario: RequestScenario): Answers => {
    const left = new Set(edits.filter((edit) => open(scenario, edit)))
    const works = (): boolean => isAllowed(see(caseAfter(scenario, left), scenario))
    if (!works()) return []
    for (const edit of new Set([...givenUpFirst, ...edits])) {
      if (!left.delete(edit)) continue
      if (!works()) left.add(edit)
    }
    return left.size === 0 ? [] : [[...left].join('+')]
  }

/** The plan that allows the call and edits nothing in vain. */
export const solveRequests = fewest((asked) => asked)

/** The decision on the call once a plan is carried out. */
export const decisionAfter = (scenario: RequestScenario, plan: string): IamDecision =>
  decideAccess(caseAfter(scenario, new Set(editsOf(plan))))

/** The edits of a plan. @example editsOf('identity+resource') // ['identity', 'resource'] */
export const editsOf = (plan: string): readonly Edit[] =>
  edits.filter((edit) => plan.split('+').includes(edit))

const without = (asked: IamCase, layer: 'boundary' | 'scp'): IamCase => {
  const { [layer]: _, ...rest } = asked
  return rest
}

const granting =
  (layer: 'boundary' | 'session'): Ablation =>
  ({ session, ...asked }) => {
    const grant = layer === 'session' ? session : asked.boundary
    return { ...asked, identity: [asked.identity, ...(grant === undefined ? [] : [grant])] }
  }

/** Beliefs about how policies of several kinds and of two accounts work together. */
export const requestMisconceptions: readonly Misconception<RequestScenario>[] = [
  {
    id: 'one-side-enough',
    statement: "Across accounts, a grant in the resource's policy is enough without an identity-based allow.",
    solve: fewest((asked, { account }) => ({ ...asked, owner: account })),
  },
  {
    id: 'caller-side-enough',
    statement: 'An allow in the account of the caller reaches resources of other accounts.',
    solve: fewest((asked) => ({
      ...asked,
      resourcePolicy: policyOf([
        { Effect: 'Allow', Principal: { AWS: '*' }, Action: asked.action, Resource: asked.resource },
      ]),
    })),
  },
  {
    id: 'boundary-ignored',
    statement: "A permissions boundary does not limit what the role's own policy grants by name.",
    solve: fewest((asked) => without(asked, 'boundary')),
  },
  {
    id: 'boundary-grants',
    statement: 'A permissions boundary grants the actions that it lists.',
    solve: fewest(granting('boundary'), ['session', 'scpAllow', 'identity']),
  },
  {
    id: 'scp-ignored',
    statement: 'A service control policy does not bind a role whose own account grants the action.',
    solve: fewest((asked) => without(asked, 'scp')),
  },
  {
    id: 'scp-must-name-action',
    statement: 'A service control policy has to allow an action by name before a role can use it elsewhere.',
    solve: fewest((asked) => ({
      ...asked,
      scp: (asked.scp ?? []).map((level) => ({
        ...level,
        policies: level.policies.filter((policy) => policy !== fullAccess),
      })),
    })),
  },
  {
    id: 'session-policy-grants',
    statement: 'A session policy grants the actions that it lists.',
    solve: fewest(granting('session'), ['scpAllow', 'identity', 'boundary', 'exempt', 'resource']),
  },
]
