import type { FactValues } from '../../cloud/cloud-facts.ts'
import { simulateQueue } from '../../cloud/time/queue.ts'
import type { Setting } from '../parts/setting.ts'
import type { Answers, Misconception } from '../types.ts'

/** A message that no consumer can process. Times in seconds; each attempt ends with a crash after `crashAfter`. */
export type PoisonScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly question: number
  readonly visibilityTimeout: number
  readonly maxReceiveCount: number
  readonly crashAfter: number
  readonly consumers: number
}

/** Seconds from the first receive until the message is in the dead-letter queue. */
export function solvePoison(scenario: PoisonScenario, facts: FactValues): Answers {
  const { visibilityTimeout, maxReceiveCount, crashAfter: seconds, consumers } = scenario
  const messages = [{ id: 'poison', at: 0, failures: maxReceiveCount + 1 }]
  const run = { visibilityTimeout, maxReceiveCount, messages, seconds, consumers }
  return simulateQueue(run, facts).messages.map(({ at }) => at)
}

type Belief = (scenario: PoisonScenario) => number

const believing =
  (seconds: Belief) =>
  (scenario: PoisonScenario): Answers => [seconds(scenario)]

/** Beliefs about when a message is given up. */
export const poisonMisconceptions: readonly Misconception<PoisonScenario>[] = [
  {
    id: 'last-failure',
    statement: 'A message moves at the moment in which its last permitted attempt fails.',
    solve: believing(
      ({ visibilityTimeout, maxReceiveCount, crashAfter }) =>
        (maxReceiveCount - 1) * visibilityTimeout + crashAfter,
    ),
  },
  {
    id: 'back-at-once',
    statement: 'A message is visible again as soon as its consumer crashes.',
    solve: believing(({ maxReceiveCount, crashAfter }) => maxReceiveCount * crashAfter),
  },
  {
    id: 'retries-only',
    statement: 'maxReceiveCount counts the attempts after the first one.',
    solve: believing(({ visibilityTimeout, maxReceiveCount }) => (maxReceiveCount + 1) * visibilityTimeout),
  },
  {
    id: 'timeout-after-crash',
    statement: 'The visibility timeout begins when processing ends.',
    solve: believing(
      ({ visibilityTimeout, maxReceiveCount, crashAfter }) =>
        maxReceiveCount * (visibilityTimeout + crashAfter),
    ),
  },
  {
    id: 'backoff',
    statement: 'Amazon SQS doubles the visibility timeout after each receive without a delete.',
    solve: believing(
      ({ visibilityTimeout, maxReceiveCount }) => visibilityTimeout * (2 ** maxReceiveCount - 1),
    ),
  },
  {
    id: 'one-timeout',
    statement: 'A message that is not deleted within one visibility timeout moves to the dead-letter queue.',
    solve: believing(({ visibilityTimeout }) => visibilityTimeout),
  },
]
