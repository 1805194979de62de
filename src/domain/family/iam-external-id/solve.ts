import type { IamCase } from '../../cloud/iam/types.ts'
import { isAllowed } from '../iam/ask.ts'
import { policyOf, type Statement } from '../iam/policies.ts'
import type { Answers, Misconception } from '../types.ts'
import type { Edit, ExternalIdScenario, Fault } from './scenario.ts'

/** Who wants the role: the vendor for this customer, the vendor for another one, an account without a part in it. */
export type Caller = 'ours' | 'theirs' | 'stranger'
/** Name that the vendor gives its sessions. */
export const sessionName = 'collector'

const callers: readonly Caller[] = ['ours', 'theirs', 'stranger']

/** Changes that somebody proposes for each fault. */
export const proposed: Readonly<Record<Fault, readonly Edit[]>> = {
  open: [
    'require-id',
    'require-org',
    'require-account',
    'id-in-role-policy',
    'trust-role',
    'require-session-name',
  ],
  unsent: ['send-id', 'rename-session', 'drop-condition', 'trust-role', 'grant-role'],
  'other-role': ['grant-role', 'trust-role', 'trust-everyone', 'drop-condition', 'rename-session'],
}

type Condition = NonNullable<Statement['Condition']>

/** The condition of the trust policy after a change; undefined where there is none. */
function conditionAfter(scenario: ExternalIdScenario, edit: Edit | null): Condition | undefined {
  const { fault, externalId, account, organization } = scenario
  const id: Condition = { StringEquals: { 'sts:ExternalId': externalId } }
  const after: Readonly<Partial<Record<Edit, Condition | undefined>>> = {
    'require-id': id,
    'require-org': { StringEquals: { 'aws:PrincipalOrgID': organization } },
    'require-account': { StringEquals: { 'aws:SourceAccount': account } },
    'require-session-name': { StringEquals: { 'sts:RoleSessionName': externalId } },
    'drop-condition': undefined,
  }
  if (edit !== null && edit in after) return after[edit]
  return fault === 'open' ? undefined : id
}

/** The trust policy of the customer's role after a change. */
export function trustAfter(scenario: ExternalIdScenario, edit: Edit | null): Statement {
  const { vendorAccount, worker } = scenario
  const condition = conditionAfter(scenario, edit)
  const trusted: Readonly<Partial<Record<Edit, string>>> = {
    'trust-everyone': '*',
    'trust-role': `arn:aws:iam::${vendorAccount}:role/${worker}`,
  }
  return {
    Effect: 'Allow',
    Principal: { AWS: (edit === null ? undefined : trusted[edit]) ?? `arn:aws:iam::${vendorAccount}:root` },
    Action: 'sts:AssumeRole',
    ...(condition === undefined ? {} : { Condition: condition }),
  }
}

/** The call of AssumeRole of a caller after a change. */
export function caseAfter(scenario: ExternalIdScenario, edit: Edit | null, caller: Caller): IamCase {
  const { fault, account, vendorAccount, role, worker, externalId, otherId } = scenario
  const target = `arn:aws:iam::${account}:role/${role}`
  const id = caller === 'theirs' ? otherId : externalId
  const sends = fault !== 'unsent' || edit === 'send-id' || caller !== 'ours'
  const mayAssume = fault !== 'other-role' || edit === 'grant-role' || caller !== 'ours'
  return {
    principal: `arn:aws:iam::${caller === 'stranger' ? '999900001111' : vendorAccount}:role/${worker}`,
    action: 'sts:AssumeRole',
    resource: target,
    owner: account,
    ctx: {
      ...(sends ? { 'sts:ExternalId': id } : {}),
      'sts:RoleSessionName': edit === 'rename-session' ? id : sessionName,
    },
    resourcePolicy: policyOf([trustAfter(scenario, edit)]),
    identity: policyOf([
      mayAssume
        ? { Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }
        : { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' },
    ]),
  }
}

type Belief = {
  readonly see?: (asked: IamCase, scenario: ExternalIdScenario, edit: Edit, caller: Caller) => IamCase
  readonly minds?: readonly Caller[]
}

/** Changes after which the vendor reaches the role for this customer and for nobody else, seen through a belief. */
const meeting =
  ({ see = (asked) => asked, minds = callers }: Belief) =>
  (scenario: ExternalIdScenario): Answers =>
    proposed[scenario.fault].filter((edit) =>
      minds.every(
        (caller) =>
          isAllowed(see(caseAfter(scenario, edit, caller), scenario, edit, caller)) === (caller === 'ours'),
      ),
    )

/** The change that lets the vendor in for this customer alone. */
export const solveExternalId = meeting({})

/** The first caller that would fare otherwise than it should; undefined for the key. */
export const brokenFor = (scenario: ExternalIdScenario, edit: Edit): Caller | undefined =>
  callers.find((caller) => isAllowed(caseAfter(scenario, edit, caller)) !== (caller === 'ours'))

const carrying =
  (key: string, value: (scenario: ExternalIdScenario) => string): Belief['see'] =>
  (asked, scenario, _, caller) =>
    caller === 'ours' ? { ...asked, ctx: { ...asked.ctx, [key]: value(scenario) } } : asked

const withGrant: Belief['see'] = (asked) => ({
  ...asked,
  identity: policyOf([{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: '*' }]),
})

/** The external ID is also the session name, and a session renamed to it carries it. */
const nameIsId: Belief['see'] = (asked, { externalId, otherId }, edit, caller) => {
  const id = caller === 'theirs' ? otherId : externalId
  const isCarried = edit === 'rename-session' || asked.ctx?.['sts:ExternalId'] !== undefined
  return isCarried ? { ...asked, ctx: { 'sts:ExternalId': id, 'sts:RoleSessionName': id } } : asked
}

/** Beliefs about what a trust policy tests, and what else AssumeRole needs. */
export const externalIdMisconceptions: readonly Misconception<ExternalIdScenario>[] = [
  {
    id: 'org-of-the-customer',
    statement: 'aws:PrincipalOrgID names the organization of the account for which the caller works.',
    solve: meeting({ see: carrying('aws:PrincipalOrgID', ({ organization }) => organization) }),
  },
  {
    id: 'source-account-is-customer',
    statement: 'aws:SourceAccount names the customer for whom another account makes a call.',
    solve: meeting({ see: carrying('aws:SourceAccount', ({ account }) => account) }),
  },
  {
    id: 'session-name-is-id',
    statement: 'The role session name and the external ID are one parameter of AssumeRole.',
    solve: meeting({ see: nameIsId }),
  },
  {
    id: 'role-policy-guards-entry',
    statement: 'A condition in the permissions policy of a role decides who may assume it.',
    solve: meeting({
      see: (asked, scenario, edit, caller) =>
        edit === 'id-in-role-policy' ? caseAfter(scenario, 'require-id', caller) : asked,
    }),
  },
  {
    id: 'named-role-needs-no-id',
    statement: "A trust policy that names the vendor's role instead of its account needs no external ID.",
    solve: meeting({
      see: (asked, scenario, edit) =>
        edit === 'trust-role'
          ? { ...asked, resourcePolicy: policyOf([trustWithoutCondition(scenario)]) }
          : asked,
      minds: ['ours', 'stranger'],
    }),
  },
  {
    id: 'trust-is-enough',
    statement: 'A role that another account trusts needs no permission of its own to call AssumeRole.',
    solve: meeting({ see: withGrant }),
  },
  {
    id: 'works-is-enough',
    statement: 'A change that lets the vendor in is right, whoever else gets in.',
    solve: meeting({ see: withGrant, minds: ['ours'] }),
  },
]

function trustWithoutCondition(scenario: ExternalIdScenario): Statement {
  const { Condition: _, ...statement } = trustAfter(scenario, 'trust-role')
  return statement
}
