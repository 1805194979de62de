import { queueFactIds } from '../../cloud/time/queue-types.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { between, pick } from '../parts/draw.ts'
import { placedIn } from '../parts/placement.ts'
import { drawSetting } from '../parts/setting.ts'
import type { FamilyModel } from '../types.ts'
import { renderPoison } from './render.ts'
import { type PoisonScenario, poisonMisconceptions, type QueuePlan, solvePoison } from './solve.ts'

/** Draws a plan that meets the requirements and plans near it: too slow, too few attempts, too little time for work. */
function sample(random: SeededRandom): PoisonScenario {
  const attempts = between(random, 2, 4)
  const longest = between(random, 4, 16)
  const visibility = longest + between(random, 1, 6)
  const deadline = attempts * visibility + between(random, 1, visibility - 1)
  const current = {
    receives: attempts + between(random, 1, 3),
    visibility: pick(random, [visibility, visibility + between(random, 3, 12), visibility * 2]),
    retention: null,
  }
  const settings = (receives: number, minutes: number): QueuePlan => ({
    receives,
    visibility: minutes,
    retention: null,
  })
  const slower = Math.floor(deadline / attempts) + between(random, 1, 4)
  return {
    setting: drawSetting(random),
    rendering: random.integer(4),
    style: random.integer(3),
    current,
    crashAfter: between(random, 1, 3),
    longest,
    attempts,
    deadline,
    plans: [
      settings(attempts, visibility),
      settings(attempts, slower),
      settings(attempts + 1, pick(random, [visibility, slower])),
      settings(attempts - 1, pick(random, [visibility, current.visibility])),
      settings(pick(random, [attempts, current.receives]), longest - between(random, 1, 3)),
      { ...current, retention: deadline },
    ],
  }
}

/** Plans differ from the present settings, which are too slow. */
const isRealistic = ({ plans, current, deadline }: PoisonScenario): boolean =>
  current.receives * current.visibility > deadline &&
  plans.every(
    ({ receives, visibility, retention }) =>
      retention !== null || receives !== current.receives || visibility !== current.visibility,
  )

/** Queue settings by which a message that cannot be processed is in the dead-letter queue in time. */
export const deadLetterTimeModel: FamilyModel<PoisonScenario> = {
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
  sample,
  solve: solvePoison,
  misconceptions: poisonMisconceptions,
  render: renderPoison,
  constraints: isRealistic,
  features: ({ rendering, attempts }) => ({ rendering, attempts }),
  angoff: ({ attempts = 2 }) => 0.7 - 0.04 * attempts,
}

export const deadLetterTime = familyOf(deadLetterTimeModel)
