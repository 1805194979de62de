import { describe, expect, test } from 'vitest'
import { ask, pathOf, tcp, twoTiers, verdict } from './topology.fixture.ts'
import type { Topology } from './types.ts'

/** The two tiers joined with an office by a virtual private gateway; the private table knows the way. */
function office(more: Partial<Topology> = {}): Topology {
  const [publicTable, privateTable] = twoTiers.routeTables
  const learned = { destination: '192.168.0.0/16', target: 'vgw', propagated: true }
  return {
    ...twoTiers,
    networks: [
      { id: 'office', cidrs: ['192.168.0.0/16'] },
      { id: 'plant', cidrs: ['192.168.7.0/24'] },
    ],
    virtualPrivateGateways: [{ id: 'vgw', vpc: 'shop', networks: ['office', 'plant'] }],
    routeTables: [publicTable!, { ...privateTable!, routes: [...privateTable!.routes, learned] }],
    securityGroups: [
      twoTiers.securityGroups[0]!,
      { id: 'sg-db', vpc: 'shop', inbound: [{ protocol: 'tcp', ports: 5432, source: '192.168.0.0/16' }] },
    ],
    ...more,
  }
}

describe('a virtual private gateway', () => {
  test('joins the VPC and the networks behind it, both ways', () => {
    expect(verdict(office(), tcp('192.168.1.5', 'db', 5432))).toBe('yes')
    expect(verdict(office(), tcp('db', '192.168.1.5', 22))).toBe('yes')
    expect(pathOf(office(), tcp('db', '192.168.1.5', 22)).slice(-2)).toEqual(['rt-private', 'vgw'])
  })

  test('chooses the network that announces the longest prefix', () => {
    const last = (to: string) => ask(office(), tcp('db', to, 22)).path.at(-1)?.rule
    expect(last('192.168.7.5')).toBe('192.168.7.0/24 to plant')
    expect(last('192.168.8.5')).toBe('192.168.0.0/16 to office')
    expect(verdict(office(), tcp('192.168.7.5', 'db', 5432))).toBe('yes')
  })

  test('needs a route of the subnet for the way back', () => {
    expect(verdict(office(), tcp('192.168.1.5', 'web', 443))).toBe('reply igw: private destination')
  })

  test('leads neither to the internet nor to other VPCs behind the VPC', () => {
    expect(verdict(office(), tcp('192.168.1.5', '198.51.100.7', 443))).toBe('request office: no route')
    const peered = office({
      vpcs: [...twoTiers.vpcs, { id: 'other', cidrs: ['10.1.0.0/16'] }],
      peerings: [{ id: 'pcx', vpcs: ['shop', 'other'] }],
      subnets: [...twoTiers.subnets, { id: 'far', vpc: 'other', cidrs: ['10.1.0.0/24'] }],
      instances: [...twoTiers.instances, { id: 'host', subnet: 'far', address: '10.1.0.10' }],
    })
    expect(verdict(peered, tcp('192.168.1.5', 'host', 443))).toBe('request office: no route')
  })

  test('drops what no network behind it announces', () => {
    const [publicTable, privateTable] = twoTiers.routeTables
    const wide = { destination: '172.16.0.0/12', target: 'vgw' }
    const topology = office({
      routeTables: [publicTable!, { ...privateTable!, routes: [...privateTable!.routes, wide] }],
    })
    expect(verdict(topology, tcp('db', '172.16.1.1', 22))).toBe('request vgw: no route')
  })
})

describe('a transit gateway with a network outside', () => {
  const hybrid = (kind: 'vpn' | 'direct-connect'): Topology => ({
    ...office({ virtualPrivateGateways: [] }),
    routeTables: [
      twoTiers.routeTables[0]!,
      {
        id: 'rt-private',
        vpc: 'shop',
        routes: [{ destination: '192.168.0.0/16', target: 'tgw' }],
      },
    ],
    transitGateways: [
      {
        id: 'tgw',
        attachments: [
          { id: 'att-shop', kind: 'vpc', vpc: 'shop', subnets: ['private'] },
          { id: 'att-office', kind, network: 'office' },
        ],
        routeTables: [
          {
            id: 'trt',
            associations: ['att-shop', 'att-office'],
            propagations: ['att-shop', 'att-office'],
            routes: [],
          },
        ],
      },
    ],
  })

  test.each(['vpn', 'direct-connect'] as const)('over %s joins it with the VPC, both ways', (kind) => {
    expect(verdict(hybrid(kind), tcp('192.168.1.5', 'db', 5432))).toBe('yes')
    expect(verdict(hybrid(kind), tcp('db', '192.168.1.5', 22))).toBe('yes')
  })

  test('is left for a private gateway by the longer of their prefixes', () => {
    const topology = hybrid('vpn')
    const [gateway] = topology.transitGateways!
    const attachments = gateway!.attachments.map((one) =>
      one.kind === 'vpc' ? one : { ...one, id: 'z-office' },
    )
    const both = (destination: string): Topology => {
      const table = {
        id: 'trt',
        associations: ['att-shop', 'z-office'],
        propagations: ['z-office'],
        routes: [{ destination, target: 'att-shop' }],
      }
      return {
        ...topology,
        transitGateways: [{ ...gateway!, attachments, routeTables: [table] }],
        virtualPrivateGateways: [{ id: 'vgw', vpc: 'shop', networks: ['office'] }],
      }
    }
    const first = (destination: string) => pathOf(both(destination), tcp('192.168.1.5', 'db', 5432))[0]
    expect(first('10.0.1.0/24')).toBe('trt')
    expect(first('10.0.0.0/12')).toBe('vgw')
  })

  test('sends nothing to addresses that the network does not have', () => {
    const topology = hybrid('vpn')
    const [gateway] = topology.transitGateways!
    const routes = [{ destination: '192.168.0.0/16', target: 'att-office' }]
    const networks = [{ id: 'office', cidrs: ['192.168.128.0/17'] }]
    const narrow = {
      ...topology,
      networks,
      transitGateways: [{ ...gateway!, routeTables: [{ ...gateway!.routeTables[0]!, routes }] }],
    }
    expect(verdict(narrow, tcp('db', '192.168.1.5', 22))).toBe('request office: no such address')
  })
})

describe('the internet', () => {
  test('has no route to private addresses', () => {
    expect(verdict(twoTiers, tcp('198.51.100.7', '10.0.0.20', 443))).toBe(
      'request internet: private destination',
    )
  })

  test('leads to services, also from outside', () => {
    const topology = { ...twoTiers, services: [{ id: 's3', cidrs: ['52.219.170.0/23'] }] }
    expect(verdict(topology, tcp('198.51.100.7', 's3', 443))).toBe('yes')
    expect(pathOf(topology, tcp('web', 's3', 443)).slice(-2)).toEqual(['igw', 'internet'])
  })
})
