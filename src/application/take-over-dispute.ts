import { type DisputeDecided, takeDispute } from '../domain/item/dispute.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { Ports } from './ports.ts'
import { type DisputeLine, type DisputeUnknown, lineOf } from './read-disputes.ts'

/**
 * Gives a dispute an owner; from then on its item is not drawn until it is decided.
 * @returns the dispute, or `dispute-unknown`, `dispute-decided`
 */
export async function takeOverDispute(
  ports: Pick<Ports, 'clock' | 'disputes'>,
  request: { readonly disputeId: string; readonly owner: string },
): Promise<Result<DisputeLine, DisputeUnknown | DisputeDecided>> {
  const dispute = await ports.disputes.find(request.disputeId)
  if (dispute === undefined) return fail({ code: 'dispute-unknown' })
  const taken = takeDispute(dispute, request.owner.trim())
  if (!taken.ok) return taken
  if (await ports.disputes.update(taken.value, dispute.state)) return ok(lineOf(ports, taken.value))
  return takeOverDispute(ports, request)
}
