import { describe, expect, test } from 'vitest'
import {
  allow,
  ana,
  becauseOf,
  bob,
  decideCase,
  deny,
  everything,
  federated,
  foreignRoot,
  grantTo,
  here,
  key,
  policy,
  queue,
  role,
  root,
  session,
  target,
  there,
  trust,
  verdictOf,
} from './case.fixture.ts'

const sends = policy(allow('sqs:*'))
const reads = policy(allow('s3:*'))
const to = (principal: unknown, more = {}) => policy(grantTo(principal, 'sqs:*', more))

describe('within one account', () => {
  test('either side may allow', () => {
    expect(verdictOf({ identity: sends })).toBe('allow identity')
    expect(verdictOf({ resourcePolicy: to({ AWS: ana }) })).toBe('allow resource')
    expect(verdictOf({ identity: sends, resourcePolicy: to({ AWS: bob }) })).toBe('allow identity')
    expect(verdictOf({})).toBe('implicit identity')
    expect(verdictOf({ resourcePolicy: to({ AWS: bob }) })).toBe('implicit identity')
  })

  test('the account as principal only delegates', () => {
    expect(verdictOf({ resourcePolicy: to({ AWS: here }) })).toBe('implicit identity')
    expect(verdictOf({ resourcePolicy: to({ AWS: root }), identity: sends })).toBe('allow identity')
    expect(becauseOf({ resourcePolicy: to({ AWS: root }) }).text).toMatch(/an identity policy must as well/)
  })

  test('a boundary limits identity policies and grants nothing', () => {
    expect(verdictOf({ identity: everything, boundary: sends })).toBe('allow identity')
    expect(verdictOf({ identity: everything, boundary: reads })).toBe('implicit boundary')
    expect(verdictOf({ boundary: everything })).toBe('implicit identity')
    expect(verdictOf({ identity: everything, boundary: policy(allow(), deny('sqs:*')) })).toBe(
      'explicit boundary',
    )
  })

  /** The table of the user guide: what a resource policy grants, by the principal it names. */
  const table = [
    ['user', ana, { AWS: ana }, 'allow resource', 'allow resource'],
    ['role', session, { AWS: role }, 'implicit boundary', 'implicit session'],
    ['role session', session, { AWS: session }, 'allow resource', 'allow resource'],
    ['everyone', session, '*', 'allow resource', 'allow resource'],
  ] as const

  test.each(table)(
    'a grant to a %s, limited by boundary and session',
    (_, principal, named, bounded, cut) => {
      const asked = { principal, resourcePolicy: to(named) }
      expect(verdictOf(asked)).toBe('allow resource')
      expect(verdictOf({ ...asked, boundary: reads })).toBe(bounded)
      expect(verdictOf({ ...asked, session: reads })).toBe(cut)
      expect(verdictOf({ ...asked, session: sends, boundary: sends })).toBe('allow resource')
    },
  )

  test('an explicit deny anywhere beats a direct grant', () => {
    const resourcePolicy = to({ AWS: session })
    const asked = { principal: session, resourcePolicy }
    const no = policy(allow(), deny('sqs:*'))
    expect(verdictOf({ ...asked, identity: no })).toBe('explicit identity')
    expect(verdictOf({ ...asked, boundary: no })).toBe('explicit boundary')
    expect(verdictOf({ ...asked, session: no })).toBe('explicit session')
  })

  test('aws:PrincipalArn with everyone is a direct grant', () => {
    const resourcePolicy = to('*', { Condition: { ArnEquals: { 'aws:PrincipalArn': role } } })
    expect(verdictOf({ principal: session, resourcePolicy, boundary: reads })).toBe('allow resource')
    const other = `arn:aws:sts::${here}:assumed-role/other/s1`
    expect(verdictOf({ principal: other, resourcePolicy })).toBe('implicit identity')
  })

  test('NotPrincipal denies whoever has a boundary', () => {
    const resourcePolicy = policy({
      Effect: 'Deny',
      NotPrincipal: { AWS: [ana, root] },
      Action: 'sqs:*',
      Resource: '*',
    })
    expect(verdictOf({ identity: sends, resourcePolicy })).toBe('allow identity')
    const bounded = decideCase({ identity: sends, resourcePolicy, boundary: sends })
    expect(bounded.decision).toBe('explicit')
    expect(bounded.because.text).toMatch(/reaches every caller that has a permissions boundary/)
  })
})

describe('sessions', () => {
  const asked = { principal: session, identity: everything }

  test('have the intersection of role and session policies', () => {
    expect(verdictOf({ ...asked, session: sends })).toBe('allow identity')
    expect(verdictOf({ ...asked, session: reads })).toBe('implicit session')
    expect(verdictOf({ ...asked, identity: undefined, session: everything })).toBe('implicit identity')
    expect(verdictOf({ ...asked, session: [reads, sends] })).toBe('allow identity')
    expect(verdictOf(asked)).toBe('allow identity')
  })

  test('are limited by boundary, then by session policy', () => {
    expect(verdictOf({ ...asked, boundary: reads, session: reads })).toBe('implicit boundary')
    expect(verdictOf({ ...asked, boundary: sends, session: reads })).toBe('implicit session')
  })

  test('a federated user needs session policies, or a grant of its own', () => {
    const fay = { principal: federated, identity: everything }
    expect(verdictOf({ ...fay, session: sends })).toBe('allow identity')
    expect(verdictOf(fay)).toBe('implicit session')
    expect(verdictOf({ principal: federated, resourcePolicy: to({ AWS: federated }) })).toBe('allow resource')
    expect(verdictOf({ principal: federated, resourcePolicy: to({ AWS: federated }), session: reads })).toBe(
      'allow resource',
    )
  })

  test('a grant to the user who federated is cut by the session policy', () => {
    const fay = { principal: federated, federatedBy: ana, resourcePolicy: to({ AWS: ana }) }
    expect(verdictOf({ ...fay, session: sends })).toBe('allow resource')
    expect(verdictOf({ ...fay, session: reads })).toBe('implicit session')
    expect(verdictOf(fay)).toBe('implicit session')
    expect(verdictOf({ ...fay, federatedBy: bob, session: sends })).toBe('implicit identity')
  })
})

describe('across accounts', () => {
  const asked = { principal: bob, identity: sends, resourcePolicy: to({ AWS: bob }) }

  test('both sides must allow', () => {
    expect(verdictOf(asked)).toBe('allow resource')
    expect(becauseOf(asked).text).toMatch(/both sides agree on sqs:SendMessage/)
    expect(verdictOf({ ...asked, identity: undefined })).toBe('implicit identity')
    expect(verdictOf({ ...asked, resourcePolicy: undefined })).toBe('implicit resource')
    expect(verdictOf({ ...asked, resourcePolicy: to({ AWS: ana }) })).toBe('implicit resource')
  })

  test('the account, everyone, a role or a session will do on the side of the resource', () => {
    for (const named of [{ AWS: there }, { AWS: foreignRoot }, '*'])
      expect(verdictOf({ ...asked, resourcePolicy: to(named) })).toBe('allow resource')
    const guest = `arn:aws:sts::${there}:assumed-role/guest/s1`
    const byRole = to({ AWS: `arn:aws:iam::${there}:role/guest` })
    expect(verdictOf({ ...asked, principal: guest, resourcePolicy: byRole })).toBe('allow resource')
    expect(verdictOf({ ...asked, principal: guest, resourcePolicy: to({ AWS: guest }) })).toBe(
      'allow resource',
    )
  })

  test('boundary and session policy limit even who is named directly', () => {
    expect(verdictOf({ ...asked, boundary: reads })).toBe('implicit boundary')
    const guest = `arn:aws:sts::${there}:assumed-role/guest/s1`
    const named = { ...asked, principal: guest, resourcePolicy: to({ AWS: guest }) }
    expect(verdictOf({ ...named, session: reads })).toBe('implicit session')
    expect(verdictOf({ ...named, session: sends })).toBe('allow resource')
  })

  test('a deny on either side decides', () => {
    const no = policy(grantTo({ AWS: bob }), deny('sqs:*', '*', { Principal: '*' }))
    expect(verdictOf({ ...asked, resourcePolicy: no })).toBe('explicit resource')
    expect(verdictOf({ ...asked, identity: policy(allow(), deny('sqs:*')) })).toBe('explicit identity')
  })

  test('a root user has no identity policies to ask', () => {
    expect(verdictOf({ principal: foreignRoot, resourcePolicy: to({ AWS: there }) })).toBe('allow resource')
    expect(verdictOf({ principal: foreignRoot })).toBe('implicit resource')
  })

  test('the owner is the account in the ARN where it is not given', () => {
    expect(verdictOf({ ...asked, owner: undefined })).toBe('allow resource')
    expect(verdictOf({ ...asked, owner: undefined, resourcePolicy: undefined })).toBe('implicit resource')
    expect(verdictOf({ ...asked, owner: there, resourcePolicy: undefined })).toBe('allow identity')
  })
})

describe('callers without an account', () => {
  test('services need to be named, and conditions on the source hold', () => {
    const source = `arn:aws:sns:eu-west-1:${here}:topic`
    const named = to(
      { Service: 'sns.amazonaws.com' },
      { Condition: { ArnEquals: { 'aws:SourceArn': source } } },
    )
    const asked = { principal: 'sns.amazonaws.com', resourcePolicy: named }
    expect(verdictOf({ ...asked, ctx: { 'aws:SourceArn': source } })).toBe('allow resource')
    expect(verdictOf(asked)).toBe('implicit resource')
    expect(verdictOf({ ...asked, principal: 's3.amazonaws.com', ctx: { 'aws:SourceArn': source } })).toBe(
      'implicit resource',
    )
    expect(verdictOf({ principal: 'sns.amazonaws.com', identity: everything })).toBe('implicit resource')
  })

  test('anonymous callers need everyone', () => {
    expect(verdictOf({ principal: 'anonymous', resourcePolicy: to('*') })).toBe('allow resource')
    expect(verdictOf({ principal: 'anonymous', resourcePolicy: to({ AWS: here }) })).toBe('implicit resource')
  })
})

describe('role trust policies', () => {
  const assumes = { action: 'sts:AssumeRole', resource: target }
  const may = policy(allow('sts:AssumeRole', target))

  test('must allow in their own right, within the account too', () => {
    expect(verdictOf({ ...assumes, resourcePolicy: trust({ AWS: ana }) })).toBe('allow resource')
    expect(verdictOf({ ...assumes, identity: may })).toBe('implicit resource')
    expect(
      verdictOf({ ...assumes, identity: may, resourcePolicy: trust({ Service: 'ec2.amazonaws.com' }) }),
    ).toBe('implicit resource')
    expect(verdictOf({ ...assumes, resourcePolicy: trust({ AWS: here }) })).toBe('implicit identity')
    expect(verdictOf({ ...assumes, identity: may, resourcePolicy: trust({ AWS: here }) })).toBe(
      'allow resource',
    )
  })

  test('across accounts the caller must be allowed as well, and the external id must fit', () => {
    const withId = trust({ AWS: there }, { Condition: { StringEquals: { 'sts:ExternalId': 'x1' } } })
    const asked = { ...assumes, principal: bob, identity: may, resourcePolicy: withId }
    expect(verdictOf({ ...asked, ctx: { 'sts:ExternalId': 'x1' } })).toBe('allow resource')
    expect(verdictOf({ ...asked, ctx: { 'sts:ExternalId': 'x2' } })).toBe('implicit resource')
    expect(verdictOf(asked)).toBe('implicit resource')
    expect(verdictOf({ ...asked, identity: undefined, ctx: { 'sts:ExternalId': 'x1' } })).toBe(
      'implicit identity',
    )
  })

  test('identity providers vouch for callers that are nobody yet', () => {
    const provider = `arn:aws:iam::${here}:oidc-provider/token.actions.githubusercontent.com`
    const claims = {
      StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
      StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:acme/app:*' },
    }
    const resourcePolicy = policy({
      Effect: 'Allow',
      Principal: { Federated: provider },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: claims,
    })
    const asked = {
      principal: provider,
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: target,
      resourcePolicy,
    }
    const ctx = {
      'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
      'token.actions.githubusercontent.com:sub': 'repo:acme/app:ref:refs/heads/main',
    }
    expect(verdictOf({ ...asked, ctx })).toBe('allow resource')
    expect(
      verdictOf({ ...asked, ctx: { ...ctx, 'token.actions.githubusercontent.com:sub': 'repo:evil/app:x' } }),
    ).toBe('implicit resource')
    expect(verdictOf({ ...asked, ctx, principal: 'accounts.google.com' })).toBe('implicit resource')
  })

  test('a role that assumes itself must be trusted by itself', () => {
    const self = { ...assumes, principal: session, resource: role, identity: policy(allow('sts:AssumeRole')) }
    expect(verdictOf({ ...self, resourcePolicy: trust({ AWS: ana }) })).toBe('implicit resource')
    expect(verdictOf({ ...self, resourcePolicy: trust({ AWS: role }) })).toBe('allow resource')
  })

  test('a root user cannot assume a role', () => {
    expect(verdictOf({ ...assumes, principal: root, resourcePolicy: trust({ AWS: here }) })).toBe(
      'implicit root-user',
    )
  })
})

describe('key policies', () => {
  const decrypts = { action: 'kms:Decrypt', resource: key }
  const keyPolicy = (principal: unknown) => policy(grantTo(principal, 'kms:*'))
  const may = policy(allow('kms:Decrypt', key))

  test('must open the key to the account before an identity policy counts', () => {
    expect(
      verdictOf({
        ...decrypts,
        identity: may,
        resourcePolicy: keyPolicy({ AWS: `arn:aws:iam::${here}:role/admin` }),
      }),
    ).toBe('implicit resource')
    expect(verdictOf({ ...decrypts, identity: may, resourcePolicy: keyPolicy({ AWS: here }) })).toBe(
      'allow resource',
    )
    expect(verdictOf({ ...decrypts, resourcePolicy: keyPolicy({ AWS: here }) })).toBe('implicit identity')
    expect(verdictOf({ ...decrypts, resourcePolicy: keyPolicy({ AWS: ana }) })).toBe('allow resource')
    expect(verdictOf({ ...decrypts, identity: may })).toBe('implicit resource')
  })

  test('shut out even the root user where they do not name the account', () => {
    expect(verdictOf({ ...decrypts, principal: root, resourcePolicy: keyPolicy({ AWS: ana }) })).toBe(
      'implicit resource',
    )
    expect(verdictOf({ ...decrypts, principal: root, resourcePolicy: keyPolicy({ AWS: here }) })).toBe(
      'allow resource',
    )
  })

  test('across accounts name the account, whose identity policies delegate', () => {
    const asked = { ...decrypts, principal: bob, resourcePolicy: keyPolicy({ AWS: there }) }
    expect(verdictOf({ ...asked, identity: may })).toBe('allow resource')
    expect(verdictOf(asked)).toBe('implicit identity')
  })

  test('have no say in requests that name no key', () => {
    expect(verdictOf({ action: 'kms:ListKeys', resource: '*', identity: policy(allow('kms:List*')) })).toBe(
      'allow identity',
    )
  })
})

describe('calls that need no permission', () => {
  test('GetCallerIdentity and GetSessionToken, even under a deny', () => {
    const no = policy(deny())
    expect(verdictOf({ action: 'sts:GetCallerIdentity', resource: '*', identity: no })).toBe('allow service')
    expect(verdictOf({ action: 'sts:GetSessionToken', resource: '*', identity: no })).toBe('allow service')
    expect(verdictOf({ action: 'sts:GetSessionToken', resource: '*', principal: session })).toBe(
      'implicit identity',
    )
    expect(verdictOf({ action: 'sts:GetCallerIdentity', resource: '*', principal: 'anonymous' })).toBe(
      'implicit resource',
    )
  })
})

describe('what decided', () => {
  test('is a statement with its path and effect, or the layer that was silent', () => {
    expect(becauseOf({ identity: [reads, policy(allow('s3:*'), allow('sqs:*', queue))] })).toMatchObject({
      layer: 'identity',
      policy: 'identity[1]',
      statement: 1,
      effect: 'Allow',
    })
    expect(becauseOf({ identity: reads })).toMatchObject({
      layer: 'identity',
      policy: null,
      statement: null,
      effect: null,
    })
    expect(becauseOf({ identity: everything, boundary: policy(deny('sqs:*')) })).toMatchObject({
      policy: 'boundary',
      statement: 0,
      effect: 'Deny',
    })
  })
})
