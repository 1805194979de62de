import {
  type Dispute,
  type DisputeDecided,
  type DisputeUnowned,
  decideDispute,
} from '../domain/item/dispute.ts'
import { changesNothing, isPossibleKey, type KeyChange } from '../domain/item/key-change.ts'
import { dateOf } from '../domain/kernel/calendar-date.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { applyKeyChanges } from './apply-key-changes.ts'
import type { LoadedPack, Ports } from './ports.ts'
import { type DisputeLine, type DisputeUnknown, disputedItem, lineOf } from './read-disputes.ts'

/** `key`: the right one as option indexes in the file; null withdraws the item; absent leaves the key as it is. */
export type Decision = {
  readonly disputeId: string
  readonly verdict: 'accepted' | 'rejected'
  readonly reason: string
  readonly key?: readonly number[] | null
}

export type DecideRefusal =
  | DisputeUnknown
  | DisputeDecided
  | DisputeUnowned
  | { readonly code: 'key-invalid' }
  | { readonly code: 'item-changed-since' }

/** Where a decision changes a key: the pack to write it beside, and the change. */
type PlannedChange = { readonly loaded: LoadedPack; readonly change: KeyChange }

function planChange(
  ports: Pick<Ports, 'content' | 'clock'>,
  dispute: Dispute,
  decision: Decision,
): Result<PlannedChange | null, DecideRefusal> {
  const { key, verdict, reason } = decision
  if (key === undefined) return ok(null)
  if (verdict === 'rejected') return fail({ code: 'key-invalid' })
  const disputed = disputedItem(ports, dispute)
  if (disputed === undefined || disputed.item.hash !== dispute.itemHash)
    return fail({ code: 'item-changed-since' })
  const { item, loaded } = disputed
  if (key !== null && (!isPossibleKey(item, key) || changesNothing(item, { key })))
    return fail({ code: 'key-invalid' })
  const on = dateOf(ports.clock.now())
  return ok({ loaded, change: { item: item.id, hash: item.hash, key, reason, on } })
}

/** What a decision led to. */
export type Decided = { readonly dispute: DisputeLine; readonly attemptsRescored: number }

/**
 * Decides a dispute. An accepted one with a key, or without any (`key: null`), writes the change beside the pack, takes the
 * item out of the pool until it is mended and reviewed again, and scores affected practice attempts again.
 *
 * @returns the dispute and how many attempts were scored again, or `dispute-unknown`, `dispute-decided`, `dispute-unowned`,
 * `key-invalid` (no possible key, or the present one), `item-changed-since` (the pack has another content by now)
 */
export async function settleDispute(
  ports: Pick<Ports, 'clock' | 'disputes' | 'content' | 'attempts' | 'keyChanges'>,
  decision: Decision,
): Promise<Result<Decided, DecideRefusal>> {
  const dispute = await ports.disputes.find(decision.disputeId)
  if (dispute === undefined) return fail({ code: 'dispute-unknown' })
  const { verdict, reason } = decision
  const decided = decideDispute(dispute, { verdict, reason, at: ports.clock.now() })
  if (!decided.ok) return decided
  const planned = planChange(ports, dispute, decision)
  if (!planned.ok) return planned
  // The change first: a decision that was told must not be without its effect, and a change that is written twice counts once.
  if (planned.value !== null) ports.keyChanges.append(planned.value.loaded, planned.value.change)
  if (!(await ports.disputes.update(decided.value, dispute.state)))
    return fail({ code: 'dispute-decided', state: decided.value.state })
  const attemptsRescored = planned.value === null ? 0 : await applyKeyChanges(ports)
  return ok({ dispute: lineOf(ports, decided.value), attemptsRescored })
}
