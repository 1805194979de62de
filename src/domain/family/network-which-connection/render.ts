import type { NetworkFacts } from '../../cloud/network/network-facts.ts'
import type { ReachAnswer, TrafficRule } from '../../cloud/network/types.ts'
import { flowOf, networkOf, traceFlow } from '../network/flows.ts'
import { bullets, capitalised, listed, paragraphs } from '../parts/words.ts'
import type { Rendering } from '../types.ts'
import type { ConnectionScenario } from './scenario.ts'

const questions = [
  'Which connection to `db-1` succeeds?',
  'Which of these connections can be established?',
  'Which connection attempt reaches `db-1` and gets its replies?',
  'Which connection works in both directions?',
] as const

const portsOf = ({ ports }: TrafficRule): string =>
  typeof ports === 'object' ? `TCP ${ports[0]}-${ports[1]}` : `TCP ${ports ?? 'all'}`

const groupLines = ({ serverGroup }: ConnectionScenario): string[] =>
  (serverGroup.inbound ?? []).map((rule) => `allow ${portsOf(rule)} from ${rule.source}`)

const inboundLines = ({ acl }: ConnectionScenario): string[] =>
  acl.inbound.map((rule) => `${rule.number} ${rule.action} ${portsOf(rule)} from ${rule.source}`)

const outboundLines = ({ acl }: ConnectionScenario): string[] =>
  acl.outbound.map((rule) => `${rule.number} ${rule.action} ${portsOf(rule)} to ${rule.destination}`)

const block = (title: string, lines: readonly string[]): string =>
  [title, ...lines.map((line) => `  ${line}`)].join('\n')

const rulesBlock = (scenario: ConnectionScenario): string =>
  [
    '```text',
    block('sg-db, inbound', groupLines(scenario)),
    block('acl-data, inbound', inboundLines(scenario)),
    block('acl-data, outbound', outboundLines(scenario)),
    '```',
  ].join('\n')

const hostLines = ({ clients }: ConnectionScenario): string[] =>
  clients.map(({ id, address, group }) => `\`${id}\`: ${address}, security group \`${group}\``)

const hostsInARow = ({ clients }: ConnectionScenario): string =>
  listed(clients.map(({ id, address, group }) => `\`${id}\` (${address}, \`${group}\`)`))

function outboundSentence({ narrowGroups }: ConnectionScenario): string {
  const [narrow] = narrowGroups
  const [rule] = narrow?.outbound ?? []
  return narrow === undefined || rule === undefined
    ? 'The security groups of the clients allow all outbound traffic.'
    : `\`${narrow.id}\` allows outbound ${portsOf(rule)} alone; the other client groups allow all outbound traffic.`
}

const others = 'The subnets of the clients use a network ACL that allows everything.'

const stems: readonly ((scenario: ConnectionScenario, question: string) => string)[] = [
  (scenario, question) =>
    paragraphs(
      `${capitalised(scenario.setting.who)} runs the ${scenario.engine} server \`db-1\` (${scenario.server.address}) in a subnet with the network ACL \`acl-data\`. These rules apply:`,
      rulesBlock(scenario),
      [
        `Four hosts of the VPC try to connect: ${hostsInARow(scenario)}.`,
        outboundSentence(scenario),
        others,
        question,
      ],
    ),
  (scenario, question) =>
    paragraphs(
      `After a hardening sprint, the ${scenario.setting.teams[0]} of ${scenario.setting.who} tests who can still reach the ${scenario.engine} host of the ${scenario.setting.systems[0].name}, \`db-1\`. The tests run from these hosts of the same VPC:`,
      bullets(hostLines(scenario)),
      'The host is in `sg-db`, and its subnet has `acl-data`:',
      rulesBlock(scenario),
      [outboundSentence(scenario), others, question],
    ),
  (scenario, question) =>
    paragraphs(
      [
        `The ${scenario.setting.systems[0].name} of ${scenario.setting.who} keeps its data on \`db-1\`, a self-managed ${scenario.engine} server at ${scenario.server.address}.`,
        `An engineer looks at the rules around it before the first clients are switched over.`,
      ],
      rulesBlock(scenario),
      [outboundSentence(scenario), others, 'The clients stand in the same VPC:'],
      bullets(hostLines(scenario)),
      ['Routing between the subnets works.', question],
    ),
]

function whyRefused({ blockedBy }: ReachAnswer, port: number | undefined): string {
  if (blockedBy === null)
    return 'The group of the server and both directions of the network ACL have a rule for it, and the client may send.'
  const { direction, kind, rule, hop } = blockedBy
  if (direction === 'reply')
    return 'The request arrives, but no outbound rule of the network ACL covers the ephemeral ports that the replies go to, and ACLs keep no state.'
  if (kind === 'network-acl')
    return rule === 'inbound *'
      ? `No inbound rule of the network ACL matches TCP ${port} from this client, whatever the security group allows.`
      : `Rule ${rule.replace('inbound ', '')} of the network ACL denies it; the allow rule with a higher number is not read any more.`
  return rule.includes('outbound')
    ? `\`${hop}\` has no outbound rule for TCP ${port}, so the request does not leave the client.`
    : `\`${hop}\` has no inbound rule that admits this client to TCP ${port}; an allow in the network ACL does not replace one.`
}

/** Words the scenario in one of three structures; every rationale follows from the hop that the model names. */
export function renderConnections(scenario: ConnectionScenario, facts: NetworkFacts): Rendering {
  const network = networkOf(scenario.topology, facts)
  return {
    stem: stems[scenario.rendering]?.(scenario, questions[scenario.question] ?? '') ?? '',
    option: (answer) => {
      const { words, question } = flowOf(scenario, answer)
      return { text: words, rationale: whyRefused(traceFlow(network, question), question.port) }
    },
  }
}
