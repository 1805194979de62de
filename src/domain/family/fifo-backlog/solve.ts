import type { FactValues } from '../../cloud/cloud-facts.ts'
import { simulateQueue } from '../../cloud/time/queue.ts'
import type { Setting } from '../parts/setting.ts'
import type { Answers, Misconception } from '../types.ts'

/** What somebody proposes to do about the queue. */
export type PlanName =
  | 'more-consumers'
  | 'finer-groups'
  | 'group-per-message'
  | 'standard-queue'
  | 'high-throughput'
  | 'batches'
  | 'faster-work'

/**
 * A nightly load of a FIFO queue. The groups are the members of a coarse kind ("branch"), each of which has several of a
 * fine kind ("account"). Messages are counted in blocks of `block`: `blocks[group][member]`. `order` is the kind within
 * which messages must stay in order. Work takes `seconds` a message, `faster` after a rewrite; `deadline` is in minutes.
 */
export type BacklogScenario = {
  readonly setting: Setting
  readonly rendering: number
  readonly style: number
  readonly coarse: string
  readonly fine: string
  readonly order: 'coarse' | 'fine'
  readonly block: number
  readonly blocks: readonly (readonly number[])[]
  readonly consumers: number
  readonly moreConsumers: number
  readonly seconds: number
  readonly faster: number
  readonly deadline: number
  readonly plans: readonly PlanName[]
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Messages of each coarse group. */
export const groupSizes = ({ blocks, block }: BacklogScenario): readonly number[] =>
  blocks.map((members) => block * sum(members))

/** Messages of the largest member of the fine kind. */
export const largestMember = ({ blocks, block }: BacklogScenario): number =>
  block * Math.max(...blocks.flat())

/** Sizes of the message groups under a plan, in blocks. */
function groupsUnder(plan: PlanName, { blocks }: BacklogScenario): readonly number[] {
  if (plan === 'finer-groups') return blocks.flat()
  if (plan === 'group-per-message') return blocks.flat().flatMap((count) => Array<number>(count).fill(1))
  return blocks.map(sum)
}

const secondsOf = (plan: PlanName, { seconds, faster }: BacklogScenario): number =>
  plan === 'faster-work' ? faster : seconds

const consumersOf = (plan: PlanName, { consumers, moreConsumers }: BacklogScenario): number =>
  plan === 'more-consumers' ? moreConsumers : consumers

/** Minutes until the load of a night is processed. A block of messages that follow each other is one message of the simulation. */
export function minutesUnder(plan: PlanName, scenario: BacklogScenario, facts: FactValues): number {
  const seconds = scenario.block * secondsOf(plan, scenario)
  const messages = groupsUnder(plan, scenario).flatMap((count, group) =>
    Array.from({ length: count }, (_, index) => {
      const id = `${group}-${index}`
      return { id, at: 0, group: `g${group}`, deduplicationId: id }
    }),
  )
  const run = {
    fifo: plan !== 'standard-queue',
    visibilityTimeout: facts['sqs-visibility-most'],
    ...{ messages, seconds, consumers: consumersOf(plan, scenario) },
  }
  return simulateQueue(run, facts).endedAt / 60
}

/** The kind within which a plan keeps messages in order; null for none. */
const orderUnder = (plan: PlanName): 'coarse' | 'fine' | null => {
  if (plan === 'group-per-message' || plan === 'standard-queue') return null
  return plan === 'finer-groups' ? 'fine' : 'coarse'
}

/** Whether the order that the business needs is kept: order within coarse groups includes that within their members. */
export const keepsOrder = (plan: PlanName, { order }: BacklogScenario): boolean => {
  const kept = orderUnder(plan)
  return kept === 'coarse' || kept === order
}

/** What somebody believes of a plan. */
type View = { readonly minutes: number; readonly ordered: boolean }
type Belief = (plan: PlanName, scenario: BacklogScenario) => Partial<View>

/** Plans that end in time and keep the order in the eyes of somebody. */
const accepted =
  (belief: Belief) =>
  (scenario: BacklogScenario, facts: FactValues): Answers =>
    scenario.plans.filter((plan) => {
      const { ordered = keepsOrder(plan, scenario), minutes } = belief(plan, scenario)
      return ordered && (minutes ?? minutesUnder(plan, scenario, facts)) <= scenario.deadline
    })

/** Plans that end in time and keep the order. */
export const solveBacklog = accepted(() => ({}))

/** Minutes if so many messages were worked on at the same time throughout. */
const minutesAt = (parallel: number, plan: PlanName, scenario: BacklogScenario): number =>
  (sum(groupSizes(scenario)) * secondsOf(plan, scenario)) / parallel / 60

const only =
  (name: PlanName, view: (scenario: BacklogScenario) => Partial<View>): Belief =>
  (plan, scenario) =>
    plan === name ? view(scenario) : {}

/** Messages that a consumer can receive with one request; the belief takes them for work done at the same time. */
const batchBelief: Belief = only('batches', () => ({ minutes: 0 }))

/** Beliefs about what a FIFO queue keeps in order, and what makes it faster. */
export const backlogMisconceptions: readonly Misconception<BacklogScenario>[] = [
  {
    id: 'shared-freely',
    statement:
      'Idle consumers take the next message of any group, even while another of that group is in flight.',
    solve: accepted(
      only('more-consumers', (scenario) => ({
        minutes: minutesAt(scenario.moreConsumers, 'more-consumers', scenario),
      })),
    ),
  },
  {
    id: 'even-groups',
    statement: 'Amazon SQS spreads messages over the groups so that all groups finish together.',
    solve: accepted(
      only('faster-work', (scenario) => ({
        minutes: minutesAt(scenario.blocks.length, 'faster-work', scenario),
      })),
    ),
  },
  {
    id: 'order-without-groups',
    statement: 'A FIFO queue keeps the order of its messages, whatever their message group IDs are.',
    solve: accepted((plan) => (plan === 'standard-queue' ? {} : { ordered: true })),
  },
  {
    id: 'groups-order-anywhere',
    statement: 'A message group ID keeps messages in order in a standard queue too.',
    solve: accepted(only('standard-queue', () => ({ ordered: true }))),
  },
  {
    id: 'high-throughput-parallel',
    statement: 'High throughput mode hands out several messages of one group at the same time.',
    solve: accepted(
      only('high-throughput', (scenario) => ({
        minutes: minutesAt(scenario.consumers, 'high-throughput', scenario),
      })),
    ),
  },
  {
    id: 'batch-in-parallel',
    statement: 'Messages that are received together are processed in the time of one.',
    solve: accepted(batchBelief),
  },
]
