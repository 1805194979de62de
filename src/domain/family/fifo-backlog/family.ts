import { queueFactIds } from '../../cloud/time/queue-types.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { between, chance, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting } from '../parts/setting.ts'
import type { FamilyModel } from '../types.ts'
import { renderBacklog } from './render.ts'
import { type BacklogScenario, backlogMisconceptions, solveBacklog } from './solve.ts'

function sampleBacklog(random: SeededRandom): BacklogScenario {
  const counts = Array.from({ length: between(random, 3, 4) }, () => between(random, 4, 15))
  const first = Math.max(...counts)
  const groups = [first, ...counts.toSpliced(counts.indexOf(first), 1)]
  return {
    setting: drawSetting(random),
    rendering: random.integer(3),
    groups,
    resent: between(random, 2, Math.min(first, 6)),
    gap: 60 * (chance(random, 0.65) ? between(random, 1, 4) : between(random, 7, 20)),
    consumers: groups.length + between(random, 1, 5),
    seconds: pick(random, [5, 6, 8, 9, 10, 12, 15, 20, 24, 30]),
  }
}

/** How long consumers need for the backlog of a FIFO queue, with groups and repeated messages. */
export const fifoBacklogModel: FamilyModel<BacklogScenario> = {
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
  sample: sampleBacklog,
  solve: solveBacklog,
  misconceptions: backlogMisconceptions,
  render: renderBacklog,
  // The first group decides, so that what becomes of the repeated messages matters.
  constraints: ({ groups: [first = 0, ...others] }) => others.every((count) => count < first),
  features: ({ rendering, groups, consumers }) => ({ rendering, groups: groups.length, consumers }),
  angoff: ({ groups = 3 }) => 0.64 - 0.03 * groups,
}

export const fifoBacklog = familyOf(fifoBacklogModel)
