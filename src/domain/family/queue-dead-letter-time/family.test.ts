import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { deadLetterTimeModel } from './family.ts'
import { minutesToDeadLetter, nameOf, type PoisonScenario } from './solve.ts'

const page =
  'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html'
const values = factValues(shippedFacts())

/** Receives times visibility timeout, without a queue that runs. */
const byProducts = ({ plans, deadline, attempts, longest }: PoisonScenario) =>
  plans
    .filter(
      ({ receives, visibility, retention }) =>
        retention === null &&
        receives * visibility <= deadline &&
        receives >= attempts &&
        visibility > longest,
    )
    .map(nameOf)

const five = { receives: 5, visibility: 5, retention: null }

tryFamily(deadLetterTimeModel, {
  secondRoute: byProducts,
  golden: [
    {
      name: 'a message that is received five times moves when it becomes visible once more',
      page,
      scenario: {
        ...deadLetterTimeModel.sample(seededRandom('documented'), values),
        crashAfter: 1,
        attempts: 5,
        longest: 4,
        deadline: 26,
        plans: [five, { ...five, receives: 6 }, { ...five, visibility: 6 }],
      },
      answers: [nameOf(five)],
    },
  ],
})

describe('the time to the dead-letter queue', () => {
  test('is receives times visibility timeout, and infinite when retention ends before', () => {
    expect(minutesToDeadLetter(five, 1, values)).toBe(25)
    expect(minutesToDeadLetter({ ...five, retention: 20 }, 1, values)).toBe(Number.POSITIVE_INFINITY)
  })
})
