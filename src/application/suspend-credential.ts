import { changeCredentialState, type StatePorts, type StateRequest } from './change-credential-state.ts'

/**
 * Suspends a credential for a while. Open Badges 3.0 knows one status entry, for revocation; so a suspension is told by the
 * credential's page and by the API, and by no list.
 *
 * @returns the credential, or `credential-unknown`, `credential-revoked`, `credential-suspended`, `credential-changed`
 */
export const suspendCredential = (ports: StatePorts, request: StateRequest) =>
  changeCredentialState(ports, request, 'suspend')

/**
 * Ends a suspension.
 *
 * @returns the credential, or `credential-unknown`, `credential-revoked`, `credential-not-suspended`, `credential-changed`
 */
export const resumeCredential = (ports: StatePorts, request: StateRequest) =>
  changeCredentialState(ports, request, 'resume')
