import type { Instant } from '../kernel/instant.ts'
import { fail, ok, type Result } from '../kernel/result.ts'

/** `open`: waits for an owner; `under-review`: has one, and the item is not drawn meanwhile; the others are final. */
export type DisputeState = 'open' | 'under-review' | 'accepted' | 'rejected'

/** A candidate's claim, after a closed attempt, that an item is wrong. */
export type Dispute = {
  readonly disputeId: string
  readonly examCode: string
  readonly itemId: string
  /** Content hash of the item as it stood on the form. */
  readonly itemHash: string
  readonly attemptId: string
  readonly candidateId: string
  readonly raisedAt: Instant
  readonly claim: string
  /** The key that the candidate holds to be right, as option indexes in the file; null where none is proposed. */
  readonly proposedKey: readonly number[] | null
  /** Page that supports the claim. */
  readonly source: string | null
  readonly state: DisputeState
  /** Who answers for it; null while nobody does. */
  readonly owner: string | null
  readonly decidedAt: Instant | null
  /** What was decided and why, told to the candidate; null while it is not. */
  readonly decision: string | null
}

export type DisputeDecided = { readonly code: 'dispute-decided'; readonly state: DisputeState }
export type DisputeUnowned = { readonly code: 'dispute-unowned' }

const isFinal = ({ state }: Dispute): boolean => state === 'accepted' || state === 'rejected'

/**
 * Gives a dispute an owner, or another one; the item is under review from then on.
 * @returns the dispute, or `dispute-decided`
 * @example takeDispute({ ...dispute, state: 'accepted' }, 'mira').ok // false
 */
export function takeDispute(dispute: Dispute, owner: string): Result<Dispute, DisputeDecided> {
  if (isFinal(dispute)) return fail({ code: 'dispute-decided', state: dispute.state })
  return ok({ ...dispute, owner, state: 'under-review' })
}

/**
 * Decides a dispute that has an owner.
 * @returns the dispute, or `dispute-decided`, `dispute-unowned`
 * @example decideDispute({ ...dispute, owner: null }, decision).ok // false
 */
export function decideDispute(
  dispute: Dispute,
  decision: { readonly verdict: 'accepted' | 'rejected'; readonly reason: string; readonly at: Instant },
): Result<Dispute, DisputeDecided | DisputeUnowned> {
  if (isFinal(dispute)) return fail({ code: 'dispute-decided', state: dispute.state })
  if (dispute.owner === null) return fail({ code: 'dispute-unowned' })
  return ok({ ...dispute, state: decision.verdict, decision: decision.reason, decidedAt: decision.at })
}

/** Whole days that a dispute has been open, or was until its decision. @example ageInDays({ raisedAt: 0, decidedAt: null }, 90_000_000) // 1 */
export const ageInDays = (
  { raisedAt, decidedAt }: Pick<Dispute, 'raisedAt' | 'decidedAt'>,
  now: Instant,
): number => Math.floor(((decidedAt ?? now) - raisedAt) / 86_400_000)
