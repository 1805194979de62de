import { requireAtLeast, requirePositive, requireWhole, requireWithin } from '../capacity/require-number.ts'
import type { QueueFacts, QueueRun, SentMessage } from './queue-types.ts'

/** A run with every default filled in. */
export type QueueSettings = {
  readonly fifo: boolean
  readonly visibilityTimeout: number
  readonly delay: number
  readonly retention: number
  readonly maxReceiveCount: number
  readonly deadLetterRetention: number
  readonly consumers: number
  readonly batch: number
  readonly seconds: number
  readonly deleteAfter: 'message' | 'batch'
  readonly deduplication: number
  readonly until: number | null
}

/** Most messages of one run; the simulation looks at each of them at every event. */
const mostMessages = 2_000

function requireMessage({ at, delay, failures }: SentMessage, fifo: boolean, facts: QueueFacts): void {
  requireAtLeast('at', at, 0)
  requireWhole('failures', failures ?? 0, 0)
  requireWithin('delay', delay ?? 0, [0, facts['sqs-delay-most']])
  if (fifo && delay !== undefined)
    throw new RangeError('A FIFO queue has no delay for single messages; set the delay of the queue.')
}

function requireMessages(messages: readonly SentMessage[], fifo: boolean, facts: QueueFacts): void {
  if (messages.length > mostMessages) throw new RangeError(`messages must be at most ${mostMessages}.`)
  if (new Set(messages.map(({ id }) => id)).size < messages.length)
    throw new RangeError('Each message needs an id of its own.')
  for (const message of messages) requireMessage(message, fifo, facts)
}

/**
 * Fills in the defaults of a run and checks its numbers against the limits of the service.
 *
 * @throws RangeError for a number outside the service's limits, a repeated id, or more than 2,000 messages
 * @see Amazon SQS API reference, CreateQueue
 * @example queueSettings({ messages: [], seconds: 1 }, { 'sqs-visibility-default': 30, 'sqs-visibility-most': 43200, 'sqs-retention-default': 345600, 'sqs-retention-least': 60, 'sqs-retention-most': 1209600, 'sqs-delay-most': 900, 'sqs-receive-most': 10, 'sqs-deduplication-seconds': 300 }).visibilityTimeout // 30
 */
export function queueSettings(run: QueueRun, facts: QueueFacts): QueueSettings {
  const fifo = run.fifo ?? false
  requireMessages(run.messages, fifo, facts)
  const kept: readonly [number, number] = [facts['sqs-retention-least'], facts['sqs-retention-most']]
  const retention = requireWithin('retention', run.retention ?? facts['sqs-retention-default'], kept)
  const visible = run.visibilityTimeout ?? facts['sqs-visibility-default']
  return {
    fifo,
    visibilityTimeout: requireWithin('visibilityTimeout', visible, [0, facts['sqs-visibility-most']]),
    delay: requireWithin('delay', run.delay ?? 0, [0, facts['sqs-delay-most']]),
    retention,
    maxReceiveCount:
      run.maxReceiveCount === undefined
        ? Number.POSITIVE_INFINITY
        : requireWhole('maxReceiveCount', run.maxReceiveCount, 1),
    deadLetterRetention: requireWithin(
      'deadLetterRetention',
      run.deadLetterRetention ?? facts['sqs-retention-default'],
      kept,
    ),
    consumers: requireWhole('consumers', run.consumers ?? 1, 0),
    batch: requireWithin('batch', requireWhole('batch', run.batch ?? 1, 1), [1, facts['sqs-receive-most']]),
    seconds: requirePositive('seconds', run.seconds),
    deleteAfter: run.deleteAfter ?? 'message',
    deduplication: facts['sqs-deduplication-seconds'],
    until: run.until === undefined ? null : requireAtLeast('until', run.until, 0),
  }
}
