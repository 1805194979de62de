import type { IamCase } from '../../cloud/iam/types.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { type Ablation, allowedUnder, asItIs, type Candidate, named, optionFor } from '../iam/candidates.ts'
import { type Document, policyOf, withoutConditions } from '../iam/policies.ts'
import { iamReference } from '../iam/references.ts'
import { pick, pickSome } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawAccount, drawSetting, type Setting } from '../parts/setting.ts'
import { showJson } from '../parts/show-json.ts'
import { capitalised, paragraphs } from '../parts/words.ts'
import type { FamilyModel, Misconception } from '../types.ts'

/** One tag must match, two must match, or one with a default for principals without the tag. */
type Form = 'one' | 'two' | 'default'

type Tags = Readonly<Record<string, string>>

type AbacScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly form: Form
  readonly doing: (typeof actions)[number]
  readonly policy: Document
  readonly candidates: readonly Candidate[]
}

const actions = [
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

const stages = ['test', 'production'] as const
const fallback = 'shared'

function policyFor(form: Form, action: string, tag: string): Document {
  const callerTag = (name: string): string => `\${aws:PrincipalTag/${name}}`
  const variable = form === 'default' ? callerTag(`${tag}, '${fallback}'`) : callerTag(tag)
  const tags = {
    [`aws:ResourceTag/${tag}`]: variable,
    ...(form === 'two' ? { 'aws:ResourceTag/stage': callerTag('stage') } : {}),
  }
  return policyOf([{ Effect: 'Allow', Action: action, Resource: '*', Condition: { StringEquals: tags } }])
}

type Pair = { readonly caller: Tags; readonly resource: Tags; readonly why: string }

type Values = { readonly tag: string; readonly mine: string; readonly theirs: string }

const missing = 'The caller has no such tag, so the variable cannot be resolved and the condition is not met.'

const pairs: Readonly<Record<Form, (values: Values) => readonly Pair[]>> = {
  one: ({ tag, mine, theirs }) => [
    {
      caller: { [tag]: mine },
      resource: { [tag]: mine },
      why: 'The tag of the caller and the tag of the resource have the same value.',
    },
    { caller: {}, resource: {}, why: missing },
    {
      caller: { [tag]: mine },
      resource: { [tag]: theirs },
      why: 'The two values differ, so the condition is not met and nothing allows the action.',
    },
    {
      caller: { [tag]: mine },
      resource: {},
      why: 'The resource lacks the tag, and StringEquals is not met by a key that is missing.',
    },
    { caller: {}, resource: { [tag]: mine }, why: missing },
  ],
  two: ({ tag, mine, theirs }) => [
    {
      caller: { [tag]: mine, stage: stages[0] },
      resource: { [tag]: mine, stage: stages[0] },
      why: 'Both tags have the same values on the caller and on the resource.',
    },
    {
      caller: { [tag]: mine, stage: stages[0] },
      resource: { [tag]: mine, stage: stages[1] },
      why: 'The keys of one condition are combined with AND, and the stages differ.',
    },
    {
      caller: { [tag]: mine, stage: stages[1] },
      resource: { [tag]: theirs, stage: stages[1] },
      why: `The keys of one condition are combined with AND, and the values of \`${tag}\` differ.`,
    },
    {
      caller: { [tag]: mine },
      resource: { [tag]: mine },
      why: 'Neither side has a `stage` tag; a missing tag matches nothing, not even another missing tag.',
    },
  ],
  default: ({ tag, mine, theirs }) => [
    {
      caller: {},
      resource: { [tag]: fallback },
      why: `A caller without the tag gets the default value \`${fallback}\`, which is the value on the resource.`,
    },
    {
      caller: { [tag]: mine },
      resource: { [tag]: fallback },
      why: 'The default stands in for a missing caller tag; this caller has the tag, with another value.',
    },
    {
      caller: {},
      resource: {},
      why: "The default stands in for the caller's tag; the resource still lacks the tag, so the condition is not met.",
    },
    {
      caller: { [tag]: mine },
      resource: { [tag]: theirs },
      why: 'The two values differ, so the condition is not met and nothing allows the action.',
    },
  ],
}

const tagWords = (tags: Tags): string => {
  const entries = Object.entries(tags).map(([key, value]) => `\`${key}=${value}\``)
  return entries.length === 0 ? 'without tags' : `tagged ${entries.join(' and ')}`
}

const prefixed = (prefix: string, tags: Tags): Record<string, string> =>
  Object.fromEntries(Object.entries(tags).map(([key, value]) => [`${prefix}/${key}`, value]))

function sampleAbac(random: SeededRandom): AbacScenario {
  const setting = drawSetting(random)
  const account = drawAccount(random)
  const doing = pick(random, actions)
  const form = pick(random, ['one', 'two', 'default'] as const)
  const [tag, values] = pick(random, tagNames)
  const [mine = '', theirs = ''] = pickSome(random, values, 2)
  const policy = policyFor(form, doing.action, tag)
  const [right, ...wrong] = pairs[form]({ tag, mine, theirs }) as readonly [Pair, ...Pair[]]
  const article = /^[aeiou]/.test(doing.noun) ? 'an' : 'a'
  const candidates = [right, ...pickSome(random, wrong, 3)].map(
    ({ caller, resource, why }): Omit<Candidate, 'id'> => ({
      text: `A caller ${tagWords(caller)} asks to ${doing.verb} ${article} ${doing.noun} ${tagWords(resource)}`,
      why,
      asked: {
        principal: `arn:aws:iam::${account}:role/Engineer`,
        action: doing.action,
        resource: `arn:aws:${doing.arn.replace('region', setting.region).replace('account', account)}`,
        owner: account,
        identity: policy,
        ctx: { ...prefixed('aws:PrincipalTag', caller), ...prefixed('aws:ResourceTag', resource) },
      },
    }),
  )
  return { setting, form, doing, policy, rendering: random.integer(3), candidates: named(candidates, random) }
}

type Ctx = Readonly<Record<string, string>>
const ctxOf = (asked: IamCase): Ctx => (asked.ctx ?? {}) as Ctx

/** Tag names that either side or the policy speaks of. */
const namesIn = (asked: IamCase): string[] => {
  const text = JSON.stringify([asked.identity, asked.ctx])
  return [
    ...new Set([...text.matchAll(/(?:ResourceTag|PrincipalTag)\/([a-z-]+)/g)].map(([, name = '']) => name)),
  ]
}

/** Fills in tags that are missing on the sides that `fill` names. */
const filling =
  (fill: (ctx: Ctx, name: string) => Record<string, string>): Ablation =>
  (asked) => ({
    ...asked,
    ctx: Object.assign({}, ...namesIn(asked).map((name) => fill(ctxOf(asked), name)), asked.ctx),
  })

const missingOnBoth = filling((ctx, name) =>
  ctx[`aws:PrincipalTag/${name}`] === undefined && ctx[`aws:ResourceTag/${name}`] === undefined
    ? { [`aws:PrincipalTag/${name}`]: '-', [`aws:ResourceTag/${name}`]: '-' }
    : {},
)

/** A side without the tag is taken to agree with the other. */
const missingAgrees = filling((ctx, name) => {
  const value = ctx[`aws:PrincipalTag/${name}`] ?? ctx[`aws:ResourceTag/${name}`] ?? '-'
  return { [`aws:PrincipalTag/${name}`]: value, [`aws:ResourceTag/${name}`]: value }
})

const onResources = filling((_, name) => ({ [`aws:ResourceTag/${name}`]: fallback }))

/** The default is taken for a value that is welcome from everybody. */
const defaultForAll: Ablation = (asked) => {
  const shared = Object.entries(ctxOf(asked)).filter(
    ([key, value]) => key.startsWith('aws:ResourceTag/') && value === fallback,
  )
  const also = shared.map(([key]) => [key.replace('ResourceTag', 'PrincipalTag'), fallback])
  return { ...asked, ctx: { ...asked.ctx, ...Object.fromEntries(also) } }
}

/** One key of the condition is taken to be enough. */
const oneKeyOf = (place: number) =>
  allowedUnder((asked) => ({
    ...asked,
    identity: policyOf(
      (asked.identity as Document).Statement.map((statement) => {
        const entry = Object.entries(statement.Condition?.StringEquals ?? {}).at(place)
        return entry === undefined
          ? statement
          : { ...statement, Condition: { StringEquals: Object.fromEntries([entry]) } }
      }),
    ),
  }))

const misconceptions: readonly Misconception<AbacScenario>[] = [
  {
    id: 'untagged-match',
    statement: 'A caller without a tag and a resource without it count as a match.',
    solve: allowedUnder(missingOnBoth),
  },
  {
    id: 'missing-tag-agrees',
    statement: 'A tag that one side lacks does not stand in the way of the other.',
    solve: allowedUnder(missingAgrees),
  },
  {
    id: 'one-key-enough',
    statement: 'Of several keys in one condition it is enough that one matches.',
    solve: (scenario) => [...new Set([...oneKeyOf(0)(scenario), ...oneKeyOf(-1)(scenario)])],
  },
  {
    id: 'default-on-resource',
    statement: 'The default value of a policy variable stands in for a missing tag of the resource too.',
    solve: allowedUnder(onResources),
  },
  {
    id: 'default-for-everybody',
    statement: 'A resource with the default value is open to every caller.',
    solve: allowedUnder(defaultForAll),
  },
  {
    id: 'tags-inform',
    statement: 'Tag conditions sort costs and reports and leave access as the action and resource allow it.',
    solve: allowedUnder((asked) => ({ ...asked, identity: withoutConditions(asked.identity as Document) })),
  },
]

const stems: readonly ((scenario: AbacScenario) => string)[] = [
  ({ setting, policy, doing }) =>
    paragraphs(
      `${capitalised(setting.who)} gives its engineers one policy for all ${doing.plural} instead of a policy for each ${doing.noun}:`,
      showJson(policy),
      'Callers are IAM roles, and no other policy applies. Which request is allowed?',
    ),
  ({ setting, policy, doing }) =>
    paragraphs(
      `The ${setting.teams[0]} of ${setting.who} moves to attribute-based access control. For \`${doing.action}\` every role has this statement and no other:`,
      showJson(policy),
      'Some roles and resources have not been tagged yet. Which of these attempts succeeds?',
    ),
  ({ setting, policy, doing }) =>
    paragraphs(
      [
        `Tickets about ${doing.plural} pile up at ${setting.who} since tags decide who may act on what.`,
        `The ${setting.teams[1]} reproduces four of them with this policy attached to the calling roles:`,
      ],
      showJson(policy),
      'Nothing else grants or denies the action. In which case does the call go through?',
    ),
]

/** Access by matching tags of caller and resource. */
export const abacModel: FamilyModel<AbacScenario> = {
  name: 'iam-abac',
  title: 'Access by tags of caller and resource',
  kind: 'multiple-choice',
  placements: placedIn(
    'SAA-C03 1.1',
    'SCS-C03 4.2',
    'SAP-C02 1.2',
    'SAP-C03 2',
    'SOA-C03 4.1',
    'DOP-C02 6.1',
    'DEA-C01 4.2',
  ),
  cognitive: 'apply',
  services: ['iam'],
  references: [iamReference('abac'), iamReference('variables')],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleAbac,
  solve: allowedUnder(asItIs),
  misconceptions,
  render: (scenario) => ({
    stem: stems[scenario.rendering % stems.length]?.(scenario) ?? '',
    option: (answer) => optionFor(scenario, answer),
  }),
  features: ({ rendering, form }) => ({
    rendering,
    keys: form === 'two' ? 2 : 1,
    defaults: form === 'default' ? 1 : 0,
  }),
  angoff: ({ keys = 1, defaults = 0 }) => 0.82 - 0.06 * keys - 0.24 * defaults,
}

export const abac = familyOf(abacModel)
