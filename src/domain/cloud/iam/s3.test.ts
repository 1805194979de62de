import { describe, expect, test } from 'vitest'
import {
  allow,
  ana,
  becauseOf,
  bob,
  bucket,
  decideCase,
  deny,
  everything,
  foreignRoot,
  grantTo,
  object,
  policy,
  root,
  there,
  verdictOf,
} from './case.fixture.ts'
import type { AclGrant, IamCase, S3Settings } from './types.ts'

const third = '333333333333'
const stranger = 'anonymous'
const gets: Partial<IamCase> = { action: 's3:GetObject', resource: object }
const open = policy(grantTo('*', 's3:GetObject'))
const may = policy(allow('s3:*'))
const acls = (more: Partial<S3Settings>): { readonly s3: S3Settings } => ({
  s3: { objectOwnership: 'ObjectWriter', ...more },
})
const to = (grantee: string, permission: AclGrant['permission'] = 'READ'): AclGrant => ({
  grantee,
  permission,
})

describe('RestrictPublicBuckets', () => {
  const restricted = { s3: { publicAccessBlock: { bucket: { restrictPublicBuckets: true } } } }

  test('voids a public bucket policy for everyone outside the account', () => {
    expect(verdictOf({ ...gets, principal: stranger, resourcePolicy: open })).toBe('allow resource')
    expect(verdictOf({ ...gets, principal: stranger, resourcePolicy: open, ...restricted })).toBe(
      'implicit resource',
    )
    expect(verdictOf({ ...gets, principal: bob, identity: may, resourcePolicy: open, ...restricted })).toBe(
      'implicit resource',
    )
    expect(becauseOf({ ...gets, principal: stranger, resourcePolicy: open, ...restricted }).text).toMatch(
      /RestrictPublicBuckets voids/,
    )
  })

  test('leaves the account itself and services alone', () => {
    expect(verdictOf({ ...gets, resourcePolicy: open, ...restricted })).toBe('allow resource')
    const trail = policy(
      grantTo({ Service: 'cloudtrail.amazonaws.com' }, 's3:*'),
      grantTo('*', 's3:GetObject'),
    )
    const writes = { action: 's3:PutObject', resource: object, resourcePolicy: trail, ...restricted }
    expect(verdictOf({ ...writes, principal: 'cloudtrail.amazonaws.com' })).toBe('allow resource')
  })

  test('also voids what a public policy grants to a named account', () => {
    const both = policy(grantTo({ AWS: there }, 's3:*'), grantTo('*', 's3:GetObject'))
    const asked = { ...gets, principal: bob, identity: may, ...restricted }
    expect(verdictOf({ ...asked, resourcePolicy: both })).toBe('implicit resource')
    expect(verdictOf({ ...asked, resourcePolicy: policy(grantTo({ AWS: there }, 's3:*')) })).toBe(
      'allow resource',
    )
  })

  test('counts when either the account or the bucket sets it', () => {
    const asked = { ...gets, principal: stranger, resourcePolicy: open }
    const [on, off] = [{ restrictPublicBuckets: true }, { restrictPublicBuckets: false }]
    const verdicts = [
      { account: on },
      { account: on, bucket: off },
      { account: off, bucket: on },
      { account: off, bucket: off },
    ].map((publicAccessBlock) => verdictOf({ ...asked, s3: { publicAccessBlock } }))
    expect(verdicts).toEqual([
      'implicit resource',
      'implicit resource',
      'implicit resource',
      'allow resource',
    ])
  })

  test('has no say on other services', () => {
    const anyone = policy(grantTo('*', 'sqs:*'))
    expect(verdictOf({ principal: stranger, resourcePolicy: anyone, ...restricted })).toBe('allow resource')
  })

  test('keeps denies in force', () => {
    const shut = policy(grantTo('*', 's3:GetObject'), deny('s3:*', '*', { Principal: '*' }))
    expect(verdictOf({ ...gets, principal: stranger, resourcePolicy: shut, ...restricted })).toBe(
      'explicit resource',
    )
  })
})

describe('access control lists', () => {
  test('count only where object ownership leaves them enabled', () => {
    const objectAcl = [to('AllUsers')]
    expect(verdictOf({ ...gets, principal: stranger, ...acls({ objectAcl }) })).toBe('allow acl')
    expect(verdictOf({ ...gets, principal: stranger, s3: { objectAcl } })).toBe('implicit resource')
    expect(
      verdictOf({ ...gets, principal: stranger, s3: { objectOwnership: 'BucketOwnerEnforced', objectAcl } }),
    ).toBe('implicit resource')
    expect(
      verdictOf({ ...gets, principal: stranger, s3: { objectOwnership: 'BucketOwnerPreferred', objectAcl } }),
    ).toBe('allow acl')
  })

  test('are void for groups of everyone under IgnorePublicAcls', () => {
    const publicAccessBlock = { account: { ignorePublicAcls: true } }
    const objectAcl = [to('AllUsers'), to(there)]
    expect(verdictOf({ ...gets, principal: stranger, ...acls({ objectAcl, publicAccessBlock }) })).toBe(
      'implicit resource',
    )
    expect(
      verdictOf({ ...gets, principal: bob, identity: may, ...acls({ objectAcl, publicAccessBlock }) }),
    ).toBe('allow acl')
  })

  test('of authenticated users want a signature', () => {
    const objectAcl = [to('http://acs.amazonaws.com/groups/global/AuthenticatedUsers')]
    expect(verdictOf({ ...gets, principal: stranger, ...acls({ objectAcl }) })).toBe('implicit resource')
    expect(verdictOf({ ...gets, principal: bob, identity: may, ...acls({ objectAcl }) })).toBe('allow acl')
  })

  test('open the way to another account, whose own policies must allow', () => {
    const shared = { ...gets, principal: bob, ...acls({ objectAcl: [to(there)] }) }
    expect(verdictOf({ ...shared, identity: may })).toBe('allow acl')
    expect(verdictOf(shared)).toBe('implicit identity')
    expect(verdictOf({ ...shared, principal: foreignRoot })).toBe('allow acl')
    expect(
      verdictOf({
        ...gets,
        principal: bob,
        canonicalUser: 'abc',
        identity: may,
        ...acls({ objectAcl: [to('abc')] }),
      }),
    ).toBe('allow acl')
  })

  test('of several grants the most direct one counts, in any order', () => {
    const own = to('111111111111')
    for (const objectAcl of [
      [own, to('AllUsers')],
      [to('AllUsers'), own],
    ])
      expect(verdictOf({ ...gets, ...acls({ objectAcl }) })).toBe('allow acl')
    expect(verdictOf({ ...gets, ...acls({ objectAcl: [own] }) })).toBe('implicit identity')
  })

  test('permissions map to actions as the user guide lists them', () => {
    const asks = (action: string, acl: Partial<S3Settings>, resource = object): string =>
      verdictOf({ principal: stranger, action, resource, ...acls(acl) })
    expect(asks('s3:GetObject', { objectAcl: [to('AllUsers', 'WRITE')] })).toBe('implicit resource')
    expect(asks('s3:GetObject', { objectAcl: [to('AllUsers', 'FULL_CONTROL')] })).toBe('allow acl')
    expect(asks('s3:GetObjectAcl', { objectAcl: [to('AllUsers', 'READ_ACP')] })).toBe('allow acl')
    expect(asks('s3:GetObject', { bucketAcl: [to('AllUsers')] })).toBe('implicit resource')
    expect(asks('s3:ListBucket', { bucketAcl: [to('AllUsers')] }, bucket)).toBe('allow acl')
    expect(asks('s3:PutObject', { bucketAcl: [to('AllUsers', 'WRITE')] })).toBe('allow acl')
    expect(asks('s3:DeleteObject', { bucketAcl: [to('AllUsers', 'FULL_CONTROL')] })).toBe('implicit resource')
  })

  test('a deny in the bucket policy beats them', () => {
    const resourcePolicy = policy(deny('s3:GetObject', '*', { Principal: '*' }))
    expect(
      verdictOf({ ...gets, principal: stranger, resourcePolicy, ...acls({ objectAcl: [to('AllUsers')] }) }),
    ).toBe('explicit resource')
  })

  test('name the grant that decided', () => {
    const objectAcl = [to(third), to('AllUsers')]
    expect(becauseOf({ ...gets, principal: stranger, ...acls({ objectAcl }) })).toMatchObject({
      layer: 'acl',
      policy: 's3.objectAcl[1]',
      text: expect.stringMatching(/the object ACL's READ for AllUsers/),
    })
  })
})

describe('objects that another account owns', () => {
  const foreign = acls({ objectOwner: third })
  const bucketPolicy = policy(grantTo({ AWS: there }, 's3:*'))

  test('are granted by their owner, not by the bucket policy', () => {
    const asked = { ...gets, principal: bob, identity: may, resourcePolicy: bucketPolicy }
    expect(verdictOf({ ...asked, ...foreign })).toBe('implicit resource')
    expect(becauseOf({ ...asked, ...foreign }).text).toMatch(/account 333333333333 owns the object/)
    expect(verdictOf({ ...asked, ...acls({ objectOwner: third, objectAcl: [to(there)] }) })).toBe('allow acl')
  })

  test('shut out the users and the root of the bucket account', () => {
    expect(verdictOf({ ...gets, identity: may, ...foreign })).toBe('implicit resource')
    expect(verdictOf({ ...gets, principal: root, ...foreign })).toBe('implicit resource')
    expect(
      verdictOf({ ...gets, identity: may, ...acls({ objectOwner: third, objectAcl: [to('111111111111')] }) }),
    ).toBe('allow acl')
  })

  test('are open to the users of their owner through identity policies', () => {
    const carl = `arn:aws:iam::${third}:user/carl`
    expect(verdictOf({ ...gets, principal: carl, identity: may, ...foreign })).toBe('allow identity')
  })

  test('can be denied and deleted by the owner of the bucket', () => {
    const resourcePolicy = policy(deny('s3:*', '*', { Principal: '*' }))
    const asked = {
      ...gets,
      principal: bob,
      identity: may,
      ...acls({ objectOwner: third, objectAcl: [to(there)] }),
    }
    expect(verdictOf({ ...asked, resourcePolicy })).toBe('explicit resource')
    expect(verdictOf({ action: 's3:DeleteObject', resource: object, identity: may, ...foreign })).toBe(
      'allow identity',
    )
  })

  test('belong to the bucket owner once ACLs are disabled', () => {
    const enforced = { s3: { objectOwnership: 'BucketOwnerEnforced', objectOwner: third } } as const
    expect(
      verdictOf({ ...gets, principal: bob, identity: may, resourcePolicy: bucketPolicy, ...enforced }),
    ).toBe('allow resource')
  })
})

describe('what S3 refuses outright', () => {
  const puts: Partial<IamCase> = { action: 's3:PutObject', resource: object, identity: everything }
  const blocked = { publicAccessBlock: { bucket: { blockPublicAcls: true, blockPublicPolicy: true } } }

  test('a public ACL under BlockPublicAcls', () => {
    const publicRead = acls({ ...blocked, requestAcl: 'public-read' })
    expect(verdictOf({ ...puts, ...publicRead })).toBe('explicit public-access-block')
    expect(verdictOf({ ...puts, ...publicRead, action: 's3:PutObjectAcl' })).toBe(
      'explicit public-access-block',
    )
    expect(verdictOf({ ...puts, ...acls({ ...blocked, requestAcl: 'private' }) })).toBe('allow identity')
    expect(verdictOf({ ...puts, ...acls({ requestAcl: 'public-read' }) })).toBe('allow identity')
    expect(verdictOf({ ...puts, ...publicRead, action: 's3:GetObject' })).toBe('allow identity')
  })

  test('a bucket created with a public ACL, by the setting of the account alone', () => {
    const creates = { ...puts, action: 's3:CreateBucket', resource: bucket }
    expect(verdictOf({ ...creates, ...acls({ ...blocked, requestAcl: 'public-read' }) })).toBe(
      'allow identity',
    )
    const byAccount = { publicAccessBlock: { account: { blockPublicAcls: true } } }
    expect(verdictOf({ ...creates, ...acls({ ...byAccount, requestAcl: 'public-read' }) })).toBe(
      'explicit public-access-block',
    )
  })

  test('any ACL but the bucket owner full control where ACLs are disabled', () => {
    expect(verdictOf({ ...puts, s3: { requestAcl: 'private' } })).toBe('explicit object-ownership')
    expect(verdictOf({ ...puts, s3: { requestAcl: [to(there)] } })).toBe('explicit object-ownership')
    expect(verdictOf({ ...puts, s3: { requestAcl: 'bucket-owner-full-control' } })).toBe('allow identity')
    expect(verdictOf({ ...puts, s3: {} })).toBe('allow identity')
  })

  test('a public bucket policy under BlockPublicPolicy', () => {
    const sets = { ...puts, action: 's3:PutBucketPolicy', resource: bucket }
    expect(verdictOf({ ...sets, s3: { ...blocked, requestPolicy: open } })).toBe(
      'explicit public-access-block',
    )
    expect(verdictOf({ ...sets, s3: { requestPolicy: open } })).toBe('allow identity')
    const closed = policy(grantTo({ AWS: there }, 's3:*'))
    expect(verdictOf({ ...sets, s3: { ...blocked, requestPolicy: closed } })).toBe('allow identity')
  })

  test('after policies have had their deny, with words of its own', () => {
    const denied = { ...puts, identity: policy(deny()), s3: { requestAcl: 'private' } }
    expect(verdictOf(denied)).toBe('explicit identity')
    const { because } = decideCase({ ...puts, principal: ana, s3: { requestAcl: 'private' } })
    expect(because).toEqual({
      layer: 'object-ownership',
      policy: null,
      statement: null,
      effect: 'Deny',
      text: 'Explicit deny: ACLs are disabled on the bucket, so s3:PutObject must not set one.',
    })
  })
})
