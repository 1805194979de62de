import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { type Candidate, named } from '../iam/candidates.ts'
import { drawRoleName } from '../iam/people.ts'
import { type Document, policyOf, type Statement } from '../iam/policies.ts'
import { pick, pickSome } from '../parts/draw.ts'
import { drawAccount, drawSetting, type Setting } from '../parts/setting.ts'
import { listed } from '../parts/words.ts'

/** What is created, by which actions. */
const creations = [
  {
    noun: 'topic',
    service: 'sns',
    create: 'sns:CreateTopic',
    tag: 'sns:TagResource',
    name: 'Amazon SNS topics',
  },
  {
    noun: 'secret',
    service: 'secretsmanager',
    create: 'secretsmanager:CreateSecret',
    tag: 'secretsmanager:TagResource',
    name: 'AWS Secrets Manager secrets',
  },
  {
    noun: 'function',
    service: 'lambda',
    create: 'lambda:CreateFunction',
    tag: 'lambda:TagResource',
    name: 'AWS Lambda functions',
  },
  {
    noun: 'queue',
    service: 'sqs',
    create: 'sqs:CreateQueue',
    tag: 'sqs:TagQueue',
    name: 'Amazon SQS queues',
  },
  {
    noun: 'table',
    service: 'dynamodb',
    create: 'dynamodb:CreateTable',
    tag: 'dynamodb:TagResource',
    name: 'Amazon DynamoDB tables',
  },
] as const

const keyNames = [
  'team',
  'stage',
  'cost-center',
  'owner',
  'project',
  'data-class',
  'backup',
  'region-group',
] as const

/** How the condition is written, and what it therefore lets pass. */
export type TagRule = 'all-and-some' | 'any' | 'deny-all'

export type TagScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly rule: TagRule
  readonly creation: (typeof creations)[number]
  readonly role: string
  readonly listed: readonly string[]
  readonly policy: Document
  readonly candidates: readonly Candidate[]
}

/** Tag keys of a request, and why it passes or fails. */
type Shape = { readonly keys: readonly string[]; readonly why: string }

const capital = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1)

type Names = { readonly one: string; readonly two: string; readonly three: string; readonly foreign: string }

const shapes: Readonly<Record<TagRule, (names: Names) => readonly Shape[]>> = {
  'all-and-some': ({ one, two, foreign }) => [
    {
      keys: [one, two],
      why: 'Every tag key of the request is on the list and the request has tags, so both conditions are met.',
    },
    {
      keys: [one, foreign],
      why: 'ForAllValues asks that every tag key of the request is on the list; one of these is missing there.',
    },
    {
      keys: [],
      why: 'ForAllValues is true for a request without tag keys, but the Null condition asks for at least one.',
    },
    {
      keys: [capital(two)],
      why: 'StringEquals compares letter case, so this spelling of the tag key is not on the list.',
    },
  ],
  any: ({ one, foreign, three }) => [
    {
      keys: [one, foreign],
      why: 'ForAnyValue asks for one tag key of the request on the list, and this request has one.',
    },
    { keys: [], why: 'ForAnyValue needs a tag key that matches; a request without tag keys has none.' },
    {
      keys: [capital(three)],
      why: 'StringEquals compares letter case, so this spelling of the tag key is not on the list.',
    },
    {
      keys: [foreign],
      why: 'No tag key of this request is on the list, so the condition is not met and nothing allows it.',
    },
  ],
  'deny-all': ({ one, two, foreign }) => [
    {
      keys: [two, foreign],
      why: 'One tag key is not on the list, so ForAllValues is false, the deny does not apply, and the allow stands.',
    },
    {
      keys: [one, two],
      why: 'Every tag key of the request is on the list, so ForAllValues is true and the deny applies.',
    },
    {
      keys: [],
      why: 'ForAllValues is true for a request without tag keys, so the deny applies to it as well.',
    },
    {
      keys: [one],
      why: 'The one tag key of the request is on the list, so ForAllValues is true and the deny applies.',
    },
  ],
}

function policyFor(rule: TagRule, actions: readonly string[], keys: readonly string[]): Document {
  const base = { Action: actions, Resource: '*' } as const
  if (rule === 'deny-all')
    return policyOf([
      { Effect: 'Allow', ...base },
      { Effect: 'Deny', ...base, Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': keys } } },
    ])
  const condition: NonNullable<Statement['Condition']> =
    rule === 'any'
      ? { 'ForAnyValue:StringEquals': { 'aws:TagKeys': keys } }
      : { 'ForAllValues:StringEquals': { 'aws:TagKeys': keys }, Null: { 'aws:TagKeys': 'false' } }
  return policyOf([{ Effect: 'Allow', ...base, Condition: condition }])
}

const codeOf = (keys: readonly string[]): string => listed(keys.map((key) => `\`${key}\``))

const textOf = (noun: string, keys: readonly string[]): string => {
  if (keys.length === 0) return `Create a ${noun} without tags`
  return `Create a ${noun} with the tag ${keys.length === 1 ? 'key' : 'keys'} ${codeOf(keys)}`
}

/** Draws a policy on tag keys and four requests to create something. */
export function sampleTagKeys(random: SeededRandom): TagScenario {
  const setting = drawSetting(random)
  const creation = pick(random, creations)
  const rule = pick(random, ['all-and-some', 'any', 'deny-all'] as const)
  const [one = '', two = '', three = '', foreign = ''] = pickSome(random, keyNames, 4)
  const account = drawAccount(random)
  const role = drawRoleName(random, setting)
  const keys = [one, two, three]
  const policy = policyFor(rule, [creation.create, creation.tag], keys)
  const candidates = shapes[rule]({ one, two, three, foreign }).map(
    (shape): Omit<Candidate, 'id'> => ({
      text: textOf(creation.noun, shape.keys),
      why: shape.why,
      asked: {
        principal: `arn:aws:sts::${account}:assumed-role/${role}/session`,
        action: creation.create,
        resource: `arn:aws:${creation.service}:${setting.region}:${account}:${setting.systems[0].slug}`,
        owner: account,
        ctx: shape.keys.length === 0 ? {} : { 'aws:TagKeys': shape.keys },
        identity: policy,
      },
    }),
  )
  return {
    setting,
    rendering: random.integer(3),
    rule,
    creation,
    role,
    listed: keys,
    policy,
    candidates: named(candidates, random),
  }
}
