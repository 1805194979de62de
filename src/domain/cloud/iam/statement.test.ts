import { describe, expect, test } from 'vitest'
import { allow, ana, deny, object, outcomeOf, policy } from './case.fixture.ts'
import { compileActions, compileResources, type RequestView } from './statement.ts'

const viewOf = (
  action: string,
  resource: string,
  values: Readonly<Record<string, string>> = {},
): RequestView => ({
  action,
  actionKey: action.toLowerCase(),
  service: action.slice(0, action.indexOf(':')).toLowerCase(),
  resource,
  context: { values: () => undefined, single: (key) => values[key] },
})

describe('compileActions', () => {
  const covers = (patterns: readonly string[], action: string, negated = false): boolean =>
    compileActions(patterns, negated)(viewOf(action, '*'))

  test('matches names in any letter case, with wildcards anywhere in the name', () => {
    expect(covers(['S3:getobject'], 's3:GetObject')).toBe(true)
    expect(covers(['s3:Get*'], 's3:GetObject')).toBe(true)
    expect(covers(['s3:Get?bject'], 's3:GetObject')).toBe(true)
    expect(covers(['iam:*AccessKey*'], 'iam:ListAccessKeys')).toBe(true)
    expect(covers(['*'], 's3:GetObject')).toBe(true)
    expect(covers(['s3:Get'], 's3:GetObject')).toBe(false)
    expect(covers(['ec2:*', 'sqs:*'], 's3:GetObject')).toBe(false)
  })

  test('NotAction covers everything else', () => {
    expect(covers(['iam:*'], 's3:GetObject', true)).toBe(true)
    expect(covers(['iam:*'], 'iam:CreateUser', true)).toBe(false)
  })
})

describe('compileResources', () => {
  const options = { variables: true, negated: false, report: () => undefined }

  test('NotResource covers everything that is not listed', () => {
    const others = compileResources(['arn:aws:s3:::a', 'arn:aws:s3:::a/*'], { ...options, negated: true })
    expect(others(viewOf('s3:GetObject', 'arn:aws:s3:::a/x'))).toBe(false)
    expect(others(viewOf('s3:GetObject', 'arn:aws:s3:::b/x'))).toBe(true)
  })

  test('variables are filled in from the request, and without a value match nothing', () => {
    const home = compileResources([`arn:aws:s3:::docs/\${aws:username}/*`], options)
    expect(home(viewOf('s3:GetObject', 'arn:aws:s3:::docs/ana/f', { 'aws:username': 'ana' }))).toBe(true)
    expect(home(viewOf('s3:GetObject', 'arn:aws:s3:::docs/bob/f', { 'aws:username': 'ana' }))).toBe(false)
    expect(home(viewOf('s3:GetObject', 'arn:aws:s3:::docs/ana/f'))).toBe(false)
    const away = compileResources([`arn:aws:s3:::docs/\${aws:username}/*`], { ...options, negated: true })
    expect(away(viewOf('s3:GetObject', 'arn:aws:s3:::docs/ana/f'))).toBe(true)
  })

  test('a value that looks like a wildcard stays text', () => {
    const home = compileResources([`arn:aws:s3:::docs/\${aws:username}`], options)
    expect(home(viewOf('s3:GetObject', 'arn:aws:s3:::docs/ana', { 'aws:username': '*' }))).toBe(false)
  })

  test('a variable before the fifth colon is text, and is warned of', () => {
    const heard: string[] = []
    const report = (path: string, text: string, level = 'error'): void => void heard.push(level + path + text)
    const user = compileResources([`arn:aws:iam::\${aws:PrincipalAccount}:user/x`], { ...options, report })
    const values = { 'aws:principalaccount': '111111111111' }
    expect(user(viewOf('iam:GetUser', 'arn:aws:iam::111111111111:user/x', values))).toBe(false)
    expect(heard).toEqual([expect.stringMatching(/^warning.*only after the fifth colon/)])
  })

  test('a request without a resource needs an entry that covers all of the service', () => {
    const buckets = viewOf('s3:ListAllMyBuckets', '*')
    expect(compileResources(['*'], options)(buckets)).toBe(true)
    expect(compileResources(['arn:aws:s3:::*'], options)(buckets)).toBe(true)
    expect(compileResources(['arn:aws:s3:::docs'], options)(buckets)).toBe(false)
    expect(compileResources(['arn:aws:ec2:*:*:*'], options)(buckets)).toBe(false)
    expect(compileResources([`arn:aws:s3:::\${aws:username}`], options)(buckets)).toBe(false)
  })
})

describe('a whole statement', () => {
  const reading = { principal: ana, action: 's3:GetObject', resource: object }

  test('applies only when action, resource and condition all do', () => {
    const red = { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'red' } } }
    const identity = policy(allow('s3:GetObject', 'arn:aws:s3:::docs/*', red))
    const ctx = { 'aws:PrincipalTag/team': 'red' }
    expect(outcomeOf({ ...reading, identity, ctx })).toBe('allow')
    expect(outcomeOf({ ...reading, identity, ctx: { 'aws:PrincipalTag/team': 'blue' } })).toBe('implicit')
    expect(outcomeOf({ ...reading, identity, ctx, action: 's3:PutObject' })).toBe('implicit')
    expect(outcomeOf({ ...reading, identity, ctx, resource: 'arn:aws:s3:::other/a' })).toBe('implicit')
  })

  test('of an old version reads variables as text, special ones too', () => {
    const old = { Version: '2008-10-17', Statement: allow('s3:*', `arn:aws:s3:::docs/\${aws:username}`) }
    const asked = { ...reading, resource: 'arn:aws:s3:::docs/ana' }
    expect(outcomeOf({ ...asked, identity: old })).toBe('implicit')
    expect(outcomeOf({ ...asked, identity: { ...old, Version: '2012-10-17' } })).toBe('allow')
    expect(outcomeOf({ ...asked, identity: { Statement: old.Statement } })).toBe('implicit')
    expect(outcomeOf({ ...reading, resource: `arn:aws:s3:::docs/\${aws:username}`, identity: old })).toBe(
      'allow',
    )
  })

  test('that denies with NotResource leaves the listed resources alone', () => {
    const only = {
      Effect: 'Deny',
      Action: 's3:*',
      NotResource: ['arn:aws:s3:::docs', 'arn:aws:s3:::docs/*'],
    }
    const identity = policy(allow(), only)
    expect(outcomeOf({ ...reading, identity })).toBe('allow')
    expect(outcomeOf({ ...reading, identity, resource: 'arn:aws:s3:::other/a' })).toBe('explicit')
    expect(outcomeOf({ ...reading, identity, action: 'sqs:SendMessage', resource: '*' })).toBe('allow')
  })

  test('that denies with NotAction and a condition locks a region, save for listed services', () => {
    const lock = {
      ...deny('*', '*', { Condition: { StringNotEquals: { 'aws:RequestedRegion': 'eu-west-1' } } }),
      Action: undefined,
      NotAction: ['iam:*', 'sts:*'],
    }
    const { Action: _, ...statement } = lock
    const scp = [{ id: 'root', policies: [policy(allow()), policy(statement)] }]
    const asked = { identity: policy(allow()), scp, ctx: { 'aws:RequestedRegion': 'ap-south-1' } }
    expect(outcomeOf({ ...asked, action: 'iam:ListUsers', resource: '*' })).toBe('allow')
    expect(outcomeOf(asked)).toBe('explicit')
    expect(outcomeOf({ ...asked, ctx: { 'aws:RequestedRegion': 'eu-west-1' } })).toBe('allow')
  })
})
