import { describe, expect, test } from 'vitest'
import type { IamCase } from '../../src/domain/cloud/iam/types.ts'
import { isAllowed } from '../../src/domain/family/iam/ask.ts'
import { policyOf, type Statement } from '../../src/domain/family/iam/policies.ts'
import { hasOneOrder, orderSteps } from '../../src/domain/family/order/procedure.ts'
import { mlProcedures } from '../../src/domain/family/procedure-order-ml/procedures.ts'
import { securityProcedures } from '../../src/domain/family/procedure-order-security/procedures.ts'

const account = '111122223333'
const partner = '444455556666'

/** Names of the requests that succeed, by the model that decides every proposal of the families on IAM. */
const allowed = (cases: Readonly<Record<string, IamCase>>): string[] =>
  Object.keys(cases).filter((name) => isAllowed(cases[name]!))

const allow = (Action: string, more: Partial<Statement> = {}): Statement => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...more,
})

describe('what families rest on against cases of the IAM user guide', () => {
  test('MFA: a deny has to use BoolIfExists to reach long-term access keys (Secure API access with MFA)', () => {
    const asked = (operator: string, ctx: NonNullable<IamCase['ctx']>): IamCase => ({
      principal: `arn:aws:iam::${account}:user/ana`,
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::docs/a.txt',
      ctx,
      identity: policyOf([
        allow('s3:GetObject'),
        {
          ...{ Effect: 'Deny', Action: 's3:GetObject', Resource: '*' },
          Condition: { [operator]: { 'aws:MultiFactorAuthPresent': 'false' } },
        },
      ]),
    })
    const [withMfa, without, accessKey] = [
      { 'aws:MultiFactorAuthPresent': 'true' },
      { 'aws:MultiFactorAuthPresent': 'false' },
      {},
    ]
    expect(
      allowed({
        'BoolIfExists, with': asked('BoolIfExists', withMfa),
        'BoolIfExists, without': asked('BoolIfExists', without),
        'BoolIfExists, access key': asked('BoolIfExists', accessKey),
        'Bool, without': asked('Bool', without),
        'Bool, access key': asked('Bool', accessKey),
      }),
    ).toEqual(['BoolIfExists, with', 'Bool, access key'])
  })

  test('tag keys: ForAllValues is true without keys in the request, so Null has to ask for them (Set operators)', () => {
    const keys = { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['environment', 'cost-center'] } }
    const asked = (ctx: IamCase['ctx'], Condition: Statement['Condition']): IamCase => ({
      principal: `arn:aws:iam::${account}:user/ana`,
      action: 'sqs:CreateQueue',
      resource: `arn:aws:sqs:us-east-1:${account}:q`,
      ...(ctx === undefined ? {} : { ctx }),
      identity: policyOf([allow('sqs:CreateQueue', Condition === undefined ? {} : { Condition })]),
    })
    const withNull = { ...keys, Null: { 'aws:TagKeys': 'false' } }
    expect(
      allowed({
        'none, alone': asked({}, keys),
        'none, with Null': asked({}, withNull),
        'both keys': asked({ 'aws:TagKeys': ['environment', 'cost-center'] }, withNull),
        'one more': asked({ 'aws:TagKeys': ['environment', 'owner'] }, withNull),
      }),
    ).toEqual(['none, alone', 'both keys'])
  })

  test('ABAC: a variable without a value matches nothing, one with a default takes it (Variables and tags)', () => {
    const asked = (value: string, ctx: IamCase['ctx'] = {}): IamCase => ({
      principal: `arn:aws:iam::${account}:role/Engineer`,
      action: 'ec2:StopInstances',
      resource: `arn:aws:ec2:us-east-1:${account}:instance/i-1`,
      ctx,
      identity: policyOf([
        allow('ec2:StopInstances', { Condition: { StringEquals: { 'aws:ResourceTag/team': value } } }),
      ]),
    })
    const plain = ['$', '{aws:PrincipalTag/team}'].join('')
    const fallback = ['$', "{aws:PrincipalTag/team, 'company-wide'}"].join('')
    expect(
      allowed({
        'untagged both': asked(plain),
        'same team': asked(plain, { 'aws:PrincipalTag/team': 'yellow', 'aws:ResourceTag/team': 'yellow' }),
        'default met': asked(fallback, { 'aws:ResourceTag/team': 'company-wide' }),
        'default missed': asked(fallback, { 'aws:ResourceTag/team': 'yellow' }),
      }),
    ).toEqual(['same team', 'default met'])
  })

  test('external ID: the trust policy and the caller both have to allow (Access to accounts owned by third parties)', () => {
    const role = `arn:aws:iam::${account}:role/Example`
    const trust = policyOf([
      {
        Effect: 'Allow',
        Principal: { AWS: partner },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': '12345' } },
      },
    ])
    const call = (ctx: IamCase['ctx'], identity: Statement): IamCase => ({
      principal: `arn:aws:iam::${partner}:role/Corp`,
      action: 'sts:AssumeRole',
      resource: role,
      owner: account,
      ...(ctx === undefined ? {} : { ctx }),
      resourcePolicy: trust,
      identity: policyOf([identity]),
    })
    const assume = allow('sts:AssumeRole')
    expect(
      allowed({
        right: call({ 'sts:ExternalId': '12345' }, assume),
        other: call({ 'sts:ExternalId': '54321' }, assume),
        none: call({}, assume),
        'no permission': call({ 'sts:ExternalId': '12345' }, allow('s3:GetObject')),
      }),
    ).toEqual(['right'])
  })

  test('session policy: what role and session allow, and what a bucket policy gives the session itself (Session policies)', () => {
    const session = `arn:aws:sts::${account}:assumed-role/App/s1`
    const asked = (action: string, principal?: string): IamCase => ({
      principal: session,
      action,
      resource: 'arn:aws:s3:::docs/a.txt',
      owner: account,
      identity: policyOf([allow('s3:GetObject'), allow('s3:PutObject')]),
      session: policyOf([allow('s3:GetObject'), allow('s3:DeleteObject')]),
      ...(principal === undefined
        ? {}
        : { resourcePolicy: policyOf([allow('s3:PutObjectAcl', { Principal: { AWS: principal } })]) }),
    })
    expect(
      allowed({
        both: asked('s3:GetObject'),
        'role alone': asked('s3:PutObject'),
        'session alone': asked('s3:DeleteObject'),
        'bucket to role': asked('s3:PutObjectAcl', `arn:aws:iam::${account}:role/App`),
        'bucket to session': asked('s3:PutObjectAcl', session),
      }),
    ).toEqual(['both', 'bucket to session'])
  })
})

describe('what families rest on against cases of other guides', () => {
  test('KMS: the default key policy lets IAM policies decide; without it they have no effect (Default key policy)', () => {
    const key = `arn:aws:kms:us-west-2:${account}:key/1`
    const root = allow('kms:*', { Principal: { AWS: `arn:aws:iam::${account}:root` } })
    const admin = allow('kms:Describe*', { Principal: { AWS: `arn:aws:iam::${account}:role/Admin` } })
    const asked = (keyPolicy: Statement, identity: Statement, grants: readonly string[] = []): IamCase => ({
      principal: `arn:aws:iam::${account}:role/App`,
      action: 'kms:Decrypt',
      resource: key,
      owner: account,
      resourcePolicy: policyOf([keyPolicy]),
      identity: policyOf([identity]),
      kms: {
        grants:
          grants.length === 0
            ? []
            : [{ granteePrincipal: `arn:aws:iam::${account}:role/App`, operations: grants }],
      },
    })
    expect(
      allowed({
        'default policy and IAM': asked(root, allow('kms:Decrypt')),
        'default policy alone': asked(root, allow('s3:GetObject')),
        'IAM alone': asked(admin, allow('kms:Decrypt')),
        'grant for Decrypt': asked(admin, allow('s3:GetObject'), ['Decrypt']),
        'grant for Encrypt': asked(admin, allow('s3:GetObject'), ['Encrypt']),
      }),
    ).toEqual(['default policy and IAM', 'grant for Decrypt'])
  })

  test('S3: which settings act on what is there already (Blocking public access)', () => {
    const publicRead = [
      { grantee: 'http://acs.amazonaws.com/groups/global/AllUsers', permission: 'READ' as const },
    ]
    const asked = (s3: IamCase['s3'], policy = false): IamCase => ({
      principal: 'anonymous',
      action: 's3:GetObject',
      resource: 'arn:aws:s3:::docs/a.txt',
      owner: account,
      s3: { objectOwner: account, ...s3 },
      ...(policy
        ? {
            resourcePolicy: policyOf([
              allow('s3:GetObject', { Principal: '*', Resource: 'arn:aws:s3:::docs/*' }),
            ]),
          }
        : {}),
    })
    const acl = { objectOwnership: 'ObjectWriter' as const, objectAcl: publicRead }
    expect(
      allowed({
        'ACL, BlockPublicAcls': asked({ ...acl, publicAccessBlock: { bucket: { blockPublicAcls: true } } }),
        'ACL, IgnorePublicAcls': asked({ ...acl, publicAccessBlock: { bucket: { ignorePublicAcls: true } } }),
        'policy, BlockPublicPolicy': asked(
          { publicAccessBlock: { bucket: { blockPublicPolicy: true } } },
          true,
        ),
        'policy, RestrictPublicBuckets': asked(
          { publicAccessBlock: { bucket: { restrictPublicBuckets: true } } },
          true,
        ),
        'ACL, bucket owner enforced': asked({ ...acl, objectOwnership: 'BucketOwnerEnforced' }),
      }),
    ).toEqual(['ACL, BlockPublicAcls', 'policy, BlockPublicPolicy'])
  })

  test('SCP: root users of member accounts are bound, the management account and service-linked roles are not (SCPs)', () => {
    const deny = policyOf([{ Effect: 'Deny', Action: 'ec2:*', Resource: '*' }])
    const full = policyOf([allow('*')])
    const asked = (principal: string, owner = account): IamCase => ({
      principal,
      action: 'ec2:RunInstances',
      resource: `arn:aws:ec2:us-east-1:${owner}:instance/*`,
      owner,
      identity: full,
      scp: [{ id: 'Root', policies: [full, deny] }],
      managementAccount: partner,
    })
    expect(
      allowed({
        'root of a member': asked(`arn:aws:iam::${account}:root`),
        'administrator of a member': asked(`arn:aws:iam::${account}:role/Admin`),
        'administrator of the management account': asked(`arn:aws:iam::${partner}:role/Admin`, partner),
        'service-linked role': asked(
          `arn:aws:iam::${account}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`,
        ),
      }),
    ).toEqual(['administrator of the management account', 'service-linked role'])
  })

  test('procedures: steps as the pages list them, each with one order', () => {
    const orderOf = (id: string): string[] =>
      orderSteps(securityProcedures.find((procedure) => procedure.id === id)?.steps ?? [])
    expect(orderOf('rotate-access-key')).toEqual(['create', 'update', 'check', 'deactivate', 'delete'])
    expect(orderOf('rotate-secret')).toEqual(['create', 'set', 'test', 'finish'])
    expect(orderOf('encrypt-database')).toEqual(['snapshot', 'copy', 'restore', 'switch', 'delete'])
    const all = [...securityProcedures, ...mlProcedures]
    expect(all.filter(({ steps }) => !hasOneOrder(steps)).map(({ id }) => id)).toEqual([])
  })
})
