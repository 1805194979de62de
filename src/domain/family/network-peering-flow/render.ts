import { changeOf } from '../network/mends.ts'
import { wordedBy } from '../parts/word.ts'
import { paragraphs } from '../parts/words.ts'
import { type Case, type NamedVpc, type PeeringScenario, webServer } from './scenario.ts'

const named = ({ name, cidr }: NamedVpc): string => `\`${name}\` (${cidr})`

const stems: readonly ((scenario: PeeringScenario) => string)[] = [
  ({ setting, hub, near, far }) =>
    paragraphs([
      `The ${setting.systems[0].name} of ${setting.who} runs in the VPC ${named(near)} and must call a new API in ${named(far)} by its private address. Each of the two VPCs has an active peering connection with ${named(hub)}, and routes to the ${hub.name} range.`,
      `A first test ended in timeouts, and the flow logs of \`${far.name}\` hold no record of it. Security groups there admit HTTPS from 10.0.0.0/8. The release is on Thursday, and a transit gateway has been turned down as too expensive for two VPCs.`,
      'Which action makes the calls work?',
    ]),
  ({ setting, hub, near, far }) =>
    paragraphs([
      `"We can both reach ${hub.name}, so why can't we reach each other?" asked the ${setting.teams[0]} of ${setting.who} in a chat with the network engineer.`,
      `The question is about servers in ${named(near)} that post messages to a queue broker in ${named(far)} on port 443. Both VPCs are peered with ${named(hub)} and belong to one account. Security groups and network access control lists (network ACLs) already admit the calls, and no further host should stand in the data path.`,
      'What should the engineer do?',
    ]),
  ({ setting, hub, near }) =>
    paragraphs([
      `After an acquisition, ${setting.who} peered the VPC of the new subsidiary, ${named(near)}, with its own VPC ${named(hub)}. The subsidiary requested the connection, and it is active.`,
      `Monitoring servers in \`${hub.name}\` time out when they call the ${setting.systems[0].name} in \`${near.name}\`. Flow logs show the requests arriving there and being accepted, and replies being accepted as well, but none of the replies reach \`${hub.name}\`.`,
      `Hosts in \`${near.name}\` load updates from the internet through a NAT gateway of their own, by a default route that must keep working. Which change lets the monitoring calls succeed?`,
    ]),
  ({ setting, hub, near }) =>
    paragraphs(
      [
        `A backup server of ${setting.who} in ${named(hub)} cannot open sessions with agents in ${named(near)}, although \`${near.name}\` asked for the peering connection between the two and \`${hub.name}\` accepted it. The table of the agents' subnets reads:`,
      ],
      ['```text', `${near.cidr.padEnd(16)}local`, `${'0.0.0.0/0'.padEnd(16)}nat-04c8`, '```'].join('\n'),
      [
        `In \`${hub.name}\`, ${near.cidr} is routed to the peering connection, and the agents' security group admits the server. License checks of the agents on the internet go through \`nat-04c8\` and are not to be touched.`,
        'Which action fixes the backups?',
      ],
    ),
  ({ setting, hub, near, office }) =>
    paragraphs([
      `The label printing of the ${setting.systems[1].name} moved from the VPC \`${hub.name}\` to a new VPC, ${named(near)}, and lost its printers in the data center (${office}). A Site-to-Site VPN connection links the data center with \`${hub.name}\`, and the two VPCs are peered.`,
      `From \`${hub.name}\`, the printers still answer. The data center would accept ${near.cidr}, and its firewall has capacity for further tunnels. No servers may be added just to relay traffic.`,
      'Which solution lets the label printing reach them?',
    ]),
  ({ setting, hub, near, office }) =>
    paragraphs([
      `During a pilot, ${setting.who} placed its ${setting.systems[0].name} in a VPC of its own, ${named(near)}, and peered it with \`${hub.name}\`. A virtual private gateway of \`${hub.name}\` ends the VPN from headquarters.`,
      `Lookups against the directory at headquarters (${office}) fail from the new VPC, though they succeed from the other one. Staff at headquarters will return traffic for ${near.cidr} through whichever tunnel it comes from.`,
      `Extra hosts in the path, such as a proxy, have been ruled out. What should the ${setting.teams[0]} do?`,
    ]),
  ({ setting, hub, near }) =>
    paragraphs([
      `To save the hourly price of NAT gateways, an architect of ${setting.who} proposes one exit for two peered VPCs, ${named(hub)} and ${named(near)}. The first one has an internet gateway and a NAT gateway.`,
      `In the second one, which has neither, the ${setting.systems[0].name} runs on instances with private addresses and must call a payment provider at ${webServer}. The provider must not be able to open connections to the instances.`,
      'Which design lets the calls succeed?',
    ]),
  ({ setting, hub, near }) =>
    paragraphs([
      `A cost review at ${setting.who} removed the internet gateway and the NAT gateway of the VPC ${named(near)}, because "everything is peered with ${hub.name} anyway". The ${hub.name} VPC has both gateways.`,
      `Since the review, instances in \`${near.name}\`, which have private IPv4 addresses alone, cannot fetch security patches from a vendor on the internet. The ${setting.teams[0]} must have patching back tonight, without new software on the instances.`,
      'Which change restores the downloads?',
    ]),
]

const keyReasons: Readonly<Record<Case, (scenario: PeeringScenario) => string>> = {
  spokes: () =>
    'A peering connection carries traffic between its own two VPCs, so these two need one of their own, and each needs a route for the way to the other.',
  'hub-to-spoke': ({ hub }) =>
    `Without a route for ${hub.cidr}, replies followed the default route to the NAT gateway. The more specific route sends them back and leaves the updates as they are.`,
  office: ({ near }) =>
    `A VPN connection serves the VPC that its gateway is attached to, so \`${near.name}\` needs a gateway and a route of its own.`,
  internet: ({ near }) =>
    `With a NAT gateway in a subnet that leads to an internet gateway, \`${near.name}\` has an exit of its own, which peering cannot give.`,
}

const fixed = (text: string) => (): string => text

/** Words the scenario in one of eight structures, two for each case. */
export const renderPeerings = wordedBy<PeeringScenario>({
  stems,
  text: (answer, scenario) => changeOf(scenario, answer).text,
  reasons: {
    key: ({ scenario }) => keyReasons[scenario.kind](scenario),
    transitive: ({ scenario }) =>
      `Peering is not transitive: packets whose destination lies beyond \`${scenario.hub.name}\` are dropped there, whatever the route tables say.`,
    'one-route-enough': ({ scenario }) =>
      `Requests arrive, but \`${scenario.far.name}\` has no route back to ${scenario.near.cidr}, so replies are lost.`,
    'active-when-requested': fixed(
      'A peering connection carries no traffic until the other side has accepted it; routes to it lead nowhere before.',
    ),
    'routes-by-itself': ({ scenario }) =>
      `Route tables are not changed by what is attached to a VPC. Without a route, \`${scenario.near.name}\` does not use it.`,
    'nat-shared': ({ scenario }) =>
      scenario.kind === 'hub-to-spoke'
        ? 'Replies find their way back, but the updates break: the NAT gateway of a peer cannot be used over peering.'
        : `A peering connection ends in \`${scenario.hub.name}\`; traffic from a peer is not handed on to the NAT gateway there.`,
    'vpn-shared': ({ scenario }) =>
      `A peering connection ends in \`${scenario.hub.name}\`; traffic from a peer is not handed on to the virtual private gateway there.`,
    'requester-calls': fixed(
      'Who requested a peering connection has no effect on who may call. Replies still have no route back.',
    ),
    'groups-judge-replies': fixed(
      'Security groups let replies pass without a rule. These replies never arrive, because they have no route back.',
    ),
    'gateway-enough': fixed(
      'An internet gateway serves instances with public addresses, and these have private ones alone.',
    ),
    'nat-anywhere': ({ scenario }) =>
      `Without an internet gateway in \`${scenario.near.name}\`, the NAT gateway has no way out itself.`,
  },
})
