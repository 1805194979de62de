import type { FactValues } from '../../cloud/cloud-facts.ts'
import { simulateQueue } from '../../cloud/time/queue.ts'
import type { SentMessage } from '../../cloud/time/queue-types.ts'
import type { Setting } from '../parts/setting.ts'
import type { Answers, Misconception } from '../types.ts'

/**
 * A backlog in a FIFO queue that consumers find when they start. `groups` counts the distinct messages of each group;
 * the first `resent` of the first group were sent once more, `gap` seconds after their first sending, with the same
 * deduplication IDs. Each message takes `seconds`.
 */
export type BacklogScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly groups: readonly number[]
  readonly resent: number
  readonly gap: number
  readonly consumers: number
  readonly seconds: number
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Everything that was sent: once, and some of it again. */
function sendings({ groups, resent, gap }: BacklogScenario): readonly SentMessage[] {
  const first = groups.flatMap((count, group) =>
    Array.from({ length: count }, (_, index) => ({
      id: `${group}-${index}`,
      at: 0,
      group: `g${group}`,
      deduplicationId: `${group}-${index}`,
    })),
  )
  const again = first.slice(0, resent).map((message) => ({ ...message, id: `${message.id}-again`, at: gap }))
  return [...first, ...again]
}

/** What the queue stores of the sendings; the consumers come later, so nothing has left it yet. */
function stored(scenario: BacklogScenario, facts: FactValues): readonly SentMessage[] {
  const messages = sendings(scenario)
  const { messages: outcomes } = simulateQueue({ fifo: true, messages, seconds: 1 }, facts)
  const kept = new Set(outcomes.filter(({ state }) => state !== 'deduplicated').map(({ id }) => id))
  return messages.filter(({ id }) => kept.has(id))
}

/** Seconds from the start of the consumers until the queue is empty. */
export function solveBacklog(scenario: BacklogScenario, facts: FactValues): Answers {
  const { consumers, seconds } = scenario
  const messages = stored(scenario, facts).map(({ id, group = '' }) => ({
    id,
    at: 0,
    group,
    deduplicationId: id,
  }))
  const run = { fifo: true, visibilityTimeout: 10 * seconds, messages, consumers, seconds }
  return [Math.max(...simulateQueue(run, facts).messages.map(({ at }) => at))]
}

/** Messages of each group when the queue keeps the repeated ones, and when it does not. */
export function groupSizes({ groups, resent }: BacklogScenario, keepsResent: boolean): readonly number[] {
  const [first = 0, ...others] = groups
  return [first + (keepsResent ? resent : 0), ...others]
}

/** Whether the repeated messages fall outside the deduplication interval. */
export const isKept = ({ gap }: BacklogScenario, facts: FactValues): boolean =>
  gap >= facts['sqs-deduplication-seconds']

type Belief = (sizes: readonly number[], scenario: BacklogScenario) => number

const believing =
  (belief: Belief, keeps: (scenario: BacklogScenario, facts: FactValues) => boolean = isKept) =>
  (scenario: BacklogScenario, facts: FactValues): Answers => [
    scenario.seconds * belief(groupSizes(scenario, keeps(scenario, facts)), scenario),
  ]

const longestGroup: Belief = (sizes) => Math.max(...sizes)

/** Beliefs about what a FIFO queue keeps in order, and what it drops. */
export const backlogMisconceptions: readonly Misconception<BacklogScenario>[] = [
  {
    id: 'one-order',
    statement: 'A FIFO queue hands out one message at a time, in one order for the whole queue.',
    solve: believing(sum),
  },
  {
    id: 'shared-freely',
    statement:
      'Idle consumers take the next message of any group, even while another of that group is in flight.',
    solve: believing((sizes, { consumers }) => Math.ceil(sum(sizes) / consumers)),
  },
  {
    id: 'even-groups',
    statement: 'Amazon SQS spreads messages over the groups so that all groups finish together.',
    solve: believing((sizes) => Math.ceil(sum(sizes) / sizes.length)),
  },
  {
    id: 'deduplicated-for-good',
    statement: 'A deduplication ID is refused for as long as the queue exists.',
    solve: believing(longestGroup, () => false),
  },
  {
    id: 'not-deduplicated',
    statement: 'A FIFO queue stores each message that is sent, whatever its deduplication ID.',
    solve: believing(longestGroup, () => true),
  },
  {
    id: 'all-in-one-order',
    statement: 'A FIFO queue hands out each message that was sent, one after the other.',
    solve: believing(sum, () => true),
  },
]
