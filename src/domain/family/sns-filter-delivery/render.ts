import { spaced } from '../events/written.ts'
import { showJson } from '../parts/show-json.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { capitalised, paragraphs, withCommas } from '../parts/words.ts'
import type { Edit, FilterScenario, Message } from './scenario.ts'
import { failingMessage } from './solve.ts'

const editOf = ({ edits }: FilterScenario, id: unknown): Edit => {
  const edit = edits.find((candidate) => candidate.id === id)
  if (edit === undefined) throw new RangeError(`There is no edit ${String(id)}.`)
  return edit
}

function shown({ attributes, body }: Message): string {
  const list = Object.entries(attributes).map(([name, { type, value }]) => `${name} = ${value} (${type})`)
  return list.length === 0 ? `the document \`${spaced(body)}\`` : `the attributes ${list.join(' and ')}`
}

/** What an edit gets wrong, by a message. */
function fault({ scenario, answer }: Told<FilterScenario>): string {
  const failing = failingMessage(editOf(scenario, answer), scenario)
  if (failing === undefined) return ''
  return failing.wanted
    ? `A message with ${shown(failing)} would not arrive as it should.`
    : `A message with ${shown(failing)} would arrive too.`
}

const lesson =
  (why: string) =>
  (told: Told<FilterScenario>): string =>
    `${why} ${fault(told)}`

const keyReasons: Readonly<Record<string, string>> = {
  untagged:
    'With the scope MessageBody, SNS compares the keys of the policy with the fields of the JSON document.',
  nested: 'In the scope MessageBody, a policy is nested in the same way as the document.',
  missing:
    'The entries of a list are alternatives: another value than the excluded one, or no such attribute.',
  mistyped: 'Numeric conditions are met by attributes of the type Number.',
  either: 'Keys of a policy must all match, and $or makes alternatives of conditions on different keys.',
  spelled: 'The operator equals-ignore-case accepts each spelling of this one value.',
}

/** The scope where the policy looks into the document; attributes are the default. */
const scopeOf = ({ scope }: FilterScenario): string =>
  scope === 'MessageBody' ? ' with the filter policy scope `MessageBody`' : ''

const inline = ({ policy }: FilterScenario): string => `\`${spaced(policy)}\``

/** Words the scenario in one of five structures. */
export const renderFilter = wordedBy<FilterScenario>({
  stems: [
    (scenario) =>
      paragraphs([
        `At ${scenario.who}, an Amazon SQS queue of the ${scenario.subject.consumer} is subscribed to an Amazon SNS topic for ${scenario.subject.things}${scopeOf(scenario)}. The filter policy reads ${inline(scenario)}.`,
        `${scenario.story.cause} ${scenario.story.symptom} ${scenario.story.want} ${scenario.story.limit}`,
        'Which change meets these requirements?',
      ]),
    (scenario) =>
      paragraphs(
        `"${scenario.story.quote}," the ${scenario.subject.consumer} of ${scenario.who} tells the developers. Its Amazon SQS queue is subscribed to an Amazon SNS topic${scopeOf(scenario)} and this policy.`,
        showJson(scenario.policy),
        [scenario.story.cause, scenario.story.limit, scenario.story.want, 'What should the developers do?'],
      ),
    (scenario) =>
      paragraphs([
        `${capitalised(scenario.who)} distributes its ${scenario.subject.things} through an Amazon SNS topic. ${scenario.story.cause} ${scenario.story.symptom}`,
        `The Amazon SQS queue of the ${scenario.subject.consumer} filters by ${inline(scenario)}${scopeOf(scenario)}.`,
        `${scenario.story.limit} ${scenario.story.want}`,
        'Which solution meets these requirements?',
      ]),
    (scenario) =>
      paragraphs(
        `Several teams of ${scenario.who} share an Amazon SNS topic, to which ${withCommas(scenario.published)} messages an hour are published. The subscription of the ${scenario.subject.consumer}, an Amazon SQS queue, has this filter policy${scopeOf(scenario)}.`,
        showJson(scenario.policy),
        [scenario.story.symptom, scenario.story.cause, scenario.story.want, scenario.story.limit],
        'Which change solves the problem?',
      ),
    (scenario) =>
      paragraphs([
        `A developer at ${scenario.who} has until Friday to correct the subscription of the ${scenario.subject.consumer}. It delivers messages of an Amazon SNS topic to an Amazon SQS queue${scopeOf(scenario)}, by the policy ${inline(scenario)}.`,
        `${scenario.story.cause} ${scenario.story.limit}`,
        `${scenario.story.want} Which change should the developer make?`,
      ]),
  ],
  text: (answer, scenario) => editOf(scenario, answer).words,
  reasons: {
    key: ({ scenario }) => keyReasons[scenario.trouble] ?? '',
    'raw-shows-more': lesson(
      'Raw message delivery shapes what the queue receives, and filtering comes before it.',
    ),
    'path-in-key': lesson('Keys of a policy are names of attributes or fields, not paths.'),
    'fields-are-attributes': lesson('In the scope MessageAttributes, the document is not looked at.'),
    'absent-is-null': lesson('An absent attribute is matched by exists with false, and not by null.'),
    'absent-is-empty': lesson('An empty text is a value of its own, other than an absent attribute.'),
    'absent-passes-exclusion': lesson('An exclusion asks for an attribute that is there and differs.'),
    'text-is-number': lesson('A numeric condition is met by attributes of the type Number, and not by text.'),
    'any-key-enough': lesson('All keys of a policy must match; the values in a list are alternatives.'),
    'second-subscription': lesson(
      'SNS refuses a second subscription of the same queue with other attributes.',
    ),
    'entry-for-any-attribute': lesson(
      'The entries of a list are compared with the attribute that the list stands for.',
    ),
    'case-ignored': lesson('These operators compare upper and lower case exactly.'),
    'plain-is-expression': lesson(
      'Filter policies have no regular expressions; the characters are taken literally.',
    ),
  },
})
