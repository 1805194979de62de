import { queueFactIds } from '../../cloud/time/queue-types.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { between, chance, pick, pickSome } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting } from '../parts/setting.ts'
import type { FamilyModel } from '../types.ts'
import { renderBacklog } from './render.ts'
import {
  type BacklogScenario,
  backlogMisconceptions,
  groupSizes,
  type PlanName,
  solveBacklog,
} from './solve.ts'

/** A kind that groups messages now, and the kind of its members. */
const kinds = [
  ['branch', 'account'],
  ['region', 'customer'],
  ['site', 'device'],
  ['tenant', 'user'],
  ['partner', 'contract'],
  ['office', 'case'],
  ['country', 'order'],
] as const

const others: readonly PlanName[] = [
  'more-consumers',
  'group-per-message',
  'standard-queue',
  'high-throughput',
  'batches',
]

/** Finer groups are the answer where order counts within the fine kind, and faster work where it counts within the coarse one. */
function sampleBacklog(random: SeededRandom): BacklogScenario {
  const order = chance(random, 0.55) ? 'fine' : 'coarse'
  const [coarse, fine] = pick(random, kinds)
  const large = Array.from({ length: between(random, 5, 7) }, () => between(random, 1, 3))
  const small = Array.from({ length: between(random, 3, 5) }, () =>
    Array.from({ length: between(random, 2, 3) }, () => between(random, 1, 2)),
  )
  const consumers = small.length + between(random, 4, 9)
  const seconds = between(random, 4, 9)
  const block = between(random, 37, 94)
  const minutes = (block * large.reduce((total, count) => total + count, 0) * seconds) / 60
  const deadline = Math.round((minutes * between(random, 48, 75)) / 100)
  return {
    setting: drawSetting(random),
    rendering: random.integer(4),
    style: random.integer(2),
    ...{ coarse, fine, order, block, consumers, seconds, deadline },
    blocks: [large, ...small],
    moreConsumers: consumers * 2,
    faster: between(random, 2, seconds - 1),
    plans: ['finer-groups', 'faster-work', ...pickSome(random, others, 4)],
  }
}

/** Minutes between the end of the work and the deadline, so that nothing hangs on a message. */
const clearMinutes = 2

/** Faster work alone is in time where order counts within the coarse kind, and clearly too slow elsewhere. */
function isClear(scenario: BacklogScenario): boolean {
  const { faster, deadline, order } = scenario
  const spare = deadline - (Math.max(...groupSizes(scenario)) * faster) / 60
  return Math.abs(spare) > clearMinutes && spare > 0 === (order === 'coarse')
}

/** The change after which a FIFO queue works off its load in time and in order. */
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
  constraints: isClear,
  features: ({ rendering, order }) => ({ rendering, coarse: Number(order === 'coarse') }),
  angoff: ({ coarse = 0 }) => 0.64 - 0.08 * coarse,
}

export const fifoBacklog = familyOf(fifoBacklogModel)
