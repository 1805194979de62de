import { describe, expect, test } from 'vitest'
import { type CredentialState, changeState, refuseRewriting, type StateChange } from './lifecycle.ts'

const outcome = (state: CredentialState, change: StateChange): string => {
  const changed = changeState(state, change)
  return changed.ok ? changed.value : changed.error.code
}

describe('the state of a credential', () => {
  test.each<[CredentialState, StateChange, string]>([
    ['active', 'revoke', 'revoked'],
    ['active', 'suspend', 'suspended'],
    ['active', 'resume', 'credential-not-suspended'],
    ['suspended', 'revoke', 'revoked'],
    ['suspended', 'suspend', 'credential-suspended'],
    ['suspended', 'resume', 'active'],
    ['revoked', 'revoke', 'credential-revoked'],
    ['revoked', 'suspend', 'credential-revoked'],
    ['revoked', 'resume', 'credential-revoked'],
  ])('%s, then %s: %s', (state, change, expected) => {
    expect(outcome(state, change)).toBe(expected)
  })

  test('only an active credential is written anew', () => {
    expect(refuseRewriting('active')).toBeNull()
    expect(refuseRewriting('suspended')).toEqual({ code: 'credential-suspended' })
    expect(refuseRewriting('revoked')).toEqual({ code: 'credential-revoked' })
  })
})
