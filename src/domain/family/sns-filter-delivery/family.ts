import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { placedIn } from '../parts/placement.ts'
import { showJson } from '../parts/show-json.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { capitalised, paragraphs } from '../parts/words.ts'
import type { FamilyModel } from '../types.ts'
import { type FilterScenario, type Published, sampleFilter } from './sample.ts'
import { filterMisconceptions, solveFilter } from './solve.ts'

const messageOf = ({ messages }: FilterScenario, id: unknown): Published => {
  const message = messages.find((candidate) => candidate.id === id)
  if (message === undefined) throw new RangeError(`There is no message ${String(id)}.`)
  return message
}

function shown({ attributes, body }: Published): string {
  const list = Object.entries(attributes).map(([name, { type, value }]) => `${name} = ${value} (${type})`)
  const inside = Object.entries(body).map(([name, value]) => `; in the body: ${name} = ${String(value)}`)
  return `${list.join(', ')}${inside.join('')}`
}

const policyIn = (scenario: FilterScenario): string => showJson(scenario.policy)

const scope =
  'The filter policy scope is `MessageAttributes`. The options show the attributes of a message with their types.'

const because =
  (why: string) =>
  ({ scenario, answer }: Told<FilterScenario>): string => {
    const { attributes, body } = messageOf(scenario, answer)
    const absent = Object.keys(scenario.policy).find((name) => !(name in attributes))
    if (absent === undefined) return why
    return absent in body
      ? `\`${absent}\` stands in the body, which a policy on attributes does not look at. ${why}`
      : `The message has no attribute \`${absent}\`. ${why}`
  }

const render = wordedBy<FilterScenario>({
  stems: [
    (scenario) =>
      paragraphs(
        `${capitalised(scenario.subject.who)} publishes "${scenario.subject.detailType}" messages to an Amazon SNS topic. The queue of the ${scenario.subject.consumer} is subscribed with this filter policy:`,
        policyIn(scenario),
        [scope, 'Which message does the queue receive?'],
      ),
    (scenario) =>
      paragraphs(
        `Messages for the ${scenario.subject.consumer} of ${scenario.subject.who} are missing from its Amazon SQS queue, which subscribes to an Amazon SNS topic. The developer compares four published messages with the subscription:`,
        policyIn(scenario),
        [scope, 'Which one was delivered to the queue?'],
      ),
    (scenario) =>
      paragraphs(
        [
          `A single Amazon SNS topic at ${scenario.subject.who} carries all messages, and each team filters what it needs.`,
          `The ${scenario.subject.consumer} has subscribed a queue with the following policy and publishes four test messages:`,
        ],
        policyIn(scenario),
        [scope, 'Which test message arrives?'],
      ),
  ],
  text: (answer, scenario) => shown(messageOf(scenario, answer)),
  reasons: {
    key: () =>
      'Every key of the policy finds an attribute of the right type with a value that its condition accepts.',
    'text-is-number': because('A numeric condition is met by attributes of type Number, and not by text.'),
    'absent-attribute-passes': because('Every key of the policy must be there, also for anything-but.'),
    'body-counts': because('The scope decides where the keys are looked up.'),
    'any-key-enough': because('All keys of a policy must match; the values in a list are alternatives.'),
    'case-ignored': because('Values are compared exactly, upper and lower case included.'),
    'bound-included': because('"<" excludes the bound itself.'),
  },
})

/** Which message a subscription receives by its filter policy. */
export const filterDeliveryModel: FamilyModel<FilterScenario> = {
  name: 'sns-filter-delivery',
  title: 'Which message passes a filter policy',
  kind: 'multiple-choice',
  placements: placedIn('DVA-C02 1.1', 'DVA-C03 1', 'SAA-C03 2.1', 'DOP-C02 5.1'),
  cognitive: 'apply',
  services: ['sns', 'sqs'],
  references: [
    documentation(
      'Amazon SNS subscription filter policies',
      'sns/latest/dg/sns-subscription-filter-policies.html',
    ),
    documentation(
      'Filter policy constraints in Amazon SNS',
      'sns/latest/dg/subscription-filter-policy-constraints.html',
    ),
  ],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleFilter,
  solve: solveFilter,
  misconceptions: filterMisconceptions,
  render,
  features: ({ rendering, messages }) => ({
    rendering,
    inBody: Number(messages.some(({ body }) => Object.keys(body).length > 0)),
  }),
  angoff: ({ inBody = 0, rendering }) => 0.66 - 0.07 * inBody - 0.03 * rendering,
}

export const filterDelivery = familyOf(filterDeliveryModel)
