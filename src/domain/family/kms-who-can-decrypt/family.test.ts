import { describe, expect, test } from 'vitest'
import { tryFamily } from '../family-kit.fixture.ts'
import { isAllowed } from '../iam/ask.ts'
import { whoCanDecryptModel } from './family.ts'
import {
  account,
  defaultPolicy,
  elsewhere,
  type KeyState,
  keyProbe,
  managedPolicy,
  permit,
  roleArn,
  rootArn,
  storageReads,
  toKey,
} from './ground.ts'

tryFamily(whoCanDecryptModel, { golden: [] })

describe('the key model agrees with the AWS KMS developer guide', () => {
  const decrypts = (state: KeyState, principal = roleArn(account, 'Reader')): boolean =>
    isAllowed(keyProbe(state, { who: 'reader', principal, wanted: true, viaStorage: true }).asked)
  const own = toKey

  test('default key policy: the account statement lets IAM policies decide, and without it they have no effect', () => {
    expect(decrypts({ policy: defaultPolicy, own })).toBe(true)
    expect(decrypts({ policy: defaultPolicy, own: storageReads })).toBe(false)
    expect(decrypts({ policy: [permit(roleArn(account, 'KeyAdmin'), 'kms:*')], own })).toBe(false)
  })

  test('a role named by the key policy of its account, or by a grant, needs no IAM policy', () => {
    const role = roleArn(account, 'Reader')
    expect(decrypts({ policy: [permit(role, 'kms:Decrypt')], own: storageReads })).toBe(true)
    const grants = [{ granteePrincipal: role, operations: ['Decrypt'] }]
    expect(decrypts({ policy: [permit(roleArn(account, 'KeyAdmin'), 'kms:*')], grants })).toBe(true)
  })

  test('other accounts need both the key policy and an IAM policy', () => {
    const stranger = roleArn(elsewhere, 'Reader')
    const policy = [permit(rootArn(elsewhere), 'kms:Decrypt')]
    expect(decrypts({ policy, own }, stranger)).toBe(true)
    expect(decrypts({ policy, own: storageReads }, stranger)).toBe(false)
    expect(decrypts({ policy: defaultPolicy, own }, stranger)).toBe(false)
  })

  test('an AWS managed key serves its account through its service, and a service gets in where it is named', () => {
    expect(decrypts({ policy: managedPolicy('s3') })).toBe(true)
    expect(decrypts({ policy: managedPolicy('s3'), own }, roleArn(elsewhere, 'Reader'))).toBe(false)
    expect(decrypts({ policy: managedPolicy('sqs') }, 'sns.amazonaws.com')).toBe(false)
    expect(decrypts({ policy: [permit('sns.amazonaws.com', 'kms:Decrypt')] }, 'sns.amazonaws.com')).toBe(true)
  })
})
