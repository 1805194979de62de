import { describe, expect, test } from 'vitest'
import {
  allow,
  ana,
  becauseOf,
  bob,
  deny,
  foreignRoot,
  grantTo,
  here,
  key,
  policy,
  role,
  session,
  verdictOf,
} from './case.fixture.ts'
import type { IamCase, KmsGrant } from './types.ts'

const nobody = policy(grantTo({ AWS: `arn:aws:iam::111111111111:role/admin` }, 'kms:*'))
const grant = (more: Partial<KmsGrant> = {}): KmsGrant => ({
  granteePrincipal: ana,
  operations: ['Decrypt', 'DescribeKey'],
  ...more,
})
const asking = (grants: readonly KmsGrant[], more: Partial<IamCase> = {}): Partial<IamCase> => ({
  action: 'kms:Decrypt',
  resource: key,
  resourcePolicy: nobody,
  kms: { grants },
  ...more,
})

describe('grants', () => {
  test('allow their grantee the listed operations, without any policy', () => {
    expect(verdictOf(asking([grant()]))).toBe('allow grant')
    expect(verdictOf(asking([]))).toBe('implicit resource')
    expect(verdictOf(asking([grant()], { action: 'kms:Encrypt' }))).toBe('implicit resource')
    expect(verdictOf(asking([grant()], { principal: session }))).toBe('implicit resource')
    expect(becauseOf(asking([grant({ operations: ['Encrypt'] }), grant()]))).toMatchObject({
      layer: 'grant',
      policy: 'kms.grants[1]',
      statement: null,
      effect: 'Allow',
    })
  })

  test('to a role are limited by its boundary and session policy, like policies that name it', () => {
    const toRole = [grant({ granteePrincipal: role })]
    const narrow = policy(allow('s3:*'))
    expect(verdictOf(asking(toRole, { principal: session }))).toBe('allow grant')
    expect(verdictOf(asking(toRole, { principal: session, boundary: narrow }))).toBe('implicit boundary')
    expect(verdictOf(asking(toRole, { principal: session, session: narrow }))).toBe('implicit session')
    expect(
      verdictOf(asking([grant({ granteePrincipal: session })], { principal: session, session: narrow })),
    ).toBe('allow grant')
  })

  test('to a principal of another account need no identity policy there', () => {
    const toBob = [grant({ granteePrincipal: bob })]
    expect(verdictOf(asking(toBob, { principal: bob }))).toBe('allow grant')
    expect(verdictOf(asking(toBob, { principal: bob, boundary: policy(allow('s3:*')) }))).toBe(
      'implicit boundary',
    )
  })

  test('to an account only delegate', () => {
    const toAccount = [grant({ granteePrincipal: foreignRoot })]
    expect(verdictOf(asking(toAccount, { principal: bob }))).toBe('implicit identity')
    expect(verdictOf(asking(toAccount, { principal: bob, identity: policy(allow('kms:*')) }))).toBe(
      'allow grant',
    )
  })

  test('of several the most direct one counts, in any order', () => {
    const [toAccount, toAna] = [grant({ granteePrincipal: here }), grant()]
    expect(verdictOf(asking([toAccount]))).toBe('implicit identity')
    expect(becauseOf(asking([toAccount, toAna])).policy).toBe('kms.grants[1]')
    expect(becauseOf(asking([toAna, toAccount])).policy).toBe('kms.grants[0]')
  })

  test('cannot undo a deny', () => {
    expect(verdictOf(asking([grant()], { identity: policy(deny('kms:*')) }))).toBe('explicit identity')
    const scp = [{ id: 'root', policies: [policy(allow('s3:*'))] }]
    expect(verdictOf(asking([grant()], { scp }))).toBe('implicit scp')
  })

  test('have no say on anything that is no key', () => {
    expect(
      verdictOf(asking([grant({ operations: ['ListKeys'] })], { action: 'kms:ListKeys', resource: '*' })),
    ).toBe('implicit identity')
  })

  test('may name a service as ListGrants shows it', () => {
    const toService = [grant({ granteePrincipal: 'rds.amazonaws.com' })]
    expect(verdictOf(asking(toService, { principal: 'rds.amazonaws.com' }))).toBe('allow grant')
    expect(verdictOf(asking([grant({ granteePrincipal: 'arn:aws:iam::1:x' })]))).toBe('implicit resource')
  })
})

describe('grant constraints', () => {
  const it = { 'kms:EncryptionContext:Department': 'IT' }
  const more = { ...it, 'kms:EncryptionContext:Purpose': 'Test' }
  const equals = [grant({ constraints: { encryptionContextEquals: { Department: 'IT' } } })]
  const subset = [grant({ constraints: { encryptionContextSubset: { Department: 'IT' } } })]

  test('EncryptionContextEquals wants exactly these pairs', () => {
    expect(verdictOf(asking(equals, { ctx: it }))).toBe('allow grant')
    expect(verdictOf(asking(equals, { ctx: more }))).toBe('implicit resource')
    expect(verdictOf(asking(equals))).toBe('implicit resource')
  })

  test('EncryptionContextSubset wants these pairs among others', () => {
    expect(verdictOf(asking(subset, { ctx: it }))).toBe('allow grant')
    expect(verdictOf(asking(subset, { ctx: more }))).toBe('allow grant')
    expect(verdictOf(asking(subset, { ctx: { 'kms:EncryptionContext:Purpose': 'Test' } }))).toBe(
      'implicit resource',
    )
  })

  test('keys and values keep their letter case', () => {
    expect(verdictOf(asking(subset, { ctx: { 'kms:EncryptionContext:department': 'IT' } }))).toBe(
      'implicit resource',
    )
    expect(verdictOf(asking(subset, { ctx: { 'kms:EncryptionContext:Department': 'it' } }))).toBe(
      'implicit resource',
    )
  })

  test('operations without an encryption context ignore them', () => {
    expect(verdictOf(asking(equals, { action: 'kms:DescribeKey' }))).toBe('allow grant')
  })
})

describe('retiring', () => {
  test('belongs to the retiring principal, and to the grantee if the grant says so', () => {
    const retires = { action: 'kms:RetireGrant' }
    expect(verdictOf(asking([grant({ retiringPrincipal: bob })], { ...retires, principal: bob }))).toBe(
      'allow grant',
    )
    expect(verdictOf(asking([grant({ retiringPrincipal: bob })], retires))).toBe('implicit resource')
    expect(verdictOf(asking([grant({ operations: ['RetireGrant'] })], retires))).toBe('allow grant')
    expect(verdictOf(asking([grant({ retiringPrincipal: bob })], { principal: bob }))).toBe(
      'implicit resource',
    )
  })
})
