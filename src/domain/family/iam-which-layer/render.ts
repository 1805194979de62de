import { decideAccess } from '../iam/ask.ts'
import { policyOf } from '../iam/policies.ts'
import { showJson } from '../parts/show-json.ts'
import { bullets, capitalised, paragraphs } from '../parts/words.ts'
import type { Answer, Rendering } from '../types.ts'
import type { Layer, LayerScenario } from './scenario.ts'
import { caseWith } from './solve.ts'

const kindOfResource = ({ resource }: LayerScenario): string => resource.noun.split(' ').at(-1) ?? 'resource'

/** Names of layers, after "the". */
function nameOf(scenario: LayerScenario, layer: Layer): string {
  const names: Readonly<Record<Layer, string>> = {
    identity: 'identity-based policy of the role',
    boundary: 'permissions boundary of the role',
    session: 'session policy passed with the role',
    scp: 'service control policy (SCP) of the organizational unit',
    resource: `resource-based policy of the ${kindOfResource(scenario)}`,
    endpoint: 'policy of the VPC endpoint',
  }
  return names[layer]
}

const saysOf = ({ layers }: LayerScenario, layer: Layer): string[] => {
  const words = (layers.find((each) => each.layer === layer)?.clauses ?? []).map((clause) => clause.words)
  return layer === 'scp' ? ['allows everything (FullAWSAccess)', ...words] : words
}

const sentenceOf = (scenario: LayerScenario, layer: Layer): string =>
  `The ${nameOf(scenario, layer)} ${saysOf(scenario, layer).join(' and ')}.`

const lineOf = (scenario: LayerScenario, layer: Layer): string =>
  `${capitalised(nameOf(scenario, layer))}: ${saysOf(scenario, layer).join('; ')}`

const settingOf = ({ setting }: LayerScenario): string =>
  `The call uses TLS and the Region ${setting.region}, and the role is tagged \`stage\` = \`production\`.`

const others = ({ layers }: LayerScenario, shown: readonly Layer[]): Layer[] =>
  layers.map(({ layer }) => layer).filter((layer) => !shown.includes(layer))

/** The call as the trail records it. */
const eventOf = (scenario: LayerScenario): string =>
  showJson({
    eventSource: `${scenario.resource.service}.amazonaws.com`,
    eventName: scenario.deed.action.split(':')[1],
    awsRegion: scenario.setting.region,
    errorCode: 'AccessDenied',
    userIdentity: {
      type: 'AssumedRole',
      arn: `arn:aws:sts::${scenario.account}:assumed-role/${scenario.role}/session`,
    },
  })

const stems: readonly ((scenario: LayerScenario) => string)[] = [
  (scenario) =>
    paragraphs(
      `A pipeline of ${scenario.setting.who} uses a session of the role \`${scenario.role}\`. Its call on ${scenario.resource.noun} of the same account ends with:`,
      `\`\`\`\nAn error occurred (AccessDenied) when calling the ${scenario.deed.action.split(':')[1]} operation\n\`\`\``,
      'These policies bear on the call:',
      bullets(scenario.layers.map(({ layer }) => lineOf(scenario, layer))),
      [settingOf(scenario), 'Which policy stops the call?'],
    ),
  (scenario) =>
    paragraphs(
      `The ${scenario.setting.systems[0].name} of ${scenario.setting.who} stopped working after a change of policies. AWS CloudTrail holds this record of a call on ${scenario.resource.noun}, which is in the same account as the role:`,
      eventOf(scenario),
      [
        ...scenario.layers.map(({ layer }) => sentenceOf(scenario, layer)),
        settingOf(scenario),
        'Which policy has to be changed so that the call succeeds?',
      ],
    ),
  (scenario) =>
    paragraphs(
      [
        `${capitalised(scenario.setting.who)} gave its ${scenario.setting.systems[0].name} the role \`${scenario.role}\` in the account that owns ${scenario.resource.noun}.`,
        `Since then \`${scenario.deed.action}\` has been denied.`,
        ...others(scenario, ['identity']).map((layer) => sentenceOf(scenario, layer)),
        'The identity-based policy of the role reads:',
      ],
      showJson(
        policyOf(
          scenario.layers
            .find(({ layer }) => layer === 'identity')
            ?.clauses.map(({ statement }) => statement) ?? [],
        ),
      ),
      [settingOf(scenario), 'Which of these policies causes the denial?'],
    ),
]

function whyGuilty(scenario: LayerScenario, layer: Layer): string {
  const { decision } = decideAccess(
    caseWith(
      scenario,
      new Map(
        scenario.layers.map(({ layer: each, clauses }) => [each, clauses.map(({ statement }) => statement)]),
      ),
    ),
  )
  return decision === 'explicit'
    ? `The ${nameOf(scenario, layer)} denies the action on this ${kindOfResource(scenario)}, and an explicit deny outweighs every allow.`
    : `The ${nameOf(scenario, layer)} is in force and does not allow the action on this ${kindOfResource(scenario)}, so the call is denied implicitly.`
}

const whyInnocent: Readonly<Record<string, string>> = {
  'deny-spills-over': 'Its deny names another resource, so it does not reach this call.',
  'deny-condition-ignored': 'Its deny has a condition that this call does not meet, so it does not apply.',
  'resource-policy-must-allow':
    'Within one account an allow in the identity-based policy is enough; the resource-based policy does not deny the call.',
  'scp-must-name-action': 'FullAWSAccess lets every action pass, and no SCP statement denies this call.',
  'session-policy-must-equal': 'It allows the action on this resource, so the session keeps it.',
  'endpoint-needs-own-allow': 'It allows the action to every principal, so the call passes the endpoint.',
}

/** Words the failing call in one of three structures. */
export function renderLayers(scenario: LayerScenario): Rendering {
  return {
    stem: stems[scenario.rendering % stems.length]?.(scenario) ?? '',
    option: (answer: Answer, misconception) => {
      const layer = answer as Layer
      return {
        text: `The ${nameOf(scenario, layer)}`,
        rationale: misconception === null ? whyGuilty(scenario, layer) : (whyInnocent[misconception] ?? ''),
      }
    },
  }
}
