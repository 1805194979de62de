import { fail, ok, type Result } from '../kernel/result.ts'

/** `suspended` may come back to `active`; `revoked` is final. */
export type CredentialState = 'active' | 'suspended' | 'revoked'

/** What is done to a credential after it was issued. Each needs a reason, but resuming. */
export type StateChange = 'revoke' | 'suspend' | 'resume'

export type StateRefusal =
  | { readonly code: 'credential-revoked' }
  | { readonly code: 'credential-suspended' }
  | { readonly code: 'credential-not-suspended' }

/**
 * The state after a change. Nothing leaves `revoked`; what is suspended cannot be suspended again.
 *
 * @returns the new state, or `credential-revoked`, `credential-suspended`, `credential-not-suspended`
 * @example changeState('active', 'suspend') // { ok: true, value: 'suspended' }
 */
export function changeState(
  state: CredentialState,
  change: StateChange,
): Result<CredentialState, StateRefusal> {
  if (state === 'revoked') return fail({ code: 'credential-revoked' })
  if (change === 'revoke') return ok('revoked')
  if (change === 'suspend')
    return state === 'suspended' ? fail({ code: 'credential-suspended' }) : ok('suspended')
  return state === 'suspended' ? ok('active') : fail({ code: 'credential-not-suspended' })
}

/**
 * Whether a credential may be written anew (renewed, corrected): only while it is active.
 * @example refuseRewriting('active') // null
 */
export function refuseRewriting(state: CredentialState): StateRefusal | null {
  if (state === 'active') return null
  return { code: state === 'revoked' ? 'credential-revoked' : 'credential-suspended' }
}
