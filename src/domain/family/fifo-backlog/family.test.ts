import { seededRandom } from '../../kernel/seeded-random.ts'
import { tryFamily } from '../family-kit.fixture.ts'
import { fifoBacklogModel } from './family.ts'

const page =
  'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html'
const drawn = fifoBacklogModel.sample(seededRandom('documented'), {} as never)

tryFamily(fifoBacklogModel, {
  secondRoute: ({ groups: [first = 0, ...others], resent, gap, seconds }) => [
    seconds * Math.max(gap < 300 ? first : first + resent, ...others),
  ],
  golden: [
    {
      name: 'messages of one group follow each other, those of other groups are processed meanwhile',
      page,
      scenario: { ...drawn, groups: [6, 4, 5], resent: 2, gap: 60, consumers: 5, seconds: 10 },
      answers: [60],
    },
    {
      name: 'the same deduplication ID is taken again after the interval of five minutes',
      page: 'https://docs.aws.amazon.com/sdk-for-kotlin/api/latest/sqs/aws.sdk.kotlin.services.sqs.model/-send-message-request/message-deduplication-id.html',
      scenario: { ...drawn, groups: [6, 4, 5], resent: 2, gap: 600, consumers: 5, seconds: 10 },
      answers: [80],
    },
  ],
})
