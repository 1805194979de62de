import { decideAccess } from '../iam/ask.ts'
import { siblingOf } from '../iam/resources.ts'
import { doingInFull, inFull, kindOf } from '../iam/verbs.ts'
import { showJson } from '../parts/show-json.ts'
import { bullets, capitalised, listed, paragraphs } from '../parts/words.ts'
import type { Rendering } from '../types.ts'
import type { Layer, LayerScenario } from './scenario.ts'
import { caseWith, solveLayer } from './solve.ts'

const code = (text: string): string => `\`${text}\``
const policyName = ({ resource }: LayerScenario): string => `${kindOf(resource)} policy`

const subjects: Readonly<Record<Layer, (scenario: LayerScenario) => string>> = {
  identity: () => "the role's policy",
  boundary: () => "the role's permissions boundary",
  session: () => 'the session policy that the scheduler passes',
  scp: () => 'a service control policy (SCP)',
  resource: (scenario) => `the ${policyName(scenario)}`,
  endpoint: () => 'the VPC endpoint policy',
}

/** Words of a clause after the resource has been named: it by its kind, its sibling by the bare name. */
const briefly = ({ resource }: LayerScenario, words: string): string =>
  words
    .replace(' on every resource', '')
    .replaceAll(resource.noun, `the ${kindOf(resource)}`)
    .replaceAll(siblingOf(resource).noun, siblingOf(resource).noun.split(' ')[1] ?? '')

/** What one policy says, as a sentence without its full stop. */
function finding(scenario: LayerScenario, { layer, clauses }: LayerScenario['layers'][number]): string {
  const words = listed(clauses.map((clause) => briefly(scenario, clause.words)))
  if (layer !== 'scp') return capitalised(`${subjects[layer](scenario)} ${words}`)
  return clauses.length === 0
    ? 'FullAWSAccess is the one service control policy (SCP)'
    : `Besides FullAWSAccess, a service control policy (SCP) ${words}`
}

const findings = (scenario: LayerScenario): string[] =>
  scenario.layers.map((layer) => `${finding(scenario, layer)}.`)

const recordOf = ({ deed, role, account, setting }: LayerScenario): string =>
  showJson({
    eventName: deed.action.split(':')[1],
    errorCode: 'AccessDenied',
    awsRegion: setting.region,
    userIdentity: { arn: `arn:aws:sts::${account}:assumed-role/${role}/run` },
  })

const stems: readonly ((scenario: LayerScenario) => string)[] = [
  (scenario) =>
    paragraphs([
      `Since the change window on Sunday, the ${scenario.system.name} of ${scenario.setting.who} fails when it has to ${doingInFull(scenario.deed, scenario.resource)} in its own account. The log keeps the code AccessDenied and nothing more.`,
      ...findings(scenario),
      scenario.circumstance,
      'Which explanation fits the findings, and what should be done?',
    ]),
  (scenario) =>
    paragraphs(
      `The ${scenario.setting.teams[0]} of ${scenario.setting.who} asks why the ${scenario.system.name} stopped overnight. It has to ${doingInFull(scenario.deed, scenario.resource)} of its own account, for which AWS CloudTrail has this record:`,
      recordOf(scenario),
      [
        ...findings(scenario),
        scenario.circumstance,
        'What is the cause of the failure, and how should it be fixed?',
      ],
    ),
  (scenario) =>
    paragraphs(
      `An incident channel of ${scenario.setting.who} fills up: the ${scenario.system.name} cannot ${doingInFull(scenario.deed, scenario.resource)}. Both are in account ${scenario.account}. An engineer posts what is attached to the role, the resource, and the path between them:`,
      bullets(findings(scenario)),
      [scenario.circumstance, 'Which reply names the cause and a remedy that works?'],
    ),
  (scenario) =>
    paragraphs([
      `"It worked until the security team rolled out its new baseline," says the ${scenario.setting.teams[1]} of ${scenario.setting.who} about the ${scenario.system.name}. The job now gets access denied. Its task is to ${doingInFull(scenario.deed, scenario.resource)} of the same account.`,
      ...findings(scenario).toReversed(),
      scenario.circumstance,
      'Which change addresses the cause?',
    ]),
  (scenario) =>
    paragraphs([
      `The new release of the ${scenario.system.name} at ${scenario.setting.who} has to ${doingInFull(scenario.deed, scenario.resource)}. In staging it did; in production, account ${scenario.account}, the call ends with access denied.`,
      scenario.circumstance,
      `An engineer compares the two accounts and notes for production: ${findings(scenario)[0]?.replace(/^The/, 'the') ?? ''}`,
      ...findings(scenario).slice(1),
      'Which finding explains the refusal, and what follows from it?',
    ]),
  (scenario) =>
    paragraphs(
      `A support case of ${scenario.setting.who} has been open for two days: ${code(scenario.deed.action)} by the role ${code(scenario.role)} is refused, and the ${scenario.system.name} stands still. Role and resource, ${inFull(scenario.resource)}, are in account ${scenario.account}. The case holds these facts:`,
      bullets([...findings(scenario).toReversed(), scenario.circumstance].filter(Boolean)),
      'What should the support engineer answer?',
    ),
]

/** What a layer looks like to someone who searches for the fault in it. */
type Look = 'silent' | 'denies' | 'plain'

function lookOf(scenario: LayerScenario, layer: Layer): Look {
  const clauses = scenario.layers.find((each) => each.layer === layer)?.clauses ?? []
  if (clauses.some(({ statement }) => statement.Effect === 'Deny')) return 'denies'
  return solveLayer(scenario)[0] === layer ? 'silent' : 'plain'
}

const proposals: Readonly<Record<Layer, (action: string, scenario: LayerScenario, look: Look) => string>> = {
  identity: (action, scenario, look) =>
    look === 'denies'
      ? `The deny in the role's policy stops ${action}; take it out of that statement`
      : `The role's policy leaves out ${action}; allow it there for the ${kindOf(scenario.resource)}`,
  boundary: (action, _, look) =>
    look === 'denies'
      ? `The deny in the permissions boundary stops ${action}; remove that statement`
      : `The permissions boundary leaves out ${action}; add it there`,
  session: (action, _, look) => {
    if (look === 'denies') return `The deny in the session policy stops ${action}; have the scheduler drop it`
    return look === 'silent'
      ? `The session policy leaves out ${action}; have the scheduler add it`
      : `The session policy lists less than the role has; have the scheduler pass a full copy`
  },
  scp: (action, _, look) =>
    look === 'denies'
      ? `The deny in the SCP stops ${action}; exempt the role from that statement`
      : `No SCP names ${action}; attach one to the account that allows it`,
  resource: (action, scenario, look) =>
    look === 'denies'
      ? `The deny in the ${policyName(scenario)} stops ${action}; remove that statement`
      : `The ${policyName(scenario)} leaves out the role; allow it ${action} there`,
  endpoint: (action, _, look) => {
    if (look === 'denies') return `The deny in the endpoint policy stops ${action}; remove that statement`
    return look === 'silent'
      ? `The endpoint policy leaves out ${action}; add it to that policy`
      : `The endpoint policy does not name the role; add the role as a principal`
  },
}

const plainly: Readonly<Record<Layer, (scenario: LayerScenario) => string>> = {
  identity: ({ resource }) => `The role's policy allows the action on the ${kindOf(resource)}.`,
  boundary: () => 'The boundary contains the action, so it does not limit this call.',
  session: () => 'The session policy lists the action, and a session may have less than its role.',
  scp: () => 'FullAWSAccess lets the action pass, so no SCP has to name it.',
  resource: () =>
    "Within one account the allow in the role's policy is enough; this policy does not deny the call.",
  endpoint: () => 'The endpoint policy allows the action to every principal.',
}

function reasonFor(scenario: LayerScenario, layer: Layer, isKey: boolean): string {
  if (isKey) {
    const documents = new Map(
      scenario.layers.map((each) => [each.layer, each.clauses.map(({ statement }) => statement)] as const),
    )
    const { decision } = decideAccess(caseWith(scenario, documents))
    return decision === 'explicit'
      ? 'This deny matches the action and the resource, and an explicit deny outweighs every allow.'
      : 'This policy limits or grants what the role may do and does not contain the action, so the call is denied implicitly.'
  }
  return lookOf(scenario, layer) === 'denies'
    ? 'That deny is for another resource or for requests of another kind, so it does not reach this call.'
    : plainly[layer](scenario)
}

/** Words the scenario in one of six structures; options name a cause with its remedy. */
export function renderLayers(scenario: LayerScenario): Rendering {
  const stem = stems[scenario.rendering]
  if (stem === undefined) throw new RangeError(`There is no structure ${scenario.rendering}.`)
  return {
    stem: stem(scenario),
    option: (answer, misconception) => {
      const layer = answer as Layer
      return {
        text: proposals[layer](code(scenario.deed.action), scenario, lookOf(scenario, layer)),
        rationale: reasonFor(scenario, layer, misconception === null),
      }
    },
  }
}
