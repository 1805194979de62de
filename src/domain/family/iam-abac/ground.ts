import type { IamCase } from '../../cloud/iam/types.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Probe } from '../control/proposals.ts'
import { type Document, policyOf, type Statement } from '../iam/policies.ts'
import { pick, pickSome } from '../parts/draw.ts'
import { drawAccount, drawSetting, type Setting } from '../parts/setting.ts'

/** What is done to which resource. */
const doings = [
  {
    action: 'ec2:StopInstances',
    verb: 'stop',
    noun: 'instance',
    plural: 'Amazon EC2 instances',
    arn: 'ec2:region:account:instance/i-0abc1234def567890',
  },
  {
    action: 'ec2:RebootInstances',
    verb: 'reboot',
    noun: 'instance',
    plural: 'Amazon EC2 instances',
    arn: 'ec2:region:account:instance/i-0fed9876cba543210',
  },
  {
    action: 'secretsmanager:GetSecretValue',
    verb: 'read',
    noun: 'secret',
    plural: 'AWS Secrets Manager secrets',
    arn: 'secretsmanager:region:account:secret:login-A1b2C3',
  },
  {
    action: 'rds:StopDBInstance',
    verb: 'stop',
    noun: 'database',
    plural: 'Amazon RDS databases',
    arn: 'rds:region:account:db:main',
  },
  {
    action: 'lambda:InvokeFunction',
    verb: 'invoke',
    noun: 'function',
    plural: 'AWS Lambda functions',
    arn: 'lambda:region:account:function:worker',
  },
] as const

const tagNames = [
  ['team', ['atlas', 'boreal', 'cobalt', 'delta']],
  ['project', ['heron', 'otter', 'lynx', 'falcon']],
  ['cost-center', ['4410', '4720', '5130', '6090']],
  ['product', ['maps', 'ledger', 'search', 'mobile']],
] as const

/** Tags by their key. */
export type Tags = Readonly<Record<string, string>>

export type TagGround = {
  readonly setting: Setting
  readonly account: string
  readonly doing: (typeof doings)[number]
  /** The tag by which access is given, and its values for the team of the story and for another. */
  readonly tag: string
  readonly mine: string
  readonly theirs: string
  readonly stage: string
  readonly groups: number
}

/** Value of the tag on what several teams use. */
export const shared = 'shared'

/** Draws an action, a tag, and the teams that the tag tells apart. */
export function drawTagGround(random: SeededRandom): TagGround {
  const [tag, values] = pick(random, tagNames)
  const [mine = '', theirs = ''] = pickSome(random, values, 2)
  return {
    ...{ tag, mine, theirs },
    setting: drawSetting(random),
    account: drawAccount(random),
    doing: pick(random, doings),
    stage: pick(random, ['production', 'staging', 'test']),
    groups: 12 + random.integer(50),
  }
}

/** A policy variable for a tag of the caller, with a default where one is given. */
export const callerTag = (name: string, fallback?: string): string =>
  `\${aws:PrincipalTag/${name}${fallback === undefined ? '' : `, '${fallback}'`}}`

/** Allows the action where a condition holds. */
export const allowIf = ({ doing }: TagGround, Condition: Statement['Condition']): Document =>
  policyOf([
    {
      Effect: 'Allow',
      Action: doing.action,
      Resource: '*',
      ...(Condition === undefined ? {} : { Condition }),
    },
  ])

/** The condition that tags of resource and caller are equal. */
export const equalTags = (...names: readonly string[]): Statement['Condition'] => ({
  StringEquals: Object.fromEntries(names.map((name) => [`aws:ResourceTag/${name}`, callerTag(name)])),
})

/** Who asks to act on what, by the tags of both. */
export type TaggedRequest = {
  readonly who: string
  readonly wanted: boolean
  readonly caller: Tags
  readonly resource: Tags
  readonly beside?: string
}

const prefixed = (prefix: string, tags: Tags): Tags =>
  Object.fromEntries(Object.entries(tags).map(([key, value]) => [`${prefix}/${key}`, value]))

/** A request under the policy that each role has. */
export function tagProbe(
  { setting, account, doing }: TagGround,
  identity: Document,
  { who, wanted, caller, resource, beside }: TaggedRequest,
): Probe {
  const asked: IamCase = {
    principal: `arn:aws:iam::${account}:role/Engineer`,
    action: doing.action,
    resource: `arn:aws:${doing.arn.replace('region', setting.region).replace('account', account)}`,
    owner: account,
    identity,
    ctx: { ...prefixed('aws:PrincipalTag', caller), ...prefixed('aws:ResourceTag', resource) },
  }
  return { who, wanted, asked, ...(beside === undefined ? {} : { beside }) }
}
