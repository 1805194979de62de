import { describe, expect, test } from 'vitest'
import { allow, ana, deny, findingsIn, grantTo, policy, trust } from './case.fixture.ts'
import { compilePolicy } from './policy.ts'

const identity = (...statements: readonly object[]): string[] =>
  findingsIn({ identity: { Version: '2012-10-17', Statement: statements } })
const resource = (...statements: readonly object[]): string[] =>
  findingsIn({ resourcePolicy: { Version: '2012-10-17', Statement: statements } })

describe('documents', () => {
  test('one statement may stand without its list', () => {
    expect(findingsIn({ identity: { Version: '2012-10-17', Statement: allow() } })).toEqual([])
    const { statements } = compilePolicy(
      { Statement: allow() },
      { layer: 'identity', path: 'identity', findings: [] },
    )
    expect(statements).toHaveLength(1)
  })

  test('the version is one of two', () => {
    expect(findingsIn({ identity: { Version: '2012-10-18', Statement: allow() } })).toEqual([
      'identity.Version: "2012-10-18" is no version: write "2012-10-17"',
    ])
    expect(findingsIn({ identity: { Version: '2008-10-17', Statement: allow() } })).toEqual([])
    expect(findingsIn({ identity: { Version: ['2012-10-17'], Statement: allow() } })).toHaveLength(1)
  })

  test('what is no document or has no statements is refused', () => {
    for (const document of ['{}', 7, [policy(allow())]])
      expect(findingsIn({ identity: [document] })[0]).toMatch(/^identity\[0\]: is no policy document/)
    expect(findingsIn({ identity: {} })).toEqual([
      'identity.Statement: must be a statement or a list of at least one statement',
    ])
    expect(findingsIn({ identity: policy() })).toHaveLength(1)
    expect(findingsIn({ identity: { Statement: ['Allow'] } })).toHaveLength(1)
  })

  test('elements that the language does not have are named', () => {
    expect(findingsIn({ identity: { ...policy(allow()), Statements: [] } })).toEqual([
      'identity.Statements: "Statements" is no element of a policy',
    ])
    expect(identity({ ...allow(), Conditions: {} })).toEqual([
      'identity.Statement[0].Conditions: "Conditions" is no element of a statement',
    ])
  })

  test('an Id belongs to resource-based policies', () => {
    expect(findingsIn({ identity: { ...policy(allow()), Id: 'x' } })).toEqual([
      'identity.Id: has no place in an identity-based policy',
    ])
    expect(findingsIn({ resourcePolicy: { ...policy(grantTo('*')), Id: 'x' } })).toEqual([])
  })
})

describe('statements', () => {
  test('Effect has two values, in exact spelling', () => {
    for (const effect of ['allow', 'DENY', '', undefined])
      expect(identity({ ...allow(), Effect: effect })[0]).toMatch(/Statement\[0\]\.Effect: must be "Allow"/)
  })

  test('need one of Action and NotAction, and one of Resource and NotResource', () => {
    expect(identity({ Effect: 'Allow', Resource: '*' })).toEqual([
      'identity.Statement[0]: lacks Action (or NotAction)',
    ])
    expect(identity({ Effect: 'Allow', Action: '*' })).toEqual([
      'identity.Statement[0]: lacks Resource (or NotResource)',
    ])
    expect(identity({ ...allow(), NotAction: 's3:*' })[0]).toMatch(/has both Action and NotAction/)
    expect(identity({ ...allow(), NotResource: 'arn:aws:s3:::a' })[0]).toMatch(/has both Resource and/)
  })

  test('actions name a service', () => {
    for (const action of ['GetObject', 's3', 's3:', ':Get', 's3:Get Object', '**'])
      expect(identity(allow(action))[0]).toMatch(/is no action: write service:Name/)
    expect(identity(allow([]))[0]).toMatch(/must be a text or a list of texts/)
    expect(identity(allow([1]))[0]).toMatch(/must be a text or a list of texts/)
    expect(identity(allow(['s3:Get*', '*', '*:*']))).toEqual([])
  })

  test('resources are ARNs or everything', () => {
    expect(identity(allow('s3:*', 'docs'))[0]).toMatch(/"docs" is neither an ARN nor "\*"/)
    expect(identity(allow('s3:*', ''))[0]).toMatch(/is neither an ARN/)
    expect(identity(allow('s3:*', 'arn:aws:s*:::docs'))[0]).toMatch(/the service of an ARN takes no wildcard/)
    expect(identity(allow('s3:*', ['arn:aws:s3:::docs', 7]))[0]).toMatch(/must be a text or a list/)
    expect(identity(allow('s3:*', ['arn:aws:s3:::docs', 'arn:aws:sqs', 'arn:*:s3:::x']))).toEqual([])
  })

  test('Sids of IAM are alphanumeric and unique, those of other services free', () => {
    const named = (sid: unknown) => ({ ...allow(), Sid: sid })
    expect(identity(named('Read docs'))[0]).toMatch(/may hold only letters and digits/)
    expect(identity(named(1))[0]).toMatch(/Sid: must be a text/)
    expect(identity(named('A'), named('A'))).toEqual(['identity.Statement: the Sid "A" stands twice'])
    expect(identity(named('A'), named('B'))).toEqual([])
    const free = { ...grantTo('*'), Sid: 'Read docs' }
    expect(resource(free, free)).toEqual([])
  })

  test('a fault in a condition tells its path', () => {
    const wrong = { Condition: { StringEqual: { 'aws:username': 'ana' } } }
    expect(identity(allow(), allow('*', '*', wrong))).toEqual([
      'identity.Statement[1].Condition.StringEqual: "StringEqual" is no condition operator',
    ])
    expect(identity(allow('*', '*', { Condition: [] }))[0]).toMatch(
      /Condition: must be an object of operators/,
    )
  })
})

describe('principals', () => {
  test('have no place in policies of identities, boundaries, sessions and SCPs', () => {
    const documents = policy(grantTo('*'))
    const fault = 'has no place here: remove Principal'
    expect(findingsIn({ identity: documents })).toEqual([`identity.Statement[0].Principal: ${fault}`])
    expect(findingsIn({ boundary: documents })).toEqual([`boundary.Statement[0].Principal: ${fault}`])
    expect(findingsIn({ session: [documents] })).toEqual([`session[0].Statement[0].Principal: ${fault}`])
    expect(findingsIn({ scp: [{ id: 'r', policies: [documents] }] })).toEqual([
      `scp[0].policies[0].Statement[0].Principal: ${fault}`,
    ])
  })

  test('must be named on resources, endpoints and in RCPs', () => {
    const fault = 'Statement[0]: lacks Principal (or NotPrincipal)'
    expect(resource(allow())).toEqual([`resourcePolicy.${fault}`])
    expect(findingsIn({ vpce: [policy(allow())] })).toEqual([`vpce[0].${fault}`])
    expect(findingsIn({ rcp: [{ id: 'r', policies: [policy(deny('s3:*'))] }] })).toEqual([
      `rcp[0].policies[0].${fault}`,
    ])
  })

  test('NotPrincipal goes with Deny', () => {
    const except = { Effect: 'Deny', NotPrincipal: { AWS: ana }, Action: 's3:*' }
    expect(resource(except)).toEqual([])
    expect(resource({ ...except, Effect: 'Allow' })[0]).toMatch(/is not supported with Allow/)
    expect(resource({ ...except, Principal: '*' })[0]).toMatch(/has both Principal and NotPrincipal/)
  })

  test('a fault in an element is told with its path', () => {
    expect(resource(grantTo({ AWS: 'ana' }))[0]).toMatch(
      /^resourcePolicy\.Statement\[0\]\.Principal: "ana" is no account/,
    )
  })
})

describe('kinds of their own', () => {
  test('a policy of sts actions alone is a trust policy: no Resource, no NotPrincipal', () => {
    expect(findingsIn({ resourcePolicy: trust({ AWS: ana }) })).toEqual([])
    expect(findingsIn({ resourcePolicy: trust({ AWS: ana }, { Resource: '*' }) })).toEqual([
      'resourcePolicy.Statement[0].Resource: has no place here: remove Resource',
    ])
    const except = { Effect: 'Deny', NotPrincipal: { AWS: ana }, Action: 'sts:AssumeRole' }
    expect(resource(except)).toEqual([
      'resourcePolicy.Statement[0].NotPrincipal: is not supported in a role trust policy',
    ])
  })

  test('an RCP denies everyone, by service', () => {
    const rcp = (statement: object): string[] =>
      findingsIn({ rcp: [{ id: 'r', policies: [policy({ ...statement })] }] })
    const plain = deny('s3:*', '*', { Principal: '*' })
    expect(rcp(plain)).toEqual([])
    expect(rcp(grantTo('*'))).toEqual([])
    expect(rcp(grantTo('*', 's3:*'))[0]).toMatch(/can only deny/)
    expect(rcp({ ...plain, Action: '*' })[0]).toMatch(/names the service/)
    expect(rcp({ ...plain, Principal: { AWS: ana } })[0]).toMatch(/must be "\*"/)
    const { Action: _, ...rest } = plain
    expect(rcp({ ...rest, NotAction: 's3:*' })[0]).toMatch(
      /NotAction: is not supported in a resource control/,
    )
    const spared = { ...deny('s3:*'), NotPrincipal: { AWS: ana } }
    expect(rcp(spared)[0]).toMatch(/NotPrincipal: is not supported/)
  })

  test('a session policy takes no incomplete ARN', () => {
    const short = policy(allow('sqs:*', 'arn:aws:sqs'))
    expect(findingsIn({ identity: short })).toEqual([])
    expect(findingsIn({ session: short })[0]).toMatch(/a session policy takes no incomplete ARN/)
  })
})

test('warnings do not keep a document from being evaluated', () => {
  const odd = policy(allow('*', '*', { Condition: { IpAddress: { 'aws:SourceIp': 'office' } } }))
  expect(findingsIn({ identity: odd })).toEqual([
    'warning identity.Statement[0].Condition.IpAddress.aws:SourceIp: "office" can never match under IpAddress',
  ])
})
