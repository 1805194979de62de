import { describe, expect, test } from 'vitest'
import { ana, here, queue } from './case.fixture.ts'
import { readCase } from './read-case.ts'

const least = { principal: ana, action: 'sqs:SendMessage', resource: queue }

const faultsOf = (value: unknown): readonly string[] => {
  const read = readCase(value)
  return read.ok ? [] : read.error.faults
}

describe('readCase', () => {
  test('needs principal, action and resource, and no more', () => {
    expect(readCase(least)).toEqual({ ok: true, value: { case: least, ignored: [] } })
    expect(faultsOf({})).toEqual(['principal: missing', 'action: missing', 'resource: missing'])
    expect(faultsOf({ ...least, action: '' })).toEqual(['action: expected a text'])
    expect(faultsOf({ ...least, resource: 7 })).toEqual(['resource: expected a text'])
  })

  test('is no list and no text', () => {
    for (const value of [null, [], 'case', 7]) expect(faultsOf(value)).toEqual(['a case is an object'])
  })

  test('takes every member of the form', () => {
    const whole = {
      ...least,
      id: 'a-1',
      owner: here,
      ctx: { 'aws:TagKeys': ['a', 'b'], 's3:max-keys': 5, 'aws:SecureTransport': true },
      federatedBy: ana,
      canonicalUser: 'abc',
      identity: [],
      resourcePolicy: {},
      boundary: [],
      session: {},
      vpce: [],
      vpceType: 'gateway',
      scp: [{ id: 'root', policies: [] }, { policies: [] }],
      rcp: [],
      managementAccount: here,
      kms: {
        awsManaged: false,
        grants: [
          {
            granteePrincipal: ana,
            operations: ['Decrypt'],
            retiringPrincipal: ana,
            constraints: { encryptionContextEquals: { a: 'b' }, encryptionContextSubset: {} },
          },
        ],
      },
      s3: {
        publicAccessBlock: { account: { blockPublicAcls: true }, bucket: { ignorePublicAcls: false } },
        objectOwnership: 'ObjectWriter',
        bucketAcl: [{ grantee: 'AllUsers', permission: 'READ' }],
        objectAcl: [],
        objectOwner: here,
        requestAcl: 'private',
        requestPolicy: {},
      },
      expect: 'allow',
      src: 'EVAL',
      note: 'anything',
    }
    expect(faultsOf(whole)).toEqual([])
  })

  test('tells the path of every fault', () => {
    const wrong = {
      ...least,
      id: {},
      owner: '111',
      ctx: { 'aws:username': { a: 1 } },
      vpceType: 'peering',
      scp: [{ id: 'root' }, 'level'],
      managementAccount: 111111111111,
      kms: {
        grants: [{ operations: 'Decrypt', constraints: { encryptionContextEquals: { a: 1 } } }],
        aws: 1,
      },
      s3: {
        publicAccessBlock: { account: { blockPublicAcls: 'yes' }, buckets: {} },
        objectAcl: [{ grantee: here, permission: 'LIST' }],
        requestAcl: 5,
      },
    }
    expect(faultsOf(wrong)).toEqual([
      'id: expected a text or a number',
      'owner: expected a 12-digit account id',
      'ctx.aws:username: expected a text, number or boolean, or a list of them',
      'vpceType: expected "gateway" or "interface"',
      'scp[0].policies: missing',
      'scp[1]: expected an object',
      'managementAccount: expected a 12-digit account id',
      'kms.aws: not a member of this form',
      'kms.grants[0].granteePrincipal: missing',
      'kms.grants[0].operations: expected a list',
      'kms.grants[0].constraints.encryptionContextEquals: expected an object of texts',
      's3.publicAccessBlock.buckets: not a member of this form',
      's3.publicAccessBlock.account.blockPublicAcls: expected true or false',
      's3.objectAcl[0].permission: expected "READ" or "WRITE" or "READ_ACP" or "WRITE_ACP" or "FULL_CONTROL"',
      's3.requestAcl: expected a list',
    ])
    expect(faultsOf({ ...least, ctx: [] })).toEqual(['ctx: expected an object of context keys'])
  })

  test('null stands for absent, in the context too', () => {
    const read = readCase({
      ...least,
      owner: null,
      boundary: null,
      ctx: { 'aws:username': null, 'aws:userid': 'x' },
    })
    expect(read).toEqual({ ok: true, value: { case: { ...least, ctx: { 'aws:userid': 'x' } }, ignored: [] } })
  })

  test('null inside the settings of a service is a fault', () => {
    const constraints = { constraints: null, granteePrincipal: ana, operations: [] }
    expect(faultsOf({ ...least, kms: { grants: [constraints] }, s3: { requestAcl: null } })).toEqual([
      'kms.grants[0].constraints: expected an object',
      's3.requestAcl: expected a list',
    ])
  })

  test('names unknown members and goes on without them', () => {
    const read = readCase({ ...least, boundry: [], comment: '' })
    expect(read.ok && read.value.ignored).toEqual(['boundry', 'comment'])
  })
})
