import { changeOf } from '../network/mends.ts'
import { wordedBy } from '../parts/word.ts'
import { capitalised } from '../parts/words.ts'
import type { Case, PeeringScenario } from './scenario.ts'

const sentences = (...parts: readonly string[]): string => parts.map(capitalised).join(' ')

const stems: readonly ((scenario: PeeringScenario) => string)[] = [
  ({ story: { who, hub, near, far, caller, callee }, weekday, count }) =>
    sentences(
      `${who} runs its ${near} and ${far} systems in two VPCs, and each of them is peered with the ${hub} VPC.`,
      `A release on ${weekday} made ${caller}, in the ${near} VPC, call ${callee}, in the ${far} VPC, by its private address. The calls time out after ${count} seconds, and flow logs of the ${far} VPC show no trace of them.`,
      `Calls from both VPCs to the ${hub} VPC work. What should the network engineer do?`,
    ),
  ({ story: { who, hub, near, far, caller, callee }, weekday, count }) =>
    sentences(
      `at ${who}, ${caller} in the ${near} VPC cannot open a connection to ${callee} in the ${far} VPC, and the launch is on ${weekday}.`,
      `Each VPC has a peering connection with the ${hub} VPC, which about ${count} servers use daily, and the address ranges do not overlap.`,
      `The security group of ${callee} already admits the callers on port 443. Which change makes the connection possible?`,
    ),
  ({ story: { who, hub, near, caller, callee }, weekday }) =>
    sentences(
      `on ${weekday}, ${who} peered its ${hub} VPC with the ${near} VPC and added a route for the ${near} range in the former. Since then, ${caller} still gets no reply from ${callee}.`,
      `Flow logs of the ${near} VPC show the requests as accepted, and the replies too, but no reply ever arrives. Servers there load updates through a NAT gateway of their own, which must keep working.`,
      'Which action solves the problem?',
    ),
  ({ story: { who, hub, near, caller, callee }, weekday, count }) =>
    sentences(
      `${who} moved ${count} machines to a new ${near} VPC on ${weekday}. Ever since, ${caller} in the ${hub} VPC times out when it connects to ${callee}.`,
      `The new VPC requested a peering connection, which the ${hub} VPC accepted and has a route for. In the new VPC, subnets have the local route and a default route to a NAT gateway for updates from the internet; flow logs show no rejected packets.`,
      `What should an administrator do to let the connections succeed and the updates continue?`,
    ),
  ({ story: { who, hub, near, caller, callee }, weekday, count }) =>
    sentences(
      `when ${who} moved ${caller} from its ${hub} VPC to a new ${near} VPC on ${weekday}, the connection to ${callee} in the data center was lost.`,
      `The two VPCs are peered. A Site-to-Site VPN connection links the data center to the ${hub} VPC, where ${count} servers still use it without trouble. The firewall in the data center has room for more tunnels.`,
      `Which solution restores the connection?`,
    ),
  ({ story: { who, hub, near, caller, callee }, weekday, count }) =>
    sentences(
      `a pilot of ${who} runs ${caller} in a new ${near} VPC that is peered with the ${hub} VPC.`,
      `In a test on ${weekday} it reached ${count} servers in the ${hub} VPC, but connections to ${callee} timed out. This system stands in the data center, which is connected to the ${hub} VPC by a virtual private gateway and a VPN.`,
      `The network team in the data center is ready to set up whatever is needed there. What should the cloud team do?`,
    ),
  ({ story: { who, hub, near, caller, callee }, weekday, count }) =>
    sentences(
      `at ${who}, ${caller} runs on ${count} instances in private subnets of the ${near} VPC, which has no connection to the internet. From ${weekday} on, it must call ${callee} over HTTPS.`,
      `The ${near} VPC is peered with the ${hub} VPC, where an internet gateway and a NAT gateway serve other instances, and servers in the two VPCs reach each other.`,
      'Which solution lets the calls succeed?',
    ),
  ({ story: { who, hub, near, caller, callee }, weekday, count }) =>
    sentences(
      `since ${who} moved ${caller} from its ${hub} VPC to a new ${near} VPC on ${weekday}, connections to ${callee} time out after ${count} seconds.`,
      `The ${hub} VPC has an internet gateway and a NAT gateway. The new VPC has private subnets, whose route tables hold the local route and a route to the ${hub} VPC over a peering connection.`,
      'Which change restores the connections?',
    ),
]

const keyReasons: Readonly<Record<Case, (scenario: PeeringScenario) => string>> = {
  spokes: () =>
    'A peering connection carries traffic between its own two VPCs, so these two need one of their own, and each needs a route for the way to the other.',
  'hub-to-spoke': ({ story }) =>
    `Without a route to the ${story.hub} VPC, replies followed the default route to the NAT gateway. The more specific route sends them back and leaves the updates as they are.`,
  office: ({ story }) =>
    `A VPN connection serves the VPC that its gateway is attached to, so the ${story.near} VPC needs a gateway and a route of its own.`,
  internet: ({ story }) =>
    `With a NAT gateway in a subnet that leads to an internet gateway, the ${story.near} VPC has an exit of its own, which peering cannot give.`,
}

const fixed = (text: string) => (): string => text

const endsInHub =
  (what: string) =>
  ({ scenario: { story } }: { readonly scenario: PeeringScenario }) =>
    `A peering connection ends in the ${story.hub} VPC; traffic from a peer is not handed on to ${what}.`

/** Words the scenario in one of eight structures, two for each case. */
export const renderPeerings = wordedBy<PeeringScenario>({
  stems,
  text: (answer, scenario) => changeOf(scenario, answer).text,
  reasons: {
    key: ({ scenario }) => keyReasons[scenario.kind](scenario),
    transitive: ({ scenario: { story } }) =>
      `Peering is not transitive: packets whose destination lies beyond the ${story.hub} VPC are dropped, whatever the route tables say.`,
    'one-route-enough': ({ scenario: { story } }) =>
      `Requests arrive, but the ${story.far} VPC has no route back, so the replies are lost.`,
    'hub-groups-filter': endsInHub(
      'a network beyond it, and security groups filter what reaches their own members',
    ),
    'names-make-paths': fixed(
      'DNS resolution turns names into private addresses. The packets to those addresses take the same way as before.',
    ),
    'acl-drops-replies': fixed(
      'No filter refuses the replies. They have no route back over the peering connection.',
    ),
    'announced-enough': endsInHub('the VPN connection, whichever ranges the data center knows'),
    'address-enough': fixed(
      'A public address has no effect in a VPC without an internet gateway and a route to it.',
    ),
    'nat-shared': (told) =>
      told.scenario.kind === 'hub-to-spoke'
        ? 'Replies find their way back, but the updates break: the NAT gateway of a peer cannot be used over peering.'
        : endsInHub('the NAT gateway there')(told),
    'vpn-shared': endsInHub('the virtual private gateway there'),
    'requester-calls': fixed(
      'Who requested a peering connection has no effect on who may call. Replies still have no route back.',
    ),
    'groups-judge-replies': fixed(
      'Security groups let replies pass without a rule. These never arrive, because they have no route back.',
    ),
    'gateway-enough': fixed(
      'An internet gateway serves instances with public addresses, and these have private ones alone.',
    ),
    'nat-anywhere': ({ scenario: { story } }) =>
      `Without an internet gateway in the ${story.near} VPC, the NAT gateway has no way out itself.`,
  },
})
