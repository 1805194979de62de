import type { Topology } from '../../cloud/network/types.ts'
import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import type { Flow, FlowScenario } from '../network/flows.ts'
import { between, chance, pick, pickSome } from '../parts/draw.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'

/** An attachment: a VPC, or the VPN connection of an office network. */
export type Attached = { readonly name: string; readonly kind: 'vpc' | 'vpn'; readonly cidr: string }

/** A route table of the transit gateway by the names of attachments; `dropped` are blocks of blackhole routes. */
export type ListedTable = {
  readonly id: string
  readonly associated: readonly string[]
  readonly propagated: readonly string[]
  readonly dropped: readonly string[]
}

/** A transit gateway with two route tables, and connections that somebody tries over it. */
export type TransitScenario = FlowScenario & {
  readonly setting: Setting
  readonly rendering: number
  readonly question: number
  readonly attached: readonly Attached[]
  readonly tables: readonly [ListedTable, ListedTable]
  /** The VPC whose subnets have no route to the transit gateway. */
  readonly unrouted: string | null
}

const spokeNames = [
  'orders',
  'billing',
  'reports',
  'staging',
  'partners',
  'sandbox',
  'devices',
  'archive',
  'kiosk',
] as const
const coreNames = ['identity', 'logging', 'directory', 'backup', 'registry'] as const
const tableNames = [
  ['spokes', 'core'],
  ['workloads', 'shared'],
  ['tenants', 'services'],
  ['isolated', 'central'],
] as const

/** Ways in which traffic over a transit gateway fails. */
const traps = ['associated-only', 'one-way', 'blackhole', 'no-route-at-all', 'no-subnet-route'] as const
type Trap = (typeof traps)[number]

type Cast = { readonly spokes: readonly string[]; readonly core: string; readonly side: string }
type Try = { readonly from: string; readonly to: string }

/** The path that a trap closes. */
const tryOf: Readonly<Record<Trap, (cast: Cast) => Try>> = {
  'associated-only': ({ spokes }) => ({ from: spokes[0] ?? '', to: spokes[1] ?? '' }),
  'one-way': ({ spokes, core }) => ({ from: spokes[2] ?? '', to: core }),
  blackhole: ({ spokes, side }) => ({ from: spokes[1] ?? '', to: side }),
  'no-route-at-all': ({ spokes, side }) => ({ from: side, to: spokes[2] ?? '' }),
  'no-subnet-route': ({ spokes, core }) => ({ from: spokes[3] ?? '', to: core }),
}

function tablesOf(
  ids: readonly [string, string],
  cast: Cast,
  chosen: readonly Trap[],
): [ListedTable, ListedTable] {
  const { spokes, core, side } = cast
  const routed = spokes.filter((_, index) => index !== 2)
  return [
    {
      id: ids[0],
      associated: spokes,
      propagated: [core, side],
      dropped: chosen.includes('blackhole') ? [side] : [],
    },
    { id: ids[1], associated: [core, side], propagated: routed, dropped: [] },
  ]
}

const hostIn = (cidr: string, host: number): string => cidr.replace(/\.0\.0\/16$/, `.3.${host}`)

function topologyOf({
  attached,
  tables,
  unrouted,
}: Pick<TransitScenario, 'attached' | 'tables' | 'unrouted'>): Topology {
  const vpcs = attached.filter(({ kind }) => kind === 'vpc')
  const offices = attached.filter(({ kind }) => kind === 'vpn')
  const cidrOf = (name: string): string => attached.find((one) => one.name === name)?.cidr ?? ''
  const toGateway = ['10.0.0.0/8', '172.16.0.0/12'].map((destination) => ({ destination, target: 'tgw' }))
  return {
    vpcs: vpcs.map(({ name, cidr }) => ({ id: `vpc-${name}`, cidrs: [cidr] })),
    subnets: vpcs.map(({ name, cidr }) => ({
      id: `hosts-${name}`,
      vpc: `vpc-${name}`,
      cidrs: [cidr.replace('.0.0/16', '.3.0/24')],
      zone: 'a',
      routeTable: `rt-${name}`,
    })),
    routeTables: vpcs.map(({ name }) => ({
      id: `rt-${name}`,
      vpc: `vpc-${name}`,
      routes: name === unrouted ? [] : toGateway,
    })),
    networks: offices.map(({ name, cidr }) => ({ id: `net-${name}`, cidrs: [cidr] })),
    transitGateways: [
      {
        id: 'tgw',
        attachments: [
          ...vpcs.map(({ name }) => ({
            id: `att-${name}`,
            kind: 'vpc' as const,
            vpc: `vpc-${name}`,
            subnets: [`hosts-${name}`],
          })),
          ...offices.map(({ name }) => ({ id: `att-${name}`, kind: 'vpn' as const, network: `net-${name}` })),
        ],
        routeTables: tables.map(({ id, associated, propagated, dropped }) => ({
          id: `tgw-${id}`,
          associations: associated.map((name) => `att-${name}`),
          propagations: propagated.map((name) => `att-${name}`),
          routes: dropped.map((name) => ({ destination: cidrOf(name), target: 'blackhole' })),
        })),
      },
    ],
    securityGroups: vpcs.map(({ name }) => ({
      id: `sg-${name}`,
      vpc: `vpc-${name}`,
      inbound: [{ protocol: 'tcp', source: '0.0.0.0/0' }],
    })),
    instances: vpcs.map(({ name, cidr }) => ({
      id: name,
      subnet: `hosts-${name}`,
      address: hostIn(cidr, 20),
      securityGroups: [`sg-${name}`],
    })),
  }
}

const endOf = (name: string, attached: readonly Attached[]): string => {
  const one = attached.find((candidate) => candidate.name === name)
  return one?.kind === 'vpn' ? hostIn(one.cidr, 77) : name
}

const flowOfTry = ({ from, to }: Try, attached: readonly Attached[]): Flow => ({
  id: `${from}-${to}`,
  words: `From \`${from}\` to \`${to}\``,
  question: { from: endOf(from, attached), to: endOf(to, attached), protocol: 'tcp', port: 443 },
})

/** Draws spokes and central networks on a transit gateway; one connection works, three fail for a reason each. */
export function sampleTransit(random: SeededRandom): TransitScenario {
  const chosen = pickSome(random, traps, 3)
  const spokes = pickSome(random, spokeNames, chosen.includes('no-subnet-route') ? 4 : 3)
  const [core = '', second = ''] = pickSome(random, coreNames, 2)
  const hasOffice = chance(random, 0.5)
  const side = hasOffice ? pick(random, ['office', 'branch', 'plant']) : second
  const nets = pickSome(
    random,
    Array.from({ length: 100 }, (_, index) => index + 20),
    8,
  )
  const attached = [...spokes, core, side].map((name, index): Attached => {
    const isOffice = hasOffice && name === side
    return {
      name,
      kind: isOffice ? 'vpn' : 'vpc',
      cidr: isOffice ? `172.${between(random, 16, 31)}.0.0/16` : `10.${nets[index]}.0.0/16`,
    }
  })
  const cast = { spokes, core, side }
  const near = spokes[pick(random, [0, 1])] ?? ''
  const key = chance(random, 0.5) ? { from: near, to: core } : { from: core, to: near }
  const parts = {
    attached,
    tables: tablesOf(pick(random, tableNames), cast, chosen),
    unrouted: spokes[3] ?? null,
  }
  return {
    ...parts,
    setting: drawSetting(random),
    rendering: random.integer(3),
    question: random.integer(3),
    topology: topologyOf(parts),
    flows: shuffle([key, ...chosen.map((trap) => tryOf[trap](cast))], random).map((one) =>
      flowOfTry(one, attached),
    ),
  }
}
