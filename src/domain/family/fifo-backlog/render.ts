import type { FactValues } from '../../cloud/cloud-facts.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, counted, inWords, listed, paragraphs } from '../parts/words.ts'
import { type BacklogScenario, groupSizes, isKept } from './solve.ts'

const span = (seconds: number): string =>
  seconds % 60 === 0 && seconds > 60 ? counted(seconds / 60, 'minute') : counted(seconds, 'second')

const perGroup = ({ groups }: BacklogScenario): string =>
  listed(groups.map((count, index) => `${count} of group ${String.fromCharCode(65 + index)}`))

const again = ({ resent, gap }: BacklogScenario): string =>
  `${capitalised(inWords(resent))} messages of group A were sent again with the same deduplication IDs, ${span(gap)} after the first time`

const calm = 'No message fails or becomes visible twice, and no other message arrives.'

const question = 'How long after the consumers start is the queue empty?'

/** "27 messages, 12 of them in group A". */
function backlog({ scenario, facts }: Told<BacklogScenario>): string {
  const kept = isKept(scenario, facts)
  const sizes = groupSizes(scenario, kept)
  const repeats = kept
    ? 'The repeated messages came after the deduplication interval of five minutes, so the queue holds them too'
    : 'The repeated messages came within the deduplication interval of five minutes, so the queue dropped them'
  return `${repeats}: its groups have ${listed(sizes.map(String))} messages.`
}

const wrong =
  (why: string) =>
  (told: Told<BacklogScenario>): string =>
    `${why} ${backlog(told)}`

const structures: readonly ((scenario: BacklogScenario) => string)[] = [
  (scenario) =>
    paragraphs([
      `The ${scenario.setting.systems[0].name} of ${scenario.setting.who} stood still for maintenance.`,
      `Meanwhile an Amazon SQS FIFO queue received ${perGroup(scenario)}.`,
      `${again(scenario)}.`,
      `Then ${inWords(scenario.consumers)} consumers start at once. Each receives one message at a time, works ${span(scenario.seconds)} on it, and deletes it.`,
      calm,
      question,
    ]),
  (scenario) =>
    paragraphs(
      `A developer estimates how fast the ${scenario.setting.systems[1].name} of ${scenario.setting.who} catches up after an outage. Its Amazon SQS FIFO queue has the customer as message group ID:`,
      bullets([`Messages with different deduplication IDs: ${perGroup(scenario)}`, again(scenario)]),
      [
        `The restart brings ${inWords(scenario.consumers)} workers, which take one message per receive and need ${span(scenario.seconds)} until they delete it.`,
        calm,
        question,
      ],
    ),
  (scenario) =>
    paragraphs([
      `${capitalised(scenario.setting.who)} gives each account of its ${scenario.setting.systems[0].name} a message group in an Amazon SQS FIFO queue.`,
      `While the consumers are stopped for a release, producers send ${perGroup(scenario)}.`,
      `${again(scenario)}.`,
      `After the release, ${inWords(scenario.consumers)} consumers take one message at a time and delete it after ${span(scenario.seconds)}.`,
      calm,
      question,
    ]),
]

/** Words the scenario in one of three structures. */
export const renderBacklog: ReturnType<typeof wordedBy<BacklogScenario>> = wordedBy<BacklogScenario>({
  stems: structures.map((stem) => (scenario: BacklogScenario, _: FactValues) => stem(scenario)),
  text: (answer) => span(Number(answer)),
  reasons: {
    key: (told) =>
      `Groups are worked on side by side, and within a group one message follows the other, so the largest group decides. ${backlog(told)}`,
    'one-order': wrong('Order holds within a message group; other groups go on meanwhile.'),
    'shared-freely': wrong('While a message of a group is in flight, no other message of it is handed out.'),
    'even-groups': wrong('A message stays in the group that its producer named.'),
    'deduplicated-for-good': wrong('A deduplication ID counts for five minutes and not beyond.'),
    'not-deduplicated': wrong('A deduplication ID that comes again within five minutes is not stored.'),
    'all-in-one-order': wrong('Order holds within a message group; other groups go on meanwhile.'),
  },
})
