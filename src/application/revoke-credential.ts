import { changeCredentialState, type StatePorts, type StateRequest } from './change-credential-state.ts'

/**
 * Revokes a credential for good; its bit in the status list is set in the same transaction, so that every verifier that asks
 * is told.
 *
 * @returns the credential, or `credential-unknown`, `credential-revoked`, `credential-changed`
 */
export const revokeCredential = (ports: StatePorts, request: StateRequest) =>
  changeCredentialState(ports, request, 'revoke')
