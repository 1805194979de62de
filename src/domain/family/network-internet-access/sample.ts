import type { Topology } from '../../cloud/network/types.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Need } from '../network/mends.ts'
import { between, pick, pickSome } from '../parts/draw.ts'
import { drawSetting } from '../parts/setting.ts'
import { changesFor } from './changes.ts'
import {
  type AccessScenario,
  type Case,
  cases,
  everywhere,
  everywhere6,
  host,
  hostTable,
  outside,
  outside6,
  vpc,
} from './scenario.ts'

/** Where the default routes of the hosts lead before any change, and whether the hosts have a public address. */
const states: Readonly<
  Record<Case, { readonly route: string | null; readonly isPublic: boolean; readonly ipv6: boolean }>
> = {
  'no-way-out': { route: null, isPublic: false, ipv6: false },
  'nat-inside': { route: 'nat-inner', isPublic: false, ipv6: false },
  'nat-before-host': { route: 'nat', isPublic: true, ipv6: false },
  'no-address': { route: 'igw', isPublic: false, ipv6: false },
  'ipv6-open': { route: 'nat', isPublic: true, ipv6: true },
}

function topologyOf(kind: Case, net: string): Topology {
  const { route, isPublic, ipv6 } = states[kind]
  const https = { protocol: 'tcp', ports: 443 } as const
  return {
    vpcs: [{ id: vpc, cidrs: [`${net}.0.0/16`, '2001:db8:1::/56'] }],
    subnets: [
      { id: 'edge', vpc, cidrs: [`${net}.1.0/24`], routeTable: 'rt-edge' },
      { id: 'inner', vpc, cidrs: [`${net}.2.0/24`], routeTable: 'rt-inner' },
      { id: 'hosts', vpc, cidrs: [`${net}.10.0/24`, '2001:db8:1:10::/64'], routeTable: hostTable },
    ],
    routeTables: [
      { id: 'rt-edge', vpc, routes: [{ destination: everywhere, target: 'igw' }] },
      { id: 'rt-inner', vpc, routes: [] },
      {
        id: hostTable,
        vpc,
        routes: [
          ...(route === null ? [] : [{ destination: everywhere, target: route }]),
          ...(ipv6 ? [{ destination: everywhere6, target: 'igw' }] : []),
        ],
      },
    ],
    internetGateways: [{ id: 'igw', vpc }],
    egressOnlyGateways: [{ id: 'eigw', vpc }],
    natGateways: [
      { id: 'nat', subnet: 'edge', address: `${net}.1.9`, publicAddress: '203.0.113.8' },
      { id: 'nat-inner', subnet: 'inner', address: `${net}.2.9`, publicAddress: '203.0.113.9' },
    ],
    services: [{ id: 'store', cidrs: ['192.0.2.0/24'] }],
    securityGroups: [
      {
        id: 'sg',
        vpc,
        inbound: [
          { ...https, source: everywhere },
          { ...https, source: everywhere6 },
        ],
      },
    ],
    instances: [
      {
        id: host,
        subnet: 'hosts',
        address: `${net}.10.20`,
        ...(ipv6 ? { ipv6: '2001:db8:1:10::20' } : {}),
        ...(isPublic ? { publicAddress: '203.0.113.20' } : {}),
        securityGroups: ['sg'],
      },
    ],
  }
}

function needsOf(kind: Case): readonly Need[] {
  const https = { protocol: 'tcp', port: 443 } as const
  const isInward = kind === 'nat-before-host' || kind === 'no-address'
  if (isInward) return [{ question: { from: outside, to: host, ...https }, works: true }]
  const six = kind === 'ipv6-open' ? { family: 'ipv6' as const } : {}
  const away = kind === 'ipv6-open' ? outside6 : outside
  return [
    { question: { from: host, to: away, ...https, ...six }, works: true },
    { question: { from: away, to: host, ...https, ...six }, works: false },
  ]
}

/** Structures of the stem for each case. */
const variants: Readonly<Record<Case, number>> = {
  'no-way-out': 2,
  'nat-inside': 2,
  'nat-before-host': 2,
  'no-address': 1,
  'ipv6-open': 1,
}

/** Draws an instance whose connection to the internet is not as it should be. */
export function sampleAccess(random: SeededRandom): AccessScenario {
  const setting = drawSetting(random)
  const kind = pick(random, cases)
  const topology = topologyOf(kind, `10.${between(random, 1, 250)}`)
  const [first = 'a', second = 'b', third = 'c'] = pickSome(
    random,
    ['0a4', '0c7', '0e1', '05d', '0f3', '09b', '02e', '071'],
    3,
  )
  const names = {
    subnet: `\`subnet-${first}\``,
    publicSubnet: `\`subnet-${second}\``,
    natSubnet: `\`subnet-${third}\``,
  }
  const before = cases.slice(0, cases.indexOf(kind)).reduce((sum, one) => sum + variants[one], 0)
  return {
    setting,
    kind,
    rendering: before + random.integer(variants[kind]),
    ...names,
    topology,
    needs: needsOf(kind),
    changes: changesFor(kind, topology, names, random),
  }
}
