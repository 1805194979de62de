import { queueFactIds } from '../../cloud/time/queue-types.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { between, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting } from '../parts/setting.ts'
import type { FamilyModel } from '../types.ts'
import { renderPoison } from './render.ts'
import { type PoisonScenario, poisonMisconceptions, solvePoison } from './solve.ts'

/** How long a message that cannot be processed takes until it is in the dead-letter queue. */
export const deadLetterTimeModel: FamilyModel<PoisonScenario> = {
  name: 'queue-dead-letter-time',
  title: 'When a message reaches the dead-letter queue',
  kind: 'multiple-choice',
  placements: placedIn('DVA-C03 1', 'SAA-C03 2.1', 'SOA-C03 1.2', 'DOP-C02 5.3'),
  cognitive: 'apply',
  services: ['sqs'],
  references: [
    documentation(
      'Amazon SQS visibility timeout',
      'AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-visibility-timeout.html',
    ),
    documentation(
      'Using dead-letter queues in Amazon SQS',
      'AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    ),
  ],
  facts: queueFactIds,
  since: calendarDate('2026-11-24'),
  sample: (random) => ({
    setting: drawSetting(random),
    rendering: random.integer(3),
    question: random.integer(3),
    visibilityTimeout: 60 * pick(random, [4, 5, 6, 7, 8, 9, 10, 12, 15, 18, 20, 25, 30]),
    maxReceiveCount: between(random, 2, 6),
    crashAfter: 60 * between(random, 1, 9),
    consumers: between(random, 2, 5),
  }),
  solve: solvePoison,
  misconceptions: poisonMisconceptions,
  render: renderPoison,
  constraints: ({ crashAfter, visibilityTimeout }) => crashAfter < visibilityTimeout / 2,
  features: ({ rendering, maxReceiveCount }) => ({ rendering, receives: maxReceiveCount }),
  angoff: ({ receives = 0 }) => 0.72 - 0.02 * receives,
}

export const deadLetterTime = familyOf(deadLetterTimeModel)
