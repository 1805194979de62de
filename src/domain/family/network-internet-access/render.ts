import type { NetworkFacts } from '../../cloud/network/network-facts.ts'
import type { ReachAnswer } from '../../cloud/network/types.ts'
import { flowOf, networkOf, traceFlow } from '../network/flows.ts'
import { bullets, capitalised, paragraphs } from '../parts/words.ts'
import type { Rendering } from '../types.ts'
import type { AccessScenario, Placed } from './sample.ts'

const gatewayWords: Readonly<Record<string, string>> = {
  igw: 'the internet gateway',
  nat: '`nat-a`',
  'nat-inner': '`nat-b`',
  eigw: 'an egress-only internet gateway',
}

/** Default routes of a subnet in words. */
function routeOf({ route, route6, endpoint }: Placed): string {
  if (endpoint) return 'an S3 gateway endpoint, no default route'
  if (route6 !== null) return `an IPv6 default route to ${gatewayWords[route6]}`
  return route === null ? 'no default route' : `a default route to ${gatewayWords[route]}`
}

function addressOf({ isPublic, hasIpv6 }: Placed): string {
  if (hasIpv6) return 'an IPv6 address'
  return isPublic ? 'an Elastic IP address' : 'a private address'
}

const natSentence = ({ placed }: AccessScenario): string => {
  const used = (['nat', 'nat-inner'] as const).filter((gateway) =>
    placed.some(({ route }) => route === gateway),
  )
  const words = {
    nat: 'The NAT gateway `nat-a` is in a subnet with a route to the internet gateway.',
    'nat-inner':
      'The NAT gateway `nat-b` has an Elastic IP address and is in a subnet without a route to the internet gateway.',
  }
  return used.map((gateway) => words[gateway]).join(' ')
}

const lines = ({ placed }: AccessScenario): string =>
  bullets(placed.map((one) => `\`${one.host}\`: ${addressOf(one)}, ${routeOf(one)}`))

const table = ({ placed }: AccessScenario): string => {
  const routes: Readonly<Record<string, string>> = { igw: 'igw', nat: 'nat-a', 'nat-inner': 'nat-b' }
  return [
    '```text',
    `${'Instance'.padEnd(10)}${'Public address'.padEnd(16)}${'IPv6'.padEnd(6)}Routes beside local`,
    ...placed.map((one) => {
      const entries = [
        ...(one.route === null ? [] : [`0.0.0.0/0 > ${routes[one.route]}`]),
        ...(one.route6 === null ? [] : [`::/0 > egress-only`]),
        ...(one.endpoint ? ['S3 prefix list > gateway endpoint'] : []),
      ]
      return `${one.host.padEnd(10)}${(one.isPublic ? 'yes' : 'no').padEnd(16)}${(one.hasIpv6 ? 'yes' : 'no').padEnd(6)}${entries.join(', ') || '(none)'}`
    }),
    '```',
  ].join('\n')
}

const open = 'Security groups and network ACLs allow the HTTPS traffic.'

const questionOf = ({ inbound }: AccessScenario): string =>
  inbound
    ? 'Which instance can clients on the internet connect to?'
    : 'Which instance can download a file from a web server on the internet?'

const stems: readonly ((scenario: AccessScenario) => string)[] = [
  (scenario) =>
    paragraphs(
      `${capitalised(scenario.setting.who)} runs the ${scenario.setting.systems[0].name} on four instances of a VPC with an internet gateway. Each instance has a subnet of its own:`,
      lines(scenario),
      [natSentence(scenario), open, questionOf(scenario)],
    ),
  (scenario) =>
    paragraphs(
      [
        `A new engineer in the ${scenario.setting.teams[0]} of ${scenario.setting.who} documents how instances of a VPC are connected.`,
        `The VPC has an internet gateway, \`igw\`. The routes are those of the instance's subnet:`,
      ],
      table(scenario),
      [natSentence(scenario), open, questionOf(scenario)],
    ),
  (scenario) =>
    paragraphs(
      [
        scenario.inbound
          ? `Customers of ${scenario.setting.who} cannot open a test page on three of four instances.`
          : `Updates of the ${scenario.setting.systems[1].name} fail on three of the four instances that ${scenario.setting.who} has launched.`,
        `The VPC has an internet gateway. Addresses of the instances and routes of their subnets:`,
      ],
      lines(scenario),
      [natSentence(scenario), open, questionOf(scenario)],
    ),
]

const inwardReasons = ({ route, isPublic, hasIpv6 }: Placed): string => {
  if (hasIpv6)
    return 'An egress-only internet gateway lets connections out and replies in; connections from outside are dropped.'
  if (isPublic)
    return 'Its subnet sends replies to the NAT gateway instead of the internet gateway, so the Elastic IP address does not help.'
  return route === 'nat'
    ? 'It has no public address, and a NAT gateway carries connections that begin inside, and no others.'
    : 'The subnet leads to the internet gateway, but without a public address nobody outside can address the instance.'
}

const outwardReasons = ({ route, isPublic, endpoint }: Placed): string => {
  if (endpoint)
    return 'A gateway endpoint leads to its service alone; without a default route other addresses cannot be reached.'
  if (route === 'nat-inner')
    return 'The NAT gateway `nat-b` has no route to the internet gateway itself, so its Elastic IP address does not help.'
  return isPublic
    ? 'Its subnet has no default route, so packets do not get to the internet gateway, whatever address the instance has.'
    : 'The internet gateway translates public addresses to private ones, and the instance has no public address.'
}

function reasonOf({ reachable }: ReachAnswer, one: Placed, inbound: boolean): string {
  if (!reachable) return inbound ? inwardReasons(one) : outwardReasons(one)
  return one.route === 'nat'
    ? 'Its default route leads to a NAT gateway in a public subnet, which sends the traffic on with its own public address.'
    : 'It has a public address, and the default route of its subnet leads to the internet gateway.'
}

/** Words the scenario in one of three structures; every rationale follows from what the model found. */
export function renderAccess(scenario: AccessScenario, facts: NetworkFacts): Rendering {
  const network = networkOf(scenario.topology, facts)
  return {
    stem: stems[scenario.rendering]?.(scenario) ?? '',
    option: (answer) => {
      const flow = flowOf(scenario, answer)
      const one = scenario.placed.find(({ host }) => host === answer)
      if (one === undefined) throw new RangeError(`There is no host ${String(answer)}.`)
      return {
        text: flow.words,
        rationale: reasonOf(traceFlow(network, flow.question), one, scenario.inbound),
      }
    },
  }
}
