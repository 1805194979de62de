import { isAllowed } from '../iam/ask.ts'
import { policyOf, type Statement } from '../iam/policies.ts'
import type { Deed, Resource } from '../iam/resources.ts'
import type { Setting } from '../parts/setting.ts'

/** Who asks, by what the request says of MFA: it was used, it was not, or nothing (a long-term access key). */
export const callers = ['with-mfa', 'without-mfa', 'access-key'] as const
/** One of the callers. */
export type Caller = (typeof callers)[number]

/** A condition on `aws:MultiFactorAuthPresent`. */
export type MfaCondition = {
  readonly operator: 'Bool' | 'BoolIfExists' | 'Null'
  readonly value: 'true' | 'false'
}

/** What must hold, and the effect of the statement that the condition goes into. */
export type Requirement = {
  readonly id: 'everything' | 'sessions-alone' | 'grant-with-mfa'
  readonly effect: 'Allow' | 'Deny'
  readonly wanted: Readonly<Record<Caller, boolean>>
}

/** Requirements that one condition alone meets. */
export const requirements: readonly Requirement[] = [
  {
    id: 'everything',
    effect: 'Deny',
    wanted: { 'with-mfa': true, 'without-mfa': false, 'access-key': false },
  },
  {
    id: 'sessions-alone',
    effect: 'Deny',
    wanted: { 'with-mfa': true, 'without-mfa': false, 'access-key': true },
  },
  {
    id: 'grant-with-mfa',
    effect: 'Allow',
    wanted: { 'with-mfa': true, 'without-mfa': false, 'access-key': false },
  },
]

/** A statement that lacks its condition, and what the condition must do. */
export type MfaScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly account: string
  readonly user: string
  readonly resource: Resource
  readonly deed: Deed
  readonly requirement: Requirement
}

/** Every condition that the operators and values make. */
export const conditions: readonly MfaCondition[] = (['Bool', 'BoolIfExists', 'Null'] as const).flatMap(
  (operator) => (['true', 'false'] as const).map((value) => ({ operator, value })),
)

/** The answer that names a condition. */
export const nameOfCondition = ({ operator, value }: MfaCondition): string => `${operator} ${value}`

/** The condition that an answer names. */
export const conditionNamed = (name: string): MfaCondition =>
  conditions.find((condition) => nameOfCondition(condition) === name) ?? { operator: 'Bool', value: 'true' }

type Context = Readonly<Record<string, boolean>>

const contextOf: Readonly<Record<Caller, Context>> = {
  'with-mfa': { 'aws:MultiFactorAuthPresent': true },
  'without-mfa': { 'aws:MultiFactorAuthPresent': false },
  'access-key': {},
}

/** A belief rewrites what a condition says, or what a request carries. */
export type Belief = {
  readonly read?: (condition: MfaCondition, effect: Requirement['effect']) => MfaCondition
  readonly carry?: (context: Context) => Context
}

/** Whether a caller's request passes when the statement has a condition, seen through a belief. */
export function passes(
  scenario: MfaScenario,
  condition: MfaCondition,
  caller: Caller,
  belief: Belief = {},
): boolean {
  const { account, user, resource, deed, requirement } = scenario
  const { operator, value } = belief.read?.(condition, requirement.effect) ?? condition
  const grant = { Effect: 'Allow', Action: deed.action, Resource: resource.arns } as const
  const conditional: Statement = {
    ...grant,
    Effect: requirement.effect,
    Condition: { [operator]: { 'aws:MultiFactorAuthPresent': value } },
  }
  return isAllowed({
    principal: `arn:aws:iam::${account}:user/${user}`,
    action: deed.action,
    resource: deed.target,
    owner: account,
    ctx: (belief.carry ?? ((context) => context))(contextOf[caller]),
    identity: policyOf(requirement.effect === 'Deny' ? [grant, conditional] : [conditional]),
  })
}
