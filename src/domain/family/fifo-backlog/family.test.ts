import { describe, expect, test } from 'vitest'
import { factValues } from '../../cloud/cloud-facts.ts'
import { shippedFacts, tryFamily } from '../family-kit.fixture.ts'
import { fifoBacklogModel } from './family.ts'
import { type FlowNeed, type FlowState, type Grouping, minutesOf } from './solve.ts'

const page =
  'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/FIFO-queues-understanding-logic.html'
const values = factValues(shippedFacts())

/** Hands groups to the worker that is free first, and reads the order off the grouping. */
function bySchedule({ fifo, grouping, workers, seconds }: FlowState, need: FlowNeed): boolean {
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)
  const groups: Readonly<Record<Grouping, readonly number[]>> = {
    one: [sum(need.blocks.flat())],
    coarse: need.blocks.map(sum),
    fine: need.blocks.flat(),
    message: [],
  }
  const free = Array<number>(workers).fill(0)
  for (const count of groups[grouping]) {
    const first = Math.min(...free)
    free.splice(free.indexOf(first), 1, first + count * need.block * seconds)
  }
  const ordered: readonly Grouping[] = need.order === 'coarse' ? ['one', 'coarse'] : ['one', 'coarse', 'fine']
  return fifo && ordered.includes(grouping) && Math.max(...free) / 60 <= need.deadline
}

const load: FlowNeed = {
  order: 'fine',
  block: 60,
  blocks: [
    [2, 2, 2],
    [1, 1],
  ],
  deadline: 15,
}
const state = (grouping: Grouping): FlowState => ({ fifo: true, grouping, workers: 5, seconds: 5 })

tryFamily(fifoBacklogModel, {
  secondRoute: ({ deeds, need }) =>
    deeds.filter((deed) => bySchedule(deed.state, need)).map(({ means }) => means),
  golden: [
    {
      name: 'messages of one group follow each other, those of other groups are processed meanwhile',
      page,
      scenario: {
        ...{ stem: '', rendering: 0, need: load },
        deeds: (['coarse', 'fine', 'message'] as const).map((grouping) => ({
          ...{ means: grouping, text: grouping, why: '', state: state(grouping) },
        })),
      },
      answers: ['fine'],
    },
  ],
})

describe('the time for a load', () => {
  test('is that of the largest group, however many workers there are', () => {
    expect(minutesOf(state('coarse'), load, values)).toBe(30)
    expect(minutesOf({ ...state('coarse'), workers: 50 }, load, values)).toBe(30)
    expect(minutesOf(state('fine'), load, values)).toBe(10)
  })
})
