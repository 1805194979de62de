import { policyOf } from '../iam/policies.ts'
import { showJson } from '../parts/show-json.ts'
import { capitalised, paragraphs } from '../parts/words.ts'
import type { Rendering } from '../types.ts'
import {
  type Caller,
  callers,
  conditionNamed,
  type MfaCondition,
  type MfaScenario,
  passes,
} from './conditions.ts'

const needs: Readonly<Record<MfaScenario['requirement']['id'], readonly [string, string, string]>> = {
  everything: [
    'The action must fail for every request that is not authenticated with MFA, and that includes scripts that sign with long-term access keys.',
    'Neither console sessions without MFA nor long-term access keys may perform the action.',
    'Auditors found that long-term access keys got round the MFA rule. The rule has to stop them, and has to leave MFA sessions alone.',
  ],
  'sessions-alone': [
    'Console sessions without MFA must be refused. A nightly script that signs with a long-term access key has to keep working.',
    'People have to use MFA in the console, while a build server keeps its long-term access key for the same action.',
    'The rule is to stop console sessions that skipped MFA and must leave the long-term access key of a legacy job in use.',
  ],
  'grant-with-mfa': [
    'This statement is the one grant of the action. It must take effect for sessions with MFA, and for neither other sessions nor long-term access keys.',
    'The action may be performed in sessions with MFA alone; no other statement grants it.',
    'Long-term access keys and console sessions without MFA must gain nothing from the statement.',
  ],
}

const statementOf = ({ requirement, deed, resource }: MfaScenario) =>
  policyOf([
    {
      Effect: requirement.effect,
      Action: deed.action,
      Resource: resource.arns.length === 1 ? (resource.arns[0] ?? '*') : resource.arns,
    },
  ])

const already = ({ requirement }: MfaScenario): string =>
  requirement.effect === 'Deny' ? 'Another policy already allows the action. ' : ''

const stems: readonly ((scenario: MfaScenario) => string)[] = [
  (scenario) =>
    paragraphs(
      `The ${scenario.setting.teams[0]} of ${scenario.setting.who} protects ${scenario.resource.noun} with MFA. ${already(scenario)}An administrator starts from this policy for the users and has yet to add a condition:`,
      showJson(statementOf(scenario)),
      [needs[scenario.requirement.id][0], 'Which condition meets these requirements?'],
    ),
  (scenario) =>
    paragraphs([
      `At ${scenario.setting.who}, IAM users sign in to the console and some also hold access keys. ${already(scenario)}A security engineer writes ${scenario.requirement.effect === 'Deny' ? 'a deny' : 'an allow'} statement for \`${scenario.deed.action}\` on ${scenario.resource.noun}.`,
      needs[scenario.requirement.id][1],
      'Which condition should the statement have?',
    ]),
  (scenario) =>
    paragraphs(
      [
        `${capitalised(scenario.setting.who)} lets the IAM user \`${scenario.user}\` and colleagues work with ${scenario.resource.noun}.`,
        needs[scenario.requirement.id][2],
        already(scenario).trim(),
        'The statement in question still lacks its condition:',
      ],
      showJson(statementOf(scenario)),
      'The engineers agree to test the MFA context key. Which condition gives the wanted result?',
    ),
]

const callerWords: Readonly<Record<Caller, string>> = {
  'with-mfa': 'sessions with MFA',
  'without-mfa': 'console sessions without MFA',
  'access-key': 'long-term access keys, whose requests lack the key,',
}

/** What a condition really does, told for the first caller that fares other than required. */
function reasonFor(scenario: MfaScenario, condition: MfaCondition): string {
  const off = callers.find(
    (caller) => passes(scenario, condition, caller) !== scenario.requirement.wanted[caller],
  )
  if (off !== undefined)
    return `With it, ${callerWords[off]} would be ${passes(scenario, condition, off) ? 'allowed' : 'refused'}, against the requirement.`
  return scenario.requirement.wanted['access-key']
    ? 'The key is false in console sessions without MFA; requests signed with an access key lack it, and Bool does not match what is missing.'
    : 'It tells sessions with MFA from the rest, and treats the missing key of access-key requests as the requirement asks.'
}

/** Words the requirement in one of three structures. */
export const renderMfa = (scenario: MfaScenario): Rendering => ({
  stem: stems[scenario.rendering % stems.length]?.(scenario) ?? '',
  option: (answer) => {
    const condition = conditionNamed(String(answer))
    return {
      text: `\`"${condition.operator}": { "aws:MultiFactorAuthPresent": "${condition.value}" }\``,
      rationale: reasonFor(scenario, condition),
    }
  },
})
