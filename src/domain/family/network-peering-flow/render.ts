import type { NetworkFacts } from '../../cloud/network/network-facts.ts'
import type { ReachAnswer } from '../../cloud/network/types.ts'
import { type Flow, flowOf, networkOf, traceFlow } from '../network/flows.ts'
import { capitalised, paragraphs } from '../parts/words.ts'
import type { Rendering } from '../types.ts'
import type { PeeringScenario } from './sample.ts'

const questions = [
  'Which of these connections succeeds?',
  'Which connection can instances establish?',
  'Which path works as the VPCs stand?',
] as const

const targets: Readonly<Record<string, string>> = { nat: 'NAT gateway', vgw: 'virtual private gateway' }

const tables = ({ vpcs }: PeeringScenario): string =>
  [
    '```text',
    ...vpcs.flatMap(({ id, cidr, routes }) => [
      `${id} ${cidr}`,
      ...routes.map(({ destination, target }) => `  ${destination.padEnd(18)}${targets[target] ?? target}`),
    ]),
    '```',
  ].join('\n')

const lines = ({ vpcs }: PeeringScenario): string =>
  [
    '```text',
    ...vpcs.map(({ id, cidr, routes }) => {
      const list = routes.map(({ destination, target }) => `${destination} via ${targets[target] ?? target}`)
      return `${id} (${cidr}): ${list.length === 0 ? 'no further route' : list.join(', ')}`
    }),
    '```',
  ].join('\n')

function stateOf({ peerings }: PeeringScenario): string {
  const pending = peerings.find(({ status }) => status === 'pending')
  return pending === undefined
    ? 'Every peering connection is active.'
    : `\`${pending.id}\` waits for acceptance; the other peering connections are active.`
}

const gateways = ({ hub, office }: PeeringScenario): string =>
  `The \`${hub}\` VPC has a NAT gateway with internet access, and a VPN connection to the data center (${office}).`

const open = 'Security groups and network ACLs allow all of the traffic.'

const stems: readonly ((scenario: PeeringScenario, question: string) => string)[] = [
  (scenario, question) =>
    paragraphs(
      `${capitalised(scenario.setting.who)} connects its VPCs by peering. Besides the local route, the subnets of each VPC have these routes:`,
      tables(scenario),
      [gateways(scenario), stateOf(scenario), open, question],
    ),
  (scenario, question) =>
    paragraphs(
      [
        `The ${scenario.setting.teams[0]} of ${scenario.setting.who} reports that calls between VPCs time out.`,
        gateways(scenario),
        stateOf(scenario),
        'A review of the route tables, local routes left out, gives this picture:',
      ],
      lines(scenario),
      [open, question],
    ),
  (scenario, question) =>
    paragraphs(
      [
        `Before the ${scenario.setting.systems[0].name} moves into a VPC of its own, ${scenario.setting.who} checks which paths its peering connections carry today.`,
        stateOf(scenario),
        'These are the VPCs and the routes of their subnets, local ones left out:',
      ],
      tables(scenario),
      [gateways(scenario), open, question],
    ),
]

function whyRefused({ blockedBy }: ReachAnswer, { question }: Flow): string {
  if (blockedBy === null)
    return 'The two VPCs are peered directly, the connection is active, and both route tables lead to the other side.'
  if (blockedBy.rule === 'not active')
    return `${blockedBy.hop} has not been accepted yet, and a pending peering connection carries no traffic.`
  if (blockedBy.kind === 'route-table' || blockedBy.direction === 'reply')
    return `The request arrives, but the route table there has no route back to ${question.from}, so replies are lost.`
  if (/^198\./.test(question.to))
    return `${blockedBy.hop} carries traffic between its two VPCs; the NAT gateway behind it serves its own VPC.`
  return question.to.startsWith('172.')
    ? `${blockedBy.hop} carries traffic between its two VPCs; the VPN connection of the peer cannot be used through it.`
    : `${blockedBy.hop} ends in its peer, and peering is not transitive: a direct peering connection is missing.`
}

/** Words the scenario in one of three structures; every rationale follows from the hop that the model names. */
export function renderPeerings(scenario: PeeringScenario, facts: NetworkFacts): Rendering {
  const network = networkOf(scenario.topology, facts)
  return {
    stem: stems[scenario.rendering]?.(scenario, questions[scenario.question] ?? '') ?? '',
    option: (answer) => {
      const flow = flowOf(scenario, answer)
      return { text: flow.words, rationale: whyRefused(traceFlow(network, flow.question), flow) }
    },
  }
}
