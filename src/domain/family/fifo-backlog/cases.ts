import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Deed, Told } from '../parts/deeds.ts'
import { between, pick } from '../parts/draw.ts'
import { capitalised, inWords, withCommas } from '../parts/words.ts'
import { type Flow, flows } from './bundles.ts'
import type { FlowNeed, FlowState } from './solve.ts'

type Case = (random: SeededRandom) => Told<FlowState, FlowNeed>

const span = (minutes: number): string =>
  ({ 30: 'half an hour', 60: 'an hour', 120: 'two hours', 180: 'three hours' })[minutes] ??
  `${minutes} minutes`

/** A count as people say it. */
const roughly = (count: number): string => withCommas(Math.round(count / 100) * 100)

/** A load with a large group, so that it takes far too long by groups of the coarse kind. */
function drawLoad(random: SeededRandom) {
  const block = between(random, 15, 40) * 10
  const seconds = between(random, 2, 4)
  const members = between(random, 10, 14)
  const small = Array.from({ length: between(random, 3, 5) }, () => [1, 1])
  const largest = members * block
  const least = (block * seconds * Math.ceil((members + 2 * small.length) / 16)) / 60
  const deadline = [180, 120, 90, 60, 45, 30].find((one) => one < (largest * seconds) / 60 / 2)
  return {
    ...{ block, seconds, largest, least, deadline: deadline ?? 30 },
    blocks: [Array<number>(members).fill(1), ...small],
    workers: between(random, 16, 24),
    minutes: Math.round((largest * seconds) / 60),
  }
}

type Load = ReturnType<typeof drawLoad>

const needOf = ({ block, blocks, deadline }: Load, order: FlowNeed['order']): FlowNeed => ({
  ...{ block, blocks, deadline, order },
})

/** Deeds that change nothing about which messages wait for which. */
const besides = (state: FlowState, why: string): readonly Deed<FlowState>[] => [
  {
    means: 'high-throughput',
    text: 'Turn on high throughput mode for the FIFO queue',
    why: `High throughput mode permits more requests in a second. ${why}`,
    state,
  },
  {
    means: 'batches',
    text: 'Let the workers receive ten messages with each request',
    why: `A batch saves requests, and its messages are still processed one after another. ${why}`,
    state,
  },
  {
    means: 'workers',
    text: `Scale out to ${state.workers * 2} workers before the peak`,
    why: `More workers wait for messages that are not handed out. ${why}`,
    state: { ...state, workers: state.workers * 2 },
  },
]

/** Deeds that give up the order. */
const disorderly = (state: FlowState, fine: string): readonly Deed<FlowState>[] => [
  {
    means: 'standard',
    text: 'Move to a standard queue, and send the message group ID along',
    why: `Standard queues keep no order within a message group, so messages of one ${fine} could overtake each other.`,
    state: { ...state, fifo: false },
  },
  {
    means: 'message-groups',
    text: 'Have the producers draw a random message group ID for each message',
    why: `Order holds within a message group, so messages of one ${fine} could overtake each other.`,
    state: { ...state, grouping: 'message' },
  },
]

const byFine = ({ fine }: Flow, { least }: Load, state: FlowState): Deed<FlowState> => ({
  means: 'fine-groups',
  text: `Have the producers use the ${fine} as message group ID`,
  why: `Messages of one ${fine} stay in sequence, and those of others are processed meanwhile, which takes about ${Math.max(2, Math.round(least))} minutes.`,
  state: { ...state, grouping: 'fine' },
})

/** One large group keeps one worker busy while the others are idle. */
export const oneIsLarge: Case = (random) => {
  const flow = pick(random, flows)
  const load = drawLoad(random)
  const state: FlowState = { fifo: true, grouping: 'coarse', ...load }
  const opening = pick(random, [
    `At peak times, ${flow.late}.`,
    `${capitalised(flow.who)} notices that at peak times ${flow.late}.`,
  ])
  return {
    stem: `${opening} All ${flow.events} pass through an Amazon SQS FIFO queue in which each ${flow.coarse} has a message group. In a peak, ${flow.big} accounts for about ${roughly(load.largest)} messages, and a worker needs ${inWords(load.seconds)} seconds for one. Most of the ${load.workers} workers stand idle meanwhile. The sequence matters within a single ${flow.fine}. Which change clears a peak within ${span(load.deadline)}?`,
    need: needOf(load, 'fine'),
    deeds: [
      byFine(flow, load, state),
      ...besides(
        state,
        `One group is still processed in sequence, which takes ${load.minutes} minutes here.`,
      ),
      ...disorderly(state, flow.fine),
    ],
  }
}

/** A constant group ID makes the queue a single line. */
export const oneForAll: Case = (random) => {
  const flow = pick(random, flows)
  const load = drawLoad(random)
  const state: FlowState = { fifo: true, grouping: 'one', ...load }
  const total = load.block * load.blocks.flat().length
  const minutes = Math.round((total * load.seconds) / 60)
  const opening = pick(random, [
    `After the launch of a new backend, ${flow.who} sees its ${flow.events} pile up in an Amazon SQS FIFO queue.`,
    `An Amazon SQS FIFO queue with the ${flow.events} of ${flow.who} grows each morning.`,
  ])
  return {
    stem: `${opening} Of ${load.workers} workers, one receives messages while the others get empty responses. Because the parameter is mandatory, the producers set the message group ID to a constant. About ${roughly(total)} messages arrive in the peak hour, and a worker needs ${inWords(load.seconds)} seconds for one. They should be done ${span(load.deadline)} later, and those of one ${flow.fine} in the order sent. What should the developer do?`,
    need: needOf(load, 'fine'),
    deeds: [
      byFine(flow, load, state),
      ...besides(
        state,
        `All messages are in one group and are processed in sequence for about ${minutes} minutes.`,
      ),
      ...disorderly(state, flow.fine),
    ],
  }
}

/** Somebody traded the order for speed. */
export const outOfOrder: Case = (random) => {
  const flow = pick(random, flows)
  const load = drawLoad(random)
  const state: FlowState = { fifo: true, grouping: 'message', ...load }
  const still = 'The messages remain in groups of their own, so nothing ties one to another.'
  const opening = pick(random, [
    `Since the last release, ${flow.who} gets reports of wrong data: ${flow.swapped}.`,
    `A support ticket at ${flow.who} says that ${flow.swapped}.`,
  ])
  return {
    stem: `${opening} The ${flow.events} come from an Amazon SQS FIFO queue. To keep all ${load.workers} workers busy, a developer had replaced the message group ID, once a constant, by a random value. Peaks with ${roughly(load.largest)} messages, ${inWords(load.seconds)} seconds each, must still be done within ${span(load.deadline)}. Which change corrects the problem?`,
    need: needOf(load, 'fine'),
    deeds: [
      byFine(flow, load, state),
      {
        means: 'other-groups',
        text: 'Have the producers set the former constant as message group ID again',
        why: `The order returns, but one worker at a time would process the whole peak, for more than ${load.minutes} minutes.`,
        state: { ...state, grouping: 'one' },
      },
      {
        means: 'deduplication',
        text: 'Turn on content-based deduplication, and let the consumers ignore repeated messages',
        why: `Deduplication drops messages that are sent twice. ${still}`,
        state,
      },
      {
        means: 'high-throughput',
        text: 'Turn on high throughput mode, with deduplication for each message group',
        why: `High throughput mode permits more requests in a second. ${still}`,
        state,
      },
      {
        means: 'batches',
        text: 'Let the workers receive ten messages with each request, sorted by time',
        why: `A worker sees a few messages of many, and others may be ahead of it. ${still}`,
        state,
      },
      {
        means: 'standard',
        text: 'Move to a standard queue, and send the time of the event along',
        why: 'A standard queue makes a best effort at the order and promises nothing.',
        state: { ...state, fifo: false },
      },
    ],
  }
}

/** Messages of a large group depend on each other, so that they have to become cheaper. */
export const bigStaysWhole: Case = (random) => {
  const flow = pick(random, flows)
  const drawn = drawLoad(random)
  const seconds = drawn.seconds + 1
  const load = { ...drawn, seconds, minutes: Math.round((drawn.largest * seconds) / 60) }
  const faster = 0.5
  const state: FlowState = { fifo: true, grouping: 'coarse', ...load }
  const opening = pick(random, [
    `At peak times, ${flow.late}.`,
    `${capitalised(flow.who)} hears of a delay: ${flow.late}.`,
  ])
  return {
    stem: `${opening} The ${flow.events} pass through an Amazon SQS FIFO queue in which each ${flow.coarse} has a message group, because ${flow.across}. In a peak, ${flow.big} sends about ${roughly(load.largest)} messages, which one of ${load.workers} workers handles at ${inWords(seconds)} seconds each. A profile shows that nearly all of this time is spent on reading ${flow.lookup}. A peak should be over within ${span(load.deadline)}. Which change achieves this?`,
    need: needOf(load, 'coarse'),
    deeds: [
      {
        means: 'faster-work',
        text: 'Have the workers hold this data in memory, and refresh it once a minute',
        why: `With about half a second for a message, the largest group takes ${Math.round((load.largest * faster) / 60)} minutes instead of ${load.minutes}, in sequence.`,
        state: { ...state, seconds: faster },
      },
      {
        means: 'other-groups',
        text: `Use the ${flow.fine} as message group ID, and keep the workers as they are`,
        why: `Groups get smaller, but messages that depend on each other would be in different ones: ${flow.across}.`,
        state: { ...state, grouping: 'fine' },
      },
      ...besides(
        state,
        `One group is still processed in sequence, which takes ${load.minutes} minutes here.`,
      ),
      ...disorderly(state, flow.coarse),
    ],
  }
}
