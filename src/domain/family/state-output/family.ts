import type { Json } from '../../cloud/json.ts'
import { calendarDate } from '../../kernel/calendar-date.ts'
import { familyOf } from '../compose-draft.ts'
import { documentation } from '../parts/documentation.ts'
import { placedIn } from '../parts/placement.ts'
import { showJson } from '../parts/show-json.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { capitalised, paragraphs } from '../parts/words.ts'
import type { FamilyModel } from '../types.ts'
import { type OutputScenario, sampleOutput } from './sample.ts'
import { outputMisconceptions, solveOutput } from './solve.ts'

/** JSON on one line with spaces, as people write it. */
function spaced(value: Json): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map((one) => spaced(one as Json)).join(', ')}]`
  const members = Object.entries(value).map(([name, one]) => `"${name}": ${spaced(one as Json)}`)
  return members.length === 0 ? '{}' : `{ ${members.join(', ')} }`
}

const fieldsOf = ({ state }: OutputScenario) =>
  Object.fromEntries(Object.entries(state).filter(([name]) => !['Type', 'Resource'].includes(name)))

const stateOf = (scenario: OutputScenario): string => showJson({ Type: 'Task', ...fieldsOf(scenario) })

const question = 'What is the output of the state?'

/** What the fields of the state do, one after the other. */
function course({ scenario }: Told<OutputScenario>): string {
  const { ResultSelector, ResultPath, OutputPath } = scenario.state
  return [
    ...(ResultSelector === undefined ? [] : ['ResultSelector keeps the members that it names']),
    ResultPath === undefined
      ? 'without ResultPath the result becomes the output'
      : ResultPath === null
        ? 'a ResultPath of null drops the result and keeps the input'
        : `ResultPath puts the result into the input of the state as ${String(ResultPath)}`,
    ...(OutputPath === undefined ? [] : [`OutputPath hands on ${String(OutputPath)} of this`]),
  ].join(', and ')
}

const because =
  (why: string) =>
  (told: Told<OutputScenario>): string =>
    `${why} ${capitalised(course(told))}.`

const render = wordedBy<OutputScenario>({
  stems: [
    (scenario) =>
      paragraphs(
        `${capitalised(scenario.matter.who)} runs a workflow in AWS Step Functions that uses JSONPath. The task \`${scenario.matter.task}\` has these fields beside its resource and transition:`,
        stateOf(scenario),
        [
          `The state is entered with \`${spaced(scenario.input)}\`, and the task returns \`${spaced(scenario.result)}\`.`,
          question,
        ],
      ),
    (scenario) =>
      paragraphs(
        `A developer at ${scenario.matter.who} steps through an execution of an AWS Step Functions state machine. The history shows this input of the state \`${scenario.matter.task}\`, and then the result of its AWS Lambda function:`,
        ['```text', `input   ${spaced(scenario.input)}`, `result  ${spaced(scenario.result)}`, '```'].join(
          '\n',
        ),
        'The query language is JSONPath, and the state is defined as follows, without resource and transition:',
        stateOf(scenario),
        'Nothing else shapes its data. Which data does the next state receive?',
      ),
    (scenario) =>
      paragraphs(
        [
          `The state after \`${scenario.matter.task}\` fails because it does not find a value where it looks for it.`,
          `${capitalised(scenario.matter.who)} uses JSONPath in this AWS Step Functions workflow, and the fields of \`${scenario.matter.task}\` that handle data are these:`,
        ],
        stateOf(scenario),
        [
          `In the failed execution, its input was \`${spaced(scenario.input)}\`, and its task returned \`${spaced(scenario.result)}\`.`,
          question,
        ],
      ),
  ],
  text: (answer) => spaced(JSON.parse(String(answer)) as Json),
  reasons: {
    key: (told) => `${capitalised(course(told))}.`,
    'result-replaces-input': because(
      'The result replaces the input where there is no ResultPath, and nowhere else.',
    ),
    'output-path-ignored': because('OutputPath applies to every state that has it.'),
    'selector-ignored': because('ResultSelector builds the result anew from what it names.'),
    'filtered-input-kept': because(
      'InputPath narrows what the task receives; ResultPath works on the whole input of the state.',
    ),
    'null-discards-input': because('A ResultPath of null discards the result, not the input.'),
    'result-always-added': because(
      'A result is put at one place or replaces the input; its members are not merged.',
    ),
    'result-path-selects': because('ResultPath says where the result goes, not what is kept of the input.'),
  },
})

/** What a Task hands on after ResultSelector, ResultPath and OutputPath. */
export const stateOutputModel: FamilyModel<OutputScenario> = {
  name: 'state-output',
  title: 'Output of a state with path fields',
  kind: 'multiple-choice',
  placements: placedIn('DVA-C02 1.1', 'DVA-C03 1', 'DEA-C01 1.3'),
  cognitive: 'analyse',
  services: ['step-functions'],
  references: [
    documentation(
      'Processing input and output in Step Functions',
      'step-functions/latest/dg/concepts-input-output-filtering.html',
    ),
  ],
  facts: [],
  since: calendarDate('2026-11-24'),
  sample: sampleOutput,
  solve: solveOutput,
  misconceptions: outputMisconceptions,
  render,
  features: ({ rendering, state }) => ({
    rendering,
    fields: Object.keys(state).length - 2,
    dropsResult: Number(state.ResultPath === null),
  }),
  angoff: ({ fields = 1, dropsResult = 0 }) => 0.74 - 0.08 * fields - 0.05 * dropsResult,
}

export const stateOutput = familyOf(stateOutputModel)
