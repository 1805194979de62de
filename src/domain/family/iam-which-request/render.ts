import type { IamDecision } from '../../cloud/iam/types.ts'
import { decideAccess } from '../iam/ask.ts'
import type { Clause } from '../iam/clauses.ts'
import { policyOf } from '../iam/policies.ts'
import { showJson } from '../parts/show-json.ts'
import { bullets, capitalised, paragraphs } from '../parts/words.ts'
import type { Rendering } from '../types.ts'
import type { RequestScenario } from './scenario.ts'
import { caseOf } from './solve.ts'

const questions = [
  'Which request succeeds?',
  'Which of these requests is allowed?',
  'Which action can the role perform?',
  'Which call does AWS allow?',
] as const

const wordsOf = (clauses: readonly Clause[]): string[] => clauses.map(({ words }) => words)

/** "allows a and denies b", after a subject. */
const inOneSentence = (clauses: readonly Clause[]): string => wordsOf(clauses).join(' and ')

function boundarySentence({ boundary }: RequestScenario): string {
  return boundary === null ? '' : `A permissions boundary on the role ${inOneSentence(boundary)}.`
}

function scpSentence({ scp }: RequestScenario): string {
  if (scp === null) return ''
  if (scp.length === 0)
    return 'The organizational unit (OU) of the account has the FullAWSAccess service control policy (SCP) alone.'
  return `Besides FullAWSAccess, the organizational unit (OU) of the account has a service control policy (SCP) that ${inOneSentence(scp)}.`
}

function bucketSentence({ bucketPolicy, partner }: RequestScenario): string {
  if (bucketPolicy === null) return ''
  return `${capitalised(bucketPolicy.bucket)} belongs to account ${partner}, and its bucket policy ${inOneSentence(bucketPolicy.clauses)}.`
}

const identityJson = ({ identity }: RequestScenario): string =>
  showJson(policyOf(identity.map(({ statement }) => statement)))

/** What stands around the role, in sentences. */
const surroundings = (scenario: RequestScenario): string[] => [
  boundarySentence(scenario),
  scpSentence(scenario),
  bucketSentence(scenario),
  scenario.circumstance?.words ?? '',
]

const stems: readonly ((scenario: RequestScenario, question: string) => string)[] = [
  (scenario, question) =>
    paragraphs(
      `${capitalised(scenario.setting.who)} runs its ${scenario.setting.systems[0].name} with the IAM role \`${scenario.role}\` in account ${scenario.account}. The identity-based policy of the role has these statements:`,
      bullets(wordsOf(scenario.identity)),
      [...surroundings(scenario), 'No other policy applies.', question],
    ),
  (scenario, question) =>
    paragraphs(
      `An engineer in the ${scenario.setting.teams[0]} of ${scenario.setting.who} assumes the role \`${scenario.role}\` in account ${scenario.account}. This is the one identity-based policy of the role:`,
      identityJson(scenario),
      [...surroundings(scenario), `The engineer tries four calls with the role's credentials.`, question],
    ),
  (scenario, question) =>
    paragraphs(
      `Several calls of the role \`${scenario.role}\` fail since ${scenario.setting.who} tightened its account ${scenario.account}. The ${scenario.setting.teams[0]} writes down what applies to the role:`,
      bullets([
        `Identity-based policy: ${wordsOf(scenario.identity).join('; ')}`,
        ...(scenario.boundary === null
          ? []
          : [`Permissions boundary: ${wordsOf(scenario.boundary).join('; ')}`]),
        ...(scenario.scp === null
          ? []
          : [
              `Service control policies (SCPs) of the organizational unit: ${['FullAWSAccess', ...wordsOf(scenario.scp).map((words) => `one that ${words}`)].join('; ')}`,
            ]),
        ...(scenario.bucketPolicy === null
          ? []
          : [
              `Bucket policy of ${scenario.bucketPolicy.bucket}, which account ${scenario.partner} owns: ${inOneSentence(scenario.bucketPolicy.clauses)}`,
            ]),
      ]),
      [scenario.circumstance?.words ?? '', 'Nothing else limits or grants access.', question],
    ),
  (scenario, question) =>
    paragraphs(
      [
        `Before the ${scenario.setting.systems[0].name} goes live, the ${scenario.setting.teams[1]} of ${scenario.setting.who} reviews what its role \`${scenario.role}\` can do in account ${scenario.account}.`,
        ...surroundings(scenario),
        'The role itself has this policy:',
      ],
      identityJson(scenario),
      ['No further policy is attached.', question],
    ),
]

const deniedOutright: Readonly<Record<string, string>> = {
  identity: "A statement of the role's own policy denies it, and an explicit deny outweighs every allow.",
  scp: "The SCP denies it for every role of the member account, whatever the role's own policy allows.",
}

const deniedSilently: Readonly<Record<string, string>> = {
  boundary: "The role's policy allows it, but the permissions boundary does not, and both have to.",
  resource:
    'The bucket policy of the other account does not allow it, and across accounts both sides have to.',
}

/** Why an identity-based policy that does not allow a request falls short of it. */
function whyNotGranted(scenario: RequestScenario, foreign: boolean, conditional: boolean): string {
  if (foreign)
    return 'The bucket policy allows it, but across accounts the role also needs an allow in its own policy, which has none.'
  if (conditional)
    return 'The statement that would allow it has a condition that this request does not meet, so nothing allows it.'
  return scenario.boundary === null
    ? "No statement of the role's policy allows it, so it is denied implicitly."
    : "No statement of the role's policy allows it; a permissions boundary sets a limit and grants nothing."
}

function reasonFor(scenario: RequestScenario, id: string, { decision, because }: IamDecision): string {
  if (decision === 'allow') {
    const limits = [scenario.boundary && 'the permissions boundary', scenario.scp && 'the SCPs'].filter(
      Boolean,
    )
    return `The role's policy allows it${limits.length > 0 ? `, ${limits.join(' and ')} ${limits.length > 1 || scenario.scp ? 'leave' : 'leaves'} it in place` : ''}, and no statement denies it.`
  }
  if (decision === 'explicit') return deniedOutright[because.layer] ?? because.text
  const candidate = scenario.candidates.find((other) => other.id === id)
  const foreign = candidate?.request.owner === scenario.partner
  const conditional = scenario.identity.some(({ statement }) => {
    const actions = [statement.Action ?? []].flat()
    return statement.Condition !== undefined && actions.includes(candidate?.request.action ?? '')
  })
  return deniedSilently[because.layer] ?? whyNotGranted(scenario, foreign, conditional)
}

/** Words the scenario in one of four structures; every rationale follows from the decision of the model. */
export function renderRequests(scenario: RequestScenario): Rendering {
  const stem = stems[scenario.rendering % stems.length]?.(
    scenario,
    questions[scenario.question % questions.length] ?? '',
  )
  return {
    stem: stem ?? '',
    option: (answer) => {
      const candidate = scenario.candidates.find(({ id }) => id === answer)
      if (candidate === undefined) throw new RangeError(`There is no request ${answer}.`)
      return {
        text: candidate.words,
        rationale: reasonFor(scenario, candidate.id, decideAccess(caseOf(scenario, candidate))),
      }
    },
  }
}
