import { changeOf } from '../network/mends.ts'
import { wordedBy } from '../parts/word.ts'
import { bullets, paragraphs } from '../parts/words.ts'
import type { AccessScenario, Case } from './scenario.ts'

const stems: readonly ((scenario: AccessScenario) => string)[] = [
  ({ setting, subnet, publicSubnet, natSubnet }) =>
    paragraphs([
      `Instances of the ${setting.systems[0].name} in ${subnet} must fetch virus definitions from a vendor's website every hour. Since the old proxy was retired, each download ends in a timeout.`,
      `The route table of ${subnet} has the local route and no other. In the same VPC, ${publicSubnet} leads to an internet gateway, and ${natSubnet} has the local route alone.`,
      `A rule of ${setting.who} says that nobody on the internet may be able to open a connection to these instances, whatever their security groups allow. Which solution meets these requirements?`,
    ]),
  ({ setting, subnet, publicSubnet, natSubnet }) =>
    paragraphs(
      `The ${setting.teams[0]} of ${setting.who} cannot activate licenses on its new servers: the license portal, a public HTTPS site, never answers. An engineer notes what is there:`,
      bullets([
        `Servers: ${subnet}, private addresses, no default route`,
        `${publicSubnet}: default route to the internet gateway of the VPC`,
        `${natSubnet}: no default route, reserved for shared network components`,
      ]),
      'The last audit found servers that the internet could reach, and the security team will not sign off on another one, even behind a strict security group. Which action makes activation work?',
    ),
  ({ setting, subnet, publicSubnet, natSubnet }) =>
    paragraphs([
      `A contractor of ${setting.who} set up internet access for the ${setting.systems[0].name}: a public NAT gateway with an Elastic IP address in ${natSubnet}, and a default route from ${subnet}, where the instances run, to that gateway.`,
      `Package downloads still time out, and the metrics of the gateway show connection attempts without a single one established. The route table of ${natSubnet} has the local route alone, while ${publicSubnet} leads to the internet gateway.`,
      `The instances of ${setting.they} must not become reachable from the internet. Which change makes the downloads work?`,
    ]),
  ({ setting, subnet, publicSubnet, natSubnet }) =>
    paragraphs([
      `"NAT is up, EIP is attached, still no internet," reads the handover note of a migration at ${setting.who}.`,
      `The note belongs to a VPC in which ${subnet} holds the instances of the ${setting.systems[1].name} and sends its default route to a NAT gateway in ${natSubnet}. That subnet has no default route of its own. A third one, ${publicSubnet}, routes to the internet gateway.`,
      `Security groups were ruled out as the cause. Compliance staff insist that inbound connections from the internet remain impossible by design. What should the ${setting.teams[0]} do?`,
    ]),
  ({ setting, subnet, publicSubnet }) =>
    paragraphs([
      `A status page of ${setting.who} went dark for its customers after a cleanup of route tables. It runs on one instance with an Elastic IP address in ${subnet}; the security group and the network ACL admit HTTPS from anywhere.`,
      `The cleanup associated ${subnet} with a table whose default route leads to a NAT gateway in ${publicSubnet}. From the instance itself, downloads from the internet work.`,
      'Which change brings the page back for customers?',
    ]),
  ({ setting, subnet }) =>
    paragraphs([
      `To save public addresses, the ${setting.teams[0]} of ${setting.who} moved the default route of ${subnet} from the internet gateway to a NAT gateway. Outbound calls went on as before.`,
      `An hour later partners reported that the webhook receiver of the ${setting.systems[0].name} no longer accepts connections at its Elastic IP address. Flow logs show their requests arriving at the instance and being accepted.`,
      'Partners call from the internet over IPv4. Which action lets them in again?',
    ]),
  ({ setting, subnet }) =>
    paragraphs([
      `For a trade fair, the ${setting.teams[0]} of ${setting.who} launched a demo of the ${setting.systems[0].name} on an instance in ${subnet}, whose default route leads to the internet gateway. Visitors get no answer, and the instance cannot download its own updates either.`,
      'Automatic assignment of public IPv4 addresses is off in this subnet. The security group admits HTTPS from the address range of the fair, and the default network ACL is in place. The stand opens in an hour, and the venue has IPv4 alone.',
      'Which change lets visitors open the demo?',
    ]),
  ({ setting, subnet }) =>
    paragraphs([
      `A port scan that ${setting.who} commissioned reports open HTTPS ports on instances of the ${setting.systems[0].name}, all of them at IPv6 addresses. The instances in ${subnet} also have IPv4 addresses, which the scan could not reach.`,
      `The route table of ${subnet} sends 0.0.0.0/0 to a NAT gateway and ::/0 to the internet gateway. The software pulls data from partners that offer IPv6 addresses alone, and this must go on.`,
      'Which change stops inbound connections and keeps the pulls working?',
    ]),
]

const keyReasons: Readonly<Record<Case, string>> = {
  'no-way-out':
    'The NAT gateway stands in a subnet that leads to the internet gateway, so it sends outbound traffic on with its own address and lets no connection in.',
  'nat-inside':
    'A public NAT gateway needs a route to the internet gateway in its own subnet. With it, outbound traffic works, and no connection comes in.',
  'nat-before-host':
    'Replies left through the NAT gateway. With the internet gateway as default route they go back from the Elastic IP address that the clients called.',
  'no-address':
    'The route was there already; an internet gateway serves instances that have a public address.',
  'ipv6-open':
    'An egress-only internet gateway carries IPv6 connections that begin in the VPC, and drops those that begin outside.',
}

const fixed = (text: string) => (): string => text

/** Words the scenario in one of eight structures. */
export const renderAccess = wordedBy<AccessScenario>({
  stems,
  text: (answer, scenario) => changeOf(scenario, answer).text,
  reasons: {
    key: ({ scenario }) => keyReasons[scenario.kind],
    'subnet-enough': fixed(
      'The internet gateway translates public addresses to private ones, and the instances have no public address.',
    ),
    'public-address-enough': ({ scenario }) =>
      `The route table of ${scenario.subnet} does not lead to the internet gateway, so an Elastic IP address has no effect.`,
    'address-outbound-alone': fixed(
      'Outbound traffic works, but a public address and a route to the internet gateway let connections in as well.',
    ),
    'nat-anywhere': ({ scenario }) =>
      `A NAT gateway in ${scenario.natSubnet} has no route to the internet gateway, so its Elastic IP address does not help.`,
    'endpoint-opens-internet': fixed(
      'A gateway endpoint leads to its own service; other addresses on the internet stay out of reach.',
    ),
    'nat-lets-in': fixed(
      'A NAT gateway carries connections that begin inside. It has nothing to forward a connection from outside to.',
    ),
    'nat-beside-host': fixed(
      'Wherever it stands, a NAT gateway lets no connection in, and here it would not even have a route out.',
    ),
    'egress-only-lets-in': fixed(
      'An egress-only internet gateway drops connections that begin outside, and IPv4 clients could not use it at all.',
    ),
    'route-admits': fixed(
      'The default route covers these clients already. Without a public address they have nothing to connect to.',
    ),
    'nat-carries-ipv6': fixed(
      'Without a route for IPv6 the pulls fail; the default route to the NAT gateway is one for IPv4.',
    ),
    'public-ipv4-decides': fixed(
      'IPv6 addresses are public themselves, and ::/0 still leads to the internet gateway, so they stay reachable.',
    ),
    'default-route-admits': fixed(
      'A route to the internet gateway carries replies whatever its length, so the ports stay open to the internet.',
    ),
  },
})
