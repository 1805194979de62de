import { type Told, wordedBy } from '../parts/word.ts'
import { capitalised, listed, paragraphs } from '../parts/words.ts'
import type { DrawnResource, TemplateScenario } from './solve.ts'

const conditionLines = ({ names, stage, join, negates }: TemplateScenario): string[] => [
  'Conditions:',
  `  ${names.isStage}: !Equals [!Ref Stage, ${stage}]`,
  `  ${names.both}: !${join}`,
  `    - Condition: ${names.isStage}`,
  '    - !Equals [!Ref Replicated, "yes"]',
  `  ${names.other}: !Not`,
  negates === 'stage' ? `    - Condition: ${names.isStage}` : '    - !Equals [!Ref Replicated, "yes"]',
]

const resourceLines = ({ id, type, condition, propertyCondition }: DrawnResource): string[] => [
  `  ${id}:`,
  `    Type: ${type}`,
  ...(condition === null ? [] : [`    Condition: ${condition}`]),
  ...(propertyCondition === undefined
    ? []
    : [
        '    Properties:',
        `      Tags: !If [${propertyCondition}, [{ Key: keep, Value: "yes" }], !Ref AWS::NoValue]`,
      ]),
]

/** The template as YAML, without the properties that do not matter. */
function templateText(scenario: TemplateScenario): string {
  const { defaults, resources } = scenario
  const lines = [
    'Parameters:',
    `  Stage: { Type: String, Default: ${defaults.Stage} }`,
    `  Replicated: { Type: String, Default: "${defaults.Replicated}" }`,
    ...conditionLines(scenario),
    'Resources:',
    ...resources.flatMap(resourceLines),
  ]
  return ['```yaml', ...lines, '```'].join('\n')
}

function passed({ given }: TemplateScenario): string {
  const values = Object.entries(given).map(([name, value]) => `\`${name}\` set to ${value}`)
  return values.length === 0 ? 'without a value for any parameter' : `with ${listed(values)}`
}

const text = (answer: string | number): string =>
  capitalised(
    listed(
      String(answer)
        .split(',')
        .map((id) => `\`${id}\``),
    ),
  )

const wrong =
  (why: string) =>
  ({ scenario }: Told<TemplateScenario>): string =>
    `${why} ${account(scenario)}`

/** What each parameter is, in words. */
function account({ defaults, given }: TemplateScenario): string {
  const values = { ...defaults, ...given }
  return `Here \`Stage\` is ${values.Stage} and \`Replicated\` is ${values.Replicated}.`
}

/** Words the scenario in one of three structures. */
export const renderTemplate = wordedBy<TemplateScenario>({
  stems: [
    (scenario) =>
      paragraphs(
        `The ${scenario.setting.teams[0]} of ${scenario.setting.who} describes the ${scenario.setting.systems[0].name} in one AWS CloudFormation template for all stages (required properties are left out here):`,
        templateText(scenario),
        [`A stack is created ${passed(scenario)}.`, 'Which resources does the stack have?'],
      ),
    (scenario) =>
      paragraphs(
        `${capitalised(scenario.setting.who)} creates a stack for its ${scenario.setting.systems[1].name} ${passed(scenario)}. This is the template, reduced to what matters:`,
        templateText(scenario),
        ['Which resources does AWS CloudFormation create?'],
      ),
    (scenario) =>
      paragraphs(
        `A developer reviews a template before the ${scenario.setting.systems[0].name} of ${scenario.setting.they} is deployed. It is shown here with the properties that matter:`,
        templateText(scenario),
        [`The pipeline creates the stack ${passed(scenario)}.`, 'Which resources exist afterwards?'],
      ),
  ],
  text,
  reasons: {
    key: ({ scenario }) =>
      `${account(scenario)} A resource is created when the condition that it names holds, or when it names none.`,
    'defaults-win': wrong('A default counts where no value is passed.'),
    'conditions-for-outputs': wrong('A resource whose condition does not hold is not created.'),
    'and-or-swapped': wrong('Fn::And needs each of its parts, Fn::Or needs one of them.'),
    'negation-overlooked': wrong('Fn::Not turns the result of its part around.'),
    'no-value-removes': wrong('AWS::NoValue takes away the property and leaves the resource.'),
    'all-conditions': wrong('A resource depends on the condition that it names, not on the others.'),
  },
})
