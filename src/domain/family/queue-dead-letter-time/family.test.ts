import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import type { Deed } from '../parts/deeds.ts'
import { deadLetterTimeModel } from './family.ts'
import { judgeQueue, type QueueScenario, type QueueState, type Wish } from './solve.ts'

const page =
  'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html'
const values = factValues(shippedFacts())
const fourDays = 4 * 24 * 60

/** Receives times visibility timeout, without a queue that runs. */
function byProducts({ visibility, receives, retention = fourDays, deadRetention = fourDays }: QueueState) {
  const givenUp = (receives ?? Number.POSITIVE_INFINITY) * visibility
  return (wish: Wish): boolean => {
    if (wish.kind === 'sound') return visibility > wish.minutes
    if (wish.kind === 'outage') return givenUp > wish.minutes && retention > wish.minutes
    if (wish.kind === 'bad') return givenUp <= wish.within && givenUp < retention
    return givenUp < retention && deadRetention > wish.after
  }
}

const deed = (means: string, state: QueueState): Deed<QueueState> => ({ means, text: means, why: '', state })

const scenario = (need: readonly Wish[], deeds: readonly Deed<QueueState>[]): QueueScenario => ({
  ...{ stem: '', rendering: 0, need, deeds },
})

tryFamily(deadLetterTimeModel, {
  secondRoute: ({ deeds, need }) =>
    deeds.filter(({ state }) => need.every(byProducts(state))).map(({ means }) => means),
  golden: [
    {
      name: 'with a maxReceiveCount of five, a message that was received five times is moved',
      page,
      scenario: scenario(
        [{ kind: 'bad', within: 26 }],
        [deed('five', { visibility: 5, receives: 5 }), deed('six', { visibility: 5, receives: 6 })],
      ),
      answers: ['five'],
    },
    {
      name: 'the retention of a dead-letter queue should be longer than that of its source, whose time counts',
      page,
      scenario: scenario(
        [{ kind: 'evidence', after: 5 * 24 * 60 }],
        [
          deed('source', { visibility: 5, receives: 3, retention: 2 * fourDays }),
          deed('dead', { visibility: 5, receives: 3, deadRetention: 2 * fourDays }),
        ],
      ),
      answers: ['dead'],
    },
  ],
})

describe('queues', () => {
  test('a timeout that ends during work gives a second receive', () => {
    const told = scenario([{ kind: 'sound', minutes: 6 }], [deed('short', { visibility: 5 })])
    expect(judgeQueue(told, values)).toEqual([])
  })
})
