import type { FactValues } from '../../cloud/cloud-facts.ts'
import { simulateQueue } from '../../cloud/time/queue.ts'
import type { QueueRun } from '../../cloud/time/queue-types.ts'
import { type DeedScenario, judging, type Trust } from '../parts/deeds.ts'

/** Settings of a queue, times in minutes. Without `receives` there is no dead-letter queue; absent settings have their defaults. */
export type QueueState = {
  readonly visibility: number
  readonly receives?: number
  readonly retention?: number
  readonly deadRetention?: number
  readonly delay?: number
  readonly fifo?: boolean
  readonly consumers?: number
}

/**
 * What has to happen to a message: a sound one whose work takes some minutes is processed once; a bad one, at which each
 * consumer crashes, is in the dead-letter queue in time, and still there when somebody looks; a message that fails while a
 * partner is down gets through afterwards.
 */
export type Wish =
  | { readonly kind: 'sound'; readonly minutes: number }
  | { readonly kind: 'bad'; readonly within: number }
  | { readonly kind: 'evidence'; readonly after: number }
  | { readonly kind: 'outage'; readonly minutes: number }

/** A situation of a queue. */
export type QueueScenario = DeedScenario<QueueState, readonly Wish[]>

const secondsPerMinute = 60
/** Minutes until a consumer crashes or gives up. */
const soon = 0.2

function runOf(state: QueueState, wish: Wish): QueueRun {
  const { visibility, receives, retention, deadRetention, delay = 0, fifo = false, consumers = 4 } = state
  const failures = {
    sound: 0,
    bad: Number.MAX_SAFE_INTEGER,
    evidence: Number.MAX_SAFE_INTEGER,
    outage: wish.kind === 'outage' ? Math.ceil(wish.minutes / visibility) : 0,
  }
  return {
    ...{ fifo, consumers, delay: delay * secondsPerMinute },
    visibilityTimeout: visibility * secondsPerMinute,
    ...(receives === undefined ? {} : { maxReceiveCount: receives }),
    ...(retention === undefined ? {} : { retention: retention * secondsPerMinute }),
    ...(deadRetention === undefined ? {} : { deadLetterRetention: deadRetention * secondsPerMinute }),
    messages: [{ id: 'message', at: 0, failures: failures[wish.kind] }],
    seconds: (wish.kind === 'sound' ? wish.minutes : soon) * secondsPerMinute,
    ...(wish.kind === 'bad' ? { until: wish.within * secondsPerMinute } : {}),
    ...(wish.kind === 'evidence' ? { until: wish.after * secondsPerMinute } : {}),
  }
}

function holds(state: QueueState, wish: Wish, facts: FactValues): boolean {
  const [message] = simulateQueue(runOf(state, wish), facts).messages
  if (message === undefined) return false
  if (wish.kind === 'bad' || wish.kind === 'evidence') return message.state === 'dead-lettered'
  return message.state === 'deleted' && message.processed === 1
}

/** Deeds after which each wish comes true in a run of the queue. */
export const judgeQueue = judging<QueueState, readonly Wish[]>((state, wishes, facts) =>
  wishes.every((wish) => holds(state, wish, facts)),
)

/** Beliefs about what brings a message through, or sets it aside. */
export const queueTrusts: readonly Trust[] = [
  {
    id: 'long-polling-reserves',
    statement: 'Long polling changes when a received message is handed out again.',
    means: 'polling',
  },
  {
    id: 'workers-help',
    statement: 'With more consumers, a message is neither handed out twice nor tried too often.',
    means: 'workers',
  },
  {
    id: 'retention-decides',
    statement:
      'The retention period of the queue decides how long a message is tried before it is set aside.',
    means: 'retention',
  },
  {
    id: 'fifo-once',
    statement: 'A FIFO queue hands out each message once, whether or not its consumer has finished.',
    means: 'fifo',
  },
  {
    id: 'count-cures',
    statement: 'maxReceiveCount decides whether a message in work is handed out again.',
    means: 'receives',
  },
  {
    id: 'timeout-cures',
    statement:
      'The visibility timeout decides how often a message is tried and how long it is kept, and work may take longer.',
    means: 'visibility',
  },
  {
    id: 'delay-hides',
    statement: 'A delivery delay hides a message again after each receive.',
    means: 'delay',
  },
  {
    id: 'dead-letter-clock',
    statement: 'The retention period of a dead-letter queue decides which messages come there.',
    means: 'dead-retention',
  },
]
