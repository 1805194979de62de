import { ageInDays, type Dispute } from '../domain/item/dispute.ts'
import type { Item, Pack } from '../domain/item/types.ts'
import { toIso } from '../domain/kernel/instant.ts'
import { fail, ok, type Result } from '../domain/kernel/result.ts'
import type { LoadedPack, Ports } from './ports.ts'

/** A dispute in a list: who answers for it, how it stands and for how many days. Never holds the item's key. */
export type DisputeLine = Omit<Dispute, 'candidateId' | 'raisedAt' | 'decidedAt'> & {
  readonly raisedAt: string
  readonly decidedAt: string | null
  readonly ageDays: number
}

export type DisputeUnknown = { readonly code: 'dispute-unknown' }

/** A dispute as lists show it, with its age today. */
export function lineOf(ports: Pick<Ports, 'clock'>, { candidateId, ...dispute }: Dispute): DisputeLine {
  return {
    ...dispute,
    raisedAt: toIso(dispute.raisedAt),
    decidedAt: dispute.decidedAt === null ? null : toIso(dispute.decidedAt),
    ageDays: ageInDays(dispute, ports.clock.now()),
  }
}

/** An item that a dispute speaks of, as it stands today, and its pack. */
export type Disputed = { readonly loaded: LoadedPack; readonly item: Item }

/** Finds the item of a dispute; undefined where no pack has it any more. */
export function disputedItem({ content }: Pick<Ports, 'content'>, { itemId }: Dispute): Disputed | undefined {
  for (const loaded of content.packs()) {
    const entry = loaded.entries.find(({ item }) => item.id === itemId)
    if (entry !== undefined) return { loaded, item: entry.item }
  }
  return undefined
}

/** Every dispute of this installation, oldest first. */
export async function listDisputes(
  ports: Pick<Ports, 'clock' | 'disputes'>,
): Promise<readonly DisputeLine[]> {
  return (await ports.disputes.list()).map((dispute) => lineOf(ports, dispute))
}

/** True while the candidate has an attempt open on which the item stands: its key is not shown then. */
async function isOnOpenAttempt(
  { attempts }: Pick<Ports, 'attempts'>,
  candidateId: string,
  itemId: string,
): Promise<boolean> {
  const open = (await attempts.list(candidateId)).filter(({ state }) => state === 'open')
  for (const { attemptId } of open) {
    const attempt = await attempts.find(attemptId, candidateId)
    if (attempt?.form.items.some(({ item }) => item.id === itemId)) return true
  }
  return false
}

/** An item as those who decide on it see it: its key in words, its rationales. */
export type JudgedItem = {
  readonly kind: Item['kind']
  readonly stem: string
  /** `inKey`: "in the key", or its place in an order; null where it is neither. */
  readonly options: readonly {
    readonly text: string
    readonly rationale: string
    readonly inKey: string | null
  }[]
  /** Prompts with the number, from 1, of the option that the key matches. */
  readonly prompts: readonly { readonly text: string; readonly option: number }[]
}

function inKeyText(mark: Item['options'][number]['key']): string | null {
  if (typeof mark === 'number') return `place ${mark}`
  return mark === true ? 'in the key' : null
}

const judged = ({ kind, stem, options, prompts }: Item): JudgedItem => ({
  kind,
  stem,
  options: options.map(({ text, rationale, key }) => ({ text, rationale, inKey: inKeyText(key) })),
  prompts: prompts.map(({ text, option }) => ({ text, option: option + 1 })),
})

/** A dispute with its item; `item` null where no pack has it any more, or `withheld` while the reader has it on an open attempt. */
export type DisputeView = {
  readonly dispute: DisputeLine
  readonly item: JudgedItem | null
  readonly withheld: boolean
}

/** A dispute with the item and its key as they stand today, for those who answer for items. */
export async function readDispute(
  ports: Pick<Ports, 'clock' | 'disputes' | 'content' | 'attempts'>,
  request: { readonly disputeId: string; readonly candidateId: string },
): Promise<Result<DisputeView, DisputeUnknown>> {
  const dispute = await ports.disputes.find(request.disputeId)
  if (dispute === undefined) return fail({ code: 'dispute-unknown' })
  const withheld = await isOnOpenAttempt(ports, request.candidateId, dispute.itemId)
  const disputed = withheld ? undefined : disputedItem(ports, dispute)
  const item = disputed === undefined ? null : judged(disputed.item)
  return ok({ dispute: lineOf(ports, dispute), item, withheld })
}

/** A pack without the items that a dispute under review speaks of: nothing is scored on them while somebody looks. */
export function withoutItemsUnderReview(pack: Pack, disputes: readonly Dispute[]): Pack {
  const held = new Set(disputes.filter(({ state }) => state === 'under-review').map(({ itemId }) => itemId))
  return held.size === 0 ? pack : { ...pack, items: pack.items.filter(({ id }) => !held.has(id)) }
}
