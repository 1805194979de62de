import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ana,
  bob,
  bucket,
  decideCase,
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
type Document = { readonly Version: string; readonly Statement: readonly Statement[] }

const some = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values)
const listOf = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number): fc.Arbitrary<T[]> =>
  fc.array(arbitrary, { minLength: 1, maxLength })

/** `*:AssumeRole` rather than `sts:AssumeRole`: a policy of sts actions alone is a trust policy, which takes no Resource. */
const actions = some(
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

const statementWith = (effects: fc.Arbitrary<string>): fc.Arbitrary<Statement> =>
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
const documentOf = (statement: fc.Arbitrary<Statement>): fc.Arbitrary<Document> =>
  listOf(statement, 3).map((list) => ({ Version: '2012-10-17', Statement: list }))

const document = documentOf(statementWith(effects))
const named = (statement: fc.Arbitrary<Statement>): fc.Arbitrary<Statement> =>
  fc.tuple(statement, principals).map(([own, Principal]) => ({ ...own, Principal }))
const resourceDocument = documentOf(named(statementWith(effects)))
const level = fc
  .record({ open: fc.boolean(), policies: fc.array(document, { maxLength: 2 }) })
  .map(({ open, policies }): OrganizationLevel => ({ policies: open ? [everything, ...policies] : policies }))

const rcpLevel = listOf(statementWith(fc.constant('Deny')), 2).map(
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

const whole: fc.Arbitrary<IamCase> = fc
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

const outcome = (given: IamCase): string => decideCase(given).decision
const allows = (given: IamCase): boolean => outcome(given) === 'allow'
const documents = (value: unknown): Document[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as Document[]) : [value as Document]

/** More may be forbidden after a change, nothing may be opened. */
const expectNeverWidens = (change: (given: IamCase, extra: Document) => IamCase, extra = document): void => {
  fc.assert(
    fc.property(whole, extra, (given, added) => {
      if (!allows(given)) expect(outcome(change(given, added))).not.toBe('allow')
    }),
    { numRuns: 600 },
  )
}

const denyAll = documentOf(statementWith(fc.constant('Deny')))

describe('denies', () => {
  test('an added deny never allows, in any layer', () => {
    const namedDeny = documentOf(named(statementWith(fc.constant('Deny'))))
    expectNeverWidens(
      (given, added) => ({ ...given, identity: [...documents(given.identity), added] }),
      denyAll,
    )
    expectNeverWidens(
      (given, added) => ({ ...given, resourcePolicy: [...documents(given.resourcePolicy), added] }),
      namedDeny,
    )
    expectNeverWidens(
      (given, added) => ({ ...given, boundary: [...documents(given.boundary), added] }),
      denyAll,
    )
    expectNeverWidens(
      (given, added) => ({ ...given, scp: [...(given.scp ?? []), { policies: [everything, added] }] }),
      denyAll,
    )
  })

  test('a deny of everything leaves nothing but calls that need no permission', () => {
    const no = {
      Version: '2012-10-17',
      Statement: { Effect: 'Deny', Principal: '*', Action: '*', Resource: '*' },
    }
    fc.assert(
      fc.property(whole, (given) => {
        expect(outcome({ ...given, resourcePolicy: no })).toBe('explicit')
      }),
    )
  })

  test('without a Deny statement nothing is denied explicitly', () => {
    const onlyAllows = (value: unknown): unknown =>
      documents(value).map(({ Statement: list, ...rest }) => ({
        ...rest,
        Statement: list.map((statement) => {
          const { NotAction, Action = NotAction, ...other } = statement
          return { ...other, Action, Effect: 'Allow' }
        }),
      }))
    fc.assert(
      fc.property(whole, (given) => {
        const { rcp: _, scp, ...rest } = given
        const mild = {
          ...rest,
          identity: onlyAllows(given.identity),
          resourcePolicy: onlyAllows(given.resourcePolicy),
          boundary: onlyAllows(given.boundary),
          session: onlyAllows(given.session),
          vpce: onlyAllows(given.vpce),
          scp: (scp ?? []).map(({ policies }) => ({ policies: onlyAllows(policies) as unknown[] })),
        }
        expect(outcome(mild)).not.toBe('explicit')
      }),
    )
  })
})

describe('limits', () => {
  test('an added SCP level never widens', () => {
    expectNeverWidens((given, added) => ({ ...given, scp: [...(given.scp ?? []), { policies: [added] }] }))
  })

  test('an added RCP level never widens', () => {
    fc.assert(
      fc.property(whole, rcpLevel, (given, added) => {
        if (!allows(given))
          expect(outcome({ ...given, rcp: [...(given.rcp ?? []), added] })).not.toBe('allow')
      }),
    )
  })

  test('a boundary never widens', () => {
    fc.assert(
      fc.property(whole, document, ({ boundary: _, ...given }, boundary) => {
        if (!allows(given)) expect(outcome({ ...given, boundary })).not.toBe('allow')
      }),
    )
  })

  test('a session policy never widens a role session', () => {
    fc.assert(
      fc.property(whole, document, ({ session: _, ...drawn }, added) => {
        const given = { ...drawn, principal: session }
        if (!allows(given)) expect(outcome({ ...given, session: added })).not.toBe('allow')
      }),
    )
  })

  test('a VPC endpoint policy never widens', () => {
    fc.assert(
      fc.property(whole, resourceDocument, ({ vpce: _, ...given }, vpce) => {
        if (!allows(given)) expect(outcome({ ...given, vpce })).not.toBe('allow')
      }),
    )
  })

  test('an allow of everything at a further level changes nothing', () => {
    fc.assert(
      fc.property(whole, (given) => {
        const further = { ...given, scp: [...(given.scp ?? []), { policies: [everything] }] }
        expect(outcome(further)).toBe(outcome(given))
      }),
    )
  })
})

describe('grants', () => {
  test('an added Allow in an identity policy never takes away', () => {
    const onlyAllow = documentOf(statementWith(fc.constant('Allow')))
    fc.assert(
      fc.property(whole, onlyAllow, (given, added) => {
        const more = { ...given, identity: [...documents(given.identity), added] }
        if (allows(given)) expect(outcome(more)).toBe('allow')
      }),
      { numRuns: 600 },
    )
  })

  test('across accounts nothing is allowed without a policy on the resource', () => {
    fc.assert(
      fc.property(whole, ({ resourcePolicy: _, ...drawn }) => {
        const given = { ...drawn, principal: bob, owner: here, identity: [everything] }
        expect(outcome(given)).not.toBe('allow')
      }),
    )
  })

  test('an action and its complement together are every action', () => {
    const halves = (Action: unknown) => ({
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action, Resource: '*' },
        { Effect: 'Allow', NotAction: Action, Resource: '*' },
      ],
    })
    fc.assert(
      fc.property(whole, listOf(actions, 2), (given, list) => {
        expect(outcome({ ...given, identity: halves(list) })).toBe(
          outcome({ ...given, identity: everything }),
        )
      }),
    )
  })
})

describe('form', () => {
  test('the order of statements, documents and values never matters', () => {
    const turn = (value: unknown): unknown =>
      documents(value)
        .toReversed()
        .map(({ Statement: list, ...rest }) => ({
          ...rest,
          Statement: list.toReversed().map((statement) => ({
            ...statement,
            ...(Array.isArray(statement.Action) ? { Action: statement.Action.toReversed() } : {}),
            ...(Array.isArray(statement.Resource) ? { Resource: statement.Resource.toReversed() } : {}),
          })),
        }))
    fc.assert(
      fc.property(whole, (given) => {
        const turned = {
          ...given,
          identity: turn(given.identity),
          resourcePolicy: turn(given.resourcePolicy),
          boundary: turn(given.boundary),
          session: turn(given.session),
          vpce: turn(given.vpce),
          scp: (given.scp ?? [])
            .toReversed()
            .map(({ policies }) => ({ policies: turn(policies) as unknown[] })),
        }
        expect(outcome(turned)).toBe(outcome(given))
      }),
      { numRuns: 600 },
    )
  })

  test('letter case of the action and of keys never matters', () => {
    fc.assert(
      fc.property(whole, (given) => {
        const keys = Object.entries(given.ctx ?? {}).map(([name, value]) => [name.toUpperCase(), value])
        const loud = { ...given, action: given.action.toUpperCase(), ctx: Object.fromEntries(keys) }
        expect(outcome(loud)).toBe(outcome(given))
      }),
    )
  })

  test('what decided exists, and does what the decision says', () => {
    fc.assert(
      fc.property(whole, (given) => {
        const { decision, because } = decideCase(given)
        expect(because.text).toMatch(/\.$/)
        if (because.statement === null) return
        const steps = (because.policy ?? '').match(/\w+/g) ?? []
        const found = steps.reduce<unknown>((value, step) => (value as Record<string, unknown>)[step], given)
        const statement = (found as Document).Statement[because.statement]
        expect(statement?.Effect).toBe(because.effect)
        expect(because.effect).toBe(decision === 'allow' ? 'Allow' : 'Deny')
      }),
      { numRuns: 600 },
    )
  })

  test('the draws reach every outcome and every layer', () => {
    const seen = new Set<string>()
    for (const given of fc.sample(whole, { numRuns: 4000, seed: 7 })) {
      const { decision, because } = decideCase(given)
      seen.add(`${decision} ${because.layer}`)
    }
    const layers = ['identity', 'resource', 'boundary', 'session', 'scp', 'endpoint']
    expect(layers.filter((each) => !seen.has(`explicit ${each}`) || !seen.has(`implicit ${each}`))).toEqual(
      [],
    )
    expect([...seen]).toEqual(
      expect.arrayContaining(['allow identity', 'allow resource', 'allow root-user', 'explicit rcp']),
    )
  })
})
