import { type Told, wordedBy } from '../parts/word.ts'
import { capitalised, paragraphs } from '../parts/words.ts'
import { targetNames } from './changes.ts'
import type { ListedRoute, RouteScenario } from './sample.ts'
import { targetIn } from './solve.ts'

const targetIds = {
  local: 'local',
  igw: 'igw-0d5e',
  nat: 'nat-0b71',
  tgw: 'tgw-03fa',
  pcx: 'pcx-0c19',
  vgw: 'vgw-06e2',
  gwlbe: 'vpce-09ad',
} as const

const table = (routes: readonly ListedRoute[]): string =>
  [
    '```text',
    `${'Destination'.padEnd(18)}${'Target'.padEnd(12)}Propagated`,
    ...routes.map(
      ({ destination, target, origin }) =>
        `${destination.padEnd(18)}${targetIds[target].padEnd(12)}${origin === 'propagated' ? 'Yes' : 'No'}`,
    ),
    '```',
  ].join('\n')

const stems: readonly ((scenario: RouteScenario) => string)[] = [
  ({ setting, routes, wanted: [first, second] }) =>
    paragraphs(
      `Since a backup VPN connection of ${setting.who} came up on Sunday, the ${setting.systems[0].name} reaches its data center host ${first.address} through the VPN, with a third of the usual throughput. Its subnets have this route table:`,
      table(routes),
      [
        `Calls to ${first.address} must go over the transit gateway again, where a Direct Connect line ends. A branch office at ${second.address} is connected by the VPN alone and must stay reachable.`,
        'Which change meets these requirements?',
      ],
    ),
  ({ setting, narrow, broad, wanted: [first, second], routes }) =>
    paragraphs([
      `"Nightly sync to ${first.address} takes nine hours instead of two," wrote the ${setting.teams[0]} of ${setting.who}.`,
      `A network engineer finds this traffic on the virtual private gateway: a branch router began to announce ${narrow}, and route propagation put the prefix into the table. The table also has a static route for ${broad} to the transit gateway. The default route leads to a NAT gateway.`,
      `The announcement cannot be changed before the next maintenance window, and ${routes.find(({ origin, destination }) => origin === 'propagated' && destination !== narrow)?.destination}, with the scanner at ${second.address}, is reached through the same gateway. Which change returns the sync to the transit gateway?`,
    ]),
  ({ setting, routes, broad, wanted: [first] }) =>
    paragraphs(
      `An audit of ${setting.who} finds that packets of the ${setting.systems[0].name} to ${first.address}, a partner host, bypass the firewall. Everything for ${broad} is supposed to pass a Gateway Load Balancer endpoint, \`${targetIds.gwlbe}\`. The subnets of the system have this route table:`,
      table(routes),
      `The routes to \`${targetIds.tgw}\` are out of scope. What should an engineer do to close the finding?`,
    ),
  ({ setting, narrow, broad, wanted: [first, second] }) =>
    paragraphs([
      `Last year ${setting.who} piloted a VPC peering connection with a supplier. The security team now inspects supplier traffic, and a static route sends ${broad} to the firewall endpoint.`,
      `Firewall logs show calls of the ${setting.systems[1].name} to many supplier hosts, but none to ${first.address}, which answers all the same. A route for ${narrow} from the pilot still points at the peering connection.`,
      `Traffic to ${second.address} uses the transit gateway and must keep doing so; the default route leads to a NAT gateway. Which change brings the missing calls to the firewall?`,
    ]),
  ({ setting, routes, own, narrow }) =>
    paragraphs(
      `After a ransomware exercise, the security lead of ${setting.who} wants connections from the ${setting.systems[0].name} (${own}) to the database subnet ${narrow} of the same VPC inspected. A firewall endpoint, \`${targetIds.gwlbe}\`, is ready, and its own subnet routes back. The application subnet has this table:`,
      table(routes),
      'Other VPCs must remain reachable over the transit gateway. Which change sends the connections through the firewall?',
    ),
  ({ setting, own, vpc, narrow, wanted: [first, second] }) =>
    paragraphs([
      `A penetration test at ${setting.who} moved from an application server in ${own} to the database host ${first.address} without one entry in the firewall log. Both subnets belong to the VPC ${vpc}, and the database subnet is ${narrow}.`,
      `${capitalised(setting.they)} has a firewall endpoint in the VPC; its subnet can reach both sides. The application subnet sends 10.0.0.0/8 to the transit gateway, for hosts such as ${second.address}, and the rest to a NAT gateway. The ${setting.teams[0]} will not move either server to another subnet.`,
      'Which change puts the firewall between the two subnets?',
    ]),
  ({ setting, routes, broad, wanted: [first] }) =>
    paragraphs(
      `${capitalised(setting.who)} paid for a new Direct Connect line, and its virtual private gateway has learned ${broad} over it for a week. The bill shows hardly any traffic on the line: packets of the ${setting.systems[0].name} to ${first.address} still take the transit gateway. This is the route table of the subnets:`,
      table(routes),
      `Which change moves the traffic for ${first.address} to the line?`,
    ),
  ({ setting, broad, wanted: [first, second] }) =>
    paragraphs([
      `During a migration from a transit gateway to a virtual private gateway, ${setting.who} turned on route propagation and saw ${broad} appear in the route table. A trace from the ${setting.systems[0].name} to ${first.address} nevertheless ends at a router behind the transit gateway.`,
      `The old static route for ${broad} is still in the table, next to one for the network of ${second.address}, which is migrated next month. A default route leads to a NAT gateway.`,
      `The ${setting.teams[0]} asked for a finished cutover tonight. Which action completes it for ${first.address}?`,
    ]),
]

const why: Readonly<Record<RouteScenario['kind'], (scenario: RouteScenario) => string>> = {
  takeover: ({ narrow }) =>
    `Nothing longer than ${narrow} leads there, and of two routes with this prefix the static one outranks the propagated one. The other learned routes stay.`,
  bypass: ({ narrow, broad }) =>
    `The longer prefix ${narrow} led past the firewall. Now the traffic follows ${broad}, or the same route to the endpoint.`,
  'east-west': ({ narrow, vpc }) =>
    `${narrow} is longer than the local route for ${vpc}, so traffic to the database subnet takes the endpoint.`,
  tie: ({ broad }) =>
    `For ${broad}, the static route outranked the propagated one. With it gone, or with longer prefixes learned, the virtual private gateway is taken.`,
}

/** Where the packets of the story still go after a change. */
const stillTo = ({ scenario, answer }: Told<RouteScenario>): string => {
  const after = scenario.changes.find(({ id }) => id === answer)?.after ?? []
  const { address } = scenario.wanted[0]
  const target = targetIn(after, address)
  return target === 'local'
    ? `Packets to ${address} keep the local route.`
    : `Packets to ${address} still go to ${targetNames[target as keyof typeof targetNames]}.`
}

const wrong = (reason: string) => (told: Told<RouteScenario>) => `${reason} ${stillTo(told)}`

/** Words the scenario in one of eight structures, two for each case. */
export const renderRoutes = wordedBy<RouteScenario>({
  stems,
  text: (answer, { changes }) => changes.find(({ id }) => id === answer)?.text ?? '',
  reasons: {
    key: ({ scenario }) => why[scenario.kind](scenario),
    'first-listed': wrong('The order in which routes are listed has no effect.'),
    'newest-wins': wrong(
      'The age of a route has no effect; the longest prefix decides, then static before propagated.',
    ),
    'default-decides': wrong(
      'The default route has the shortest prefix and is taken where nothing longer matches.',
    ),
    'stops-one-route': ({ scenario }) =>
      `This takes away every learned route, so ${scenario.wanted[1].address} is no longer reached through the virtual private gateway.`,
    'broadest-first': wrong('The most specific route is taken, and this one is the least specific.'),
    'static-over-local': wrong('The prefix is shorter than that of the local route.'),
    'source-decides': wrong('A route is chosen by where packets go, and this block is where they come from.'),
  },
})
