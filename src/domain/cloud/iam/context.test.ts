import { describe, expect, test } from 'vitest'
import { ana, federated, here, root, session } from './case.fixture.ts'
import { type ContextFacts, makeContext } from './context.ts'
import { readPrincipal } from './principal.ts'

const contextOf = (principal: string, more: Partial<ContextFacts> = {}) => {
  const action = more.action ?? 's3:getobject'
  const read = readPrincipal(principal, { action })
  if (read === null) throw new Error(`${principal} is no principal`)
  return makeContext({ ctx: {}, owner: here, ...more, principal: read, action })
}

const held = (principal: string, key: string): string | undefined => contextOf(principal).single(key)

describe('keys of the request', () => {
  test('are found in any letter case, tag keys included', () => {
    const context = contextOf(ana, { ctx: { 'AWS:SourceIp': '192.0.2.7', 'aws:PrincipalTag/Team': 'red' } })
    expect(context.single('aws:sourceip')).toBe('192.0.2.7')
    expect(context.single('aws:principaltag/team')).toBe('red')
    expect(context.values('aws:principaltag/other')).toBe(undefined)
  })

  test('numbers and booleans are read as text', () => {
    const context = contextOf(ana, { ctx: { 's3:max-keys': 10, 'aws:SecureTransport': true } })
    expect([context.single('s3:max-keys'), context.single('aws:securetransport')]).toEqual(['10', 'true'])
  })

  test('a list has many values, serves no variable, and is absent when empty', () => {
    const context = contextOf(ana, { ctx: { 'aws:TagKeys': ['a', 'b'], 'aws:PrincipalOrgPaths': [] } })
    expect(context.values('aws:tagkeys')).toEqual(['a', 'b'])
    expect(context.single('aws:tagkeys')).toBe(undefined)
    expect(context.values('aws:principalorgpaths')).toBe(undefined)
  })
})

describe('keys that follow from the principal', () => {
  test('an IAM user', () => {
    expect(held(ana, 'aws:username')).toBe('ana')
    expect(held(ana, 'aws:principalarn')).toBe(ana)
    expect(held(ana, 'aws:principalaccount')).toBe(here)
    expect(held(ana, 'aws:principaltype')).toBe('User')
    expect(held(ana, 'aws:principalisawsservice')).toBe('false')
    expect(held(ana, 'aws:userid')).toBe(undefined)
  })

  test('a role session shows the role, and no user name', () => {
    expect(held(session, 'aws:principalarn')).toBe(`arn:aws:iam::${here}:role/app`)
    expect(held(session, 'aws:principaltype')).toBe('AssumedRole')
    expect(held(session, 'aws:username')).toBe(undefined)
  })

  test('root and federated users have ids made of the account', () => {
    expect(held(root, 'aws:userid')).toBe(here)
    expect(held(root, 'aws:principaltype')).toBe('Account')
    expect(held(federated, 'aws:userid')).toBe(`${here}:fay`)
    expect(held(federated, 'aws:principalarn')).toBe(federated)
  })

  test('a service tells that it is one', () => {
    expect(held('sns.amazonaws.com', 'aws:principalisawsservice')).toBe('true')
    expect(held('sns.amazonaws.com', 'aws:principalservicename')).toBe('sns.amazonaws.com')
    expect(contextOf('sns.amazonaws.com').values('aws:principalservicenameslist')).toEqual([
      'sns.amazonaws.com',
    ])
    expect(held('sns.amazonaws.com', 'aws:principalservicenameslist')).toBe(undefined)
    expect(held('sns.amazonaws.com', 'aws:principalaccount')).toBe(undefined)
  })

  test('an anonymous caller has an account by that name and no ARN', () => {
    expect(held('anonymous', 'aws:principalaccount')).toBe('anonymous')
    expect(held('anonymous', 'aws:principaltype')).toBe('Anonymous')
    expect(held('anonymous', 'aws:principalarn')).toBe(undefined)
    expect(held('anonymous', 'aws:principalisawsservice')).toBe(undefined)
  })

  test('what the request gives wins', () => {
    const ctx = { 'aws:username': 'zoe' }
    expect(contextOf(ana, { ctx }).single('aws:username')).toBe('zoe')
  })
})

describe('keys that follow from resource, chain and time', () => {
  test('the owner, for everyone and by service', () => {
    expect(held(ana, 'aws:resourceaccount')).toBe(here)
    expect(held(ana, 's3:resourceaccount')).toBe(here)
    expect(contextOf(ana, { owner: null }).single('aws:resourceaccount')).toBe(undefined)
    expect(contextOf(ana, { action: 'kms:decrypt' }).single('kms:calleraccount')).toBe(here)
  })

  test('the chain of services tells its ends', () => {
    const context = contextOf(ana, {
      ctx: { 'aws:CalledVia': ['cloudformation.amazonaws.com', 'dynamodb.amazonaws.com'] },
    })
    expect(context.single('aws:viaawsservice')).toBe('true')
    expect(context.single('aws:calledviafirst')).toBe('cloudformation.amazonaws.com')
    expect(context.single('aws:calledvialast')).toBe('dynamodb.amazonaws.com')
    expect(held(ana, 'aws:viaawsservice')).toBe('false')
  })

  test('either form of the time gives the other', () => {
    const byIso = contextOf(ana, { ctx: { 'aws:CurrentTime': '2027-01-01T00:00:00Z' } })
    expect(byIso.single('aws:epochtime')).toBe('1798761600')
    const byEpoch = contextOf(ana, { ctx: { 'aws:EpochTime': '1798761600' } })
    expect(byEpoch.single('aws:currenttime')).toBe('1798761600')
    expect(held(ana, 'aws:currenttime')).toBe(undefined)
    expect(held(ana, 'aws:epochtime')).toBe(undefined)
  })
})

describe('keys of services', () => {
  const ctx = {
    'ec2:InstanceType': 't3.micro',
    'iam:ResourceTag/team': 'red',
    'ec2:SourceInstanceARN': 'arn:aws:ec2:eu-west-1:111111111111:instance/i-1',
    'saml:aud': 'https://signin.aws.amazon.com/saml',
    'accounts.google.com:aud': 'app',
  }
  const sees = (action: string, key: string, more: Partial<ContextFacts> = {}): boolean =>
    contextOf(ana, { ctx, action, ...more }).values(key) !== undefined

  test('are in the requests of their service alone', () => {
    expect(sees('ec2:runinstances', 'ec2:instancetype')).toBe(true)
    expect(sees('s3:getobject', 'ec2:instancetype')).toBe(false)
    expect(sees('s3:getobject', 'kms:calleraccount')).toBe(false)
  })

  test('properties of a session and of an identity provider are in all', () => {
    for (const key of ['ec2:sourceinstancearn', 'saml:aud', 'accounts.google.com:aud'])
      expect(sees('s3:getobject', key)).toBe(true)
  })

  test('a service that is called like a member of objects is a service like any other', () => {
    expect(sees('constructor:get', 'ec2:instancetype')).toBe(false)
  })

  test('some services know those of a neighbour', () => {
    expect(sees('sts:assumerole', 'iam:resourcetag/team')).toBe(true)
    expect(sees('ec2-instance-connect:sendsshpublickey', 'ec2:instancetype')).toBe(true)
  })

  test('a catalogue narrows them to the action, tags by their prefix', () => {
    const catalogue = new Map([
      ['ec2:runinstances', { conditionKeys: ['ec2:instancetype'] }],
      ['ec2:stopinstances', { conditionKeys: [`iam:resourcetag/\${TagKey}`.toLowerCase()] }],
    ])
    expect(sees('ec2:runinstances', 'ec2:instancetype', { catalogue })).toBe(true)
    expect(sees('ec2:stopinstances', 'ec2:instancetype', { catalogue })).toBe(false)
    expect(sees('ec2:stopinstances', 'iam:resourcetag/team', { catalogue })).toBe(true)
    expect(sees('ec2:startinstances', 'ec2:instancetype', { catalogue })).toBe(true)
  })
})
