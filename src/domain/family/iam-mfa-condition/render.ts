import { doing, inFull, kindOf } from '../iam/verbs.ts'
import { showJson } from '../parts/show-json.ts'
import { capitalised, listed, paragraphs } from '../parts/words.ts'
import type { Rendering } from '../types.ts'
import {
  type Caller,
  callers,
  type MfaRule,
  type MfaScenario,
  passes,
  ruleNamed,
  statementOf,
} from './conditions.ts'

/** Callers who fare otherwise than required, as long as nothing is changed. */
export const wrongNow = (scenario: MfaScenario): Caller[] =>
  callers.filter(
    (caller) => passes(scenario, scenario.before, caller) !== scenario.requirement.wanted[caller],
  )

const people: Readonly<Record<Caller, string>> = {
  'with-mfa': 'a console user who signed in with MFA',
  'without-mfa': 'a console user who signed in without MFA',
  'access-key': 'a script with a long-term access key',
}

/** What was seen of the callers for whom the statement does the wrong thing. */
function seen(scenario: MfaScenario): string {
  const could = doing(scenario.deed, { noun: inFull(scenario.resource) })
  const told = wrongNow(scenario).map((caller, place) => {
    const what = place === 0 ? could : 'do so'
    return passes(scenario, scenario.before, caller)
      ? `${people[caller]} could ${what}`
      : `${people[caller]} was refused when trying to ${what}`
  })
  return listed(told)
}

const wanted: Readonly<Record<MfaScenario['requirement']['id'], readonly string[]>> = {
  everybody: [
    'The action must need MFA, in the console as well as with access keys.',
    'Whoever performs the action has to have used MFA, and long-term access keys are no exception.',
    'Sessions with MFA must pass; console sign-ins without MFA and plain access keys must be refused.',
  ],
  'script-stays': [
    'People in the console must use MFA; a nightly script with a long-term access key has to keep working.',
    'The rule is for console sessions. A build server that signs with a long-term access key must not be touched by it.',
    'Console sign-ins without MFA must be refused, while the access key of a legacy job and sessions with MFA pass.',
  ],
}

const require = ({ requirement, rendering }: MfaScenario): string =>
  wanted[requirement.id][rendering % 3] ?? ''
const beside = ({ before }: MfaScenario): string =>
  before.effect === 'Deny'
    ? 'A group policy of the users allows the action.'
    : 'The statement is the one grant of the action.'
const block = (scenario: MfaScenario): string => showJson(statementOf(scenario, scenario.before))

const stems: readonly ((scenario: MfaScenario) => string)[] = [
  (scenario) =>
    paragraphs(
      `In a test by the auditors of ${scenario.setting.who}, ${seen(scenario)}. A customer managed policy of the users has this statement:`,
      block(scenario),
      [beside(scenario), require(scenario), 'Which change closes the finding?'],
    ),
  (scenario) =>
    paragraphs(
      `"MFA is in place for the ${scenario.setting.systems[0].name}," the ${scenario.setting.teams[0]} of ${scenario.setting.who} had reported. Two days later, ${seen(scenario)}. ${require(scenario)} An engineer opens the policy:`,
      block(scenario),
      [beside(scenario), 'Which edit should the engineer make?'],
    ),
  (scenario) =>
    paragraphs([
      `An incident review at ${scenario.setting.who} found that ${seen(scenario)}.`,
      `${scenario.before.effect === 'Deny' ? 'A deny' : 'An allow'} for \`${scenario.deed.action}\` has the condition \`${scenario.before.operator}\` with \`aws:MultiFactorAuthPresent\` set to \`${scenario.before.value}\`.`,
      beside(scenario),
      require(scenario),
      'Which change meets these requirements?',
    ]),
  (scenario) =>
    paragraphs(
      `The help desk of ${scenario.setting.who} has a ticket of the user \`${scenario.user}\` on ${inFull(scenario.resource)}, and an administrator reproduces it: ${seen(scenario).replace(inFull(scenario.resource), `the ${kindOf(scenario.resource)}`)}. ${beside(scenario)} Last week's policy change was this:`,
      block(scenario),
      [require(scenario), 'What should the administrator change?'],
    ),
  (scenario) =>
    paragraphs([
      `The ${scenario.setting.teams[1]} of ${scenario.setting.who} rolled out its MFA rule on Monday.`,
      require(scenario),
      `On Tuesday, ${seen(scenario)}.`,
      `The rule is ${scenario.before.effect === 'Deny' ? 'a deny' : 'an allow'} for \`${scenario.deed.action}\` with \`${scenario.before.operator}\` on \`aws:MultiFactorAuthPresent\` and the value \`${scenario.before.value}\`.`,
      beside(scenario),
      'Which edit makes the rule do what was intended?',
    ]),
]

/** What has to be done to turn one rule into another. */
function editWords(from: MfaRule, to: MfaRule): string {
  const edits = [
    ...(from.effect === to.effect ? [] : ['turn the deny into an allow']),
    ...(from.operator === to.operator ? [] : [`change the operator to \`${to.operator}\``]),
    ...(from.value === to.value ? [] : [`set the value to \`${to.value}\``]),
  ]
  const [only] = edits
  if (edits.length > 1) return capitalised(listed(edits))
  return capitalised(`${only} and keep the ${from.operator === to.operator ? 'operator' : 'value'}`)
}

const callerWords: Readonly<Record<Caller, string>> = {
  'with-mfa': 'sessions with MFA',
  'without-mfa': 'console sessions without MFA',
  'access-key': 'requests with a long-term access key, which lack the MFA key,',
}

/** What a rule really does, told for the first caller who fares otherwise than required. */
function reasonFor(scenario: MfaScenario, rule: MfaRule): string {
  const off = callers.find((caller) => passes(scenario, rule, caller) !== scenario.requirement.wanted[caller])
  if (off !== undefined)
    return `After this, ${callerWords[off]} would be ${passes(scenario, rule, off) ? 'allowed' : 'refused'}, against the requirement.`
  return scenario.requirement.wanted['access-key']
    ? 'The key tells console sessions with MFA from those without; requests with an access key lack it and pass.'
    : 'Sessions with MFA pass; those without it and requests with an access key, which lack the MFA key, do not.'
}

/** The abbreviation in full where it stands first. */
const spelledOut = (stem: string): string =>
  stem.replace(/("?)\bMFA\b/, (_, quote: string) =>
    quote === '' ? 'multi-factor authentication (MFA)' : '"Multi-factor authentication (MFA)',
  )

/** Words the finding in one of five structures. */
export function renderMfa(scenario: MfaScenario): Rendering {
  const stem = stems[scenario.rendering]
  if (stem === undefined) throw new RangeError(`There is no structure ${scenario.rendering}.`)
  return {
    stem: spelledOut(stem(scenario)),
    option: (answer) => {
      const rule = ruleNamed(String(answer))
      return { text: editWords(scenario.before, rule), rationale: reasonFor(scenario, rule) }
    },
  }
}
