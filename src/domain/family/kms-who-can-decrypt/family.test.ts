import { describe, expect, test } from 'vitest'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { isAllowed } from '../iam/ask.ts'
import { whoCanDecryptModel } from './family.ts'
import {
  decryptProbe,
  drawKeyGround,
  type KeyState,
  type Own,
  permit,
  roleArn,
  rootArn,
  storageReads,
} from './ground.ts'

tryFamily(whoCanDecryptModel, { golden: [] })

describe('the key model agrees with the AWS KMS developer guide', () => {
  const ground = drawKeyGround(seededRandom('guide'))
  const { account, partner, key, role } = ground
  const toKey: Own = { action: 'kms:Decrypt', resource: key }
  const decrypts = (state: KeyState, own: Own, from = account): boolean =>
    isAllowed(decryptProbe(ground, state, { who: role, own, wanted: true, from }).asked)

  test('default key policy: the account statement lets IAM policies decide, and without it they have no effect', () => {
    expect(decrypts({ policy: [permit(rootArn(account), 'kms:*')] }, toKey)).toBe(true)
    expect(decrypts({ policy: [permit(rootArn(account), 'kms:*')] }, storageReads)).toBe(false)
    expect(decrypts({ policy: [permit(roleArn(account, 'KeyAdmin'), 'kms:*')] }, toKey)).toBe(false)
  })

  test('a role named by the key policy of its account, or by a grant, needs no IAM policy', () => {
    expect(decrypts({ policy: [permit(roleArn(account, role), 'kms:Decrypt')] }, storageReads)).toBe(true)
    const grants = [{ granteePrincipal: roleArn(account, role), operations: ['Decrypt'] }]
    expect(decrypts({ policy: [permit(roleArn(account, 'KeyAdmin'), 'kms:*')], grants }, storageReads)).toBe(
      true,
    )
  })

  test('other accounts need both the key policy and an IAM policy', () => {
    const named = [permit(rootArn(partner), 'kms:Decrypt')]
    expect(decrypts({ policy: named }, toKey, partner)).toBe(true)
    expect(decrypts({ policy: named }, storageReads, partner)).toBe(false)
    expect(decrypts({ policy: [permit(rootArn(account), 'kms:*')] }, toKey, partner)).toBe(false)
  })
})
