import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, inWords, paragraphs, withCommas } from '../parts/words.ts'
import type { Answer } from '../types.ts'
import {
  type BacklogScenario,
  groupSizes,
  keepsOrder,
  largestMember,
  minutesUnder,
  type PlanName,
} from './solve.ts'

const plurals: Readonly<Record<string, string>> = { branch: 'branches', country: 'countries' }
const plural = (noun: string): string => plurals[noun] ?? `${noun}s`

/** "The largest of the five branches sends 876 messages, the others between 219 and 511". */
function load(scenario: BacklogScenario): string {
  const [largest = 0, ...others] = groupSizes(scenario)
  const [low, high] = [Math.min(...others), Math.max(...others)]
  const rest = low === high ? `${withCommas(low)} each` : `between ${withCommas(low)} and ${withCommas(high)}`
  return `the largest of the ${inWords(others.length + 1)} ${plural(scenario.coarse)} sends ${withCommas(largest)} messages, the others ${rest}`
}

const minutes = (value: number): string => `${withCommas(Math.round(value))} minutes`

const largestGroup = (scenario: BacklogScenario): number => Math.max(...groupSizes(scenario))

/** What may not be done in parallel. */
const orderNeed = ({ order, coarse, fine }: BacklogScenario): string =>
  order === 'fine'
    ? `messages of one ${fine} must be processed in the order in which they were sent, while ${plural(fine)} do not depend on each other`
    : `messages of one ${coarse} must be processed in the order in which they were sent, since later ones refer to earlier ones of other ${plural(fine)}`

const size = (scenario: BacklogScenario): string =>
  `No ${scenario.fine} has more than ${withCommas(largestMember(scenario))} messages.`

const structures: readonly ((scenario: BacklogScenario) => string)[] = [
  (scenario) =>
    paragraphs([
      `The nightly run of the ${scenario.setting.systems[0].name} at ${scenario.setting.who} missed its cutoff three times this month.`,
      `All messages wait in an Amazon SQS FIFO queue when ${inWords(scenario.consumers)} workers start, which need ${inWords(scenario.seconds)} seconds for each. The message group ID is the ${scenario.coarse}; ${load(scenario)}.`,
      size(scenario),
      `The cutoff comes ${scenario.deadline} minutes after the start. By contract, ${orderNeed(scenario)}.`,
      'Which change lets the run meet the cutoff?',
    ]),
  (scenario) =>
    paragraphs([
      `After each release of its ${scenario.setting.systems[1].name}, ${scenario.setting.who} finds a backlog in an Amazon SQS FIFO queue. Of its ${inWords(scenario.consumers)} consumers, ${inWords(scenario.blocks.length)} are busy at first, and later a single one.`,
      `A message takes ${inWords(scenario.seconds)} seconds. Producers set the message group ID to the ${scenario.coarse}, and in a usual backlog ${load(scenario)}. ${size(scenario)}`,
      `The backlog has to be gone within ${scenario.deadline} minutes, and ${orderNeed(scenario)}.`,
      'Which change should be made before the next release?',
    ]),
  (scenario) =>
    paragraphs(
      `“Customers call because the morning figures are late,” complains the ${scenario.setting.teams[0]} of ${scenario.setting.who}. The figures pass through an Amazon SQS FIFO queue, and a developer collected what is known of it:`,
      bullets([
        `Message group ID: the ${scenario.coarse}`,
        `Each morning, ${load(scenario)}`,
        `Per ${scenario.fine}, at most ${withCommas(largestMember(scenario))} messages`,
        `${capitalised(inWords(scenario.consumers))} workers, ${inWords(scenario.seconds)} seconds a message`,
      ]),
      `The figures are wanted ${scenario.deadline} minutes after the workers start. Nobody disputes that ${orderNeed(scenario)}. Which change meets these requirements?`,
    ),
  (scenario) =>
    paragraphs([
      `A load test before the launch of the ${scenario.setting.systems[0].name} disappointed ${scenario.setting.who}.`,
      `In the test, ${load(scenario)}, with the ${scenario.coarse} as message group ID in an Amazon SQS FIFO queue. ${size(scenario)}`,
      `The ${inWords(scenario.consumers)} workers took ${inWords(scenario.seconds)} seconds for a message, and the queue was empty after ${minutes((largestGroup(scenario) * scenario.seconds) / 60)} instead of ${scenario.deadline}.`,
      `According to the specification, ${orderNeed(scenario)}.`,
      'Which change should be tested next?',
    ]),
]

type Proposal = (scenario: BacklogScenario) => string

/** Ways in which the plans are proposed. */
const proposals: readonly Readonly<Record<PlanName, Proposal>>[] = [
  {
    'more-consumers': ({ moreConsumers }) =>
      `Double the number of workers that poll the queue to ${moreConsumers}`,
    'finer-groups': ({ coarse, fine }) =>
      `Send messages with the ${fine} instead of the ${coarse} as message group ID`,
    'group-per-message': () => 'Send each message with a message group ID of its own',
    'standard-queue': ({ coarse }) =>
      `Move to a standard queue, and keep the ${coarse} as message group ID there`,
    'high-throughput': () => 'Turn on high throughput for the FIFO queue, and keep its groups',
    batches: () => 'Let each worker receive ten messages with one request',
    'faster-work': ({ faster }) =>
      `Write results to the database in bulk, which cuts the work to ${inWords(faster)} seconds a message`,
  },
  {
    'more-consumers': ({ moreConsumers }) => `Scale the consumers out to ${moreConsumers} before the peak`,
    'finer-groups': ({ fine }) => `Have the producers form one message group for each ${fine}`,
    'group-per-message': () => 'Have the producers form one message group for each message',
    'standard-queue': ({ coarse }) =>
      `Replace the queue by a standard queue with one message group for each ${coarse}`,
    'high-throughput': () => 'Enable high throughput mode, with deduplication per message group',
    batches: () => 'Raise the number of messages in a receive request to ten',
    'faster-work': ({ faster }) =>
      `Cache the lookups of the consumers, so that a message takes ${inWords(faster)} seconds`,
  },
]

const text = (answer: Answer, scenario: BacklogScenario): string =>
  proposals[scenario.style]?.[answer as PlanName](scenario) ?? ''

/** What a plan does to the time and to the order. */
function judgement({ scenario, facts, answer }: Told<BacklogScenario>): string {
  const plan = answer as PlanName
  const time = minutesUnder(plan, scenario, facts)
  if (!keepsOrder(plan, scenario))
    return `Messages of one ${scenario[scenario.order]} could overtake each other.`
  const why =
    plan === 'finer-groups'
      ? 'Within a group one message follows the other, and smaller groups are worked on side by side'
      : 'While a message of a group is in flight, no other of it is handed out, so the largest group decides'
  const verdict = time <= scenario.deadline ? 'in time' : 'too late'
  return `${why}: the queue is empty after about ${minutes(time)}, ${verdict}.`
}

const because =
  (why: string) =>
  (told: Told<BacklogScenario>): string =>
    `${why} ${judgement(told)}`

/** Words the scenario in one of four structures. */
export const renderBacklog: ReturnType<typeof wordedBy<BacklogScenario>> = wordedBy<BacklogScenario>({
  stems: structures,
  text,
  reasons: {
    key: judgement,
    'shared-freely': because('More consumers find no other message to work on.'),
    'even-groups': because('A message stays in the group that its producer named.'),
    'order-without-groups': because('A FIFO queue keeps order within a message group and not across groups.'),
    'groups-order-anywhere': because('In a standard queue a message group ID serves fairness, not order.'),
    'high-throughput-parallel': because('High throughput mode raises the number of requests in a second.'),
    'batch-in-parallel': because('A worker processes the messages that it received one after another.'),
  },
})
