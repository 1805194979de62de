import { isJsonObject, type Json } from '../../cloud/json.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { matches } from '../events/match.ts'
import { documentation } from '../parts/documentation.ts'
import { placedIn } from '../parts/placement.ts'
import { showJson } from '../parts/show-json.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { capitalised, paragraphs } from '../parts/words.ts'
import type { FamilyModel } from '../types.ts'
import { type Detail, type PatternScenario, samplePattern } from './sample.ts'
import { patternMisconceptions, solvePattern } from './solve.ts'

const detailOf = ({ events }: PatternScenario, id: unknown): Detail => {
  const event = events.find((candidate) => candidate.id === id)
  if (event === undefined) throw new RangeError(`There is no event ${String(id)}.`)
  return event.detail
}

const shown = (detail: Detail): string =>
  `{ ${Object.entries(detail)
    .map(([name, value]) => `"${name}": ${JSON.stringify(value)}`)
    .join(', ')} }`

/** Fields of a detail whose condition in the pattern it does not satisfy. */
function failing({ pattern }: PatternScenario, detail: Detail): readonly (readonly [string, Json])[] {
  const conditions = isJsonObject(pattern.detail) ? pattern.detail : {}
  return Object.entries(conditions).filter(
    ([name, condition]) => !matches({ pattern: { detail: { [name]: condition } }, event: { detail } }),
  )
}

function whyNot({ scenario, answer }: Told<PatternScenario>, lesson: string): string {
  const detail = detailOf(scenario, answer)
  const [first] = failing(scenario, detail)
  if (first === undefined) return lesson
  const [name, condition] = first
  const value = name in detail ? `\`${name}\` is ${JSON.stringify(detail[name])}` : `\`${name}\` is absent`
  return `${value}, which ${JSON.stringify(condition)} does not match: ${lesson}`
}

const teaching =
  (lesson: string) =>
  (told: Told<PatternScenario>): string =>
    whyNot(told, lesson)

const common = ({ subject }: PatternScenario): string =>
  `All of the events have the source \`${subject.source}\`; the options show their \`detail\`.`

const question = 'Which event does the rule match?'

const render = wordedBy<PatternScenario>({
  stems: [
    (scenario) =>
      paragraphs(
        `${capitalised(scenario.subject.who)} publishes "${scenario.subject.detailType}" events to an Amazon EventBridge event bus. A rule that notifies the ${scenario.subject.consumer} has this event pattern:`,
        showJson(scenario.pattern),
        [common(scenario), question],
      ),
    (scenario) =>
      paragraphs(
        `The ${scenario.subject.consumer} of ${scenario.subject.who} complains that it is notified of too few events. A developer tests the pattern of its Amazon EventBridge rule with four events from the archive:`,
        showJson(scenario.pattern),
        [common(scenario), 'Which one reaches the target of the rule?'],
      ),
    (scenario) =>
      paragraphs(
        [
          `A pull request at ${scenario.subject.who} adds a target for the ${scenario.subject.consumer} to an event bus.`,
          `The reviewer checks by hand which of four "${scenario.subject.detailType}" events the new Amazon EventBridge rule lets through.`,
          'Its pattern reads:',
        ],
        showJson(scenario.pattern),
        [common(scenario), question],
      ),
  ],
  text: (answer, scenario) => shown(detailOf(scenario, answer)),
  reasons: {
    key: () =>
      'Every field that the pattern names satisfies its condition, and fields that it does not name are ignored.',
    'any-field-enough': teaching(
      'all fields of a pattern must match, the values in a list are alternatives.',
    ),
    'text-is-number': teaching('numeric comparisons match JSON numbers, and this is a string.'),
    'bound-included': teaching('">" excludes the bound itself.'),
    'case-ignored': teaching('values are compared exactly, upper and lower case included.'),
    'absent-is-anything-but': teaching('anything-but asks for a value that is there and differs.'),
    'prefix-anywhere': teaching('a prefix stands at the beginning of the value.'),
    'null-is-absent': teaching('a field with the value null exists.'),
  },
})

/** Which event matches the pattern of a rule. */
export const patternMatchModel: FamilyModel<PatternScenario> = {
  name: 'event-pattern-match',
  title: 'Which event an event pattern matches',
  kind: 'multiple-choice',
  placements: placedIn('DVA-C02 1.1', 'DVA-C03 1', 'DOP-C02 5.1', 'SOA-C03 1.2', 'SAA-C03 2.1'),
  cognitive: 'apply',
  services: ['eventbridge'],
  references: [
    documentation(
      'Comparison operators for use in event patterns in Amazon EventBridge',
      'eventbridge/latest/userguide/eb-create-pattern-operators.html',
    ),
    documentation('Amazon EventBridge event patterns', 'eventbridge/latest/userguide/eb-event-patterns.html'),
  ],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: samplePattern,
  solve: solvePattern,
  misconceptions: patternMisconceptions,
  render,
  features: ({ rendering, events, pattern }) => ({
    rendering,
    conditions: Object.keys(isJsonObject(pattern.detail) ? pattern.detail : {}).length,
    nulls: Number(events.some(({ detail }) => Object.values(detail).includes(null))),
  }),
  angoff: ({ nulls = 0, rendering }) => 0.68 - 0.1 * nulls - 0.03 * rendering,
}

export const patternMatch = familyOf(patternMatchModel)
