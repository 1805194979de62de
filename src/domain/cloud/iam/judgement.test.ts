import { describe, expect, test } from 'vitest'
import {
  allow,
  ana,
  bob,
  bucket,
  decideCase,
  deny,
  everything,
  grantTo,
  here,
  key,
  object,
  outcomeOf,
  policy,
  role,
  root,
  session,
  target,
  there,
  trust,
  verdictOf,
} from './case.fixture.ts'
import { rcpServices } from './rcp-services.ts'

const level = (id: string, ...policies: readonly unknown[]) => ({ id, policies })
const full = level('root', everything)
const linked = `arn:aws:iam::${here}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`
const owns = { identity: everything }

describe('service control policies', () => {
  test('must allow at every level and grant nothing themselves', () => {
    const closed = level('workloads', policy(allow('ec2:*')))
    expect(verdictOf({ ...owns, scp: [full] })).toBe('allow identity')
    expect(verdictOf({ scp: [full, full] })).toBe('implicit identity')
    expect(verdictOf({ ...owns, scp: [full, closed, full] })).toBe('implicit scp')
    expect(decideCase({ ...owns, scp: [full, closed] }).because.text).toMatch(/no SCP at level "workloads"/)
  })

  test('a level without an allow closes everything', () => {
    expect(verdictOf({ ...owns, scp: [full, level('account', policy(deny('iam:*')))] })).toBe('implicit scp')
    expect(verdictOf({ ...owns, scp: [level('account')] })).toBe('implicit scp')
  })

  test('policies of one level add up', () => {
    const two = level('ou', policy(allow('s3:*')), policy(allow('sqs:*')))
    expect(verdictOf({ ...owns, scp: [full, two] })).toBe('allow identity')
  })

  test('a deny at any level wins, and is named', () => {
    const locked = level('ou', everything, policy(deny('sqs:*')))
    const { decision, because } = decideCase({ ...owns, scp: [full, locked] })
    expect([decision, because.policy, because.statement]).toEqual(['explicit', 'scp[1].policies[1]', 0])
    expect(because.text).toMatch(/SCP 2 at level "ou"/)
  })

  test('limit what a resource policy grants within the account', () => {
    const resourcePolicy = policy(grantTo({ AWS: ana }))
    expect(verdictOf({ resourcePolicy, scp: [level('root', policy(allow('s3:*')))] })).toBe('implicit scp')
  })

  test('bind root users, and neither the management account nor service-linked roles', () => {
    const scp = [level('root', everything, policy(deny('sqs:*')))]
    expect(outcomeOf({ principal: root, scp })).toBe('explicit')
    expect(outcomeOf({ ...owns, scp, managementAccount: here })).toBe('allow')
    expect(outcomeOf({ ...owns, scp, managementAccount: there })).toBe('explicit')
    expect(outcomeOf({ ...owns, scp, principal: linked })).toBe('allow')
    expect(outcomeOf({ ...owns, scp, principal: role })).toBe('explicit')
  })

  test('do not bind services and anonymous callers', () => {
    const scp = [level('root', policy(deny()))]
    const resourcePolicy = policy(grantTo('*'))
    expect(outcomeOf({ principal: 'sns.amazonaws.com', resourcePolicy, scp })).toBe('allow')
    expect(outcomeOf({ principal: 'anonymous', resourcePolicy, scp })).toBe('allow')
  })
})

describe('resource control policies', () => {
  const outside = { Condition: { StringNotEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } }, Principal: '*' }
  const rcp = [
    level('root', policy(grantTo('*'))),
    level('ou', policy(deny(['s3:*', 'sqs:*', 'kms:*', 'sts:*'], '*', outside))),
  ]
  const shared = { ...owns, resourcePolicy: policy(grantTo({ AWS: bob })), principal: bob, rcp }

  test('deny whoever asks, from inside or outside the organization', () => {
    expect(outcomeOf({ ...shared, ctx: { 'aws:PrincipalOrgID': 'o-2' } })).toBe('explicit')
    expect(outcomeOf({ ...shared, ctx: { 'aws:PrincipalOrgID': 'o-1' } })).toBe('allow')
    expect(outcomeOf({ ...shared, principal: root, ctx: { 'aws:PrincipalOrgID': 'o-1' } })).toBe('allow')
    expect(outcomeOf({ ...shared, principal: root, ctx: { 'aws:PrincipalOrgID': 'o-2' } })).toBe('explicit')
  })

  test('need no allow of their own, as RCPFullAWSAccess is always attached', () => {
    const other = [level('root', policy(deny('s3:*', '*', { Principal: '*' })))]
    expect(outcomeOf({ ...owns, rcp: other })).toBe('allow')
    expect(outcomeOf({ rcp: [level('root', policy(grantTo('*')))] })).toBe('implicit')
  })

  test('spare service-linked roles, the management account, and what else the guide lists', () => {
    const ctx = { 'aws:PrincipalOrgID': 'o-2' }
    expect(outcomeOf({ ...owns, rcp, ctx, principal: linked })).toBe('allow')
    expect(outcomeOf({ ...owns, rcp, ctx, managementAccount: here })).toBe('allow')
    const keyPolicy = policy(grantTo({ AWS: ana }))
    const decrypts = { rcp, ctx, action: 'kms:Decrypt', resource: key, resourcePolicy: keyPolicy }
    expect(outcomeOf(decrypts)).toBe('explicit')
    expect(outcomeOf({ ...decrypts, kms: { awsManaged: true } })).toBe('allow')
    expect(outcomeOf({ ...decrypts, action: 'kms:RetireGrant' })).toBe('allow')
  })

  test('let services assume their service-linked roles', () => {
    const service = 'autoscaling.amazonaws.com'
    const asks = {
      principal: service,
      action: 'sts:AssumeRole',
      rcp,
      ctx: { 'aws:PrincipalOrgID': 'o-2' },
      resourcePolicy: trust({ Service: service }),
    }
    expect(outcomeOf({ ...asks, resource: linked })).toBe('allow')
    expect(outcomeOf({ ...asks, resource: target })).toBe('explicit')
  })

  test('cover the services on the dated list, unless a catalogue knows better', () => {
    const everywhere = [level('root', policy(deny(['ec2:*', 's3:*'], '*', { Principal: '*' })))]
    const starts = {
      ...owns,
      rcp: everywhere,
      action: 'ec2:StartInstances',
      resource: `arn:aws:ec2:eu-west-1:${here}:instance/i-1`,
    }
    expect(rcpServices.prefixes.has('ec2')).toBe(false)
    expect(verdictOf(starts)).toBe('allow identity')
    const knows = new Map([['ec2:startinstances', { conditionKeys: [], rcp: true }]])
    expect(verdictOf(starts, knows)).toBe('explicit rcp')
    const reads = { ...owns, rcp: everywhere, action: 's3:GetObject', resource: object }
    expect(verdictOf(reads)).toBe('explicit rcp')
    expect(verdictOf(reads, new Map([['s3:getobject', { conditionKeys: [], rcp: false }]]))).toBe(
      'allow identity',
    )
  })

  test('the list carries its date and its page', () => {
    expect(rcpServices.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(rcpServices.page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//)
    expect([...rcpServices.prefixes].every((prefix) => /^[a-z0-9-]+$/.test(prefix))).toBe(true)
  })
})

describe('VPC endpoint policies', () => {
  test('must let the request pass, and grant nothing', () => {
    expect(verdictOf({ ...owns, vpce: policy(grantTo('*', 'sqs:*')) })).toBe('allow identity')
    expect(verdictOf({ ...owns, vpce: policy(grantTo('*', 'sqs:Receive*')) })).toBe('implicit endpoint')
    expect(verdictOf({ vpce: policy(grantTo('*')) })).toBe('implicit identity')
    expect(verdictOf({ ...owns, vpce: policy(grantTo('*'), deny('*', '*', { Principal: '*' })) })).toBe(
      'explicit endpoint',
    )
  })

  test('an interface endpoint takes principals, a gateway endpoint reads an account as its root user', () => {
    const account = policy(grantTo({ AWS: here }))
    expect(verdictOf({ ...owns, vpce: account, vpceType: 'interface' })).toBe('allow identity')
    expect(verdictOf({ ...owns, vpce: account, vpceType: 'gateway' })).toBe('implicit endpoint')
    expect(verdictOf({ principal: root, vpce: account, vpceType: 'gateway' })).toBe('allow root-user')
  })
})

describe('the root user', () => {
  test('has neither identity policies nor boundary nor session policy', () => {
    const narrow = policy(allow('s3:*'))
    expect(verdictOf({ principal: root, boundary: narrow, session: narrow })).toBe('allow root-user')
    expect(verdictOf({ principal: root, identity: policy(deny()) })).toBe('allow root-user')
  })

  test('keeps the bucket policy in hand even where it denies', () => {
    const resourcePolicy = policy(deny('s3:*', '*', { Principal: '*' }))
    const asks = { principal: root, resource: bucket, resourcePolicy }
    expect(outcomeOf({ ...asks, action: 's3:DeleteBucketPolicy' })).toBe('allow')
    expect(outcomeOf({ ...asks, action: 's3:ListBucket' })).toBe('explicit')
    expect(outcomeOf({ ...asks, action: 's3:DeleteBucketPolicy', owner: there })).toBe('explicit')
    expect(outcomeOf({ ...asks, principal: session, action: 's3:DeleteBucketPolicy' })).toBe('explicit')
  })
})
