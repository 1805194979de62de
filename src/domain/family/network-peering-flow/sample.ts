import type { Topology } from '../../cloud/network/types.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Need } from '../network/mends.ts'
import { between, pick, pickSome } from '../parts/draw.ts'
import { changesFor } from './changes.ts'
import {
  type Case,
  cases,
  everywhere,
  type NamedVpc,
  type PeeringGround,
  type PeeringScenario,
  pcx,
  tableOf,
  webServer,
  withRoute,
} from './scenario.ts'
import { stories } from './stories.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const

const part = ({ cidr }: NamedVpc, third: number, host: string): string =>
  cidr.replace(/\.0\.0\/16$/, `.${third}.${host}`)

/** Subnets of a VPC for its hosts, for gateways with a way out, and for others. */
const subnetsOf = (vpc: NamedVpc) =>
  (
    [
      ['hosts', 1, tableOf(vpc)],
      ['edge', 2, `rt-edge-${vpc.name}`],
      ['inner', 3, `rt-inner-${vpc.name}`],
    ] as const
  ).map(([id, third, routeTable]) => ({
    id: `${id}-${vpc.name}`,
    vpc: vpc.name,
    cidrs: [part(vpc, third, '0/24')],
    routeTable,
  }))

function baseOf({ hub, near, far, office }: PeeringGround): Topology {
  const vpcs = [hub, near, far]
  const spokes = [near, far]
  return {
    vpcs: vpcs.map(({ name, cidr }) => ({ id: name, cidrs: [cidr] })),
    subnets: vpcs.flatMap(subnetsOf),
    routeTables: [
      {
        id: tableOf(hub),
        vpc: hub.name,
        routes: [
          ...spokes.map((spoke) => ({ destination: spoke.cidr, target: pcx(hub, spoke) })),
          { destination: everywhere, target: `nat-${hub.name}` },
          { destination: office, target: 'vgw' },
        ],
      },
      ...spokes.map((spoke) => ({
        id: tableOf(spoke),
        vpc: spoke.name,
        routes: [{ destination: hub.cidr, target: pcx(hub, spoke) }],
      })),
      ...vpcs.flatMap(({ name }) => [
        {
          id: `rt-edge-${name}`,
          vpc: name,
          routes: name === hub.name ? [{ destination: everywhere, target: `igw-${name}` }] : [],
        },
        { id: `rt-inner-${name}`, vpc: name, routes: [] },
      ]),
    ],
    internetGateways: [{ id: `igw-${hub.name}`, vpc: hub.name }],
    natGateways: [
      {
        id: `nat-${hub.name}`,
        subnet: `edge-${hub.name}`,
        address: part(hub, 2, '9'),
        publicAddress: '203.0.113.9',
      },
    ],
    virtualPrivateGateways: [{ id: 'vgw', vpc: hub.name, networks: ['office'] }],
    networks: [{ id: 'office', cidrs: [office] }],
    peerings: spokes.map((spoke) => ({ id: pcx(hub, spoke), vpcs: [hub.name, spoke.name] })),
    securityGroups: vpcs.map(({ name }) => ({
      id: `sg-${name}`,
      vpc: name,
      inbound: [{ protocol: 'tcp', ports: 443, source: '10.0.0.0/8' }],
    })),
    instances: vpcs.map((vpc) => ({
      id: `host-${vpc.name}`,
      subnet: `hosts-${vpc.name}`,
      address: part(vpc, 1, '20'),
      securityGroups: [`sg-${vpc.name}`],
    })),
  }
}

/** The spoke of "hub-to-spoke" has a way out of its own, was the requester, and has no route back to the hub. */
function topologyOf(ground: PeeringGround): Topology {
  const base = baseOf(ground)
  if (ground.kind !== 'hub-to-spoke') return base
  const { hub, near } = ground
  const routed = withRoute(
    withRoute(base, `rt-edge-${near.name}`, everywhere, `igw-${near.name}`),
    tableOf(near),
    everywhere,
    `nat-${near.name}`,
  )
  return {
    ...routed,
    routeTables: (routed.routeTables ?? []).map((table) =>
      table.id === tableOf(near)
        ? { ...table, routes: table.routes.filter(({ destination }) => destination !== hub.cidr) }
        : table,
    ),
    internetGateways: [...(base.internetGateways ?? []), { id: `igw-${near.name}`, vpc: near.name }],
    natGateways: [
      ...(base.natGateways ?? []),
      {
        id: `nat-${near.name}`,
        subnet: `edge-${near.name}`,
        address: part(near, 2, '9'),
        publicAddress: '203.0.113.19',
      },
    ],
    peerings: (base.peerings ?? []).map((peering) =>
      peering.id === pcx(hub, near) ? { ...peering, vpcs: [near.name, hub.name] } : peering,
    ),
  }
}

function needsOf({ kind, hub, near, far, office }: PeeringGround): readonly Need[] {
  const need = (from: NamedVpc, to: string): Need => ({
    question: { from: `host-${from.name}`, to, protocol: 'tcp', port: 443 },
    works: true,
  })
  const needs: Readonly<Record<Case, readonly Need[]>> = {
    spokes: [need(near, `host-${far.name}`)],
    'hub-to-spoke': [need(hub, `host-${near.name}`), need(near, webServer)],
    office: [need(near, office.replace('.0.0/16', '.7.8'))],
    internet: [need(near, webServer)],
  }
  return needs[kind]
}

/** Draws a hub with two spokes and a connection that cannot be made. */
export function samplePeerings(random: SeededRandom): PeeringScenario {
  const kind = pick(random, cases)
  const [first = 11, second = 12, third = 13] = pickSome(
    random,
    Array.from({ length: 90 }, (_, index) => index + 10),
    3,
  )
  const ground: PeeringGround = {
    story: pick(random, stories[kind]),
    weekday: pick(random, weekdays),
    count: between(random, 11, 48),
    rendering: 2 * cases.indexOf(kind) + random.integer(2),
    kind,
    hub: { name: 'hub', cidr: `10.${first}.0.0/16` },
    near: { name: 'near', cidr: `10.${second}.0.0/16` },
    far: { name: 'far', cidr: `10.${third}.0.0/16` },
    office: `172.${between(random, 16, 31)}.0.0/16`,
  }
  const topology = topologyOf(ground)
  return { ...ground, topology, needs: needsOf(ground), changes: changesFor(ground, topology) }
}
