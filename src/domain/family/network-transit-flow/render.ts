import { changeOf } from '../network/mends.ts'
import { wordedBy } from '../parts/word.ts'
import { capitalised } from '../parts/words.ts'
import type { Case, TransitScenario } from './scenario.ts'

const sentences = (...parts: readonly string[]): string => parts.map(capitalised).join(' ')

const stems: readonly ((scenario: TransitScenario) => string)[] = [
  ({ story: { who, spoke, other, core, caller, callee }, weekday, count }) =>
    sentences(
      `${who} attached a new ${spoke} VPC with ${count} servers to its transit gateway on ${weekday} and associated it with the spoke route table, where the ${other} VPC already was.`,
      `Now ${caller} cannot connect to ${callee} in the ${core} VPC, which is associated with a shared route table. Flow logs there show requests and replies as accepted.`,
      `The ${spoke} VPC must have no path to the ${other} VPC. What should the network engineer do?`,
    ),
  ({ story: { who, spoke, other, core, callee }, weekday, count }) =>
    sentences(
      `since ${weekday}, ${count} hosts in a new ${spoke} VPC at ${who} send requests to ${callee} in the ${core} VPC and get no reply; hosts in the ${other} VPC do.`,
      `Both VPCs are associated with the spoke route table of a transit gateway, to which the ${core} VPC propagates. The ${core} VPC uses the shared route table, and its subnets send private ranges to the transit gateway.`,
      `The ${spoke} and ${other} VPCs are kept apart on purpose. Which change brings the replies back?`,
    ),
  ({ story: { who, spoke, other, core, caller, callee }, weekday, count }) =>
    sentences(
      `at ${who}, ${caller} opened ${callee} in the ${other} VPC from a server in the ${spoke} VPC. The two VPCs are among ${count} on a transit gateway and should share nothing but the ${core} VPC.`,
      `Both are associated with the spoke route table, and since a change on ${weekday} they propagate to it as well. They also propagate to the shared route table, which the ${core} VPC uses.`,
      `Both must still reach the ${core} VPC. Which change closes the path?`,
    ),
  ({ story: { who, spoke, other, core }, weekday, count }) =>
    sentences(
      `a scan on ${weekday} found ${count} servers in the ${other} VPC of ${who} that answer calls from the ${spoke} VPC, although the two are meant to be isolated on the transit gateway.`,
      `An engineer sees the attachments of both VPCs among the propagations of the spoke route table, with which both are associated, and of the shared route table, with which the ${core} VPC is.`,
      `Servers in both VPCs need the ${core} VPC every minute. What should the engineer do?`,
    ),
  ({ story: { who, spoke, caller, callee, site }, weekday, count }) =>
    sentences(
      `during a malware outbreak, ${who} put a static blackhole route for the network of ${site} into the transit gateway route table of its ${count} spoke VPCs. On ${weekday} the network was declared clean.`,
      `The VPN to ${site} is up, and its attachment propagates to that route table. But ${caller} in the ${spoke} VPC, which is associated with it, still cannot reach ${callee}.`,
      'Which action restores the connection?',
    ),
  ({ story: { who, spoke, caller, callee, site }, weekday, count }) =>
    sentences(
      `${caller} of ${who}, in the ${spoke} VPC, lost its connection to ${callee} behind the VPN to ${site}; ${count} jobs have failed since ${weekday}. Both tunnels are up.`,
      `In the spoke route table of the transit gateway, the engineer finds the range of ${site} twice: propagated from the VPN attachment, and as a static blackhole route that a colleague set for a test.`,
      'What should the engineer do to let the jobs run again?',
    ),
  ({ story: { who, spoke, core, caller, callee }, weekday, count }) =>
    sentences(
      `on ${weekday}, ${who} attached its new ${spoke} VPC with ${count} servers to the transit gateway, but ${caller} cannot connect to ${callee} in the ${core} VPC. Flow logs of that VPC show no packets from them.`,
      `The attachment is associated with the spoke route table, which has a route to the ${core} VPC, and propagates to the shared route table, which the ${core} VPC uses. The server subnets use the main route table, which holds the local route.`,
      'Which step makes the connection possible?',
    ),
  ({ story: { who, spoke, core, caller, callee }, weekday, count }) =>
    sentences(
      `a recently opened account of ${who} runs ${count} servers in a new ${spoke} VPC. The transit gateway attachment was accepted on ${weekday}, yet ${caller} cannot reach ${callee} in the ${core} VPC.`,
      `The network team shows that its transit gateway route tables have routes in both directions. In the account, the subnets of the servers use the main route table of the VPC, which nobody has edited.`,
      'What should the administrator of the account do?',
    ),
]

const keyReasons: Readonly<Record<Case, (scenario: TransitScenario) => string>> = {
  'no-way-back': ({ story }) =>
    `Replies from the ${story.core} VPC are routed by the shared route table, which had no route to the ${story.spoke} VPC. Propagation adds it there and opens no path between spokes.`,
  leak: ({ story }) =>
    `Both attachments are routed by the spoke route table. Without routes to each other in it they are apart, and the shared one still leads back from the ${story.core} VPC.`,
  blackhole: () =>
    'A static route outranks a propagated route for the same range. Once the blackhole route is gone, the VPN is used.',
  'no-subnet-route': ({ story }) =>
    `An attachment adds no routes to a VPC. Without one, packets of the ${story.spoke} VPC did not leave its subnets.`,
}

/** Words the scenario in one of eight structures, two for each case. */
export const renderTransit = wordedBy<TransitScenario>({
  stems,
  text: (answer, scenario) => changeOf(scenario, answer).text,
  reasons: {
    key: ({ scenario }) => keyReasons[scenario.kind](scenario),
    'association-propagates': ({ scenario: { story, kind } }) =>
      `An association says which table routes what comes from an attachment. The shared route table has no route to ${kind === 'blackhole' ? 'the VPN' : `the ${story.core} VPC`}, so requests would be lost.`,
    'replies-by-own-table': ({ scenario: { story } }) =>
      `Replies come from the ${story.core} VPC and are routed by the shared route table, which still has no route back.`,
    'table-isolates': ({ scenario: { story } }) =>
      `Replies would arrive, but the spoke route table would then have routes to the ${story.spoke} and ${story.other} VPCs, so the two could reach each other.`,
    'appliance-mode': () =>
      'Appliance mode keeps a flow in one Availability Zone. It adds no route, and replies still have none back.',
    'subnets-lead-back': () =>
      'Replies already get as far as the transit gateway, and the shared route table there has no route for them.',
    'names-make-paths': () =>
      'DNS support is about name resolution. Packets between the two are still routed, and addresses can be called directly.',
    'propagation-replaces-static': () =>
      'The static route outranks the propagated one, however recent the latter is, so packets are still dropped.',
    'groups-first': ({ scenario: { story } }) =>
      `Packets do not get as far as the ${story.core} VPC, because the subnets of the callers have no route to the transit gateway.`,
    'shared-table-connects-spokes': ({ scenario: { story } }) =>
      `This takes the way back from the ${story.core} VPC, and the spoke route table keeps the routes between the two VPCs.`,
    'blackhole-first': () =>
      'The longest prefix decides before the kind of route, so the propagated routes of the two VPCs are still taken.',
    'attachment-adds-routes': ({ scenario: { story } }) =>
      `Without these routes, the ${story.spoke} VPC also loses its path to the ${story.core} VPC.`,
    'live-route-first': () => 'The blackhole route has the longer prefix, so packets are still dropped.',
    'tables-share-routes': ({ scenario: { story } }) =>
      `What comes from the ${story.spoke} VPC is routed by the spoke route table, where the blackhole route remains.`,
    'placed-means-routed': () =>
      'The subnets of an attachment hold its network interfaces; other traffic still follows the route tables, which have no route to the gateway.',
    'propagation-reaches-subnets': () =>
      'Propagation fills route tables of the transit gateway. Those of the VPC stay as they are, so packets do not leave it.',
    'static-reaches-subnets': () =>
      'The transit gateway had this route by propagation already. The route tables of the VPC are untouched, so packets do not leave it.',
  },
})
