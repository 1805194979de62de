import type { JsonObject } from '../../domain/cloud/json.ts'
import { answerOf, type Reason, textOf } from '../../domain/credential/reasons.ts'

/**
 * Stops the reading of a credential with the reason. It never leaves this room: the verifier turns it into a finding,
 * the signer into an error of its caller.
 */
export class Refused extends Error {
  readonly reason: Reason
  readonly facts: JsonObject

  constructor(reason: Reason, facts: JsonObject = {}) {
    super(`${textOf(reason)} ${JSON.stringify(facts)}`)
    this.reason = reason
    this.facts = facts
  }

  /** True where the refusal says nothing against the credential. */
  get undecided(): boolean {
    return answerOf(this.reason) === 'could-not-tell'
  }
}
