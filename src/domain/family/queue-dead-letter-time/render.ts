import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, counted, inWords, paragraphs } from '../parts/words.ts'
import type { Answer } from '../types.ts'
import { minutesToDeadLetter, nameOf, type PoisonScenario, type QueuePlan } from './solve.ts'

const span = (minutes: number): string =>
  minutes > 60 && minutes % 60 === 0 ? counted(minutes / 60, 'hour') : counted(minutes, 'minute')

const structures: readonly ((scenario: PoisonScenario) => string)[] = [
  ({ setting, current, crashAfter, deadline, longest, attempts }) =>
    paragraphs([
      `A malformed record kept crashing the workers of the ${setting.systems[0].name} at ${setting.who} before the alarm on the dead-letter queue woke anybody. Each worker died ${span(crashAfter)} after it had received the record.`,
      `The Amazon SQS standard queue has a visibility timeout of ${span(current.visibility)} and a \`maxReceiveCount\` of ${current.receives}.`,
      `In future, such a record has to be in the dead-letter queue within ${span(deadline)} of its first receive. Sound records take up to ${span(longest)}, and because a partner interface fails now and then, each must get ${inWords(attempts)} attempts.`,
      'Which change to the queue meets these requirements?',
    ]),
  ({ setting, current, crashAfter, deadline, longest, attempts }) =>
    paragraphs(
      `“The dead-letter queue tells us far too late,” writes the engineer on call for the ${setting.systems[1].name} of ${setting.who}. A bad message makes a consumer fail ${span(crashAfter)} after the receive, and nothing is deleted. The Amazon SQS standard queue is configured like this:`,
      [
        '```yaml',
        `VisibilityTimeout: ${current.visibility * 60}`,
        'RedrivePolicy:',
        '  deadLetterTargetArn: !GetAtt FailedWork.Arn',
        `  maxReceiveCount: ${current.receives}`,
        '```',
      ].join('\n'),
      `The engineer wants bad messages in the dead-letter queue at most ${span(deadline)} after the first receive. Good messages need up to ${span(longest)}, and ${inWords(attempts)} attempts at each must remain possible. Which change should be made?`,
    ),
  ({ setting, current, crashAfter, deadline, longest, attempts }) =>
    paragraphs([
      `During a game day, ${setting.who} sent a poison message to the Amazon SQS standard queue of its ${setting.systems[0].name}.`,
      `Workers poll without pause, and the message ended each of them ${span(crashAfter)} after the receive. It took ${span(current.receives * current.visibility)} until the message appeared in the dead-letter queue, with \`maxReceiveCount\` at ${current.receives} and a visibility timeout of ${span(current.visibility)}.`,
      `The goal was ${span(deadline)}. The owners of the application demand ${inWords(attempts)} attempts for each message and point out that some jobs run for ${span(longest)}.`,
      'Which change reaches the goal?',
    ]),
  ({ setting, current, crashAfter, deadline, longest, attempts }) =>
    paragraphs(
      `A support contract now obliges ${setting.who} to set unreadable files aside within ${span(deadline)} of the first attempt to process them. The workers of the ${setting.systems[1].name} crash at such a file ${span(crashAfter)} after they receive its message. An operator noted the settings of their Amazon SQS standard queue and the limits for a change:`,
      bullets([
        `Visibility timeout ${span(current.visibility)}, \`maxReceiveCount\` ${current.receives}`,
        `Readable files take up to ${span(longest)}`,
        `Storage errors pass quickly, so each file gets at least ${inWords(attempts)} attempts`,
      ]),
      'Which setting fulfills the contract without a change to the workers?',
    ),
]

type Wording = {
  readonly count: (plan: QueuePlan, current: QueuePlan) => string
  readonly timeout: (plan: QueuePlan, current: QueuePlan) => string
  readonly both: (plan: QueuePlan) => string
  readonly retention: (minutes: number) => string
}

const lowered = (now: number, before: number): string => (now < before ? 'Lower' : 'Raise')

/** Ways in which a change of the queue is proposed. */
const wordings: readonly Wording[] = [
  {
    count: ({ receives, visibility }, current) =>
      `${lowered(receives, current.receives)} \`maxReceiveCount\` to ${receives}, and keep the visibility timeout of ${span(visibility)}`,
    timeout: ({ receives, visibility }, current) =>
      `${lowered(visibility, current.visibility)} the visibility timeout to ${span(visibility)}, and keep \`maxReceiveCount\` at ${receives}`,
    both: ({ receives, visibility }) =>
      `Set the visibility timeout to ${span(visibility)} and \`maxReceiveCount\` to ${receives}`,
    retention: (minutes) => `Set the message retention period of the queue to ${span(minutes)}`,
  },
  {
    count: ({ receives }) => `Change the redrive policy alone, to a \`maxReceiveCount\` of ${receives}`,
    timeout: ({ visibility }) => `Change the visibility timeout alone, to ${span(visibility)}`,
    both: ({ receives, visibility }) =>
      `Change the visibility timeout to ${span(visibility)}, and allow ${receives} receives in the redrive policy`,
    retention: (minutes) => `Change the retention period of the source queue to ${span(minutes)}`,
  },
  {
    count: ({ receives }) => `Leave the visibility timeout as it is, and redrive after ${receives} receives`,
    timeout: ({ visibility }) =>
      `Leave the redrive policy as it is, and hide received messages for ${span(visibility)}`,
    both: ({ receives, visibility }) =>
      `Hide received messages for ${span(visibility)}, and redrive after ${receives} receives`,
    retention: (minutes) => `Leave the redrive policy as it is, and retain messages for ${span(minutes)}`,
  },
]

function text(answer: Answer, { plans, current, style }: PoisonScenario): string {
  const plan = plans.find((candidate) => nameOf(candidate) === answer)
  const wording = wordings[style]
  if (plan === undefined || wording === undefined) throw new RangeError(`There is no plan ${answer}.`)
  if (plan.retention !== null) return wording.retention(plan.retention)
  if (plan.visibility === current.visibility) return wording.count(plan, current)
  return plan.receives === current.receives ? wording.timeout(plan, current) : wording.both(plan)
}

/** What becomes of the message, and which requirement the plan misses. */
function judgement({ scenario, facts, answer }: Told<PoisonScenario>): string {
  const plan = scenario.plans.find((candidate) => nameOf(candidate) === answer)
  if (plan === undefined) return ''
  if (plan.retention !== null) return 'At the end of the retention period Amazon SQS deletes the message.'
  const minutes = minutesToDeadLetter(plan, scenario.crashAfter, facts)
  const course = `${capitalised(inWords(plan.receives))} receives, ${span(plan.visibility)} apart, put the message into the dead-letter queue after ${span(minutes)}`
  if (plan.visibility <= scenario.longest)
    return `${course}, but the timeout runs from the receive, so work of ${span(scenario.longest)} is handed out twice.`
  if (plan.receives < scenario.attempts)
    return `${course}, but a message gets ${inWords(plan.receives)} attempts instead of ${inWords(scenario.attempts)}.`
  return minutes > scenario.deadline
    ? `${course}, which is too late.`
    : `${course}, and ${span(plan.visibility)} suffice for the longest work.`
}

const because =
  (why: string) =>
  (told: Told<PoisonScenario>): string =>
    `${why} ${judgement(told)}`

/** Words the scenario in one of four structures. */
export const renderPoison = wordedBy<PoisonScenario>({
  stems: structures,
  text,
  reasons: {
    key: judgement,
    'last-failure': because('After the last crash the message stays invisible until its timeout ends.'),
    'back-at-once': because('A crash does not end the visibility timeout.'),
    'retries-only': because('`maxReceiveCount` counts the first receive as well.'),
    'timeout-after-processing': because('The visibility timeout does not wait for the end of processing.'),
    'retention-moves': because('Retention does not move a message to a dead-letter queue.'),
    'one-timeout': because('After one timeout the message is merely received again.'),
  },
})
