import { isAllowed } from '../iam/ask.ts'
import { policyOf, type Statement } from '../iam/policies.ts'
import type { Deed, Resource } from '../iam/resources.ts'
import type { Setting } from '../parts/setting.ts'

/** Who asks, by what the request says of MFA: it was used, it was not, or nothing (a long-term access key). */
export const callers = ['with-mfa', 'without-mfa', 'access-key'] as const
/** One of the callers. */
export type Caller = (typeof callers)[number]

/** The effect of the statement in question, and its condition on `aws:MultiFactorAuthPresent`. */
export type MfaRule = {
  readonly effect: 'Allow' | 'Deny'
  readonly operator: 'Bool' | 'BoolIfExists' | 'Null'
  readonly value: 'true' | 'false'
}

/** Who is to pass. */
export type Requirement = {
  readonly id: 'everybody' | 'script-stays'
  readonly wanted: Readonly<Record<Caller, boolean>>
}

/** What a team may demand of MFA. */
export const requirements: readonly Requirement[] = [
  { id: 'everybody', wanted: { 'with-mfa': true, 'without-mfa': false, 'access-key': false } },
  { id: 'script-stays', wanted: { 'with-mfa': true, 'without-mfa': false, 'access-key': true } },
]

/** A statement that lets somebody through, or stops somebody, against what the team demands. */
export type MfaScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly account: string
  readonly user: string
  readonly resource: Resource
  readonly deed: Deed
  readonly requirement: Requirement
  readonly before: MfaRule
}

/** Every rule that effects, operators, and values make. */
export const rules: readonly MfaRule[] = (['Allow', 'Deny'] as const).flatMap((effect) =>
  (['Bool', 'BoolIfExists', 'Null'] as const).flatMap((operator) =>
    (['true', 'false'] as const).map((value) => ({ effect, operator, value })),
  ),
)

/** The answer that names a rule. */
export const nameOfRule = ({ effect, operator, value }: MfaRule): string => `${effect} ${operator} ${value}`

/** The rule that an answer names. @throws RangeError for an answer that names none */
export function ruleNamed(name: string): MfaRule {
  const rule = rules.find((each) => nameOfRule(each) === name)
  if (rule === undefined) throw new RangeError(`There is no rule ${name}.`)
  return rule
}

/** Edits that a colleague proposes: the statement keeps its effect, or turns from a deny into an allow as it stands. */
export const proposals = ({ before }: MfaScenario): readonly MfaRule[] =>
  rules.filter(
    (rule) =>
      nameOfRule(rule) !== nameOfRule(before) &&
      (rule.effect === before.effect || (before.effect === 'Deny' && rule.operator === before.operator)),
  )

type Context = Readonly<Record<string, boolean>>

const contextOf: Readonly<Record<Caller, Context>> = {
  'with-mfa': { 'aws:MultiFactorAuthPresent': true },
  'without-mfa': { 'aws:MultiFactorAuthPresent': false },
  'access-key': {},
}

/** A belief rewrites what a rule says, or what a request carries. */
export type Belief = {
  readonly read?: (rule: MfaRule) => MfaRule
  readonly carry?: (context: Context) => Context
  readonly minds?: readonly Caller[]
  /** Another allow is thought to end where this statement allows. */
  readonly allowIsExclusive?: boolean
}

/** The statement in question. */
export const statementOf = (
  { deed, resource }: MfaScenario,
  { effect, operator, value }: MfaRule,
): Statement => ({
  Effect: effect,
  Action: deed.action,
  Resource: resource.arns[0] ?? '*',
  Condition: { [operator]: { 'aws:MultiFactorAuthPresent': value } },
})

/** Whether a caller's request passes under a rule, seen through a belief. A deny is written because another statement allows. */
export function passes(scenario: MfaScenario, rule: MfaRule, caller: Caller, belief: Belief = {}): boolean {
  const { account, user, resource, deed, before } = scenario
  const read = belief.read?.(rule) ?? rule
  const grant: Statement = { Effect: 'Allow', Action: deed.action, Resource: resource.arns }
  const hasGrant = before.effect === 'Deny' && !(belief.allowIsExclusive && rule.effect === 'Allow')
  return isAllowed({
    principal: `arn:aws:iam::${account}:user/${user}`,
    action: deed.action,
    resource: deed.target,
    owner: account,
    ctx: (belief.carry ?? ((context) => context))(contextOf[caller]),
    identity: policyOf([...(hasGrant ? [grant] : []), statementOf(scenario, read)]),
  })
}
