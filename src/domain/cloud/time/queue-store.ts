import type { QueueSettings } from './queue-settings.ts'
import type { MessageState, SentMessage } from './queue-types.ts'

/** A message in the queue's books; `receipt` is the number of the receive that may delete it. */
export type HeldMessage = {
  readonly sent: SentMessage
  state: MessageState
  at: number
  visibleAt: number
  expiresAt: number
  receives: number
  processed: number
  receipt: number
}

/** Writes down what happens. */
export type Tell = (at: number, text: string) => void

const messageOf = (sent: SentMessage, settings: QueueSettings): HeldMessage => ({
  sent,
  state: 'queued',
  at: sent.at,
  visibleAt: sent.at + (sent.delay ?? settings.delay),
  expiresAt: sent.at + settings.retention,
  receives: 0,
  processed: 0,
  receipt: 0,
})

/** The books of one queue and its dead-letter queue: messages in the order of sending, and deduplication IDs with their times. */
export type QueueStore = {
  readonly settings: QueueSettings
  readonly tell: Tell
  readonly held: HeldMessage[]
  readonly acceptedAt: Map<string, number>
}

/** Opens an empty queue. */
export const openQueue = (settings: QueueSettings, tell: Tell): QueueStore => ({
  settings,
  tell,
  held: [],
  acceptedAt: new Map(),
})

/** True while a message can still be received. */
export const isStored = ({ state }: HeldMessage): boolean => state === 'queued' || state === 'in-flight'

function settle(message: HeldMessage, state: MessageState, at: number): void {
  message.state = state
  message.at = at
}

function isRepeated({ settings, acceptedAt }: QueueStore, { deduplicationId: id, at }: SentMessage): boolean {
  if (!settings.fifo || id === undefined) return false
  const first = acceptedAt.get(id)
  if (first !== undefined && at < first + settings.deduplication) return true
  acceptedAt.set(id, at)
  return false
}

/**
 * Takes a message in; a FIFO queue stores none whose deduplication ID it has accepted within the interval.
 *
 * @see Amazon SQS developer guide, FIFO queue key terms
 */
export function sendMessage(store: QueueStore, sent: SentMessage): void {
  const message = messageOf(sent, store.settings)
  store.held.push(message)
  if (!isRepeated(store, sent)) return
  message.state = 'deduplicated'
  store.tell(sent.at, `${sent.id} is accepted but not stored: its deduplication ID came within the interval.`)
}

/** A dead letter of a standard queue keeps its age, one of a FIFO queue starts anew. */
function bury({ settings, tell }: QueueStore, message: HeldMessage, at: number): void {
  settle(message, 'dead-lettered', at)
  message.expiresAt = (settings.fifo ? at : message.sent.at) + settings.deadLetterRetention
  tell(at, `${message.sent.id} was received ${message.receives} times and moves to the dead-letter queue.`)
}

function take({ settings, tell }: QueueStore, message: HeldMessage, at: number): void {
  message.receives += 1
  message.receipt += 1
  message.visibleAt = at + settings.visibilityTimeout
  settle(message, 'in-flight', at)
  tell(
    at,
    `${message.sent.id} is received (${message.receives}) and is invisible until ${message.visibleAt}.`,
  )
}

/**
 * One receive call. A message that was received more often than allowed moves to the dead-letter queue instead; in a FIFO
 * queue a message that cannot be received holds back the later ones of its group.
 *
 * @see Amazon SQS developer guide, Visibility timeout; Dead-letter queues; FIFO queue delivery logic
 */
export function receiveMessages(store: QueueStore, at: number): readonly HeldMessage[] {
  const { fifo, batch, maxReceiveCount } = store.settings
  const taken: HeldMessage[] = []
  const blocked = new Set<string>()
  for (const message of store.held.filter(isStored)) {
    if (taken.length === batch) break
    const group = message.sent.group ?? ''
    if (fifo && blocked.has(group)) continue
    if (message.visibleAt > at) blocked.add(group)
    else if (message.receives >= maxReceiveCount) bury(store, message, at)
    else taken.push(message)
  }
  for (const message of taken) take(store, message, at)
  return taken
}

/** A deletion by the receipt of one receive. */
export type Deletion = { readonly message: HeldMessage; readonly receipt: number }

/** Deletes a message unless the receipt is not its newest; in a FIFO queue the visibility timeout must not have passed. */
export function removeMessage(
  { settings, tell }: QueueStore,
  { message, receipt }: Deletion,
  at: number,
): void {
  if (!isStored(message)) return
  const stale = message.receipt !== receipt || (settings.fifo && at > message.visibleAt)
  if (!stale) settle(message, 'deleted', at)
  tell(at, `${message.sent.id} is ${stale ? 'not deleted: its receipt handle is out of date' : 'deleted'}.`)
}

/** Drops what has reached its retention period, dead letters among it. */
export function expireMessages({ held, tell }: QueueStore, at: number): void {
  for (const message of held) {
    if (message.expiresAt > at || !(isStored(message) || message.state === 'dead-lettered')) continue
    settle(message, 'expired', at)
    tell(at, `${message.sent.id} has reached its retention period and is gone.`)
  }
}
