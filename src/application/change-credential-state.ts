import type { LogEvent } from '../domain/credential/issuance-log.ts'
import { changeState, type StateChange, type StateRefusal } from '../domain/credential/lifecycle.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { CredentialChanged } from './keep-credential.ts'
import { logged } from './keep-credential.ts'
import type { Ports, StoredCredential } from './ports.ts'
import { type CredentialUnknown, findCredential } from './read-credential.ts'

export type StatePorts = Pick<Ports, 'clock' | 'digests' | 'credentials'>

/** Which credential, whose (anyone's where no owner is given, for the issuer), and why. */
export type StateRequest = {
  readonly credentialId: string
  readonly candidateId?: string
  readonly reason: string
}

export type StateChangeRefusal = CredentialUnknown | StateRefusal | CredentialChanged

const events: Readonly<Record<StateChange, LogEvent>> = {
  revoke: 'revoked',
  suspend: 'suspended',
  resume: 'resumed',
}

/** Changes the state of a credential; its signed document stays as it is. */
export async function changeCredentialState(
  ports: StatePorts,
  request: StateRequest,
  change: StateChange,
): Promise<Result<StoredCredential, StateChangeRefusal>> {
  const found = await findCredential(ports, request)
  if (!found.ok) return found
  const state = changeState(found.value.state, change)
  if (!state.ok) return state
  const changed: StoredCredential = {
    ...found.value,
    state: state.value,
    stateReason: request.reason,
    stateAt: ports.clock.now(),
    revision: found.value.revision + 1,
  }
  const replaced = await ports.credentials.replace(logged(ports, changed, events[change]))
  return replaced ? ok(changed) : fail({ code: 'credential-changed' })
}
