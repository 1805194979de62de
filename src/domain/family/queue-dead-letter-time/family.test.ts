import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { deadLetterTimeModel } from './family.ts'

const page =
  'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html'

tryFamily(deadLetterTimeModel, {
  secondRoute: ({ maxReceiveCount, visibilityTimeout }) => [maxReceiveCount * visibilityTimeout],
  golden: [
    {
      name: 'a message that is received five times moves when it becomes visible once more',
      page,
      scenario: {
        ...deadLetterTimeModel.sample(seededRandom('documented'), {} as never),
        maxReceiveCount: 5,
        visibilityTimeout: 300,
        crashAfter: 60,
      },
      answers: [1_500],
    },
  ],
})
