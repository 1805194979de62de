import type { FactValues } from '../cloud-facts.ts'
import { aFlag, aNumber, aText, aWord, listOf, optional, record, type Shape } from '../shape.ts'
import type { Trail } from './trail.ts'

/** Facts that a queue depends on. */
export const queueFactIds = [
  'sqs-visibility-default',
  'sqs-visibility-most',
  'sqs-retention-default',
  'sqs-retention-least',
  'sqs-retention-most',
  'sqs-delay-most',
  'sqs-receive-most',
  'sqs-deduplication-seconds',
] as const

/** The facts of queues. */
export type QueueFacts = Pick<FactValues, (typeof queueFactIds)[number]>

/**
 * A message sent at a second. The first `failures` attempts to process it fail (0 when absent). `group` and
 * `deduplicationId` matter in FIFO queues only; without a group of its own a message there has the group of all others.
 */
export type SentMessage = {
  readonly id: string
  readonly at: number
  readonly group?: string
  readonly deduplicationId?: string
  readonly delay?: number
  readonly failures?: number
}

/**
 * A queue, its messages and its consumers. Times are in seconds; visibility timeout, delay and retention have the
 * documented defaults. With `maxReceiveCount` there is a dead-letter queue. Each of `consumers` (1 when absent) receives up
 * to `batch` messages (1 when absent) whenever it is idle, processes them one after another in `seconds` each, and deletes
 * each after it (`message`, when absent) or all after the last (`batch`). The run ends at `until`; when absent, as soon as
 * nothing is left in the queue.
 */
export type QueueRun = {
  readonly fifo?: boolean
  readonly visibilityTimeout?: number
  readonly delay?: number
  readonly retention?: number
  readonly maxReceiveCount?: number
  readonly deadLetterRetention?: number
  readonly messages: readonly SentMessage[]
  readonly consumers?: number
  readonly batch?: number
  readonly seconds: number
  readonly deleteAfter?: 'message' | 'batch'
  readonly until?: number
}

/** Where a message is at the end. `deduplicated` ones were accepted but never stored. */
export type MessageState = 'queued' | 'in-flight' | 'deleted' | 'dead-lettered' | 'expired' | 'deduplicated'

/** A message at the end: how often it was received and processed with success, and when it came to its state. */
export type MessageOutcome = {
  readonly id: string
  readonly state: MessageState
  readonly at: number
  readonly receives: number
  readonly processed: number
}

/**
 * Every message, how many there are in each state, how often messages were received, how many successful processings were
 * repetitions, when the run ended, and what happened in words (the first 200 events).
 */
export type QueueOutcome = {
  readonly messages: readonly MessageOutcome[]
  readonly counts: Readonly<Record<MessageState, number>>
  readonly receives: number
  readonly duplicates: number
  readonly endedAt: number
  readonly trail: Trail
}

/** The form of a run. */
export const queueRunShape: Shape<QueueRun> = record<QueueRun>({
  fifo: optional(aFlag),
  visibilityTimeout: optional(aNumber),
  delay: optional(aNumber),
  retention: optional(aNumber),
  maxReceiveCount: optional(aNumber),
  deadLetterRetention: optional(aNumber),
  messages: listOf(
    record<SentMessage>({
      id: aText,
      at: aNumber,
      group: optional(aText),
      deduplicationId: optional(aText),
      delay: optional(aNumber),
      failures: optional(aNumber),
    }),
  ),
  consumers: optional(aNumber),
  batch: optional(aNumber),
  seconds: aNumber,
  deleteAfter: optional(aWord('message', 'batch')),
  until: optional(aNumber),
})
