import { describe, expect, test } from 'vitest'
import {
  allow,
  ana,
  decideCase,
  deny,
  everything,
  here,
  object,
  outcomeOf,
  policy,
  queue,
  session,
  there,
  verdictOf,
} from './case.fixture.ts'
import { decideRequest } from './decide.ts'
import { compileSituation } from './situation.ts'
import type { IamRequest } from './types.ts'

const ask = (request: Partial<IamRequest>): string => {
  const situation = compileSituation({ identity: everything })
  if (!situation.ok) throw new Error('compiles')
  const decided = decideRequest(situation.value, {
    principal: ana,
    action: 'sqs:SendMessage',
    resource: queue,
    ...request,
  })
  return decided.ok ? decided.value.decision : `${decided.error.code}: ${decided.error.text}`
}

describe('requests that cannot be decided', () => {
  test('name the member that is wrong', () => {
    expect(ask({ principal: 'ana' })).toBe('request-malformed: "ana" names no principal')
    expect(ask({ action: 'SendMessage' })).toMatch(/^request-malformed: "SendMessage" is not one action/)
    expect(ask({ action: 'sqs:*' })).toMatch(/"sqs:\*" is not one action/)
    expect(ask({ resource: 'jobs' })).toMatch(/"jobs" is neither an ARN nor "\*"/)
    expect(ask({ resource: '*', action: 'sqs:ListQueues' })).toBe('allow')
  })
})

/** The examples that the user guide works through, with names of our own. */
describe('worked examples of the user guide', () => {
  const dana = `arn:aws:iam::${here}:user/dana`
  const own = policy(
    allow(['s3:GetBucketLocation', 's3:ListAllMyBuckets'], 'arn:aws:s3:::*', { Sid: 'List' }),
    allow('s3:*', ['arn:aws:s3:::dana/*', 'arn:aws:s3:::dana'], { Sid: 'Own' }),
    deny('s3:*', 'arn:aws:s3:::*log*', { Sid: 'Logs' }),
  )
  const bucketPolicy = policy(
    allow('s3:*', ['arn:aws:s3:::dana/*', 'arn:aws:s3:::dana'], { Principal: { AWS: dana } }),
  )

  test('one account: logs are denied, the own bucket is allowed, all buckets are listed', () => {
    const puts = { principal: dana, identity: own, action: 's3:PutObject' }
    expect(verdictOf({ ...puts, resource: 'arn:aws:s3:::dana-logs/f' })).toBe('explicit identity')
    expect(outcomeOf({ ...puts, resource: 'arn:aws:s3:::dana/f', resourcePolicy: bucketPolicy })).toBe(
      'allow',
    )
    expect(verdictOf({ ...puts, action: 's3:ListAllMyBuckets', resource: '*' })).toBe('allow identity')
  })

  test('two accounts: what both allow, and no more', () => {
    const across = policy(
      allow('s3:ListAllMyBuckets'),
      allow('s3:*Object*', 'arn:aws:s3:::prod/*'),
      deny('s3:*', ['arn:aws:s3:::*log*', 'arn:aws:s3:::*log*/*']),
    )
    const prodPolicy = policy(
      allow(['s3:GetObject*', 's3:PutObject*', 's3:RestoreObject'], 'arn:aws:s3:::prod/*', {
        Principal: { AWS: dana },
      }),
    )
    const asks = { principal: dana, identity: across, owner: there, resourcePolicy: prodPolicy }
    expect(outcomeOf({ ...asks, action: 's3:PutObject', resource: 'arn:aws:s3:::prod/f' })).toBe('allow')
    expect(outcomeOf({ ...asks, action: 's3:DeleteObject', resource: 'arn:aws:s3:::prod/f' })).toBe(
      'implicit',
    )
    expect(outcomeOf({ ...asks, action: 's3:PutObject', resource: 'arn:aws:s3:::prod-logs/f' })).toBe(
      'explicit',
    )
  })

  test('a boundary that opens three services closes the fourth', () => {
    const boundary = policy(allow(['s3:*', 'cloudwatch:*', 'ec2:*']))
    const creates = { identity: policy(allow('iam:CreateUser')), boundary, action: 'iam:CreateUser' }
    expect(verdictOf({ ...creates, resource: `arn:aws:iam::${here}:user/new` })).toBe('implicit boundary')
  })

  test('MFA, by BoolIfExists and by Bool', () => {
    const ifExists = policy(
      allow(),
      deny('*', '*', { Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } }),
    )
    const plain = policy(
      allow(),
      deny('*', '*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } }),
    )
    const withKey = (present: boolean) => ({ ctx: { 'aws:MultiFactorAuthPresent': present } })
    expect(outcomeOf({ identity: ifExists })).toBe('explicit')
    expect(outcomeOf({ identity: plain })).toBe('allow')
    expect(outcomeOf({ identity: ifExists, ...withKey(false) })).toBe('explicit')
    expect(outcomeOf({ identity: plain, ...withKey(false) })).toBe('explicit')
    expect(outcomeOf({ identity: ifExists, ...withKey(true) })).toBe('allow')
  })

  test('network perimeters, with requests of services let through', () => {
    const perimeter = policy(
      allow(),
      deny('*', '*', {
        Condition: {
          NotIpAddressIfExists: { 'aws:SourceIp': ['192.0.2.0/24', '2001:db8::/32'] },
          StringNotEqualsIfExists: { 'aws:SourceVpc': 'vpc-1' },
          Bool: { 'aws:ViaAWSService': 'false' },
        },
      }),
    )
    expect(outcomeOf({ identity: perimeter, ctx: { 'aws:SourceIp': '192.0.2.9' } })).toBe('allow')
    expect(outcomeOf({ identity: perimeter, ctx: { 'aws:SourceIp': '198.51.100.9' } })).toBe('explicit')
    expect(outcomeOf({ identity: perimeter, ctx: { 'aws:SourceVpc': 'vpc-1' } })).toBe('allow')
    const via = { 'aws:SourceIp': '198.51.100.9', 'aws:CalledVia': ['athena.amazonaws.com'] }
    expect(outcomeOf({ identity: perimeter, ctx: via })).toBe('allow')
  })

  test('passing a role to one service only', () => {
    const passes = policy(
      allow('iam:PassRole', `arn:aws:iam::${here}:role/app-*`, {
        Condition: { StringEquals: { 'iam:PassedToService': 'cloudwatch.amazonaws.com' } },
      }),
    )
    const asks = { identity: passes, action: 'iam:PassRole', resource: `arn:aws:iam::${here}:role/app-logs` }
    expect(outcomeOf({ ...asks, ctx: { 'iam:PassedToService': 'cloudwatch.amazonaws.com' } })).toBe('allow')
    expect(outcomeOf({ ...asks, ctx: { 'iam:PassedToService': 'ec2.amazonaws.com' } })).toBe('implicit')
    expect(outcomeOf(asks)).toBe('implicit')
  })
})

describe('order of the layers', () => {
  test('an explicit deny is told before what is merely missing', () => {
    const no = policy(deny('sqs:*'))
    const scp = [{ id: 'root', policies: [policy(allow('s3:*'))] }]
    expect(verdictOf({ identity: no, scp })).toBe('explicit identity')
    expect(verdictOf({ identity: everything, scp, boundary: policy(allow('s3:*')) })).toBe('implicit scp')
    expect(verdictOf({ scp: [{ id: 'root', policies: [everything] }], boundary: everything })).toBe(
      'implicit identity',
    )
  })

  test('denies are told from the organization inwards', () => {
    const no = policy(deny('sqs:*'))
    const resourcePolicy = policy(deny('sqs:*', '*', { Principal: '*' }))
    const all = { principal: session, identity: no, boundary: no, session: no, resourcePolicy }
    const scp = [{ id: 'root', policies: [everything, no] }]
    const rcp = [{ id: 'root', policies: [resourcePolicy] }]
    const layers = [{ ...all, scp, rcp }, { ...all, scp }, all, { ...all, resourcePolicy: undefined }]
    expect(layers.map((given) => decideCase(given).because.layer)).toEqual([
      'rcp',
      'scp',
      'resource',
      'identity',
    ])
  })

  test('an action is matched without regard to letter case, a resource with', () => {
    const identity = policy(allow('S3:GETOBJECT', object))
    expect(outcomeOf({ identity, action: 's3:getObject', resource: object })).toBe('allow')
    expect(
      outcomeOf({
        identity,
        action: 's3:getObject',
        resource: object.toUpperCase().replace('ARN:AWS:S3', 'arn:aws:s3'),
      }),
    ).toBe('implicit')
  })
})
