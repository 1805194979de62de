import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { seededRandom } from '../../kernel/seeded-random.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { fifoBacklogModel } from './family.ts'
import { type BacklogScenario, keepsOrder, minutesUnder } from './solve.ts'

const page =
  'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html'
const values = factValues(shippedFacts())
const drawn = fifoBacklogModel.sample(seededRandom('documented'), values)

/** Hands groups to the consumer that is free first, in the order in which the queue holds them. */
function bySchedule(scenario: BacklogScenario) {
  const { blocks, block, consumers, moreConsumers, seconds, faster, deadline, plans } = scenario
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  return plans.filter((plan) => {
    const free = Array<number>(plan === 'more-consumers' ? moreConsumers : consumers).fill(0)
    const each = block * (plan === 'faster-work' ? faster : seconds)
    const groups = plan === 'finer-groups' ? blocks.flat() : blocks.map(sum)
    for (const count of groups)
      free.splice(free.indexOf(Math.min(...free)), 1, Math.min(...free) + count * each)
    return keepsOrder(plan, scenario) && Math.max(...free) / 60 <= deadline
  })
}

tryFamily(fifoBacklogModel, {
  secondRoute: bySchedule,
  golden: [
    {
      name: 'messages of one group follow each other, those of other groups are processed meanwhile',
      page,
      scenario: {
        ...drawn,
        order: 'fine',
        blocks: [
          [2, 2, 2],
          [1, 1],
        ],
        block: 60,
        ...{ consumers: 5, moreConsumers: 10, seconds: 5, faster: 4, deadline: 15 },
        plans: ['finer-groups', 'more-consumers', 'faster-work'],
      },
      answers: ['finer-groups'],
    },
  ],
})

describe('the time for a load', () => {
  test('is that of the largest group, however many consumers there are', () => {
    const scenario = {
      ...drawn,
      blocks: [[4, 2], [1]],
      block: 60,
      consumers: 3,
      moreConsumers: 30,
      seconds: 5,
    }
    expect(minutesUnder('batches', scenario, values)).toBe(30)
    expect(minutesUnder('more-consumers', scenario, values)).toBe(30)
    expect(minutesUnder('finer-groups', scenario, values)).toBe(20)
  })
})
