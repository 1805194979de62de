import type { Peering, Route, Topology } from '../../cloud/network/types.ts'
import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import type { Flow, FlowScenario } from '../network/flows.ts'
import { between, chance, pick, pickSome } from '../parts/draw.ts'
import { drawSetting, type Setting } from '../parts/setting.ts'

/** A VPC with its route table, as a person would list them; the local route goes without saying. */
export type ListedVpc = { readonly id: string; readonly cidr: string; readonly routes: readonly Route[] }

/** A hub VPC with gateways of its own, peered spokes, and connections that somebody tries. */
export type PeeringScenario = FlowScenario & {
  readonly setting: Setting
  readonly rendering: number
  readonly question: number
  readonly hub: string
  readonly vpcs: readonly ListedVpc[]
  readonly peerings: readonly Peering[]
  readonly office: string | null
}

const names = [
  'orders',
  'billing',
  'analytics',
  'staging',
  'partners',
  'identity',
  'archive',
  'devices',
  'media',
] as const
const hubs = ['shared', 'core', 'platform', 'hub'] as const

/** Ways in which traffic over peering fails. */
const traps = ['transitive', 'one-way', 'office', 'internet', 'pending'] as const
type Trap = (typeof traps)[number]

/** Client of the tries that leave the cloud. */
const webServer = '198.51.100.20'

type Draft = {
  readonly peerings: Peering[]
  readonly routes: Map<string, Route[]>
  readonly cidrs: ReadonlyMap<string, string>
  readonly tries: { readonly from: string; readonly to: string }[]
}

const pcx = (left: string, right: string): string => `pcx-${left}-${right}`

function connect(
  { peerings, routes, cidrs }: Draft,
  left: string,
  right: string,
  ways = { back: true },
): string {
  const id = pcx(left, right)
  peerings.push({ id, vpcs: [left, right] })
  routes.get(left)?.push({ destination: cidrs.get(right) ?? '', target: id })
  if (ways.back) routes.get(right)?.push({ destination: cidrs.get(left) ?? '', target: id })
  return id
}

type Cast = { readonly hub: string; readonly spokes: readonly string[]; readonly officeBlock: string }

const setTrap: Readonly<Record<Trap, (draft: Draft, cast: Cast) => void>> = {
  transitive: ({ routes, cidrs, tries }, { hub, spokes: [first = '', second = ''] }) => {
    routes.get(first)?.push({ destination: cidrs.get(second) ?? '', target: pcx(hub, first) })
    routes.get(second)?.push({ destination: cidrs.get(first) ?? '', target: pcx(hub, second) })
    tries.push({ from: first, to: second })
  },
  'one-way': (draft, { hub, spokes }) => {
    const third = spokes[2] ?? ''
    connect(draft, hub, third, { back: false })
    draft.tries.push({ from: hub, to: third })
  },
  office: ({ routes, tries }, { hub, spokes: [, second = ''], officeBlock }) => {
    routes.get(second)?.push({ destination: officeBlock, target: pcx(hub, second) })
    tries.push({ from: second, to: 'office' })
  },
  internet: ({ routes, tries }, { hub, spokes: [first = ''] }) => {
    routes.get(first)?.push({ destination: '0.0.0.0/0', target: pcx(hub, first) })
    tries.push({ from: first, to: 'internet' })
  },
  pending: (draft, { spokes: [, second = '', , fourth = ''] }) => {
    const id = connect(draft, second, fourth)
    const place = draft.peerings.findIndex((peering) => peering.id === id)
    draft.peerings[place] = { id, vpcs: [second, fourth], status: 'pending' }
    draft.tries.push({ from: second, to: fourth })
  },
}

const addressIn = (cidr: string, host: number): string => cidr.replace(/\.0\.0\/16$/, `.1.${host}`)
const subnetIn = (cidr: string, part: number): string => cidr.replace(/\.0\.0\/16$/, `.${part}.0/24`)

/** Instances bear the names of their VPCs, which have ids of their own. */
const vpcId = (name: string): string => `vpc-${name}`

function topologyOf(
  { hub, vpcs, peerings }: Pick<PeeringScenario, 'hub' | 'vpcs' | 'peerings'>,
  officeBlock: string,
): Topology {
  const hubCidr = vpcs.find(({ id }) => id === hub)?.cidr ?? ''
  return {
    vpcs: vpcs.map(({ id, cidr }) => ({ id: vpcId(id), cidrs: [cidr] })),
    subnets: [
      ...vpcs.map(({ id, cidr }) => ({
        id: `hosts-${id}`,
        vpc: vpcId(id),
        cidrs: [subnetIn(cidr, 1)],
        routeTable: `rt-${id}`,
      })),
      { id: 'hub-public', vpc: vpcId(hub), cidrs: [subnetIn(hubCidr, 2)], routeTable: 'rt-hub-public' },
    ],
    routeTables: [
      ...vpcs.map(({ id, routes }) => ({ id: `rt-${id}`, vpc: vpcId(id), routes })),
      { id: 'rt-hub-public', vpc: vpcId(hub), routes: [{ destination: '0.0.0.0/0', target: 'igw' }] },
    ],
    internetGateways: [{ id: 'igw', vpc: vpcId(hub) }],
    natGateways: [
      {
        id: 'nat',
        subnet: 'hub-public',
        address: hubCidr.replace('.0.0/16', '.2.9'),
        publicAddress: '203.0.113.9',
      },
    ],
    virtualPrivateGateways: [{ id: 'vgw', vpc: vpcId(hub), networks: ['office'] }],
    networks: [{ id: 'office', cidrs: [officeBlock] }],
    peerings: peerings.map(({ vpcs: [left, right], ...rest }) => ({
      ...rest,
      vpcs: [vpcId(left), vpcId(right)],
    })),
    securityGroups: vpcs.map(({ id }) => ({
      id: `sg-${id}`,
      vpc: vpcId(id),
      inbound: [{ protocol: 'tcp', source: '0.0.0.0/0' }],
    })),
    instances: vpcs.map(({ id, cidr }) => ({
      id,
      subnet: `hosts-${id}`,
      address: addressIn(cidr, 20),
      securityGroups: [`sg-${id}`],
    })),
  }
}

function wordsOf({ from, to }: { readonly from: string; readonly to: string }): string {
  if (to === 'office') return `From \`${from}\` to the data center`
  return to === 'internet' ? `From \`${from}\` to the internet` : `From \`${from}\` to \`${to}\``
}

function flowOfTry(one: { readonly from: string; readonly to: string }, officeBlock: string): Flow {
  const targets: Readonly<Record<string, string>> = {
    office: officeBlock.replace('.0.0/16', '.7.8'),
    internet: webServer,
  }
  return {
    id: `${one.from}-${one.to}`,
    words: wordsOf(one),
    question: { from: one.from, to: targets[one.to] ?? one.to, protocol: 'tcp', port: 443 },
  }
}

function drawDraft(random: SeededRandom, hub: string, spokes: readonly string[]): Draft {
  const ids = [hub, ...spokes]
  const nets = pickSome(
    random,
    Array.from({ length: 90 }, (_, index) => index + 10),
    ids.length,
  )
  const draft: Draft = {
    peerings: [],
    routes: new Map(ids.map((id) => [id, []])),
    cidrs: new Map(ids.map((id, index) => [id, `10.${nets[index]}.0.0/16`])),
    tries: [],
  }
  connect(draft, hub, spokes[0] ?? '')
  connect(draft, hub, spokes[1] ?? '')
  const near = pick(random, spokes.slice(0, 2))
  draft.tries.push(chance(random, 0.5) ? { from: hub, to: near } : { from: near, to: hub })
  return draft
}

/** Draws a hub with spokes; one connection runs over a peering of its own, three fail for a reason each. */
export function samplePeerings(random: SeededRandom): PeeringScenario {
  const hub = pick(random, hubs)
  const spokes = pickSome(random, names, 4)
  const officeBlock = `172.${between(random, 16, 31)}.0.0/16`
  const draft = drawDraft(random, hub, spokes)
  const chosen = pickSome(random, traps, 3)
  for (const trap of chosen) setTrap[trap](draft, { hub, spokes, officeBlock })
  draft.routes
    .get(hub)
    ?.push({ destination: '0.0.0.0/0', target: 'nat' }, { destination: officeBlock, target: 'vgw' })
  const used = new Set(draft.peerings.flatMap(({ vpcs }) => vpcs))
  const vpcs = [hub, ...spokes]
    .filter((id) => used.has(id))
    .map((id) => ({ id, cidr: draft.cidrs.get(id) ?? '', routes: draft.routes.get(id) ?? [] }))
  const parts = { hub, vpcs, peerings: draft.peerings }
  return {
    ...parts,
    setting: drawSetting(random),
    rendering: random.integer(3),
    question: random.integer(3),
    office: officeBlock,
    topology: topologyOf(parts, officeBlock),
    flows: shuffle(
      draft.tries.map((one) => flowOfTry(one, officeBlock)),
      random,
    ),
  }
}
