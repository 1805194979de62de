import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { selectItem } from './select-item.ts'
import {
  type AdaptiveSession,
  type AdaptiveTestPlan,
  decideSessionStop,
  recordResponse,
  startSession,
} from './session.ts'
import type { StopReason } from './stopping.ts'

/** A session that has ended, and why. */
export type EndedSession = AdaptiveSession & { readonly reason: StopReason }

/**
 * Runs a whole adaptive test with an answer at hand for every item: for simulation and for replaying.
 *
 * @param respond true where the candidate answers the item correctly
 * @example runSession({ bank: prepareBank([{ parameters: { a: 1, b: 0, c: 0, d: 1 }, content: 0 }]), rule: { kind: 'maximum-information' }, stop: { fewest: 1, most: 1 }, contentShares: [1] }, () => true, seededRandom('a')).reason // 'length'
 */
export function runSession(
  plan: AdaptiveTestPlan,
  respond: (item: number) => boolean,
  random: SeededRandom,
): EndedSession {
  let session = startSession(plan, random)
  for (;;) {
    const reason = decideSessionStop(plan, session)
    if (reason !== null) return { ...session, reason }
    const item = selectItem(plan, session, random)
    if (item === null) return { ...session, reason: 'bank-exhausted' }
    session = recordResponse(plan, session, item, respond(item))
  }
}
