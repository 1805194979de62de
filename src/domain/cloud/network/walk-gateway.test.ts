import { describe, expect, test } from 'vitest'
import { ask, pathOf, tcp, twoTiers, verdict } from './topology.fixture.ts'
import type { Peering, Route, Topology } from './types.ts'

const anyTcp = [{ protocol: 'tcp', source: '0.0.0.0/0' }] as const

/** VPCs a, b, c in a row with an instance each; a–b and b–c are peered, and every table sends 10.0.0.0/8 to what is given. */
function inARow(routes: Readonly<Record<string, readonly Route[]>>, more: Partial<Topology> = {}): Topology {
  const names = ['a', 'b', 'c'] as const
  return {
    vpcs: names.map((id, index) => ({ id, cidrs: [`10.${index}.0.0/16`] })),
    subnets: names.map((id, index) => ({
      id: `subnet-${id}`,
      vpc: id,
      cidrs: [`10.${index}.0.0/24`],
      routeTable: `rt-${id}`,
    })),
    routeTables: names.map((id) => ({ id: `rt-${id}`, vpc: id, routes: routes[id] ?? [] })),
    peerings: [
      { id: 'pcx-ab', vpcs: ['a', 'b'] },
      { id: 'pcx-bc', vpcs: ['b', 'c'] },
    ],
    securityGroups: names.map((id) => ({ id: `sg-${id}`, vpc: id, inbound: anyTcp })),
    instances: names.map((id, index) => ({
      id: `host-${id}`,
      subnet: `subnet-${id}`,
      address: `10.${index}.0.10`,
      securityGroups: [`sg-${id}`],
    })),
    ...more,
  }
}

const to = (destination: string, target: string): Route => ({ destination, target })

describe('an internet gateway', () => {
  test('needs a public address, whatever the route says', () => {
    const instances = twoTiers.instances.map(({ publicAddress, ...instance }) => instance)
    expect(verdict({ ...twoTiers, instances }, tcp('web', '198.51.100.7', 443))).toBe(
      'request igw: no public address',
    )
    expect(verdict({ ...twoTiers, instances }, tcp('198.51.100.7', 'web', 443))).toBe(
      'request web: no public address',
    )
  })

  test('leads to no private address', () => {
    expect(verdict(twoTiers, tcp('web', '192.168.1.1', 443))).toBe('request igw: private destination')
  })

  test('lets IPv6 out and in as it is', () => {
    expect(verdict(twoTiers, tcp('web', '2001:db8:ffff::1', 443))).toBe('yes')
    expect(verdict(twoTiers, tcp('2001:db8:ffff::1', 'web', 443))).toBe('yes')
  })

  test('must be there for a public address to be reached', () => {
    const { internetGateways: _, ...none } = twoTiers
    const routeTables = twoTiers.routeTables.map((table) => ({ ...table, routes: [] }))
    expect(verdict({ ...none, routeTables }, tcp('198.51.100.7', 'web', 443))).toBe(
      'request shop: no internet gateway',
    )
  })

  test('joins two public addresses of one VPC too', () => {
    const twin = {
      ...twoTiers.instances[0]!,
      id: 'twin',
      address: '10.0.0.21',
      ipv6: '2001:db8:1::21',
      publicAddress: '203.0.113.21',
    }
    const topology = { ...twoTiers, instances: [...twoTiers.instances, twin] }
    expect(verdict(topology, tcp('web', '203.0.113.21', 443))).toBe('yes')
  })
})

describe('an egress-only internet gateway', () => {
  const outside = '2001:db8:ffff::1'

  test('lets connections out and their replies back', () => {
    const { reachable, reply } = ask(twoTiers, tcp('db', outside, 443))
    expect(reachable).toBe(true)
    expect(reply?.path[0]).toMatchObject({ hop: 'eigw', rule: 'stateful' })
  })

  test('leaves replies to connections of the internet gateway to that one', () => {
    const hops = ask(twoTiers, tcp('web', outside, 443)).reply?.path.map(({ hop }) => hop)
    expect(hops).toContain('igw')
    expect(hops).not.toContain('eigw')
  })

  test('lets no connection in, and no reply to one that came by another gateway', () => {
    const inbound = [{ protocol: 'tcp', ports: 5432, source: '::/0' }] as const
    const securityGroups = [twoTiers.securityGroups[0]!, { id: 'sg-db', vpc: 'shop', inbound }]
    const open = { ...twoTiers, securityGroups }
    expect(verdict(open, tcp(outside, 'db', 5432))).toBe('reply eigw: outbound connections only')
    const { internetGateways: _, ...alone } = open
    const routeTables = [{ id: 'rt-public', vpc: 'shop', routes: [] }, twoTiers.routeTables[1]!].map(
      (table) => ({
        ...table,
        routes: table.routes.filter(({ target }) => target === 'eigw'),
      }),
    )
    expect(verdict({ ...alone, routeTables, natGateways: [] }, tcp(outside, 'db', 5432))).toBe(
      'request eigw: outbound connections only',
    )
  })
})

describe('a peering', () => {
  const both = { a: [to('10.1.0.0/16', 'pcx-ab')], b: [to('10.0.0.0/16', 'pcx-ab')] }

  test('joins its two VPCs when both have a route', () => {
    expect(verdict(inARow(both), tcp('host-a', 'host-b', 22))).toBe('yes')
    expect(verdict(inARow({ a: both.a }), tcp('host-a', 'host-b', 22))).toBe('reply rt-b: no route')
    expect(verdict(inARow({ b: both.b }), tcp('host-a', 'host-b', 22))).toBe('request rt-a: no route')
  })

  test('is not transitive', () => {
    const everyWay = {
      a: [to('10.1.0.0/16', 'pcx-ab'), to('10.2.0.0/16', 'pcx-ab')],
      b: [to('10.0.0.0/16', 'pcx-ab'), to('10.2.0.0/16', 'pcx-bc')],
      c: [to('10.1.0.0/16', 'pcx-bc'), to('10.0.0.0/16', 'pcx-bc')],
    }
    expect(verdict(inARow(everyWay), tcp('host-a', 'host-c', 22))).toBe('request pcx-ab: not transitive')
    expect(verdict(inARow(everyWay), tcp('host-b', 'host-c', 22))).toBe('yes')
  })

  test('leads to no gateway of the other side', () => {
    const natGateways = [
      { id: 'nat-b', subnet: 'subnet-b', address: '10.1.0.9', publicAddress: '203.0.113.9' },
    ]
    const internetGateways = [{ id: 'igw-b', vpc: 'b' }]
    const routes = {
      a: [to('0.0.0.0/0', 'pcx-ab')],
      b: [to('0.0.0.0/0', 'igw-b'), to('10.0.0.0/16', 'pcx-ab')],
    }
    const topology = inARow(routes, { natGateways, internetGateways })
    expect(verdict(topology, tcp('host-a', '198.51.100.7', 443))).toBe('request pcx-ab: not transitive')
  })

  test('that waits carries nothing', () => {
    const peerings: readonly Peering[] = [{ id: 'pcx-ab', vpcs: ['a', 'b'], status: 'pending' }]
    expect(verdict(inARow(both, { peerings }), tcp('host-a', 'host-b', 22))).toBe(
      'request pcx-ab: not active',
    )
  })

  test('lets rules name groups of the other side within a Region only', () => {
    const inbound = [{ protocol: 'tcp', ports: 22, source: 'sg-a' }] as const
    const topology = inARow(both)
    const securityGroups = topology.securityGroups!.map((one) =>
      one.id === 'sg-b' ? { ...one, inbound } : one,
    )
    expect(verdict({ ...topology, securityGroups }, tcp('host-a', 'host-b', 22))).toBe('yes')
    const vpcs = topology.vpcs.map((vpc) => ({ ...vpc, region: vpc.id === 'a' ? 'north' : 'south' }))
    expect(verdict({ ...topology, securityGroups, vpcs }, tcp('host-a', 'host-b', 22))).toBe(
      'request sg-b: no inbound rule',
    )
  })

  test('hides groups behind a private NAT gateway', () => {
    const topology = inARow({ b: [to('10.0.0.0/16', 'pcx-ab')] })
    const inbound = [{ protocol: 'tcp', ports: 22, source: 'sg-a' }] as const
    const behindNat: Topology = {
      ...topology,
      subnets: [
        ...topology.subnets!,
        { id: 'nat-a', vpc: 'a', cidrs: ['10.0.9.0/24'], routeTable: 'rt-nat' },
      ],
      natGateways: [{ id: 'nat', subnet: 'nat-a', address: '10.0.9.10' }],
      routeTables: [
        { id: 'rt-a', vpc: 'a', routes: [to('10.1.0.0/16', 'nat')] },
        { id: 'rt-nat', vpc: 'a', routes: [to('10.1.0.0/16', 'pcx-ab')] },
        ...topology.routeTables!.filter(({ id }) => id !== 'rt-a'),
      ],
    }
    expect(verdict(behindNat, tcp('host-a', 'host-b', 22))).toBe('yes')
    const securityGroups = topology.securityGroups!.map((one) =>
      one.id === 'sg-b' ? { ...one, inbound } : one,
    )
    expect(verdict({ ...behindNat, securityGroups }, tcp('host-a', 'host-b', 22))).toBe(
      'request sg-b: no inbound rule',
    )
  })

  test('lets outbound rules name them too', () => {
    const outbound = [{ protocol: 'tcp', ports: 22, destination: 'sg-b' }] as const
    const topology = inARow(both)
    const securityGroups = topology.securityGroups!.map((one) =>
      one.id === 'sg-a' ? { ...one, outbound } : one,
    )
    expect(verdict({ ...topology, securityGroups }, tcp('host-a', 'host-b', 22))).toBe('yes')
    const vpcs = topology.vpcs.map((vpc) => ({ ...vpc, region: vpc.id }))
    expect(verdict({ ...topology, securityGroups, vpcs }, tcp('host-a', 'host-b', 22))).toBe(
      'request sg-a: no outbound rule',
    )
  })
})

describe('an endpoint', () => {
  const services = [{ id: 's3', cidrs: ['3.5.140.0/22', '52.219.170.0/23'] }]
  const gateway = {
    id: 'vpce-s3',
    kind: 'gateway',
    vpc: 'shop',
    service: 's3',
    routeTables: ['rt-private'],
  } as const
  const direct = { ...twoTiers, services, endpoints: [gateway] }

  test('of the gateway kind is taken instead of the NAT gateway', () => {
    expect(pathOf(direct, tcp('db', 's3', 443)).slice(-2)).toEqual(['rt-private', 'vpce-s3'])
    expect(verdict(direct, tcp('db', 's3', 443))).toBe('yes')
    expect(pathOf({ ...direct, endpoints: [] }, tcp('db', 's3', 443))).toContain('nat')
  })

  test('of the gateway kind works without a way to the internet', () => {
    const routeTables = [twoTiers.routeTables[0]!, { id: 'rt-private', vpc: 'shop', routes: [] }]
    expect(verdict({ ...direct, routeTables }, tcp('db', 's3', 443))).toBe('yes')
    expect(verdict({ ...direct, routeTables, endpoints: [] }, tcp('db', 's3', 443))).toBe(
      'request rt-private: no route',
    )
  })

  test('can be named by its service in rules of groups, and replies need the ACL', () => {
    const outbound = [{ protocol: 'tcp', ports: 443, destination: 's3' }] as const
    const securityGroups = [twoTiers.securityGroups[0]!, { ...twoTiers.securityGroups[1]!, outbound }]
    expect(verdict({ ...direct, securityGroups }, tcp('db', 's3', 443))).toBe('yes')
    expect(verdict({ ...direct, securityGroups }, tcp('db', '198.51.100.7', 443))).toBe(
      'request sg-db: no outbound rule',
    )
    const networkAcls = [
      {
        id: 'acl',
        vpc: 'shop',
        default: true,
        inbound: [{ number: 100, action: 'allow', protocol: 'tcp', ports: 443, source: '0.0.0.0/0' }],
        outbound: [{ number: 100, action: 'allow', protocol: 'all', destination: '0.0.0.0/0' }],
      },
    ] as const
    expect(verdict({ ...direct, networkAcls }, tcp('db', 's3', 443))).toBe('reply acl: inbound *')
  })

  test('of the interface kind is met by the name of its service, in the zone of the asker', () => {
    const interfaces = [
      { subnet: 'public', address: '10.0.0.50' },
      { subnet: 'private', address: '10.0.1.50' },
    ]
    const subnets = [{ ...twoTiers.subnets[0]!, zone: 'b' }, twoTiers.subnets[1]!]
    const group = {
      id: 'sg-kms',
      vpc: 'shop',
      inbound: [{ protocol: 'tcp', ports: 443, source: '10.0.0.0/16' }],
    } as const
    const endpoint = {
      id: 'vpce-kms',
      kind: 'interface',
      vpc: 'shop',
      service: 'kms',
      interfaces,
      securityGroups: ['sg-kms'],
    } as const
    const topology: Topology = {
      ...twoTiers,
      subnets,
      securityGroups: [...twoTiers.securityGroups, group],
      endpoints: [endpoint],
    }
    expect(verdict(topology, tcp('db', 'kms', 443))).toBe('yes')
    expect(pathOf(topology, tcp('db', 'kms', 443))).toEqual(['sg-db', 'sg-kms'])
    expect(pathOf(topology, tcp('web', 'kms', 443))).toEqual(['sg-web', 'sg-kms'])
    expect(verdict(topology, tcp('db', 'kms', 80))).toBe('request sg-kms: no inbound rule')
    expect(verdict(topology, tcp('db', 'vpce-kms', 443))).toBe('yes')
  })

  test('of the interface kind without private names is met by its own id only', () => {
    const endpoint = {
      id: 'vpce',
      kind: 'interface',
      vpc: 'shop',
      service: 's3',
      interfaces: [{ subnet: 'private', address: '10.0.1.50' }],
      privateDns: false,
    } as const
    expect(pathOf({ ...twoTiers, services, endpoints: [endpoint] }, tcp('db', 's3', 443))).toContain('nat')
  })
})
