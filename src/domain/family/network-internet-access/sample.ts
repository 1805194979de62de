import type { Topology } from '../../cloud/network/types.ts'
import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import type { Flow, FlowScenario } from '../network/flows.ts'
import { between, chance, pick, pickSome } from '../parts/draw.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'

/** A host with its subnet: where the subnet's default routes lead, and the addresses of the host. */
export type Placed = {
  readonly host: string
  readonly subnet: string
  /** Targets of 0.0.0.0/0 and ::/0, and a gateway endpoint for the store service; null where there is no such route. */
  readonly route: 'igw' | 'nat' | 'nat-inner' | null
  readonly route6: 'igw' | 'eigw' | null
  readonly endpoint: boolean
  readonly isPublic: boolean
  readonly hasIpv6: boolean
}

/** Hosts in subnets with different ways out of a VPC; connections go out to, or come in from, the internet. */
export type AccessScenario = FlowScenario & {
  readonly setting: Setting
  readonly rendering: number
  readonly inbound: boolean
  readonly placed: readonly Placed[]
}

const plain = { route: null, route6: null, endpoint: false, isPublic: false, hasIpv6: false } as const
type Way = Omit<Placed, 'host' | 'subnet'>

/** Ways out that work, and those that one false belief takes to work. */
const outwardKeys: readonly Way[] = [
  { ...plain, route: 'igw', isPublic: true },
  { ...plain, route: 'nat' },
]
const outwardTraps: readonly Way[] = [
  { ...plain, route: 'igw' },
  { ...plain, isPublic: true },
  { ...plain, route: 'nat-inner' },
  { ...plain, endpoint: true },
]
const inwardKeys: readonly Way[] = [{ ...plain, route: 'igw', isPublic: true }]
const inwardTraps: readonly Way[] = [
  { ...plain, route: 'igw' },
  { ...plain, isPublic: true, route: 'nat' },
  { ...plain, route: 'nat' },
  { ...plain, route6: 'eigw', hasIpv6: true },
]

const hostNames = [
  'web-1',
  'api-1',
  'batch-1',
  'proxy-1',
  'build-1',
  'report-1',
  'mail-1',
  'cache-1',
] as const
const outside = '198.51.100.77'
const outside6 = '2001:db8:ffff::77'
const vpc = 'vpc'

type Parts = Required<Pick<Topology, 'subnets' | 'routeTables'>>

/** Each host's subnet, and those of the two NAT gateways: `edge` leads to the internet gateway, `inner` nowhere. */
const subnetsOf = (net: string, placed: readonly Placed[]): Parts['subnets'] => [
  { id: 'edge', vpc, cidrs: [`${net}.1.0/24`], routeTable: 'rt-edge' },
  { id: 'inner', vpc, cidrs: [`${net}.2.0/24`], routeTable: 'rt-inner' },
  ...placed.map(({ subnet }, index) => ({
    id: subnet,
    vpc,
    cidrs: [`${net}.${10 + index}.0/24`, `2001:db8:1:${index}::/64`],
    routeTable: `rt-${subnet}`,
  })),
]

const routeTablesOf = (placed: readonly Placed[]): Parts['routeTables'] => [
  { id: 'rt-edge', vpc, routes: [{ destination: '0.0.0.0/0', target: 'igw' }] },
  { id: 'rt-inner', vpc, routes: [] },
  ...placed.map(({ subnet, route, route6 }) => ({
    id: `rt-${subnet}`,
    vpc,
    routes: [
      ...(route === null ? [] : [{ destination: '0.0.0.0/0', target: route }]),
      ...(route6 === null ? [] : [{ destination: '::/0', target: route6 }]),
    ],
  })),
]

const instanceOf = ({ host, subnet, isPublic, hasIpv6 }: Placed, index: number, net: string) => ({
  id: host,
  subnet,
  address: `${net}.${10 + index}.20`,
  ...(hasIpv6 ? { ipv6: `2001:db8:1:${index}::20` } : {}),
  ...(isPublic ? { publicAddress: `203.0.113.${20 + index}` } : {}),
  securityGroups: ['sg'],
})

function topologyOf(net: string, placed: readonly Placed[]): Topology {
  const https = { protocol: 'tcp', ports: 443 } as const
  return {
    vpcs: [{ id: vpc, cidrs: [`${net}.0.0/16`, '2001:db8:1::/56'] }],
    subnets: subnetsOf(net, placed),
    routeTables: routeTablesOf(placed),
    internetGateways: [{ id: 'igw', vpc }],
    egressOnlyGateways: [{ id: 'eigw', vpc }],
    natGateways: [
      { id: 'nat', subnet: 'edge', address: `${net}.1.9`, publicAddress: '203.0.113.8' },
      { id: 'nat-inner', subnet: 'inner', address: `${net}.2.9`, publicAddress: '203.0.113.9' },
    ],
    services: [{ id: 'store', cidrs: ['192.0.2.0/24'] }],
    endpoints: [
      {
        id: 'vpce-store',
        kind: 'gateway',
        vpc,
        service: 'store',
        routeTables: placed.filter(({ endpoint }) => endpoint).map(({ subnet }) => `rt-${subnet}`),
      },
    ],
    securityGroups: [
      {
        id: 'sg',
        vpc,
        inbound: [
          { ...https, source: '0.0.0.0/0' },
          { ...https, source: '::/0' },
        ],
      },
    ],
    instances: placed.map((one, index) => instanceOf(one, index, net)),
  }
}

function flowOf({ host, hasIpv6 }: Placed, inbound: boolean): Flow {
  const away = hasIpv6 ? outside6 : outside
  return {
    id: host,
    words: `\`${host}\``,
    question: {
      ...(inbound ? { from: away, to: host } : { from: host, to: away }),
      protocol: 'tcp',
      port: 443,
      ...(hasIpv6 ? { family: 'ipv6' as const } : {}),
    },
  }
}

/** Draws four hosts, one of which the internet reaches or that reaches the internet. */
export function sampleAccess(random: SeededRandom): AccessScenario {
  const inbound = chance(random, 0.5)
  const ways = shuffle(
    [
      pick(random, inbound ? inwardKeys : outwardKeys),
      ...pickSome(random, inbound ? inwardTraps : outwardTraps, 3),
    ],
    random,
  )
  const hosts = pickSome(random, hostNames, ways.length)
  const letters = pickSome(random, ['a', 'b', 'c', 'd', 'e', 'f'], ways.length)
  const placed = ways.map((way, index) => ({
    ...way,
    host: hosts[index] ?? '',
    subnet: `subnet-${letters[index]}`,
  }))
  return {
    setting: drawSetting(random),
    rendering: random.integer(3),
    inbound,
    placed,
    topology: topologyOf(`10.${between(random, 1, 250)}`, placed),
    flows: placed.map((one) => flowOf(one, inbound)),
  }
}
