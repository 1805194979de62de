import { code, spaced } from '../events/written.ts'
import { showJson } from '../parts/show-json.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { capitalised, paragraphs, withCommas } from '../parts/words.ts'
import type { Edit, PatternScenario } from './scenario.ts'
import { failingCase } from './solve.ts'

const editOf = ({ edits }: PatternScenario, id: unknown): Edit => {
  const edit = edits.find((candidate) => candidate.id === id)
  if (edit === undefined) throw new RangeError(`There is no edit ${String(id)}.`)
  return edit
}

/** What an edit gets wrong, by an event. */
function fault({ scenario, answer }: Told<PatternScenario>): string {
  const edit = editOf(scenario, answer)
  const failing = failingCase(edit, scenario)
  if (failing === undefined) return ''
  if (failing.wanted && scenario.trouble === 'secondCriterion' && edit.rules.length > 1)
    return `An event with ${code(failing.detail)} would arrive twice.`
  return failing.wanted
    ? `An event with ${code(failing.detail)} would not arrive as it should.`
    : `An event with ${code(failing.detail)} would still arrive.`
}

const lesson =
  (why: string) =>
  (told: Told<PatternScenario>): string =>
    `${why} ${fault(told)}`

const keyReasons: Readonly<Record<string, string>> = {
  otherCase: 'The operator equals-ignore-case accepts each spelling of this one value.',
  absentPlace:
    'The entries of a list are alternatives: another value than the excluded one, or no such field.',
  twoExcluded: 'A list inside anything-but excludes each of its values, and the rule delivers an event once.',
  secondCriterion:
    'Fields of a pattern must all match, and $or makes alternatives of conditions on different fields.',
  prefixInside: 'In a wildcard condition, the asterisks stand for any characters before and after the text.',
  numberAsText: 'A numeric comparison is met by JSON numbers, so that the publisher has to write one.',
  nullFlag: 'A null value is a field that exists, so the list needs null as a second alternative.',
}

const present = ({ field, detail }: PatternScenario): string =>
  `\`"${field}": ${spaced(detail[field] ?? null)}\``

const pattern = ({ subject, detail }: PatternScenario): string =>
  showJson({ source: [subject.source], detail })

/** Words the scenario in one of five structures. */
export const renderPattern = wordedBy<PatternScenario>({
  stems: [
    (scenario) =>
      paragraphs([
        `${capitalised(scenario.who)} sends "${scenario.subject.detailType}" events to its ${scenario.subject.consumer} through an Amazon EventBridge rule, whose pattern has the condition ${present(scenario)}.`,
        `${scenario.story.cause} ${scenario.story.symptom} ${scenario.story.want} ${scenario.story.limit}`,
        'Which change meets these requirements?',
      ]),
    (scenario) =>
      paragraphs(
        `"${scenario.story.quote}," the ${scenario.subject.consumer} of ${scenario.who} writes in a ticket. A developer opens the Amazon EventBridge rule and finds this event pattern.`,
        pattern(scenario),
        [
          scenario.story.cause,
          scenario.story.limit,
          scenario.story.want,
          'Which change resolves the ticket?',
        ],
      ),
    (scenario) =>
      paragraphs([
        `On a dashboard of ${scenario.who}, the metric MatchedEvents of an Amazon EventBridge rule went from ${withCommas(scenario.counts[0])} to ${withCommas(scenario.counts[1])} a day.`,
        `It notifies the ${scenario.subject.consumer} of ${scenario.subject.things}, and its pattern contains ${present(scenario)}.`,
        `${scenario.story.cause} ${scenario.story.want} ${scenario.story.limit}`,
        'What should the developer do?',
      ]),
    (scenario) =>
      paragraphs(
        `An Amazon EventBridge rule of ${scenario.who} passes ${scenario.subject.things} on to the ${scenario.subject.consumer}. This is its pattern.`,
        pattern(scenario),
        [scenario.story.cause, scenario.story.symptom, scenario.story.want, scenario.story.limit],
        'Which change meets these requirements?',
      ),
    (scenario) =>
      paragraphs([
        `An incident review at ${scenario.who} found no failed invocations of the Amazon EventBridge rule that serves the ${scenario.subject.consumer}. Its pattern contains ${present(scenario)}.`,
        `${scenario.story.cause} ${scenario.story.limit}`,
        `${scenario.story.symptom} ${scenario.story.want}`,
        'Which action should the review record?',
      ]),
  ],
  text: (answer, scenario) => editOf(scenario, answer).words,
  reasons: {
    key: ({ scenario }) => keyReasons[scenario.trouble] ?? '',
    'case-ignored': lesson('These operators compare upper and lower case exactly.'),
    'plain-is-expression': lesson(
      'Event patterns have no regular expressions; the characters are taken literally.',
    ),
    'absent-is-null': lesson(
      'An absent field is matched by exists with false, and not by null or another value.',
    ),
    'nothing-is-empty': lesson('An empty text is a value of its own, other than null or an absent field.'),
    'absent-passes-exclusion': lesson('An exclusion asks for a field that is there and differs.'),
    'null-is-text': lesson('The text "null" and the value null differ.'),
    'list-means-every': lesson(
      'The entries are alternatives, and each value satisfies one of two exclusions.',
    ),
    'rules-combine': lesson('Each rule delivers for itself, whatever the other one does.'),
    'rules-merge': lesson('Each rule that matches delivers the event once more.'),
    'any-field-enough': lesson('All fields of a pattern must match; the values in a list are alternatives.'),
    'entry-for-any-field': lesson(
      'The entries of a list are compared with the field that the list stands for.',
    ),
    'prefix-anywhere': lesson('A prefix stands at the beginning of a value and a suffix at its end.'),
    'asterisk-in-prefix': lesson('In a prefix, an asterisk is an ordinary character.'),
    'text-is-number': lesson('A numeric comparison is met by JSON numbers, and this is a text.'),
    'transformed-first': lesson(
      'The pattern is matched first; a transformer shapes what the target receives.',
    ),
  },
})
