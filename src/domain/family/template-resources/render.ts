import { type Told, wordedBy } from '../parts/word.ts'
import { capitalised, listed, paragraphs } from '../parts/words.ts'
import type { DrawnResource, Setup, StackName, TemplateEdit, TemplateScenario } from './scenario.ts'
import { faultsAfter } from './solve.ts'

const conditionLines = ({ names, stage, join, negates }: Setup): readonly string[] => [
  'Conditions:',
  `  ${names.isStage}: !Equals [!Ref Stage, ${stage}]`,
  `  ${names.both}: !${join}`,
  `    - Condition: ${names.isStage}`,
  `    - !Equals [!Ref ${names.flag}, "yes"]`,
  `  ${names.other}: !Not`,
  negates === 'stage' ? `    - Condition: ${names.isStage}` : `    - !Equals [!Ref ${names.flag}, "yes"]`,
]

const resourceLines = ({ id, type, condition }: DrawnResource): readonly string[] => [
  `  ${id}: { Type: "${type}", Condition: ${condition}, ... }`,
]

const yaml = (lines: readonly string[]): string => ['```yaml', ...lines, '```'].join('\n')

const subjectOf = ({ setup, subject }: TemplateScenario): DrawnResource => {
  const found = setup.resources.find(({ id }) => id === subject)
  if (found === undefined) throw new RangeError(`There is no resource ${subject}.`)
  return found
}

/** The template without what does not matter. */
const templateText = ({ setup }: TemplateScenario): string =>
  yaml([...conditionLines(setup), 'Resources:', ...setup.resources.flatMap(resourceLines)])

const conditionsText = ({ setup }: TemplateScenario): string => yaml(conditionLines(setup))

/** "The bucket `Archive` and the alarm `Latency` depend on `IsProd`, the table `Ledger` on `Durable`." */
function dependencies({ setup }: TemplateScenario): string {
  const { names, resources } = setup
  const groups = [names.isStage, names.both, names.other].map((condition) => {
    const ids = resources.filter((each) => each.condition === condition)
    return {
      condition,
      words: listed(ids.map(({ id, noun }) => `the ${noun} \`${id}\``)),
      several: ids.length > 1,
    }
  })
  const [first, ...rest] = groups
  const start = `${first?.words} ${first?.several === true ? 'depend' : 'depends'} on \`${first?.condition}\``
  return `${capitalised(listed([start, ...rest.map(({ condition, words }) => `${words} on \`${condition}\``)]))}.`
}

function passedTo({ setup, stages }: TemplateScenario, stack: StackName): string {
  const { flag } = setup.passed[stack]
  const values = [
    `\`Stage=${stages[stack]}\``,
    ...(flag === undefined ? [] : [`\`${setup.names.flag}=${flag}\``]),
  ]
  return `${listed(values)} to the ${stages[stack]} stack`
}

/** What the pipeline passes, and the default that matters where a value is left out. */
const parameters = (scenario: TemplateScenario): string =>
  `The pipeline passes ${passedTo(scenario, 'concerned')} and ${passedTo(scenario, 'other')}; \`${scenario.setup.names.flag}\` has the default ${scenario.setup.defaults.flag}.`

/** What happened, for a resource that is missing or too many. */
function complaint(scenario: TemplateScenario): string {
  const { setting, stages, isMissing, opening } = scenario
  const { id, noun } = subjectOf(scenario)
  const [team, system] = [setting.teams[0], setting.systems[0].name]
  const stack = `${stages.concerned} stack`
  const missing = [
    `A rehearsal of the ${system} at ${setting.who} failed, because the ${stack} has no ${noun} \`${id}\`.`,
    `The ${team} of ${setting.who} reports that the ${noun} \`${id}\` is missing in the ${stack} of the ${system}.`,
    `An audit at ${setting.who} demands the ${noun} \`${id}\` in the ${stack} of the ${system}, where it does not exist.`,
  ]
  const surplus = [
    `The monthly bill of ${setting.who} contains the ${noun} \`${id}\` in the ${stack} of the ${system}, which nobody uses there.`,
    `In a review of the ${system}, the ${team} of ${setting.who} finds the ${noun} \`${id}\` in the ${stack}, where it must not exist.`,
    `A cost report of ${setting.who} asks why the ${stack} of the ${system} has the ${noun} \`${id}\`, which it does not need.`,
  ]
  return (isMissing ? missing : surplus)[opening] ?? ''
}

/** What is wanted: "the staging stack is to have the alarm". */
const goal = (scenario: TemplateScenario): string =>
  `${scenario.isMissing ? 'adds' : 'removes'} the ${subjectOf(scenario).noun}`

const unchanged = ({ stages }: TemplateScenario): string =>
  `The other resources of this stack and the whole ${stages.other} stack have to stay as they are.`

const editOf = ({ edits }: TemplateScenario, id: unknown): TemplateEdit => {
  const edit = edits.find((candidate) => candidate.id === id)
  if (edit === undefined) throw new RangeError(`There is no change ${String(id)}.`)
  return edit
}

/** What a change does that nobody wants, or that it settles the complaint. */
function outcome({ scenario, answer }: Told<TemplateScenario>): string {
  const { subject, stages } = scenario
  const faults = faultsAfter(editOf(scenario, answer), scenario)
  const [first] = faults
  if (first === undefined)
    return `\`${subject}\` ${scenario.isMissing ? 'is created in' : 'leaves'} the ${stages.concerned} stack, and both stacks stay the same otherwise.`
  const stands = faults.find(({ id, stack }) => id === subject && stack === 'concerned')
  if (stands !== undefined)
    return `The ${stages.concerned} stack would ${stands.isThere ? 'still have' : 'still lack'} \`${subject}\`.`
  return `The ${stages[first.stack]} stack would ${first.isThere ? 'get' : 'lose'} \`${first.id}\` as well.`
}

const because =
  (why: string) =>
  (told: Told<TemplateScenario>): string =>
    `${why} ${outcome(told)}`

/** Words the scenario in one of four structures. */
export const renderTemplate = wordedBy<TemplateScenario>({
  stems: [
    (scenario) =>
      paragraphs(
        [complaint(scenario), 'Its AWS CloudFormation template serves two stages and has these conditions.'],
        conditionsText(scenario),
        [
          dependencies(scenario),
          parameters(scenario),
          unchanged(scenario),
          `Which change ${goal(scenario)}?`,
        ],
      ),
    (scenario) =>
      paragraphs(
        `${complaint(scenario)} A developer opens the AWS CloudFormation template, from which the ${scenario.stages.other} stack is deployed too.`,
        templateText(scenario),
        [parameters(scenario), unchanged(scenario), 'What should the developer do?'],
      ),
    (scenario) =>
      paragraphs(
        `The ${scenario.stages.concerned} stack and the ${scenario.stages.other} stack of an application are deployed from one AWS CloudFormation template. ${parameters(scenario)} This is the part of the template that matters.`,
        templateText(scenario),
        [complaint(scenario), unchanged(scenario), 'Which change meets these requirements?'],
      ),
    (scenario) =>
      paragraphs(
        [
          complaint(scenario),
          'An engineer traces this to the AWS CloudFormation template of the application.',
          dependencies(scenario),
        ],
        conditionsText(scenario),
        [
          parameters(scenario),
          `Which change ${goal(scenario)} and leaves everything else in the two stacks as it is?`,
        ],
      ),
  ],
  text: (answer, scenario) => editOf(scenario, answer).words,
  reasons: {
    key: outcome,
    'defaults-win': because('A default counts where no value is passed.'),
    'and-or-swapped': because('Fn::And needs each of its parts, Fn::Or needs one of them.'),
    'negation-overlooked': because('Fn::Not turns the result of its part around.'),
    'one-stack-alone': because('Both stacks are deployed from this template.'),
    'one-resource-alone': because('A condition or parameter decides about each resource that depends on it.'),
  },
})
