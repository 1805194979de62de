import { wordedBy } from '../parts/word.ts'
import { capitalised } from '../parts/words.ts'
import type { Case, RouteScenario } from './sample.ts'

const sentences = (...parts: readonly string[]): string => parts.map(capitalised).join(' ')

const stems: readonly ((scenario: RouteScenario) => string)[] = [
  ({ story: { who, caller, callee, site }, broad, narrow }) =>
    sentences(
      `since ${site} was connected to a VPC of ${who} by AWS Site-to-Site VPN, ${caller} in that VPC times out when it calls ${callee} in the data center.`,
      `The data center uses ${broad}, which the route table of the subnet sends to a transit gateway. It now also holds ${narrow}, propagated from the virtual private gateway, beside the routes of other branches that are learned in the same way and must stay.`,
      'Which change restores the calls?',
    ),
  ({ story: { who, caller, callee, site }, broad, narrow }) =>
    sentences(
      `${caller} of ${who} lost ${callee} in the data center after a router was replaced at ${site}. That router announces ${narrow} over a VPN to the virtual private gateway of the VPC, by mistake.`,
      `In the route table of the subnet, a static route sends ${broad} to a transit gateway, the path to the data center. Branches depend on the propagated routes.`,
      `What should the network engineer do to reach ${callee} again?`,
    ),
  ({ story: { who, caller, callee, site }, broad, narrow }) =>
    sentences(
      `at ${who}, traffic from ${caller} to a partner is meant to pass third-party firewalls behind a Gateway Load Balancer endpoint. The firewalls log no sessions with ${callee}, though the connections work.`,
      `The route table of the subnet sends the range of the partner, ${broad}, to the endpoint. For an old ${site} project, it also sends ${narrow} to a peering connection.`,
      'Which change makes the firewalls see the traffic?',
    ),
  ({ story: { who, caller, callee, site }, broad, narrow }) =>
    sentences(
      `a review of flow logs at ${who} shows that calls from ${caller} to ${callee} skip the firewalls and leave over the peering connection of the ${site} team, which has stopped using it.`,
      `In the route table, ${broad} leads to a Gateway Load Balancer endpoint, as intended, and ${narrow} to the peering connection. The address of ${callee} lies in both ranges.`,
      'What should the network engineer do so that the calls are inspected?',
    ),
  ({ story: { who, caller, callee, site }, narrow, own }) =>
    sentences(
      `${site} of ${who} wants traffic from ${caller} to ${callee} inspected by a firewall appliance in the same VPC. A Gateway Load Balancer endpoint is in place, and the route back is ready.`,
      `The callers are in the subnet ${own}, and their target is in ${narrow}, also a subnet of this VPC. The firewall has not logged a single session so far.`,
      'Which change sends the traffic through the endpoint?',
    ),
  ({ story: { who, caller, callee, site }, narrow, own }) =>
    sentences(
      `after an intrusion, ${site} of ${who} put firewalls behind a Gateway Load Balancer endpoint between ${caller} (${own}) and ${callee} (${narrow}), two subnets of one VPC.`,
      `The subnet of ${callee} already routes replies to the endpoint. A test call succeeded, but the firewalls did not see it: it had taken the local route of the callers' route table.`,
      'What should the network engineer do for the requests?',
    ),
  ({ story: { who, caller, callee, site }, broad }) =>
    sentences(
      `${who} bought ${site} to relieve a slow VPN, but ${caller} still reaches ${callee} over the VPN, and the graphs of the new line stay flat.`,
      `The new line ends at a virtual private gateway, and ${broad}, the range of the data center, is propagated from it to the route table of the subnet. A static route for ${broad} to a transit gateway, where the VPN ends, is from earlier years.`,
      'Which action moves the traffic to the new line?',
    ),
  ({ story: { who, caller, callee, site }, broad }) =>
    sentences(
      `a month after ${site} was installed at ${who}, the bill shows hardly any traffic on it. ${capitalised(caller)} talks to ${callee} in the data center all day.`,
      `The route table of its subnet lists ${broad} twice: as a static route to a transit gateway with the old VPN, and propagated from the virtual private gateway on which the new line ends.`,
      'What should the engineer do so that the new line is used?',
    ),
]

const keyReasons: Readonly<Record<Case, (scenario: RouteScenario) => string>> = {
  takeover: ({ narrow }) =>
    `The longest prefix decides, so the propagated ${narrow} had drawn the traffic away. With this change, it goes to the transit gateway, and other learned routes stay.`,
  bypass: ({ narrow, broad }) =>
    `The longer prefix ${narrow} led past the firewalls. Now the traffic goes to the endpoint, like the rest of ${broad}.`,
  'east-west': ({ narrow, vpc }) =>
    `${narrow} is more specific than the local route ${vpc}, so requests to that subnet go to the endpoint.`,
  tie: () =>
    'For one and the same prefix, a static route outranks a propagated one; this change makes the route of the virtual private gateway the one that is taken.',
}

const fixed = (text: string) => (): string => text

/** Words the scenario in one of eight structures, two for each case. */
export const renderRoutes = wordedBy<RouteScenario>({
  stems,
  text: (answer, { changes }) => changes.find(({ id }) => id === answer)?.text ?? '',
  reasons: {
    key: ({ scenario }) => keyReasons[scenario.kind](scenario),
    'first-listed': fixed(
      'The order in which routes are listed has no effect, so packets take the same route as before.',
    ),
    'newest-wins': fixed(
      'The age of a route has no effect; the longest prefix decides, then static before propagated.',
    ),
    'default-decides': fixed(
      'The default route has the shortest prefix and is taken where nothing longer matches, which is not the case here.',
    ),
    'stops-one-route': fixed(
      'This takes away every learned route, so the other branches are no longer reached either.',
    ),
    'broadest-first': fixed('The most specific route is taken, and a larger block has the shorter prefix.'),
    'static-over-local': fixed('The prefix is shorter than that of the local route, which is still taken.'),
    'source-decides': fixed('A route is chosen by where packets go, and this block is where they come from.'),
    'rules-draw-traffic': fixed(
      'A firewall judges what reaches it. The route table still sends these packets past it.',
    ),
    'attributes-beat-static': fixed(
      'BGP attributes choose among announced paths. A static route for the same prefix outranks each of them.',
    ),
  },
})
