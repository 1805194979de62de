import type { FactValues } from '../../cloud/cloud-facts.ts'
import { simulateQueue } from '../../cloud/time/queue.ts'
import { type DeedScenario, judging, type Trust } from '../parts/deeds.ts'

/** By what messages are grouped: all in one group, by the coarse or the fine kind of thing, or each in one of its own. */
export type Grouping = 'one' | 'coarse' | 'fine' | 'message'

/** A queue and its consumers, who need some seconds for a message. */
export type FlowState = {
  readonly fifo: boolean
  readonly grouping: Grouping
  readonly workers: number
  readonly seconds: number
}

/**
 * A load, the kind within which its messages must stay in order, and the minutes after which it must be done. Messages are
 * counted in blocks of `block`: `blocks[group][member]`, where groups are things of the coarse kind and members of the fine one.
 */
export type FlowNeed = {
  readonly order: 'coarse' | 'fine'
  readonly block: number
  readonly blocks: readonly (readonly number[])[]
  readonly deadline: number
}

/** A situation of a FIFO queue. */
export type FlowScenario = DeedScenario<FlowState, FlowNeed>

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Sizes of the message groups in blocks. */
function groupsOf(grouping: Grouping, { blocks }: FlowNeed): readonly number[] {
  if (grouping === 'one') return [sum(blocks.flat())]
  if (grouping === 'coarse') return blocks.map(sum)
  if (grouping === 'fine') return blocks.flat()
  return blocks.flat().flatMap((count) => Array<number>(count).fill(1))
}

/** Minutes until a load is processed. A block of messages is one message of the simulation. */
export function minutesOf(state: FlowState, need: FlowNeed, facts: FactValues): number {
  const messages = groupsOf(state.fifo ? state.grouping : 'message', need).flatMap((count, group) =>
    Array.from({ length: count }, (_, index) => {
      const id = `${group}-${index}`
      return { id, at: 0, group: `g${group}`, deduplicationId: id }
    }),
  )
  const run = {
    fifo: state.fifo,
    visibilityTimeout: facts['sqs-visibility-most'],
    ...{ messages, seconds: need.block * state.seconds, consumers: state.workers },
  }
  return simulateQueue(run, facts).endedAt / 60
}

/** Whether messages of one thing that need it stay in order: larger groups keep the order of smaller ones within them. */
export function keepsOrder({ fifo, grouping }: FlowState, { order }: FlowNeed): boolean {
  if (!fifo || grouping === 'message') return false
  return grouping !== 'fine' || order === 'fine'
}

/** Deeds after which the load is done in order and in time. */
export const judgeFlow = judging<FlowState, FlowNeed>(
  (state, need, facts) => keepsOrder(state, need) && minutesOf(state, need, facts) <= need.deadline,
)

/** Beliefs about what makes a FIFO queue faster, and what keeps its order. */
export const flowTrusts: readonly Trust[] = [
  {
    id: 'shared-freely',
    statement:
      'Idle consumers take the next message of any group, even while another of that group is in flight.',
    means: 'workers',
  },
  {
    id: 'order-without-groups',
    statement: 'A FIFO queue keeps the order of its messages, whatever their message group IDs are.',
    means: 'message-groups',
  },
  {
    id: 'groups-order-anywhere',
    statement: 'A message group ID keeps messages in order in a standard queue too.',
    means: 'standard',
  },
  {
    id: 'high-throughput-parallel',
    statement: 'High throughput mode hands out several messages of one group at the same time.',
    means: 'high-throughput',
  },
  {
    id: 'batch-in-parallel',
    statement: 'Messages that are received together are processed in the time of one.',
    means: 'batches',
  },
  {
    id: 'deduplication-orders',
    statement: 'Deduplication brings messages into the order in which they were sent.',
    means: 'deduplication',
  },
  {
    id: 'wrong-kind',
    statement: 'Any grouping by which related messages are found keeps their order and spreads the load.',
    means: 'other-groups',
  },
]
