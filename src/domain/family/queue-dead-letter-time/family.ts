import { queueFactIds } from '../../cloud/time/queue-types.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { deedModel } from '../parts/deeds.ts'
import { documentation } from '../parts/documentation.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { doneTwice, evidenceGone, heardTooLate, neverSetAside, outageFillsIt } from './cases.ts'
import { judgeQueue, type QueueScenario, queueTrusts } from './solve.ts'

/** Which setting of a queue keeps jobs from being done twice, given up too early or too late, or lost as evidence. */
export const deadLetterTimeModel: FamilyModel<QueueScenario> = {
  name: 'queue-dead-letter-time',
  title: 'When a message reaches the dead-letter queue',
  kind: 'multiple-choice',
  placements: placedIn('DVA-C03 1', 'SAA-C03 2.1', 'SOA-C03 1.2', 'DOP-C02 5.3'),
  cognitive: 'analyse',
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
  ...deedModel({
    situations: [doneTwice, heardTooLate, neverSetAside, outageFillsIt, evidenceGone],
    judge: judgeQueue,
    trusts: queueTrusts,
  }),
  features: ({ rendering, need }) => ({ rendering, wishes: need.length }),
  angoff: ({ wishes = 1 }) => 0.68 - 0.05 * wishes,
}

export const deadLetterTime = familyOf(deadLetterTimeModel)
