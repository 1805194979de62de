import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Deed, Told } from '../parts/deeds.ts'
import { between, pick } from '../parts/draw.ts'
import { capitalised, inWords } from '../parts/words.ts'
import { workloads } from './bundles.ts'
import type { QueueState, Wish } from './solve.ts'

type Case = (random: SeededRandom) => Told<QueueState, readonly Wish[]>

const day = 24 * 60

/** Deeds that leave a received message as it was. */
const bystanders = (
  state: QueueState,
  why: { workers: string; polling: string },
): readonly Deed<QueueState>[] => [
  {
    means: 'polling',
    text: 'Set the receive message wait time of the queue to 20 seconds',
    why: `Long polling reduces empty responses. ${why.polling}`,
    state,
  },
  {
    means: 'workers',
    text: 'Double the number of workers that poll the queue',
    why: why.workers,
    state: { ...state, consumers: 8 },
  },
]

/** Some jobs take longer than the visibility timeout, and another worker begins them meanwhile. */
export const doneTwice: Case = (random) => {
  const { who, system, job, jobs, twice } = pick(random, workloads)
  const visibility = between(random, 3, 8)
  const longest = visibility + between(random, 5, 14)
  const higher = longest + between(random, 3, 10)
  const usual = between(random, 1, visibility - 1)
  const state = { visibility }
  const opening = pick(random, [
    `In the ${system} of ${who}, ${twice}.`,
    `${capitalised(who)} has a complaint to solve in its ${system}: ${twice}.`,
  ])
  return {
    stem: `${opening} Workers on Amazon EC2 take the ${jobs} from an Amazon SQS standard queue, which hides a received message for ${inWords(visibility)} minutes. A ${job} usually takes ${usual === 1 ? 'a minute' : `${inWords(usual)} minutes`}, and large ones take up to ${inWords(longest)}. The logs show that two workers finished the same ${job} without an error, and that producers had sent it once. Which change prevents this?`,
    need: [{ kind: 'sound', minutes: longest }],
    deeds: [
      {
        means: 'visibility',
        text: `Raise the visibility timeout of the queue to ${higher} minutes`,
        why: `The timeout runs from the receive, and ${inWords(visibility)} minutes end before work of ${inWords(longest)} does. With ${higher} minutes the message stays hidden until it is deleted.`,
        state: { visibility: higher },
      },
      {
        means: 'receives',
        text: 'Add a dead-letter queue with a maximum receive count of one',
        why: `After ${inWords(visibility)} minutes the message would move to the dead-letter queue although its worker is still busy with it.`,
        state: { visibility, receives: 1 },
      },
      {
        means: 'fifo',
        text: 'Replace the queue by a FIFO queue with content-based deduplication',
        why: `Deduplication concerns sending. In a FIFO queue too, a message that is not deleted after ${inWords(visibility)} minutes is received again.`,
        state: { visibility, fifo: true },
      },
      {
        means: 'delay',
        text: `Set the delivery delay of the queue to ${Math.min(longest, 15)} minutes`,
        why: 'The delay hides a message before its first receive and has no effect after it.',
        state: { visibility, delay: Math.min(longest, 15) },
      },
      ...bystanders(state, {
        polling: `A ${job} in work becomes visible after ${inWords(visibility)} minutes as before.`,
        workers: 'More workers make it likelier that a message which becomes visible is taken at once.',
      }),
    ],
  }
}

const hours = (count: number): string => (count === 1 ? 'an hour' : `${inWords(count)} hours`)

/** A bad message is tried so often, and so long apart, that nobody hears of it for hours. */
export const heardTooLate: Case = (random) => {
  const { who, system, job, bad } = pick(random, workloads)
  const visibility = pick(random, [20, 30, 40])
  const longest = visibility - between(random, 3, 8)
  const present = pick(random, [12, 15, 20, 25])
  const receives = between(random, 2, 3)
  const limit = 2
  const shorter = between(random, 2, 4)
  const state = { visibility, receives: present }
  const opening = pick(random, [
    `Only in the afternoon did the on-call engineer of ${who} learn of ${bad} that had been crashing workers of the ${system} since the early morning.`,
    `During the night, ${bad} crashed one worker after another in the ${system} of ${who}, and the alarm on the dead-letter queue came hours later.`,
  ])
  return {
    stem: `${opening} Workers crash seconds after they receive such a message from the Amazon SQS standard queue. The queue has a visibility timeout of ${visibility} minutes, because a sound ${job} can take ${longest}, and a maximum receive count of ${present}. Bad messages should reach the dead-letter queue within ${hours(limit)}. Which change achieves this?`,
    need: [
      { kind: 'bad', within: limit * 60 },
      { kind: 'sound', minutes: longest },
    ],
    deeds: [
      {
        means: 'receives',
        text: `Lower the maximum receive count in the redrive policy to ${inWords(receives)}`,
        why: `Receives are ${visibility} minutes apart, so ${inWords(receives)} of them end after ${receives * visibility} minutes; ${present} take ${Math.round((present * visibility) / 60)} hours.`,
        state: { visibility, receives },
      },
      {
        means: 'visibility',
        text: `Lower the visibility timeout of the queue to ${inWords(shorter)} minutes`,
        why: `Bad messages would move after ${present * shorter} minutes, but a sound ${job} that takes ${longest} minutes would be handed out again while it is in work.`,
        state: { visibility: shorter, receives: present },
      },
      {
        means: 'retention',
        text: `Lower the message retention period of the queue to ${hours(limit)}`,
        why: 'At the end of the retention period Amazon SQS deletes a message; it does not move it to the dead-letter queue.',
        state: { ...state, retention: limit * 60 },
      },
      {
        means: 'dead-retention',
        text: `Lower the retention period of the dead-letter queue to ${hours(limit)}`,
        why: 'This period decides how long messages are kept, not when they are moved.',
        state: { ...state, deadRetention: limit * 60 },
      },
      ...bystanders(state, {
        polling: `A crash still leaves the message hidden for ${visibility} minutes.`,
        workers: `After a crash the message stays hidden for ${visibility} minutes, however many workers wait for it.`,
      }),
    ],
  }
}

/** Without a dead-letter queue, bad messages come back for days. */
export const neverSetAside: Case = (random) => {
  const { who, system, job, jobs, bad, partner } = pick(random, workloads)
  const visibility = between(random, 4, 14)
  const receives = between(random, 3, 6)
  const longest = visibility - between(random, 1, 3)
  const state = { visibility }
  const opening = pick(random, [
    `Workers of the ${system} at ${who} spend much of their time on ${jobs} that can never succeed. For example, ${bad} comes back from the Amazon SQS standard queue every ${inWords(visibility)} minutes for days.`,
    `After three days, ${bad} is still crashing the workers of the ${system} at ${who}. Each crash returns it to the Amazon SQS standard queue, and ${inWords(visibility)} minutes later the next worker receives it.`,
  ])
  return {
    stem: `${opening} A sound ${job} takes up to ${inWords(longest)} ${longest === 1 ? 'minute' : 'minutes'} and may need a second attempt when ${partner} does not answer. Support staff want to inspect the bad messages on the same day. What should the developer do?`,
    need: [
      { kind: 'bad', within: 8 * 60 },
      { kind: 'sound', minutes: longest },
      { kind: 'outage', minutes: visibility / 2 },
    ],
    deeds: [
      {
        means: 'redrive',
        text: `Add a dead-letter queue with a maximum receive count of ${inWords(receives)}`,
        why: `After ${inWords(receives)} receives, ${inWords(visibility)} minutes apart, Amazon SQS moves a bad message to the dead-letter queue, where it can be inspected.`,
        state: { visibility, receives },
      },
      {
        means: 'retention',
        text: 'Lower the message retention period of the queue to one hour',
        why: 'Amazon SQS deletes messages at the end of the retention period, so nothing remains to be inspected.',
        state: { visibility, retention: 60 },
      },
      {
        means: 'visibility',
        text: 'Raise the visibility timeout of the queue to twelve hours',
        why: 'Bad messages come back less often, but they still come back, and a second attempt waits for twelve hours.',
        state: { visibility: 12 * 60 },
      },
      {
        means: 'delay',
        text: 'Set the delivery delay of the queue to 15 minutes',
        why: 'The delay counts from the sending of a message and has no effect after a receive.',
        state: { visibility, delay: 15 },
      },
      {
        means: 'fifo',
        text: 'Replace the queue by a FIFO queue with deduplication by content',
        why: 'A FIFO queue offers a message again too as long as no consumer deletes it.',
        state: { visibility, fifo: true },
      },
      ...bystanders(state, {
        polling: 'A message that no worker deletes still comes back.',
        workers: 'More workers crash at the same messages, which stay in the queue.',
      }),
    ],
  }
}

/** While a partner is down, sound messages use up their attempts. */
export const outageFillsIt: Case = (random) => {
  const { who, system, jobs, partner } = pick(random, workloads)
  const visibility = between(random, 1, 2)
  const present = between(random, 3, 5)
  const outage = between(random, 16, 40)
  const receives = (Math.ceil(outage / visibility / 10) + 1) * 10
  const state = { visibility, receives: present }
  const every = visibility === 1 ? 'a minute' : `${inWords(visibility)} minutes`
  const opening = pick(random, [
    `Each time ${partner} is down for maintenance, which takes up to ${outage} minutes, hundreds of sound ${jobs} of the ${system} at ${who} end in the dead-letter queue.`,
    `An engineer at ${who} moves ${jobs} back from the dead-letter queue of the ${system} by hand whenever ${partner} was restarted. A restart takes up to ${outage} minutes.`,
  ])
  return {
    stem: `${opening} Meanwhile the workers fail within seconds. The Amazon SQS standard queue has a visibility timeout of ${every} and a maximum receive count of ${inWords(present)}; the ${jobs} succeed as soon as the service is back. Which change keeps them out of the dead-letter queue?`,
    need: [{ kind: 'outage', minutes: outage }],
    deeds: [
      {
        means: 'receives',
        text: `Raise the maximum receive count in the redrive policy to ${receives}`,
        why: `Attempts are ${every} apart, so ${inWords(present)} of them end after ${present * visibility} minutes, and ${receives} of them outlast ${outage}.`,
        state: { visibility, receives },
      },
      {
        means: 'retention',
        text: 'Raise the message retention period of the queue to 14 days',
        why: `The receive count decides, and ${inWords(present)} attempts are over after ${present * visibility} minutes.`,
        state: { ...state, retention: 14 * day },
      },
      {
        means: 'visibility',
        text: 'Lower the visibility timeout of the queue to 20 seconds',
        why: 'The attempts follow each other faster and are used up sooner.',
        state: { ...state, visibility: 1 / 3 },
      },
      {
        means: 'delay',
        text: 'Set the delivery delay of the queue to five minutes',
        why: 'The delay is applied once, before the first receive, and the attempts are used up after it.',
        state: { ...state, delay: 5 },
      },
      {
        means: 'fifo',
        text: 'Replace the queues by FIFO queues, with a message group for each customer',
        why: 'The redrive policy of a FIFO queue counts receives in the same way.',
        state: { ...state, fifo: true },
      },
      ...bystanders(state, {
        polling: 'A failed message is received again after the same time.',
        workers: 'More workers do not give a message more attempts.',
      }),
    ],
  }
}

/** The dead-letter queue has deleted what somebody wanted to see. */
export const evidenceGone: Case = (random) => {
  const { who, system, bad } = pick(random, workloads)
  const after = between(random, 6, 12)
  const receives = between(random, 3, 8)
  const state = { visibility: 5, receives }
  const opening = pick(random, [
    `An alarm reported ${inWords(receives + 3)} messages in the dead-letter queue of the ${system} at ${who}. When the developer in charge came back ${inWords(after)} days later to look at them, the queue was empty.`,
    `A developer at ${who} wanted to find out why ${bad} had crashed the ${system} ${inWords(after)} days before. The dead-letter queue, in which an alarm had reported messages, was empty.`,
  ])
  return {
    stem: `${opening} Nobody had received, moved or purged anything. Both Amazon SQS standard queues were created with default settings, apart from a redrive policy with a maximum receive count of ${inWords(receives)}. Which change keeps such messages for ${after + 1 > 12 ? 'almost two weeks' : `at least ${inWords(after)} days`}?`,
    need: [{ kind: 'evidence', after: after * day }],
    deeds: [
      {
        means: 'dead-longer',
        text: 'Raise the retention period of the dead-letter queue to 14 days',
        why: `A dead-letter queue has a retention period of its own, four days by default, which for standard queues counts from the first sending. Fourteen days exceed ${inWords(after)}.`,
        state: { ...state, deadRetention: 14 * day },
      },
      {
        means: 'retention',
        text: 'Raise the retention period of the source queue to 14 days',
        why: 'Once a message is in the dead-letter queue, the retention period of that queue applies, here four days.',
        state: { ...state, retention: 14 * day },
      },
      {
        means: 'receives',
        text: `Raise the maximum receive count of the redrive policy to ${receives * 10}`,
        why: 'The bad messages are crashing workers for longer and are deleted after four days all the same.',
        state: { ...state, receives: receives * 10 },
      },
      {
        means: 'visibility',
        text: 'Raise the visibility timeout of the dead-letter queue to twelve hours',
        why: 'A visibility timeout hides messages that somebody has received; it does not prolong their retention.',
        state,
      },
      {
        means: 'delay',
        text: 'Set a delivery delay of 15 minutes for the source queue',
        why: 'The delay postpones the first receive by minutes and leaves the retention of four days.',
        state: { ...state, delay: 15 },
      },
      ...bystanders(state, {
        polling: 'The retention period of the dead-letter queue stays at four days.',
        workers: 'Messages in the dead-letter queue are deleted after four days all the same.',
      }),
    ],
  }
}
