import { type QueueSettings, queueSettings } from './queue-settings.ts'
import {
  expireMessages,
  type HeldMessage,
  isStored,
  openQueue,
  type QueueStore,
  receiveMessages,
  removeMessage,
  sendMessage,
  type Tell,
} from './queue-store.ts'
import type { MessageState, QueueFacts, QueueOutcome, QueueRun, SentMessage } from './queue-types.ts'

/** A message on a consumer's desk: when it is done, when it is to be deleted, and by which receipt. */
type Job = {
  readonly message: HeldMessage
  readonly receipt: number
  readonly doneAt: number
  readonly deleteAt: number
  readonly succeeds: boolean
}

type Consumers = { jobs: Job[]; readonly freeAt: number[] }

function takeBatch(batch: readonly HeldMessage[], at: number, settings: QueueSettings): Job[] {
  const { seconds, deleteAfter } = settings
  return batch.map((message, index) => {
    const doneAt = at + (index + 1) * seconds
    return {
      message,
      receipt: message.receipt,
      doneAt,
      deleteAt: deleteAfter === 'batch' ? at + batch.length * seconds : doneAt,
      succeeds: message.receives > (message.sent.failures ?? 0),
    }
  })
}

/** Finishes what is due: counts successes and asks for deletions, which come before anything else of that second. */
function finish(consumers: Consumers, store: QueueStore, at: number): void {
  for (const { doneAt, message, succeeds } of consumers.jobs) {
    if (doneAt !== at) continue
    if (succeeds) message.processed += 1
    const again = message.processed > 1 ? ', not for the first time' : ''
    store.tell(at, `${message.sent.id} ${succeeds ? `is processed${again}` : 'fails'}.`)
  }
  for (const job of consumers.jobs) if (job.deleteAt === at && job.succeeds) removeMessage(store, job, at)
  consumers.jobs = consumers.jobs.filter(({ doneAt, deleteAt }) => Math.max(doneAt, deleteAt) > at)
}

function receive(consumers: Consumers, store: QueueStore, at: number): void {
  for (const [index, freeAt] of consumers.freeAt.entries()) {
    if (freeAt > at) continue
    const jobs = takeBatch(receiveMessages(store, at), at, store.settings)
    consumers.jobs.push(...jobs)
    if (jobs.length > 0) consumers.freeAt[index] = at + jobs.length * store.settings.seconds
  }
}

/** The next second at which anything can happen after `now`. */
function nextTime(
  now: number,
  unsent: readonly SentMessage[],
  consumers: Consumers,
  store: QueueStore,
): number {
  const times = [
    unsent[0]?.at ?? Number.POSITIVE_INFINITY,
    ...consumers.jobs.flatMap(({ doneAt, deleteAt }) => [doneAt, deleteAt]),
    ...store.held.flatMap((message) => {
      if (isStored(message)) return [message.visibleAt, message.expiresAt]
      return message.state === 'dead-lettered' ? [message.expiresAt] : []
    }),
  ]
  return times.reduce((least, time) => (time > now && time < least ? time : least), Number.POSITIVE_INFINITY)
}

const mostEvents = 200

const stateAt = ({ state, visibleAt }: HeldMessage, at: number): MessageState =>
  state === 'in-flight' && visibleAt <= at ? 'queued' : state

function summarize(held: readonly HeldMessage[], endedAt: number): Omit<QueueOutcome, 'trail'> {
  const messages = held.map((message) => {
    const { sent, at, receives, processed } = message
    return { id: sent.id, state: stateAt(message, endedAt), at, receives, processed }
  })
  const count = (state: MessageState): number => messages.filter((message) => message.state === state).length
  return {
    messages,
    counts: {
      queued: count('queued'),
      'in-flight': count('in-flight'),
      deleted: count('deleted'),
      'dead-lettered': count('dead-lettered'),
      expired: count('expired'),
      deduplicated: count('deduplicated'),
    },
    receives: messages.reduce((sum, { receives }) => sum + receives, 0),
    duplicates: messages.reduce((sum, { processed }) => sum + Math.max(0, processed - 1), 0),
    endedAt,
  }
}

/**
 * Runs a queue with its consumers in virtual time. A message that is not deleted within its visibility timeout becomes
 * visible and is received again: processing that takes longer than the timeout gives duplicates.
 *
 * @throws RangeError as queueSettings
 * @see Amazon SQS developer guide, Visibility timeout; Dead-letter queues; FIFO queue delivery logic
 * @example simulateQueue({ messages: [{ id: 'a', at: 0 }], seconds: 1 }, facts).counts.deleted // 1
 */
export function simulateQueue(run: QueueRun, facts: QueueFacts): QueueOutcome {
  const settings = queueSettings(run, facts)
  const trail: { at: number; text: string }[] = []
  const tell: Tell = (at, text) => {
    if (trail.length < mostEvents) trail.push({ at, text })
  }
  const store = openQueue(settings, tell)
  const unsent = [...run.messages].sort((left, right) => left.at - right.at)
  const consumers: Consumers = { jobs: [], freeAt: Array<number>(settings.consumers).fill(0) }
  const isBusy = (): boolean => unsent.length > 0 || consumers.jobs.length > 0 || store.held.some(isStored)
  let now = 0
  for (let at = unsent[0]?.at ?? 0; at <= (settings.until ?? Number.MAX_VALUE); ) {
    now = at
    finish(consumers, store, at)
    expireMessages(store, at)
    while (unsent[0]?.at === at) sendMessage(store, unsent.shift()!)
    receive(consumers, store, at)
    at = nextTime(at, unsent, consumers, store)
    if (settings.until === null && !isBusy()) break
  }
  return { ...summarize(store.held, settings.until ?? now), trail }
}
