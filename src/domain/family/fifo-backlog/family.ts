import { queueFactIds } from '../../cloud/time/queue-types.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { deedModel } from '../parts/deeds.ts'
import { documentation } from '../parts/documentation.ts'
import { placedIn } from '../parts/placement.ts'
import type { FamilyModel } from '../types.ts'
import { bigStaysWhole, oneForAll, oneIsLarge, outOfOrder } from './cases.ts'
import { type FlowScenario, flowTrusts, judgeFlow } from './solve.ts'

/** The change after which a FIFO queue works off its load in time and in order. */
export const fifoBacklogModel: FamilyModel<FlowScenario> = {
  name: 'fifo-backlog',
  title: 'How long a FIFO backlog takes',
  kind: 'multiple-choice',
  placements: placedIn('DVA-C02 4.3', 'DVA-C03 1', 'SAA-C03 2.1', 'SAP-C02 2.4', 'SAP-C03 1', 'DOP-C02 3.2'),
  cognitive: 'analyse',
  services: ['sqs'],
  references: [
    documentation(
      'FIFO queue delivery logic in Amazon SQS',
      'AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html',
    ),
    documentation(
      'Using the message group ID with Amazon SQS FIFO Queues',
      'AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagegroupid-property.html',
    ),
  ],
  facts: queueFactIds,
  since: calendarDate('2026-11-24'),
  ...deedModel({
    situations: [oneIsLarge, oneForAll, outOfOrder, bigStaysWhole],
    judge: judgeFlow,
    trusts: flowTrusts,
  }),
  features: ({ rendering, need }) => ({ rendering, coarse: Number(need.order === 'coarse') }),
  angoff: ({ coarse = 0 }) => 0.66 - 0.08 * coarse,
}

export const fifoBacklog = familyOf(fifoBacklogModel)
