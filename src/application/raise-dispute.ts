import type { Attempt } from '../domain/attempt/types.ts'
import type { FormItem } from '../domain/form/types.ts'
import type { Dispute } from '../domain/item/dispute.ts'
import { changesNothing, isPossibleKey } from '../domain/item/key-change.ts'
import { keyOfResponse } from '../domain/item/key-of-response.ts'
import type { Response } from '../domain/item/types.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import { type ClosingPorts, findAttempt } from './close-attempt.ts'
import type { Ports } from './ports.ts'
import type { AttemptUnknown } from './submit-attempt.ts'

export type RaiseDispute = {
  readonly candidateId: string
  readonly attemptId: string
  readonly position: number
  readonly claim: string
  /** What the candidate holds to be the key, in presented identifiers; null where the claim names none. */
  readonly proposedKey: Response | null
  /** Page that supports the claim; null where none is named. */
  readonly source: string | null
}

export type RaiseRefusal =
  | AttemptUnknown
  | { readonly code: 'not-submitted' }
  | { readonly code: 'not-on-form' }
  | { readonly code: 'proposed-key-invalid'; readonly reason: 'incomplete' | 'same-as-key' }
  | { readonly code: 'dispute-exists'; readonly disputeId: string }

type Place = { readonly attempt: Attempt; readonly place: FormItem }

async function findPlace(
  ports: ClosingPorts,
  { attemptId, candidateId, position }: RaiseDispute,
): Promise<Result<Place, RaiseRefusal>> {
  const attempt = await findAttempt(ports, attemptId, candidateId)
  if (attempt === undefined) return fail({ code: 'attempt-unknown' })
  if (attempt.state === 'open') return fail({ code: 'not-submitted' })
  const place = attempt.form.items.find((item) => item.position === position)
  return place === undefined ? fail({ code: 'not-on-form' }) : ok({ attempt, place })
}

function readKey(place: FormItem, proposed: Response | null): Result<readonly number[] | null, RaiseRefusal> {
  if (proposed === null) return ok(null)
  const key = keyOfResponse(place, proposed)
  if (!isPossibleKey(place.item, key)) return fail({ code: 'proposed-key-invalid', reason: 'incomplete' })
  if (changesNothing(place.item, { key }))
    return fail({ code: 'proposed-key-invalid', reason: 'same-as-key' })
  return ok(key)
}

/** The candidate's own dispute of the same content that is still undecided. */
async function undecidedOf(
  ports: Pick<Ports, 'disputes'>,
  candidateId: string,
  { item }: FormItem,
): Promise<Dispute | undefined> {
  const own = await ports.disputes.ofCandidate(candidateId)
  return own.find(
    ({ itemId, itemHash, decidedAt }) => itemId === item.id && itemHash === item.hash && decidedAt === null,
  )
}

/**
 * Records a candidate's claim that an item of a closed attempt is wrong.
 *
 * @returns the dispute, or `attempt-unknown`, `not-submitted`, `not-on-form`, `proposed-key-invalid`, `dispute-exists`
 */
export async function raiseDispute(
  ports: ClosingPorts & Pick<Ports, 'identifiers' | 'disputes'>,
  request: RaiseDispute,
): Promise<Result<Dispute, RaiseRefusal>> {
  const found = await findPlace(ports, request)
  if (!found.ok) return found
  const { attempt, place } = found.value
  const proposedKey = readKey(place, request.proposedKey)
  if (!proposedKey.ok) return proposedKey
  const same = await undecidedOf(ports, request.candidateId, place)
  if (same !== undefined) return fail({ code: 'dispute-exists', disputeId: same.disputeId })
  const dispute: Dispute = {
    disputeId: ports.identifiers.next(),
    examCode: attempt.examCode,
    itemId: place.item.id,
    itemHash: place.item.hash,
    attemptId: attempt.attemptId,
    candidateId: request.candidateId,
    raisedAt: ports.clock.now(),
    claim: request.claim.trim(),
    proposedKey: proposedKey.value,
    source: request.source,
    state: 'open',
    owner: null,
    decidedAt: null,
    decision: null,
  }
  await ports.disputes.add(dispute)
  return ok(dispute)
}
