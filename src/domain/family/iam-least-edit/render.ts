import { policyOf } from '../iam/policies.ts'
import { doing, doingInFull, kindOf, refusalOf, verbOf } from '../iam/verbs.ts'
import { showJson } from '../parts/show-json.ts'
import { capitalised, listed, paragraphs } from '../parts/words.ts'
import type { Rendering } from '../types.ts'
import type { EditScenario, Row } from './sample.ts'

const code = (text: string): string => `\`${text}\``
const bare = ({ resource }: Row): string => /`[^`]+`/.exec(resource.noun)?.[0] ?? ''
const taskOf = ({ must }: EditScenario): Row => must[0] as Row
const workOf = ({ must }: EditScenario): Row => must[1] as Row

/** What the role must not gain: a deed on its own resource, and the task on the sibling. */
function barred(scenario: EditScenario): string {
  const kind = kindOf(taskOf(scenario).resource)
  return listed(
    scenario.mustNot.map((row) =>
      row.resource.noun === taskOf(scenario).resource.noun
        ? `${verbOf(row.deed)} the ${kind}`
        : `${verbOf(row.deed)} ${bare(row)}`,
    ),
    'or',
  )
}

const boundarySentence = ({ before }: EditScenario): string => {
  if (before.boundary === null) return ''
  const actions = before.boundary.flatMap(({ Action }) => Action ?? []).map(code)
  return `The permissions boundary of the role contains ${listed(actions)} for every resource.`
}

const block = ({ before }: EditScenario): string => {
  const [statement] = before.identity
  return showJson(
    before.identity.length === 1 && statement !== undefined ? statement : policyOf(before.identity).Statement,
  )
}

const task = (scenario: EditScenario): string => doingInFull(taskOf(scenario).deed, taskOf(scenario).resource)
const work = (scenario: EditScenario): string => verbOf(workOf(scenario).deed)

const stems: readonly ((scenario: EditScenario) => string)[] = [
  (scenario) =>
    paragraphs(
      `The new release of the ${scenario.setting.systems[0].name} at ${scenario.setting.who} has to ${task(scenario)} and is denied. Its role ${code(scenario.role)} has this policy:`,
      block(scenario),
      [
        boundarySentence(scenario),
        `The security team agrees to the new access on condition that the role cannot ${barred(scenario)}.`,
        'Which change meets these requirements?',
      ],
    ),
  (scenario) =>
    paragraphs(
      [
        `A ticket of the ${scenario.setting.teams[0]} of ${scenario.setting.who} quotes the log: \`${refusalOf(taskOf(scenario).deed)}\`.`,
        `The role ${code(scenario.role)} must be able to ${task(scenario)}, as before the last policy review.`,
        `What that review ruled out stays ruled out: the role may not ${barred(scenario)}.`,
        boundarySentence(scenario),
        'The policy now reads:',
      ],
      block(scenario),
      'Which edit resolves the ticket?',
    ),
  (scenario) =>
    paragraphs(
      `Four pull requests of ${scenario.setting.who} claim to repair the ${scenario.setting.systems[0].name}, which cannot ${task(scenario)}. They all start from this policy of the role ${code(scenario.role)}:`,
      block(scenario),
      [
        boundarySentence(scenario),
        `The role needs to ${work(scenario)} the ${kindOf(taskOf(scenario).resource)} as well, which works today.`,
        `An audit finding of last year forbids that it can ${barred(scenario)}.`,
        'Which pull request should the reviewer approve?',
      ],
    ),
  (scenario) =>
    paragraphs(
      [
        `During an outage of ${scenario.setting.who}, an engineer wants to give the role ${code(scenario.role)} back the right to ${task(scenario)}.`,
        boundarySentence(scenario),
        `The lead insists that the quick fix opens nothing else, above all that the role stays unable to ${barred(scenario)}.`,
        'This is in the policy of the role:',
      ],
      block(scenario),
      'What should the engineer do?',
    ),
  (scenario) =>
    paragraphs(
      `${capitalised(scenario.setting.who)} hands the ${scenario.setting.systems[0].name} over to another team. In acceptance, it could ${doingInFull(workOf(scenario).deed, workOf(scenario).resource)} but not ${doing(taskOf(scenario).deed, { noun: `that ${kindOf(taskOf(scenario).resource)}` })}. Its role ${code(scenario.role)} came with this policy${scenario.before.boundary === null ? '' : ' and with a permissions boundary'}:`,
      block(scenario),
      [
        boundarySentence(scenario),
        `Both are needed. The contract says that the new team must not be able to ${barred(scenario)}.`,
        'Which change meets the contract?',
      ],
    ),
]

/** Words the scenario in one of five structures. */
export function renderEdit(scenario: EditScenario): Rendering {
  const stem = stems[scenario.rendering]
  if (stem === undefined) throw new RangeError(`There is no structure ${scenario.rendering}.`)
  return {
    stem: stem(scenario),
    option: (answer) => {
      const edit = scenario.edits.find(({ id }) => id === answer)
      if (edit === undefined) throw new RangeError(`There is no edit ${answer}.`)
      return { text: edit.text, rationale: edit.why }
    },
  }
}
