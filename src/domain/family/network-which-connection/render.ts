import type { NetworkAcl } from '../../cloud/network/types.ts'
import { changeOf } from '../network/mends.ts'
import { type Told, wordedBy } from '../parts/word.ts'
import { capitalised, paragraphs } from '../parts/words.ts'
import { type ConnectionScenario, ids, oldGroup } from './scenario.ts'

type Scenario = ConnectionScenario
type Rule = NetworkAcl['inbound'][number] | NetworkAcl['outbound'][number]

/** Rules of the ACL around the database, one a line. */
function aclBlock({ topology }: Scenario): string {
  const acl = topology.networkAcls?.find(({ id }) => id === ids.serverAcl)
  const line = (way: string, { number, action, ports }: Rule, peer: string): string => {
    const range = Array.isArray(ports) ? ports.join('-') : String(ports)
    return `${way.padEnd(10)}${String(number).padEnd(5)}${action.toUpperCase().padEnd(7)}TCP ${range.padEnd(12)}${peer}`
  }
  return [
    '```text',
    ...(acl?.inbound ?? []).map((rule) => line('inbound', rule, rule.source)),
    ...(acl?.outbound ?? []).map((rule) => line('outbound', rule, rule.destination)),
    '```',
  ].join('\n')
}

const stems: readonly ((scenario: Scenario) => string)[] = [
  ({ setting, engine, port, client }) =>
    paragraphs([
      `The servers of the ${setting.systems[0].name} moved to a subnet of their own, ${client.cidr}, and lost their ${engine} database.`,
      `For each attempt, the flow log of the database interface shows ACCEPT for packets to port ${port}, then REJECT for packets from port ${port} to ports above 49000.`,
      `The group of the database, \`sg-db\`, admits the callers' group \`${client.group}\` on ${port} and has no outbound rules.`,
      `The database subnet received a custom network access control list (network ACL) on the same evening. Which change restores the connections?`,
    ]),
  (scenario) =>
    paragraphs(
      [
        `An auditor asked ${scenario.setting.who} for tighter rules around its ${scenario.engine} database, and an engineer replaced the default network ACL of the database subnet.`,
        `Within the hour the ${scenario.setting.teams[0]} reported that the ${scenario.setting.systems[0].name} hangs while it connects. The new list reads:`,
      ],
      aclBlock(scenario),
      [
        `The callers are in ${scenario.client.cidr} and in \`${scenario.client.group}\`, which the database group \`sg-db\` admits on ${scenario.port}. That group has no outbound rules.`,
        'What should the engineer do to end the outage?',
      ],
    ),
  (scenario) =>
    paragraphs(
      [
        `After a port scan last year, ${scenario.setting.who} blocked a range in the network ACL of its database subnet. Part of that range has now been given to the ${scenario.setting.systems[0].name}: its servers in ${scenario.client.cidr} time out when they connect to ${scenario.engine}.`,
      ],
      aclBlock(scenario),
      [
        `The group of the database, \`sg-db\`, admits \`${scenario.client.group}\`, in which the servers are, on port ${scenario.port}. The security team wants the block to stay for the rest of the range.`,
        'Which change lets the servers connect?',
      ],
    ),
  ({ setting, engine, port, client, deny, vpcCidr }) =>
    paragraphs([
      `Go-live of the ${setting.systems[0].name} is stuck because its servers in ${client.cidr} cannot reach a ${engine} database in the same VPC. Flow log records at the database interface show REJECT for each packet to port ${port}, although the security group there, \`sg-db\`, admits the servers' group \`${client.group}\`.`,
      `In the network ACL of the database subnet, inbound rule ${deny.number} denies that port for ${deny.cidr}, which ${setting.they} once quarantined, and rule ${deny.allow} allows it for ${vpcCidr}. Outbound, the ephemeral ports are open to the VPC.`,
      `Other hosts in ${deny.cidr} must stay blocked. Which change unblocks the go-live?`,
    ]),
  ({ setting, engine, port, client }) =>
    paragraphs([
      `A new launch template gave the servers of the ${setting.systems[0].name} the security group \`${client.group}\` instead of \`${oldGroup}\`, and since then their calls to ${engine} time out.`,
      `The group of the database, \`sg-db\`, has one inbound rule, TCP ${port} from \`${oldGroup}\`, and no outbound rules. The network ACLs of both subnets let the calls and their replies pass.`,
      `Report servers of the ${setting.teams[0]} share ${client.cidr} with the callers and must stay out of the database.`,
      'Which change restores the calls?',
    ]),
  ({ setting, engine, port, client }) =>
    paragraphs([
      `"${capitalised(setting.systems[0].name)} deployed, health checks red, ${engine} connect timeout after 10 s," says a ticket of the ${setting.teams[0]}.`,
      `The pipeline had rebuilt the servers in \`${client.group}\`; until then they were in \`${oldGroup}\`, the source of the one inbound rule of \`sg-db\` (TCP ${port}).`,
      `That group has no outbound rules, and the network ACLs on the way already allow both directions. A batch cluster with a group of its own runs in the same subnet, ${client.cidr}; an audit finding forbids it any access to the database.`,
      'Which action resolves the ticket?',
    ]),
  ({ setting, engine, port, client, server }) =>
    paragraphs([
      `A hardening sprint at ${setting.who} cut the outbound rules of application security groups down to HTTPS. The next morning the ${setting.systems[0].name} could no longer open sessions on its ${engine} database in ${server.cidr}.`,
      `The flow log of a calling instance shows REJECT for packets to port ${port}, and that of the database shows no records from it at all.`,
      `The callers are in \`${client.group}\`. The database group \`sg-db\` admits that group on ${port} and has no outbound rules; the network ACLs were left as they were. Which change restores the sessions?`,
    ]),
  ({ setting, engine, port, client, server }) =>
    paragraphs([
      `The ${setting.teams[0]} of ${setting.who} asked for its ${setting.systems[0].name} back: since Tuesday, sign-ins fail with a ${engine} connection timeout.`,
      `On Tuesday a policy set one outbound rule for \`${client.group}\`, the group of the callers: TCP 443 to 0.0.0.0/0. The database at ${server.address} is in \`sg-db\`, which still admits \`${client.group}\` on ${port} and has no outbound rules.`,
      'The outbound network ACL of the calling subnet allows TCP 443 and 1024-65535 to any address. The policy must stay as narrow as possible. Which change should an engineer make?',
    ]),
]

const keyReasons: Readonly<Record<Scenario['fault'], (scenario: Scenario) => string>> = {
  reply: ({ client }) =>
    `Replies go to ephemeral ports in ${client.cidr}. A network ACL keeps no state, so they need an outbound rule; security groups let them pass by themselves.`,
  denied: ({ deny }) =>
    `Rules are read from the lowest number upward and the first match decides, so the new rule is found before the deny with number ${deny.number}.`,
  group: ({ client }) =>
    `The rule names \`${client.group}\`, so it admits its members and no other host of ${client.cidr}; replies pass by themselves.`,
  outbound: ({ port, client }) =>
    `The request is dropped at the caller because \`${client.group}\` has no outbound rule for TCP ${port}; nothing else on the way refuses it.`,
}

const fixed = (text: string) => (): string => text

/** Words the scenario in one of eight structures, two for each fault. */
export const renderConnections = wordedBy<ConnectionScenario>({
  stems,
  text: (answer, scenario) => changeOf(scenario, answer).text,
  reasons: {
    key: ({ scenario }) => keyReasons[scenario.fault](scenario),
    'replies-to-service-port': ({ scenario }) =>
      `Replies come from port ${scenario.port} and go to the ephemeral port that the caller chose, which this rule leaves closed.`,
    'groups-judge-replies': fixed(
      'Security groups keep state and let replies pass without a rule. The network ACL does not, and it still refuses them.',
    ),
    'direction-ignored': ({ scenario }) =>
      `Inbound and outbound rules are separate lists, so a rule in this one leaves the refused direction as it is for TCP ${scenario.port}.`,
    'most-specific-wins': ({ scenario }) =>
      `The length of a prefix plays no part in a network ACL. Rule ${scenario.deny.number} is read first and denies the packets.`,
    'group-overrides-acl': ({ scenario }) =>
      `Both filters must let the packets pass. Rule ${scenario.deny.number} of the network ACL drops them, whatever the security group allows.`,
    'acl-overrides-group': fixed(
      'Both filters must let the packets pass. The network ACL already did, and the security group still has no rule for them.',
    ),
    'block-means-group': ({ scenario }: Told<Scenario>) =>
      `This restores the calls, but it also admits the other hosts of ${scenario.client.cidr}, which must stay out.`,
    'members-talk': fixed(
      'Sharing a security group connects nobody: without a rule that names the group, its members do not reach each other.',
    ),
    'groups-nest': ({ scenario }) =>
      `This lets members of \`${oldGroup}\` call \`${scenario.client.group}\`. Rights are not passed on, so \`sg-db\` still refuses the callers.`,
  },
})
