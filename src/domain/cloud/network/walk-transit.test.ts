import { describe, expect, test } from 'vitest'
import { ask, pathOf, tcp, verdict } from './topology.fixture.ts'
import type { Topology, TransitGateway, TransitRouteTable } from './types.ts'

const names = ['a', 'b', 'shared'] as const
const anyTcp = [{ protocol: 'tcp', source: '0.0.0.0/0' }] as const

const table = (id: string, part: Partial<TransitRouteTable>): TransitRouteTable => ({
  id,
  associations: [],
  propagations: [],
  routes: [],
  ...part,
})

/** Three VPCs, each with hosts and a subnet for the attachment, and one transit gateway with the tables given. */
function hub(routeTables: readonly TransitRouteTable[], more: Partial<TransitGateway> = {}): Topology {
  const spokes = names.map((id, index) => ({ id, net: `10.${index}` }))
  return {
    vpcs: spokes.map(({ id, net }) => ({ id, cidrs: [`${net}.0.0/16`] })),
    subnets: spokes.flatMap(({ id, net }) => [
      { id: `hosts-${id}`, vpc: id, cidrs: [`${net}.0.0/24`], zone: '1', routeTable: `rt-${id}` },
      { id: `tgw-${id}`, vpc: id, cidrs: [`${net}.9.0/28`], zone: '1', routeTable: `rt-tgw-${id}` },
    ]),
    routeTables: spokes.flatMap(({ id }) => [
      { id: `rt-${id}`, vpc: id, routes: [{ destination: '0.0.0.0/0', target: 'tgw' }] },
      { id: `rt-tgw-${id}`, vpc: id, routes: [] },
    ]),
    transitGateways: [
      {
        id: 'tgw',
        attachments: spokes.map(({ id }) => ({
          id: `att-${id}`,
          kind: 'vpc',
          vpc: id,
          subnets: [`tgw-${id}`],
        })),
        routeTables,
        ...more,
      },
    ],
    securityGroups: spokes.map(({ id }) => ({ id: `sg-${id}`, vpc: id, inbound: anyTcp })),
    instances: spokes.map(({ id, net }) => ({
      id: `host-${id}`,
      subnet: `hosts-${id}`,
      address: `${net}.0.10`,
      securityGroups: [`sg-${id}`],
    })),
  }
}

const attachments = names.map((id) => `att-${id}`)
const flat = [table('trt', { associations: attachments, propagations: attachments })]

/** Spokes a and b see the shared VPC, which sees both; they do not see each other. */
const isolated = [
  table('trt-spokes', { associations: ['att-a', 'att-b'], propagations: ['att-shared'] }),
  table('trt-shared', { associations: ['att-shared'], propagations: ['att-a', 'att-b'] }),
]

describe('a transit gateway with one table', () => {
  test('joins all that are associated and propagate, transitively', () => {
    for (const from of names)
      for (const to of names)
        if (from !== to) expect(verdict(hub(flat), tcp(`host-${from}`, `host-${to}`, 22))).toBe('yes')
  })

  test('shows its hops in order', () => {
    expect(pathOf(hub(flat), tcp('host-a', 'host-b', 22))).toEqual([
      'sg-a',
      'default network ACL of a',
      'rt-a',
      'default network ACL of a',
      'trt',
      'default network ACL of b',
      'rt-tgw-b',
      'default network ACL of b',
      'sg-b',
    ])
  })

  test('knows no attachment that does not propagate, and routes none that is not associated', () => {
    const silent = [table('trt', { associations: attachments, propagations: ['att-a'] })]
    expect(verdict(hub(silent), tcp('host-a', 'host-b', 22))).toBe('request trt: no route')
    const loose = [table('trt', { associations: ['att-b'], propagations: attachments })]
    expect(verdict(hub(loose), tcp('host-a', 'host-b', 22))).toBe('request tgw: no association')
    expect(verdict(hub(loose), tcp('host-b', 'host-a', 22))).toBe('reply tgw: no association')
  })

  test('takes a static route or a blackhole before what is propagated', () => {
    const away = [{ ...flat[0]!, routes: [{ destination: '10.1.0.0/16', target: 'blackhole' }] }]
    expect(verdict(hub(away), tcp('host-a', 'host-b', 22))).toBe('request trt: 10.1.0.0/16 to blackhole')
    const wrong = [{ ...flat[0]!, routes: [{ destination: '10.1.0.0/16', target: 'att-shared' }] }]
    expect(verdict(hub(wrong), tcp('host-a', 'host-b', 22))).toMatch(/routing loop|no route/)
  })
})

describe('a transit gateway with several tables', () => {
  test('keeps spokes apart and joins each with the shared VPC', () => {
    const topology = hub(isolated)
    expect(verdict(topology, tcp('host-a', 'host-b', 22))).toBe('request trt-spokes: no route')
    expect(verdict(topology, tcp('host-a', 'host-shared', 22))).toBe('yes')
    expect(verdict(topology, tcp('host-shared', 'host-b', 22))).toBe('yes')
  })

  test('that forgets the way back stops the reply', () => {
    const oneWay = [isolated[0]!, table('trt-shared', { associations: ['att-shared'] })]
    expect(verdict(hub(oneWay), tcp('host-a', 'host-shared', 22))).toBe('reply trt-shared: no route')
  })
})

describe('an attachment', () => {
  test('is missing for a VPC that has none', () => {
    const { transitGateways, ...rest } = hub(flat)
    const [gateway] = transitGateways!
    const kept = gateway!.attachments.filter(({ id }) => id !== 'att-a')
    const [only] = gateway!.routeTables
    const without = (ids: readonly string[]) => ids.filter((id) => id !== 'att-a')
    const routeTables = [
      { ...only!, associations: without(only!.associations), propagations: without(only!.propagations) },
    ]
    const topology = { ...rest, transitGateways: [{ ...gateway!, attachments: kept, routeTables }] }
    expect(verdict(topology, tcp('host-a', 'host-b', 22))).toBe('request tgw: not attached')
  })

  test('serves the zones of its subnets only', () => {
    const topology = hub(flat)
    const subnets = topology.subnets!.map((one) => (one.id === 'hosts-a' ? { ...one, zone: '2' } : one))
    expect(verdict({ ...topology, subnets }, tcp('host-a', 'host-b', 22))).toBe(
      'request tgw: no attachment in the zone',
    )
    const moved = topology.subnets!.map((one) => (one.id === 'hosts-b' ? { ...one, zone: '2' } : one))
    expect(verdict({ ...topology, subnets: moved }, tcp('host-a', 'host-b', 22))).toBe(
      'reply tgw: no attachment in the zone',
    )
  })

  test('leads on in the zone that the traffic comes from', () => {
    const topology = hub(flat)
    const [gateway] = topology.transitGateways!
    const moved = topology.subnets!.map((one) =>
      ['hosts-a', 'tgw-a', 'hosts-b'].includes(one.id) ? { ...one, zone: '2' } : one,
    )
    const second = { id: 'tgw-b2', vpc: 'b', cidrs: ['10.1.9.16/28'], zone: '2', routeTable: 'rt-tgw-b' }
    const shut = moved.map((one) => (one.id === 'tgw-b' ? { ...one, networkAcl: 'acl' } : one))
    const attached = gateway!.attachments.map((one) =>
      one.kind === 'vpc' && one.vpc === 'b' ? { ...one, subnets: ['tgw-b', 'tgw-b2'] } : one,
    )
    const zonal = {
      ...topology,
      subnets: [...shut, second],
      networkAcls: [{ id: 'acl', vpc: 'b', inbound: [], outbound: [] }],
      transitGateways: [{ ...gateway!, attachments: attached }],
    }
    expect(verdict(zonal, tcp('host-a', 'host-b', 22))).toBe('yes')
  })

  test('has the network ACL of its subnet: inbound towards the gateway, outbound from it', () => {
    const open = { number: 100, action: 'allow', protocol: 'all' } as const
    const withAcl = (subnet: string, vpc: string, part: object): Topology => {
      const topology = hub(flat)
      const acl = {
        id: 'acl',
        vpc,
        inbound: [{ ...open, source: '0.0.0.0/0' }],
        outbound: [{ ...open, destination: '0.0.0.0/0' }],
        ...part,
      }
      const subnets = topology.subnets!.map((one) =>
        one.id === subnet ? { ...one, networkAcl: 'acl' } : one,
      )
      return { ...topology, subnets, networkAcls: [acl] }
    }
    const question = tcp('host-a', 'host-b', 22)
    expect(verdict(withAcl('tgw-a', 'a', { inbound: [] }), question)).toBe('request acl: inbound *')
    expect(verdict(withAcl('tgw-a', 'a', { outbound: [] }), question)).toBe('reply acl: outbound *')
    expect(verdict(withAcl('tgw-b', 'b', { outbound: [] }), question)).toBe('request acl: outbound *')
    expect(verdict(withAcl('tgw-b', 'b', { inbound: [] }), question)).toBe('reply acl: inbound *')
  })

  test('in the subnet of the hosts is not filtered on the way to them', () => {
    const topology = hub(flat)
    const [gateway] = topology.transitGateways!
    const seats = gateway!.attachments.map((one) =>
      one.kind === 'vpc' ? { ...one, subnets: [`hosts-${one.vpc}`] } : one,
    )
    const inbound = [{ number: 100, action: 'allow', protocol: 'tcp', source: '10.1.0.0/16' }] as const
    const outbound = [{ number: 100, action: 'allow', protocol: 'all', destination: '0.0.0.0/0' }] as const
    const subnets = topology.subnets!.map((one) =>
      one.id === 'hosts-b' ? { ...one, networkAcl: 'acl' } : one,
    )
    const same = {
      ...topology,
      subnets,
      networkAcls: [{ id: 'acl', vpc: 'b', inbound, outbound }],
      transitGateways: [{ ...gateway!, attachments: seats }],
    }
    expect(verdict(same, tcp('host-a', 'host-b', 22))).toBe('yes')
  })
})

describe('groups behind a transit gateway', () => {
  const inbound = [{ protocol: 'tcp', ports: 22, source: 'sg-a' }] as const
  const named = (topology: Topology): Topology => ({
    ...topology,
    securityGroups: topology.securityGroups!.map((one) => (one.id === 'sg-b' ? { ...one, inbound } : one)),
  })

  test('are known in inbound rules when the gateway says so', () => {
    expect(verdict(named(hub(flat)), tcp('host-a', 'host-b', 22))).toBe('request sg-b: no inbound rule')
    expect(verdict(named(hub(flat, { securityGroupReferences: true })), tcp('host-a', 'host-b', 22))).toBe(
      'yes',
    )
  })

  test('are never known in outbound rules', () => {
    const outbound = [{ protocol: 'tcp', ports: 22, destination: 'sg-b' }] as const
    const topology = hub(flat, { securityGroupReferences: true })
    const securityGroups = topology.securityGroups!.map((one) =>
      one.id === 'sg-a' ? { ...one, outbound } : one,
    )
    expect(verdict({ ...topology, securityGroups }, tcp('host-a', 'host-b', 22))).toBe(
      'request sg-a: no outbound rule',
    )
  })
})

describe('a central way out', () => {
  /** The shared VPC has a NAT and an internet gateway; spokes send 0.0.0.0/0 there. */
  function central(natRoutes: readonly { destination: string; target: string }[]): Topology {
    const spokes = table('trt-spokes', {
      associations: ['att-a', 'att-b'],
      routes: [{ destination: '0.0.0.0/0', target: 'att-shared' }],
    })
    const topology = hub([spokes, isolated[1]!])
    return {
      ...topology,
      subnets: [
        ...topology.subnets!,
        { id: 'nat-subnet', vpc: 'shared', cidrs: ['10.2.8.0/24'], zone: '1', routeTable: 'rt-nat' },
      ],
      routeTables: [
        ...topology.routeTables!.map((one) =>
          one.id === 'rt-tgw-shared'
            ? { ...one, routes: [{ destination: '0.0.0.0/0', target: 'nat' }] }
            : one,
        ),
        { id: 'rt-nat', vpc: 'shared', routes: natRoutes },
      ],
      natGateways: [{ id: 'nat', subnet: 'nat-subnet', address: '10.2.8.10', publicAddress: '203.0.113.40' }],
      internetGateways: [{ id: 'igw', vpc: 'shared' }],
    }
  }
  const out = { destination: '0.0.0.0/0', target: 'igw' }
  const question = tcp('host-a', '198.51.100.7', 443)

  test('leads through the NAT gateway and back to the spoke', () => {
    const { reachable, path, reply } = ask(
      central([out, { destination: '10.0.0.0/8', target: 'tgw' }]),
      question,
    )
    expect(reachable).toBe(true)
    expect(path.map(({ hop }) => hop)).toContain('nat')
    expect(reply?.path.map(({ hop }) => hop)).toContain('trt-shared')
  })

  test('loses the reply when the NAT subnet has no route to the spokes', () => {
    expect(verdict(central([out]), question)).toBe('reply igw: private destination')
  })
})

describe('two peered transit gateways', () => {
  const far = (): Topology => {
    const near = hub([
      table('trt', {
        associations: [...attachments, 'peer'],
        propagations: attachments,
        routes: [{ destination: '10.9.0.0/16', target: 'peer' }],
      }),
    ])
    return {
      ...near,
      vpcs: [...near.vpcs, { id: 'far', cidrs: ['10.9.0.0/16'] }],
      subnets: [
        ...near.subnets!,
        { id: 'hosts-far', vpc: 'far', cidrs: ['10.9.0.0/24'], routeTable: 'rt-far' },
      ],
      routeTables: [
        ...near.routeTables!,
        { id: 'rt-far', vpc: 'far', routes: [{ destination: '10.0.0.0/8', target: 'tgw-far' }] },
      ],
      transitGateways: [
        ...near.transitGateways!,
        {
          id: 'tgw-far',
          attachments: [{ id: 'att-far', kind: 'vpc', vpc: 'far', subnets: ['hosts-far'] }],
          routeTables: [
            table('trt-far', {
              associations: ['att-far', 'peer'],
              propagations: ['att-far'],
              routes: [{ destination: '10.0.0.0/8', target: 'peer' }],
            }),
          ],
        },
      ],
      transitPeerings: [{ id: 'peer', transitGateways: ['tgw', 'tgw-far'] }],
      instances: [
        ...near.instances!,
        { id: 'host-far', subnet: 'hosts-far', address: '10.9.0.10', securityGroups: ['sg-far'] },
      ],
      securityGroups: [...near.securityGroups!, { id: 'sg-far', vpc: 'far', inbound: anyTcp }],
    }
  }

  test('are joined by static routes', () => {
    expect(verdict(far(), tcp('host-a', 'host-far', 22))).toBe('yes')
    expect(verdict(far(), tcp('host-far', 'host-b', 22))).toBe('yes')
  })

  test('may send packets in a circle, which is told', () => {
    expect(verdict(far(), tcp('host-far', '10.77.0.1', 22))).toBe('request trt: no route')
    const topology = far()
    const [near, away] = topology.transitGateways!
    const back = { ...near!.routeTables[0]!, routes: [{ destination: '10.0.0.0/8', target: 'peer' }] }
    const circling = { ...topology, transitGateways: [{ ...near!, routeTables: [back] }, away!] }
    expect(verdict(circling, tcp('host-far', '10.77.0.1', 22))).toMatch(/^request trt(-far)?: routing loop$/)
  })
})
