import { isAllowed } from '../iam/ask.ts'
import { brokenBy, planOf } from '../iam/plans.ts'
import { showJson } from '../parts/show-json.ts'
import { listed, paragraphs } from '../parts/words.ts'
import type { Rendering } from '../types.ts'
import { caseOf, keysOf, statementOf } from './sample.ts'
import { requests, type TagRequest, type TagScenario } from './scenario.ts'

const code = (names: readonly string[], link = 'and'): string =>
  listed(
    names.map((name) => `\`${name}\``),
    link,
  )

const carrying = (scenario: TagScenario, request: TagRequest): string => {
  const keys = keysOf(scenario, request)
  return keys.length === 0 ? 'without tags' : `with the tag ${keys.length > 1 ? 'keys' : 'key'} ${code(keys)}`
}

/** Requests that end otherwise than the team demands, as long as nothing is changed. */
export const wrongNow = (scenario: TagScenario): TagRequest[] =>
  requests.filter(
    (request) => isAllowed(caseOf(scenario, scenario.before, request)) !== scenario.demand.wanted[request],
  )

/** What was seen: the first two requests that went wrong. */
function seen(scenario: TagScenario): string {
  const { noun } = scenario.creation
  const words = wrongNow(scenario)
    .slice(0, 2)
    .map((request) =>
      scenario.demand.wanted[request]
        ? `a ${noun} ${carrying(scenario, request)} was refused`
        : `a ${noun} ${carrying(scenario, request)} was created`,
    )
  return words.join(', and ')
}

/** The demand, in the words of those who make it. */
function demanded({ demand, creation, keys }: TagScenario): string {
  const { noun } = creation
  return {
    'known-tags-alone': `A ${noun} must carry at least one tag, and keys other than ${code(keys)} must be refused.`,
    'untagged-too': `Teams may create a ${noun} without tags, but keys other than ${code(keys)} must be refused.`,
    'one-known-tag': `A ${noun} must carry ${code(keys, 'or')}; teams may add keys of their own beside it.`,
  }[demand.id]
}

const block = (scenario: TagScenario): string => showJson(statementOf(scenario, scenario.before))
const where = ({ effect, role }: TagScenario): string =>
  effect === 'Allow' ? `the policy of \`${role}\`` : `the policy of \`${role}\`, beside a plain allow`

const stems: readonly ((scenario: TagScenario) => string)[] = [
  (scenario) =>
    paragraphs(
      `The monthly cost report of ${scenario.setting.who} has an "unassigned" line again. The trail shows why: ${seen(scenario)}. In ${where(scenario)}, an engineer finds this statement on ${scenario.creation.name}:`,
      block(scenario),
      [`${demanded(scenario)} Which edit of the condition meets these requirements?`],
    ),
  (scenario) =>
    paragraphs(
      `Last week the ${scenario.setting.teams[0]} of ${scenario.setting.who} introduced a tagging standard for ${scenario.creation.name}. ${demanded(scenario)} In a first test with the role \`${scenario.role}\`, ${seen(scenario)}. This statement is in ${where(scenario)}:`,
      block(scenario),
      'Which change to the statement will make it follow the standard?',
    ),
  (scenario) =>
    paragraphs(
      `A reviewer at ${scenario.setting.who} rejects a pull request because of this statement in ${where(scenario)}:`,
      block(scenario),
      [
        `"Try it and see," the reviewer writes: in the sandbox account, ${seen(scenario)}.`,
        demanded(scenario),
        'What should the author change?',
      ],
    ),
  (scenario) =>
    paragraphs(
      [
        `The ${scenario.setting.teams[1]} of ${scenario.setting.who} opened a ticket about the pipeline of the ${scenario.setting.systems[0].name}: ${seen(scenario)}.`,
        demanded(scenario),
        `This statement on ${scenario.creation.name} comes from ${where(scenario)}:`,
      ],
      block(scenario),
      'Which change resolves the ticket?',
    ),
  (scenario) =>
    paragraphs([
      `An auditor samples new ${scenario.creation.name} resources of ${scenario.setting.who} and notes that ${seen(scenario)}.`,
      `The ${scenario.effect === 'Allow' ? 'allow' : 'deny'} for \`${scenario.creation.create}\` in ${where(scenario)}, uses \`${scenario.before.set}:${scenario.before.operator}\` on \`aws:TagKeys\` with the values ${code(scenario.keys)}.`.replace(
        '`, uses',
        '` uses',
      ),
      scenario.before.absent === null
        ? 'It has no further condition.'
        : `Beside it stands \`Null\` on \`aws:TagKeys\` with the value \`${scenario.before.absent}\`.`,
      demanded(scenario),
      'Which edit of the condition should the engineers make?',
    ]),
]

const consequences: Readonly<Record<TagRequest, (scenario: TagScenario, wanted: boolean) => string>> = {
  known: (scenario) => `a ${scenario.creation.noun} with listed keys would be refused`,
  mixed: (scenario, wanted) =>
    wanted
      ? `a ${scenario.creation.noun} with a listed and a further key would be refused`
      : `a ${scenario.creation.noun} with a listed key and \`${scenario.foreign}\` would still be created`,
  foreign: (scenario) =>
    `a ${scenario.creation.noun} with the key \`${scenario.foreign}\` alone would be created`,
  untagged: (scenario, wanted) =>
    wanted
      ? `a ${scenario.creation.noun} without tags would be refused`
      : `a ${scenario.creation.noun} without tags would be created, since an empty set meets ForAllValues`,
}

const keyReasons: Readonly<Record<TagScenario['demand']['id'], string>> = {
  'known-tags-alone':
    'ForAllValues asks that each key of the request is on the list; it is true for an empty set, so Null has to rule that out.',
  'untagged-too':
    'Each key of the request is compared with the list, and a request without tags meets the condition for being created.',
  'one-known-tag':
    'ForAnyValue asks for one key of the list; further keys do not matter, and an empty set has none.',
}

/** Words the scenario in one of five structures; every rationale follows from what the edited statement does. */
export function renderTagKeys(scenario: TagScenario): Rendering {
  const stem = stems[scenario.rendering]
  if (stem === undefined) throw new RangeError(`There is no structure ${scenario.rendering}.`)
  return {
    stem: stem(scenario),
    option: (answer) => {
      const plan = planOf(scenario, answer)
      const broken = brokenBy(plan)
      return {
        text: plan.text,
        rationale:
          broken === undefined
            ? keyReasons[scenario.demand.id]
            : `With this, ${consequences[broken.id as TagRequest](scenario, broken.wanted)}.`,
      }
    },
  }
}
