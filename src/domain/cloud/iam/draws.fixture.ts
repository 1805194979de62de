import fc from 'fast-check'
import {
  ana,
  bob,
  bucket,
  everything,
  federated,
  foreignRoot,
  here,
  key,
  object,
  queue,
  role,
  root,
  session,
  target,
  there,
} from './case.fixture.ts'
import type { ContextValue, IamCase, OrganizationLevel } from './types.ts'

type Statement = Readonly<Record<string, unknown>>
export type Document = { readonly Version: string; readonly Statement: readonly Statement[] }

const some = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
export const listOf = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> =>
  fc.array(arbitrary, { minLength: 1, maxLength })

/** `*:AssumeRole` rather than `sts:AssumeRole`: a policy of sts actions alone is a trust policy, which takes no Resource. */
export const actions = some(
  '*',
  's3:*',
  's3:Get*',
  'sqs:SendMessage',
  'kms:Decrypt',
  'kms:*',
  '*:AssumeRole',
  'iam:*',
)
const resources = some(
  '*',
  'arn:aws:s3:::docs/*',
  bucket,
  object,
  queue,
  key,
  target,
  `arn:aws:s3:::\${aws:username}/*`,
)
const principals = some<unknown>(
  '*',
  { AWS: '*' },
  { AWS: here },
  { AWS: there },
  { AWS: ana },
  { AWS: [role, bob] },
  { AWS: session },
  { AWS: federated },
  { Service: 'sns.amazonaws.com' },
)
const conditions = some<object>(
  {},
  { Condition: { StringEquals: { 'aws:PrincipalTag/team': ['red', 'blue'] } } },
  { Condition: { StringNotEquals: { 'aws:PrincipalTag/team': 'red' } } },
  { Condition: { StringLikeIfExists: { 'aws:PrincipalTag/team': 'r*' } } },
  { Condition: { Null: { 'aws:PrincipalTag/team': 'true' } } },
  { Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['a', 'b'] } } },
  { Condition: { 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': 'a' } } },
  { Condition: { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } },
  { Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/*' } } },
)

export const statementWith = (effects: fc.Arbitrary<string>): fc.Arbitrary<Statement> =>
  fc
    .record({
      Effect: effects,
      actions: listOf(actions, 2),
      resources: listOf(resources, 2),
      not: fc.boolean(),
      condition: conditions,
    })
    .map(({ Effect, actions: list, resources: places, not, condition }) => ({
      Effect,
      [not && Effect === 'Deny' ? 'NotAction' : 'Action']: list,
      Resource: places,
      ...condition,
    }))

const effects = some('Allow', 'Allow', 'Deny')
export const documentOf = (statement: fc.Arbitrary<Statement>): fc.Arbitrary<Document> =>
  listOf(statement, 3).map((list) => ({ Version: '2012-10-17', Statement: list }))

export const document = documentOf(statementWith(effects))
export const named = (statement: fc.Arbitrary<Statement>): fc.Arbitrary<Statement> =>
  fc.tuple(statement, principals).map(([own, Principal]) => ({ ...own, Principal }))
export const resourceDocument = documentOf(named(statementWith(effects)))
const level = fc
  .record({ open: fc.boolean(), policies: fc.array(document, { maxLength: 2 }) })
  .map(({ open, policies }): OrganizationLevel => ({ policies: open ? [everything, ...policies] : policies }))

export const rcpLevel = listOf(statementWith(fc.constant('Deny')), 2).map(
  (list): OrganizationLevel => ({
    policies: [
      {
        Version: '2012-10-17',
        Statement: list.map(({ Condition, Resource }) => ({
          Effect: 'Deny',
          Principal: '*',
          Action: ['s3:*', 'kms:*'],
          Resource,
          ...(Condition === undefined ? {} : { Condition }),
        })),
      },
    ],
  }),
)

const ctx: fc.Arbitrary<Record<string, ContextValue>> = fc
  .record(
    {
      'aws:PrincipalTag/team': some('red', 'blue', 'rose', ''),
      'aws:TagKeys': fc.array(some('a', 'b', 'c'), { maxLength: 2 }),
      'aws:SourceIp': some('10.1.1.1', '8.8.8.8', '::1'),
    },
    { requiredKeys: [] },
  )
  .map((given) => ({ ...given }))

const asked = some(
  ['s3:GetObject', object],
  ['s3:ListBucket', bucket],
  ['sqs:SendMessage', queue],
  ['kms:Decrypt', key],
  ['sts:AssumeRole', target],
  ['iam:ListUsers', '*'],
)

export const whole: fc.Arbitrary<IamCase> = fc
  .record(
    {
      principal: some(
        ana,
        bob,
        role,
        session,
        federated,
        root,
        foreignRoot,
        'sns.amazonaws.com',
        'anonymous',
      ),
      asked,
      owner: some(here, here, there),
      ctx,
      identity: fc.array(document, { maxLength: 2 }),
      resourcePolicy: resourceDocument,
      boundary: document,
      session: document,
      vpce: resourceDocument,
      scp: fc.array(level, { maxLength: 2 }),
      rcp: fc.array(rcpLevel, { maxLength: 1 }),
    },
    { requiredKeys: ['principal', 'asked', 'owner', 'ctx', 'identity'] },
  )
  .map(({ asked: [action = '', resource = ''], ...rest }) => ({ ...rest, action, resource }))
