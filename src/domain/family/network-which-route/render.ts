import { type Told, wordedBy } from '../parts/word.ts'
import { bullets, capitalised, paragraphs } from '../parts/words.ts'
import type { ListedRoute, RouteScenario } from './sample.ts'
import { solveRoute } from './solve.ts'

const names: Readonly<Record<string, string>> = {
  local: 'another subnet of the VPC',
  igw: 'the internet gateway',
  nat: 'the NAT gateway',
  tgw: 'the transit gateway',
  pcx: 'the VPC peering connection',
  vgw: 'the virtual private gateway',
  firewall: 'the network interface of the firewall instance',
  gwlbe: 'the Gateway Load Balancer endpoint',
}

const nameOf = (target: unknown): string => names[String(target)] ?? String(target)

const shortNames: Readonly<Record<string, string>> = { ...names, firewall: 'the firewall instance' }

const columns = { destination: 18, target: 46 } as const

const table = (routes: readonly ListedRoute[]): string =>
  [
    '```text',
    `${'Destination'.padEnd(columns.destination)}${'Target'.padEnd(columns.target)}Propagated`,
    ...routes.map(
      ({ destination, target, origin }) =>
        `${destination.padEnd(columns.destination)}${(target === 'local' ? 'local' : nameOf(target).replace(/^the /, '')).padEnd(columns.target)}${origin === 'propagated' ? 'Yes' : 'No'}`,
    ),
    '```',
  ].join('\n')

const lines = (routes: readonly ListedRoute[]): string =>
  bullets(
    routes.map(({ destination, target, origin }) =>
      target === 'local'
        ? `${destination}: local`
        : `${destination}: ${nameOf(target)}${origin === 'propagated' ? ', propagated' : ''}`,
    ),
  )

const questions = [
  ({ destination }: RouteScenario) => `Where does the route table send packets to ${destination}?`,
  ({ destination }: RouteScenario) => `Which target do packets to ${destination} take?`,
  ({ destination }: RouteScenario) => `Through which target does traffic to ${destination} leave the subnet?`,
] as const

const ask = (scenario: RouteScenario): string => questions[scenario.question]?.(scenario) ?? ''

const matching = ({ routes }: RouteScenario, answer: unknown): ListedRoute | undefined =>
  routes.find(({ target }) => target === answer)

function keyOf(scenario: RouteScenario): ListedRoute | undefined {
  return matching(scenario, solveRoute(scenario)[0])
}

const wrong =
  (why: string) =>
  ({ scenario, answer }: Told<RouteScenario>): string => {
    const [route, key] = [matching(scenario, answer), keyOf(scenario)]
    if (answer === 'local')
      return `The local route covers the whole VPC, and the static route to ${key?.destination} is longer, so it decides.`
    return `${why} Here ${key?.destination} is taken, and not ${route?.destination}.`
  }

const isTied = (scenario: RouteScenario): boolean =>
  scenario.routes.filter(({ destination }) => destination === keyOf(scenario)?.destination).length > 1

/** Words the scenario in one of three structures. */
export const renderRoutes = wordedBy<RouteScenario>({
  stems: [
    (scenario) =>
      paragraphs(
        `An instance of ${scenario.setting.who} has the address ${scenario.sender}. It belongs to the ${scenario.setting.systems[0].name}, and its subnet has this route table:`,
        table(scenario.routes),
        ['The gateways and attachments behind the targets work.', ask(scenario)],
      ),
    (scenario) =>
      paragraphs(
        `Since ${scenario.setting.who} connected its VPC to further networks, the ${scenario.setting.teams[0]} finds traffic of the ${scenario.setting.systems[0].name} on a path that it did not expect. The subnet's route table has grown to these entries:`,
        lines(scenario.routes),
        ['Every target is available.', ask(scenario)],
      ),
    (scenario) =>
      paragraphs(
        [
          `A host that the ${scenario.setting.systems[1].name} needs answers at ${scenario.destination}.`,
          `${capitalised(scenario.setting.who)} lets its servers call it from ${scenario.sender}, a subnet with the following routes.`,
        ],
        table(scenario.routes),
        ['All targets are up, and security groups and network ACLs allow the traffic.', ask(scenario)],
      ),
  ],
  text: (answer) => {
    const name = shortNames[String(answer)] ?? ''
    return answer === 'local' ? 'Directly to another subnet of the VPC' : `To ${name}`
  },
  reasons: {
    key: ({ scenario, answer }) =>
      isTied(scenario)
        ? `${matching(scenario, answer)?.destination} is the longest prefix that contains ${scenario.destination}, and of two routes to it the static one outranks the propagated one.`
        : `${matching(scenario, answer)?.destination} is the longest prefix in the table that contains ${scenario.destination}, and the longest prefix decides.`,
    'first-listed': wrong(
      'The order in which routes are listed means nothing; the longest prefix that matches decides.',
    ),
    'static-first': wrong(
      'Static beats propagated between equal destinations; otherwise the longer prefix decides.',
    ),
    'propagated-first': wrong(
      'Propagated routes have no precedence: a longer prefix wins, and of equal ones the static route.',
    ),
    'default-for-outside': wrong(
      'The default route is the shortest prefix and is taken where nothing longer matches.',
    ),
    'whole-octets': wrong(
      'A prefix counts bits, not octets, so a block can reach beyond the octet that is written.',
    ),
    'broadest-first': wrong('The most specific route is taken, not the one that covers the most addresses.'),
  },
})
