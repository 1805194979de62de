import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, counted, inWords, paragraphs } from '../parts/words.ts'
import type { PoisonScenario } from './solve.ts'

const span = (seconds: number): string => counted(seconds / 60, 'minute')

const questions = [
  'How long after its first receive is the message in the dead-letter queue?',
  'How much time passes between the first receive and the move to the dead-letter queue?',
  'When, counted from the first receive, does the dead-letter queue hold the message?',
] as const

const ask = ({ question }: PoisonScenario): string => questions[question] ?? ''

const polls =
  'Consumers poll without a pause, change no visibility timeout, and find no other messages in the queue.'

const wrong =
  (why: string) =>
  ({ scenario }: Told<PoisonScenario>): string =>
    `${why} The message is received ${inWords(scenario.maxReceiveCount)} times, ${span(scenario.visibilityTimeout)} apart.`

/** Words the scenario in one of three structures. */
export const renderPoison = wordedBy<PoisonScenario>({
  stems: [
    (scenario) =>
      paragraphs(
        [
          `The ${scenario.setting.systems[0].name} of ${scenario.setting.who} takes work from an Amazon SQS standard queue.`,
          `Since the last release, a malformed message makes each consumer crash ${span(scenario.crashAfter)} after it received the message, and nothing deletes it.`,
        ],
        bullets([
          `Visibility timeout of the queue: ${span(scenario.visibilityTimeout)}`,
          `maxReceiveCount of the redrive policy: ${scenario.maxReceiveCount}`,
        ]),
        [polls, ask(scenario)],
      ),
    (scenario) =>
      paragraphs([
        `The ${scenario.setting.teams[0]} wants to know how late an alarm on its dead-letter queue is.`,
        `A bad record in an Amazon SQS standard queue throws an exception in ${counted(scenario.consumers, 'worker')} of the ${scenario.setting.systems[1].name}, each time ${span(scenario.crashAfter)} after the receive, and the workers are restarted.`,
        `The queue has a visibility timeout of ${span(scenario.visibilityTimeout)} and a redrive policy with a maxReceiveCount of ${scenario.maxReceiveCount}.`,
        polls,
        ask(scenario),
      ]),
    (scenario) =>
      paragraphs([
        `${capitalised(scenario.setting.who)} set up a redrive policy on the Amazon SQS standard queue in front of its ${scenario.setting.systems[0].name}: after ${scenario.maxReceiveCount} receives (maxReceiveCount), a message belongs to the dead-letter queue.`,
        `In a test, a message is sent that no consumer can process; each attempt breaks off ${span(scenario.crashAfter)} after the receive, without any call to Amazon SQS.`,
        `With a visibility timeout of ${span(scenario.visibilityTimeout)}, the testers watch the two queues.`,
        polls,
        ask(scenario),
      ]),
  ],
  text: (answer) => span(Number(answer)),
  reasons: {
    key: ({ scenario, answer }) =>
      `The message is received ${inWords(scenario.maxReceiveCount)} times, each time it stays invisible for ${span(scenario.visibilityTimeout)}, and the receive after that moves it: ${scenario.maxReceiveCount} x ${span(scenario.visibilityTimeout)} = ${span(Number(answer))}.`,
    backoff: wrong('The visibility timeout stays the same at each receive.'),
    'last-failure': wrong('After the last crash the message stays invisible until its timeout ends.'),
    'back-at-once': wrong('A crash does not end the visibility timeout.'),
    'retries-only': wrong('maxReceiveCount counts the first receive as well.'),
    'timeout-after-crash': wrong('The timeout runs from the receive, not from the end of processing.'),
    'one-timeout': wrong('After one timeout the message is merely received again.'),
  },
})
