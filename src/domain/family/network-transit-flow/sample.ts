import type { Topology } from '../../cloud/network/types.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Need } from '../network/mends.ts'
import { between, pick, pickSome } from '../parts/draw.ts'
import { changesFor } from './changes.ts'
import {
  type Attached,
  attachmentOf,
  cases,
  privateRanges,
  type TransitGround,
  type TransitScenario,
  tableOf,
  withSubnetRoutes,
} from './scenario.ts'
import { stories } from './stories.ts'

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const
const part = ({ cidr }: Attached, last: string): string => cidr.replace(/\.0\.0\/16$/, `.${last}`)

/** What the case takes away from, or adds to, two tables that are in order. */
function transitTables({ kind, spoke, other, core, office }: TransitGround) {
  const [first, second, third, fourth] = [spoke, other, core, office].map(attachmentOf) as [
    string,
    string,
    string,
    string,
  ]
  return [
    {
      id: 'tgw-spokes',
      associations: [first, second],
      propagations: kind === 'leak' ? [first, second, third, fourth] : [third, fourth],
      routes: kind === 'blackhole' ? [{ destination: office.cidr, target: 'blackhole' }] : [],
    },
    {
      id: 'tgw-shared',
      associations: [third, fourth],
      propagations: kind === 'no-way-back' ? [second] : [first, second],
      routes: [],
    },
  ]
}

function topologyOf(ground: TransitGround): Topology {
  const { spoke, other, core, office, kind } = ground
  const vpcs = [spoke, other, core]
  const topology: Topology = {
    vpcs: vpcs.map(({ name, cidr }) => ({ id: name, cidrs: [cidr] })),
    subnets: vpcs.flatMap((vpc) => [
      {
        id: `hosts-${vpc.name}`,
        vpc: vpc.name,
        cidrs: [part(vpc, '3.0/24')],
        zone: 'a',
        routeTable: tableOf(vpc),
      },
      { id: `links-${vpc.name}`, vpc: vpc.name, cidrs: [part(vpc, '4.0/28')], zone: 'a' },
    ]),
    routeTables: vpcs.map((vpc) => ({
      id: tableOf(vpc),
      vpc: vpc.name,
      routes: privateRanges.map((destination) => ({ destination, target: 'tgw' })),
    })),
    networks: [{ id: 'office', cidrs: [office.cidr] }],
    transitGateways: [
      {
        id: 'tgw',
        attachments: [
          ...vpcs.map((vpc) => ({
            id: attachmentOf(vpc),
            kind: 'vpc' as const,
            vpc: vpc.name,
            subnets: [`links-${vpc.name}`],
          })),
          { id: attachmentOf(office), kind: 'vpn', network: 'office' },
        ],
        routeTables: transitTables(ground),
      },
    ],
    securityGroups: vpcs.map(({ name }) => ({
      id: `sg-${name}`,
      vpc: name,
      inbound: [{ protocol: 'tcp', source: '0.0.0.0/0' }],
    })),
    instances: vpcs.map((vpc) => ({
      id: `host-${vpc.name}`,
      subnet: `hosts-${vpc.name}`,
      address: part(vpc, '3.20'),
      securityGroups: [`sg-${vpc.name}`],
    })),
  }
  return kind === 'no-subnet-route' ? withSubnetRoutes(topology, spoke, []) : topology
}

function needsOf({ kind, spoke, other, core, office }: TransitGround): readonly Need[] {
  const host = ({ name }: Attached): string => `host-${name}`
  const need = (from: string, to: string, works: boolean): Need => ({
    question: { from, to, protocol: 'tcp', port: 443 },
    works,
  })
  const isolated = need(host(spoke), host(other), false)
  if (kind === 'blackhole') return [need(host(spoke), part(office, '7.8'), true), isolated]
  const shared = need(host(spoke), host(core), true)
  return kind === 'leak' ? [isolated, shared, need(host(other), host(core), true)] : [shared, isolated]
}

/** Draws spokes and central networks on a transit gateway whose routes are not as they should be. */
export function sampleTransit(random: SeededRandom): TransitScenario {
  const kind = pick(random, cases)
  // Both spokes lie in 10.64.0.0/10, and the central VPC beyond it, so that one block can name the spokes alone.
  const [first = 70, second = 71] = pickSome(
    random,
    Array.from({ length: 60 }, (_, index) => index + 65),
    2,
  )
  const ground: TransitGround = {
    story: pick(random, stories[kind]),
    weekday: pick(random, weekdays),
    count: between(random, 11, 48),
    rendering: 2 * cases.indexOf(kind) + random.integer(2),
    kind,
    spoke: { name: 'spoke', cidr: `10.${first}.0.0/16` },
    other: { name: 'other', cidr: `10.${second}.0.0/16` },
    core: { name: 'core', cidr: `10.${between(random, 130, 240)}.0.0/16` },
    office: { name: 'site', cidr: `172.${between(random, 16, 31)}.0.0/16` },
  }
  const topology = topologyOf(ground)
  return { ...ground, topology, needs: needsOf(ground), changes: changesFor(ground, topology) }
}
