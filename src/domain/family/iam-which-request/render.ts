import { doingInFull, inFull, kindOf, refusalOf } from '../iam/verbs.ts'
import { bullets, capitalised, listed, paragraphs } from '../parts/words.ts'
import type { Rendering } from '../types.ts'
import { type Edit, edits, type RequestScenario } from './scenario.ts'
import { decisionAfter, editsOf, solveRequests } from './solve.ts'

const code = (text: string): string => `\`${text}\``
const actionOf = ({ deed }: RequestScenario): string => code(deed.action)
const policyOfResource = ({ resource }: RequestScenario): string => `${kindOf(resource)} policy`

/** Three ways in which people note the same facts. */
type Manner = readonly [identity: string, boundary: string, scp: string, resource: string]

function mannersOf(scenario: RequestScenario): readonly Manner[] {
  const { state, role, resource, otherService, ownerAccount } = scenario
  const [action, other, service] = [actionOf(scenario), `\`${otherService}:*\``, `\`${resource.service}:*\``]
  const own = state.identity ? `${other} and, for this ${kindOf(resource)}, ${action}` : other
  const bounds = listed([other, '`logs:*`', ...(state.boundary === true ? [action] : [])])
  const exempted = listed([code('OrgAdmin'), ...(state.exempt === true ? [code(role)] : [])])
  const trusted = state.resource ? code(role) : `the role \`Reporting\` of ${ownerAccount}`
  const policy = policyOfResource(scenario)
  const full = state.exempt === null
  return [
    [
      `An inline policy gives ${code(role)} ${own}.`,
      `The permissions boundary of the role allows ${bounds}.`,
      full
        ? 'The account has no service control policy (SCP) apart from FullAWSAccess.'
        : `Besides FullAWSAccess, a service control policy (SCP) of the account denies ${service} to roles other than ${exempted}.`,
      `The ${policy} allows ${action} to ${trusted}.`,
    ],
    [
      `The role ${code(role)} has one policy, for ${own}.`,
      `It also has a permissions boundary, set last year, with ${bounds}.`,
      full
        ? 'FullAWSAccess is the one service control policy (SCP) in force.'
        : `A service control policy (SCP) beside FullAWSAccess denies ${service} unless the caller is ${exempted.replace(' and ', ' or ')}.`,
      `In the ${policy}, ${trusted} is the one principal that may use ${action}.`,
    ],
    [
      `What ${code(role)} is granted is ${own}.`,
      `Its permissions boundary contains ${bounds}.`,
      full
        ? 'The organization has left FullAWSAccess as the one service control policy (SCP) of the account.'
        : `The organization keeps FullAWSAccess and adds a service control policy (SCP) that denies ${service} except to ${exempted}.`,
      `The ${policy} names ${trusted} for ${action}.`,
    ],
  ]
}

/** What is known of each policy that bears on the call, as an engineer notes it. */
function notesOf(scenario: RequestScenario): readonly string[] {
  const [identity, boundary, scp, resource] = mannersOf(scenario)[scenario.manner] ?? []
  return [identity, scenario.state.boundary === null ? '' : boundary, scp, resource].flatMap(
    (note) => note || [],
  )
}

const questions = [
  'Which change should the engineer request?',
  'Which change will make the call succeed?',
  'Which solution meets these requirements?',
] as const

const sparing = [
  'The security team signs off each policy edit by hand and rejects those that are not needed.',
  'Edits that the call does not need will be turned down in review.',
  'Change management accepts just those edits without which the call would fail.',
] as const

const onceMore = (scenario: RequestScenario): string => sparing[scenario.variant] ?? ''
const asked = (scenario: RequestScenario): string =>
  questions[(scenario.variant + scenario.rendering) % questions.length] ?? ''

const stems: readonly ((scenario: RequestScenario) => string)[] = [
  (scenario) =>
    paragraphs([
      `Since its move to an account of its own (${scenario.account}), the ${scenario.system.name} of ${scenario.setting.who} can no longer ${doingInFull(scenario.deed, scenario.resource)}, which stayed in ${scenario.ownerAccount}.`,
      ...notesOf(scenario),
      onceMore(scenario),
      asked(scenario),
    ]),
  (scenario) =>
    paragraphs(
      `The first test run of the ${scenario.system.name} at ${scenario.setting.who} ended with \`${refusalOf(scenario.deed)}\`. It runs in account ${scenario.account} with the role ${code(scenario.role)}; ${inFull(scenario.resource)} belongs to ${scenario.owner}, ${scenario.ownerAccount}. The engineer on duty collects what applies:`,
      bullets(notesOf(scenario)),
      [onceMore(scenario), asked(scenario)],
    ),
  (scenario) =>
    paragraphs([
      `"We are named in your ticket, but our job still gets access denied," writes the ${scenario.setting.teams[0]} of ${scenario.setting.who}. The job uses the role ${code(scenario.role)} in account ${scenario.account} and has to ${doingInFull(scenario.deed, scenario.resource)} in ${scenario.owner}.`,
      ...notesOf(scenario),
      onceMore(scenario),
      asked(scenario),
    ]),
  (scenario) =>
    paragraphs([
      `From Monday, the ${scenario.system.name} of ${scenario.setting.who} must ${doingInFull(scenario.deed, scenario.resource)} in ${scenario.owner}. A rehearsal with the role ${code(scenario.role)} was refused.`,
      notesOf(scenario).at(-1) ?? '',
      ...notesOf(scenario).slice(0, -1),
      onceMore(scenario),
      asked(scenario),
    ]),
  (scenario) =>
    paragraphs([
      `AWS CloudTrail of ${scenario.setting.who} shows ${actionOf(scenario)} with \`AccessDenied\` 214 times since the release on Tuesday, each time by ${code(scenario.role)} of account ${scenario.account}. The new release of the ${scenario.system.name} has to ${doingInFull(scenario.deed, scenario.resource)}, which belongs to ${scenario.ownerAccount}.`,
      ...notesOf(scenario),
      onceMore(scenario),
      asked(scenario),
    ]),
  (scenario) =>
    paragraphs(
      `${capitalised(scenario.setting.who)} splits a shared account in two. In the runbook of the cutover, one step fails: the role ${code(scenario.role)} in ${scenario.account} has to ${doingInFull(scenario.deed, scenario.resource)}, which now belongs to ${scenario.ownerAccount}. A colleague pasted these notes:`,
      bullets(notesOf(scenario)),
      [onceMore(scenario), asked(scenario)],
    ),
]

const editWords: Readonly<Record<Edit, (scenario: RequestScenario) => string>> = {
  identity: (scenario) => `allow ${actionOf(scenario)} in the role's policy`,
  boundary: (scenario) => `add ${actionOf(scenario)} to the permissions boundary`,
  exempt: () => 'exempt the role from the deny in the SCP',
  resource: (scenario) => `name the role in the ${policyOfResource(scenario)}`,
  session: (scenario) => `pass ${actionOf(scenario)} as a session policy`,
  scpAllow: (scenario) => `allow ${actionOf(scenario)} in an SCP`,
}

const kept: Readonly<Record<Edit, (scenario: RequestScenario) => string>> = {
  identity: () => "the role's policy",
  boundary: () => 'the permissions boundary',
  exempt: () => 'the SCP',
  resource: (scenario) => `the ${policyOfResource(scenario)}`,
  session: () => 'the session',
  scpAllow: () => 'the SCPs',
}

const keyOf = (scenario: RequestScenario): readonly Edit[] =>
  editsOf(String(solveRequests(scenario)[0] ?? ''))

/** The action by name at its first mention alone. */
function withPronoun(text: string, action: string): string {
  const [first = '', ...rest] = text.split(action)
  return rest.length === 0 ? text : [first + action + rest[0], ...rest.slice(1)].join('it')
}

/** Where plans are told in full, one of one edit says what it leaves alone, as colleagues do when they propose the smaller change. */
function planWords(scenario: RequestScenario, plan: readonly Edit[]): string {
  const words = plan.map((edit) => editWords[edit](scenario))
  const [spared] = keyOf(scenario).filter((edit) => !plan.includes(edit))
  const isTold = spared !== undefined && plan.length === 1 && scenario.manner !== 0
  const text = listed(isTold ? [...words, `leave ${kept[spared](scenario)} unchanged`] : words)
  return capitalised(withPronoun(text, actionOf(scenario)))
}

const stillMissing: Readonly<Record<string, (scenario: RequestScenario) => string>> = {
  identity: () =>
    "The call stays denied: across accounts the role's own policy has to allow it as well, and it does not.",
  boundary: (scenario) =>
    `The call stays denied, because the permissions boundary still leaves out ${actionOf(scenario)}.`,
  scp: () =>
    'The call stays denied by the SCP, which binds the roles of the account whatever they are granted.',
  resource: (scenario) =>
    `The call stays denied: the ${policyOfResource(scenario)} in the other account does not name the role.`,
}

function reasonFor(scenario: RequestScenario, plan: string): string {
  const { decision, because } = decisionAfter(scenario, plan)
  if (decision !== 'allow') return stillMissing[because.layer]?.(scenario) ?? because.text
  const spare = editsOf(plan).filter((edit) => !keyOf(scenario).includes(edit))
  if (spare.length > 0)
    return `The call would succeed without this: ${spare.includes('scpAllow') ? 'FullAWSAccess already permits the action' : 'a session policy grants nothing'}.`
  return `What still refuses the call is ${listed(editsOf(plan).map((edit) => kept[edit](scenario)))}; the other policies let it pass.`
}

/** Words the scenario in one of six structures; every rationale follows from the decision of the model. */
export function renderRequests(scenario: RequestScenario): Rendering {
  const stem = stems[scenario.rendering]
  if (stem === undefined) throw new RangeError(`There is no structure ${scenario.rendering}.`)
  return {
    stem: stem(scenario),
    option: (plan) => ({
      text: planWords(
        scenario,
        editsOf(String(plan)).toSorted((a, b) => edits.indexOf(a) - edits.indexOf(b)),
      ),
      rationale: reasonFor(scenario, String(plan)),
    }),
  }
}
