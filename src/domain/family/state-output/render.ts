import type { Json } from '../../cloud/json.ts'
import { spaced, word } from '../events/written.ts'
import { showJson } from '../parts/show-json.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { capitalised, listed, paragraphs } from '../parts/words.ts'
import type { FlowEdit, OutputScenario } from './scenario.ts'
import { complaintAbout, outputAfter } from './solve.ts'

const editOf = ({ edits }: OutputScenario, id: unknown): FlowEdit => {
  const edit = edits.find((candidate) => candidate.id === id)
  if (edit === undefined) throw new RangeError(`There is no edit ${String(id)}.`)
  return edit
}

const present: FlowEdit = { id: 'present', words: '', sets: {} }

const shown = (value: Json | undefined): string =>
  value === undefined ? 'no output, because a path leads nowhere' : `the output \`${spaced(value)}\``

/** What the next state would receive. */
function outcome({ scenario, answer }: Told<OutputScenario>): string {
  const output = outputAfter(editOf(scenario, answer), scenario)
  const complaint = complaintAbout(output, scenario)
  if (complaint === undefined)
    return `The state has ${shown(output)}, which suits \`${scenario.matter.next}\`.`
  const fault = 'lacks' in complaint ? `without \`${complaint.lacks}\`` : `with \`${complaint.has}\``
  return `The state would have ${shown(output)}, ${fault}.`
}

const because =
  (why: string) =>
  (told: Told<OutputScenario>): string =>
    `${why} ${outcome(told)}`

/** What the next state reports, or who objects to what reaches it. */
function symptom(scenario: OutputScenario): string {
  const { matter } = scenario
  const complaint = complaintAbout(outputAfter(present, scenario), scenario)
  if (complaint === undefined) return ''
  return 'lacks' in complaint
    ? `The next state, ${word(matter.next)}, fails because it finds nothing at \`${complaint.lacks}\`.`
    : `An auditor objects that ${word(complaint.has)} is handed on to the next state, ${word(matter.next)}.`
}

/** What the next state reads and what it must not see. */
function need({ matter, need: { name, paths } }: OutputScenario): string {
  const read = `${word(matter.next)} reads ${listed(paths.map((path) => `\`${['$', ...path].join('.')}\``))}`
  return {
    both: `${read}.`,
    input: `${read}, and since the answer of the task is confidential, no part of it may be passed on.`,
    selected: `${read}; the member ${word(matter.extra)} is confidential and must not be passed on.`,
    inside: `${read}; its operator is a partner who must not learn the ${matter.other}.`,
  }[name]
}

/** The fields of the state that shape data, in prose. */
function settings({ fields }: OutputScenario): string {
  const list = Object.entries(fields).map(([name, value]) =>
    name === 'ResultSelector'
      ? `a ${word(name)} of \`${spaced(value)}\``
      : `${word(name)} set to \`${String(value)}\``,
  )
  return list.length === 0
    ? 'has no field that shapes its input or output'
    : `has ${listed(list)} and no other field that shapes data`
}

const history = ({ input, result }: OutputScenario): string =>
  [
    '```text',
    `input of the state    ${spaced(input)}`,
    `result of the task    ${spaced(result)}`,
    '```',
  ].join('\n')

const definition = ({ matter, fields }: OutputScenario): string =>
  showJson({ [matter.task]: { Type: 'Task', ...fields, Next: matter.next } })

const data = ({ input, result }: OutputScenario): string =>
  `In a typical execution, its input is \`${spaced(input)}\`, and the function returns \`${spaced(result)}\`.`

const unchangeable = 'The function belongs to another team and stays as it is.'

/** Words the scenario in one of five structures. */
export const renderOutput = wordedBy<OutputScenario>({
  stems: [
    (scenario) =>
      paragraphs([
        `${capitalised(scenario.matter.who)} has added a task named ${word(scenario.matter.task)} to an AWS Step Functions workflow that uses JSONPath. Its AWS Lambda function ${scenario.matter.does}. ${symptom(scenario)}`,
        `The task ${settings(scenario)}. ${data(scenario)}`,
        `${need(scenario)} Which change meets these requirements?`,
      ]),
    (scenario) =>
      paragraphs(
        `Last night, ${scenario.failed} executions of an AWS Step Functions workflow at ${scenario.matter.who} stood out in a report. ${symptom(scenario)} The execution history shows this about ${word(scenario.matter.task)}, the task before it.`,
        history(scenario),
        [
          `The workflow uses JSONPath, and the task ${settings(scenario)}.`,
          need(scenario),
          'What should a developer do?',
        ],
      ),
    (scenario) =>
      paragraphs(
        `The ${scenario.matter.team} of ${scenario.matter.who} cannot release a new version of its AWS Step Functions workflow. ${symptom(scenario)} The state before it calls an AWS Lambda function and is defined as follows, without its resource.`,
        definition(scenario),
        [data(scenario), unchangeable, need(scenario), 'Which change should the team make?'],
      ),
    (scenario) =>
      paragraphs([
        `In an AWS Step Functions workflow of ${scenario.matter.who}, the JSONPath task ${word(scenario.matter.task)} ${settings(scenario)}. ${symptom(scenario)}`,
        `${need(scenario)} ${data(scenario)} ${unchangeable}`,
        'Which change to the task resolves the problem?',
      ]),
    (scenario) =>
      paragraphs(
        `A reviewer rejects a pull request of the ${scenario.matter.team} at ${scenario.matter.who}, which contains this state of an AWS Step Functions workflow, shown without its resource. ${need(scenario)}`,
        definition(scenario),
        [
          `The log of a test run has two lines about the state: the input \`${spaced(scenario.input)}\` and the result \`${spaced(scenario.result)}\`.`,
          'Which change lets the reviewer approve?',
        ],
      ),
  ],
  text: (answer, scenario) => editOf(scenario, answer).words,
  reasons: {
    key: outcome,
    'result-always-added': because(
      'A result is put at one place or replaces the input; its members are not merged.',
    ),
    'output-path-ignored': because('OutputPath applies to every state that has it.'),
    'filtered-input-kept': because(
      'InputPath narrows what the task receives; ResultPath works on the whole input of the state.',
    ),
    'dollar-keeps-both': because(
      'A path of $ stands for the whole document: in ResultPath, the result replaces it.',
    ),
    'dollar-is-input': because('A path of $ is the default, by which the result replaces the input.'),
    'absent-path-drops': because('Without ResultPath, the result replaces the input.'),
    'nothing-drops-result': because('It is a ResultPath of null that drops a result and keeps the input.'),
    'result-path-picks': because('ResultPath says where the whole result goes and picks nothing of it.'),
    'output-path-first': because('OutputPath is applied last, to the input with the result in it.'),
  },
})
