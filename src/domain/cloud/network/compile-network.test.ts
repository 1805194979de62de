import { describe, expect, test } from 'vitest'
import { describeFault, readShape } from '../shape.ts'
import { faultsOf, twoTiers } from './topology.fixture.ts'
import { reachQuestionShape, topologyShape } from './topology-shape.ts'
import type { Topology } from './types.ts'

/** The faults of the two tiers with parts put in the place of their own. */
const faultsWith = (parts: Partial<Topology>): string[] => faultsOf({ ...twoTiers, ...parts })

const [web, db] = twoTiers.instances as [
  (typeof twoTiers.instances)[number],
  (typeof twoTiers.instances)[number],
]
const [publicSubnet, privateSubnet] = twoTiers.subnets as [
  (typeof twoTiers.subnets)[number],
  (typeof twoTiers.subnets)[number],
]

/** The two tiers with one route more in the private table. */
const faultsOfRoute = (destination: string, target: string, propagated?: boolean): string[] => {
  const [publicTable, privateTable] = twoTiers.routeTables
  const route = { destination, target, ...(propagated === undefined ? {} : { propagated }) }
  return faultsWith({
    routeTables: [publicTable!, { ...privateTable!, routes: [...privateTable!.routes, route] }],
  })
}

test('a sound topology has no faults', () => {
  expect(faultsOf(twoTiers)).toEqual([])
})

describe('the form of a topology', () => {
  test('takes what is sound', () => {
    expect(readShape(topologyShape, twoTiers).ok).toBe(true)
  })

  test('names each place that is wrong', () => {
    const read = readShape(topologyShape, {
      vpcs: [{ id: 'a', cidr: '10.0.0.0/16' }],
      endpoints: [{ id: 'e', kind: 'gatewy' }],
      securityGroups: [{ id: 's', vpc: 'a', inbound: [{ protocol: 'tcp', ports: [80], source: '::/0' }] }],
      networkAcls: [{ id: 'n', vpc: 'a', inbound: [{ number: 0, action: 'permit' }], outbound: [] }],
    })
    const faults = read.ok ? [] : read.error.faults.map(describeFault)
    expect(faults).toContain('vpcs[0].cidr: is not known here; correct its spelling or remove it')
    expect(faults).toContain('vpcs[0].cidrs: is missing')
    expect(faults).toContain('endpoints[0].kind: expected "gateway" or "interface"')
    expect(faults).toContain('securityGroups[0].inbound[0].ports: expected a list of two')
    expect(faults).toContain('networkAcls[0].inbound[0].action: expected "allow" or "deny"')
    expect(faults.some((fault) => fault.startsWith('networkAcls[0].inbound[0].number'))).toBe(true)
  })

  test('of a question too', () => {
    expect(readShape(reachQuestionShape, { from: 'a', to: 'b', protocol: 'tcp', port: 443 }).ok).toBe(true)
    expect(readShape(reachQuestionShape, { from: 'a', to: 'b', protocol: 'http', port: 443 }).ok).toBe(false)
    expect(readShape(reachQuestionShape, { from: 'a', to: 'b', protocol: 'tcp', port: 70000 }).ok).toBe(false)
  })
})

describe('ids', () => {
  test('are unique, no words of route tables and no addresses', () => {
    expect(faultsWith({ instances: [web, { ...db, id: 'web' }] })).toEqual([
      'instances[1].id: "web" is the id of two parts; ids are unique over the whole topology',
    ])
    expect(faultsOf({ vpcs: [{ id: 'local', cidrs: ['10.0.0.0/16'] }] })[0]).toContain('word of route tables')
    expect(faultsOf({ vpcs: [{ id: '10.0.0.1', cidrs: ['10.0.0.0/16'] }] })[0]).toContain('is an address')
    const transitGateways = [
      {
        id: 'tgw',
        attachments: [],
        routeTables: [{ id: 'tgw', associations: [], propagations: [], routes: [] }],
      },
    ]
    expect(faultsOf({ vpcs: [], transitGateways })[0]).toContain('transitGateways[0].routeTables[0].id')
  })
})

describe('blocks', () => {
  test.each([
    [['10.0.0.0/8'], 'vpcs[0].cidrs[0]: "10.0.0.0/8" must be a block of /16 to /28'],
    [['10.0.0.0/29'], 'must be a block of /16 to /28'],
    [['10.0.0.1/16'], 'has bits set below its prefix; the block is 10.0.0.0/16'],
    [['2001:db8::/72'], 'is smaller than /64'],
    [['10.0.0.0/16', '10.0.4.0/24'], 'vpcs[0].cidrs[1]: 10.0.4.0/24 of "a" overlaps 10.0.0.0/16 of "a"'],
    [['ten'], '"ten" is no block'],
  ])('of a VPC: %j', (cidrs, fault) => {
    expect(faultsOf({ vpcs: [{ id: 'a', cidrs }] })[0]).toContain(fault)
  })

  test.each([
    [{ vpc: 'shopp' }, 'subnets[1].vpc: "shopp" is no VPC of this topology'],
    [{ cidrs: ['10.1.0.0/24'] }, '10.1.0.0/24 lies outside the blocks of "shop"'],
    [
      { cidrs: ['10.0.0.128/25'] },
      'subnets[1].cidrs[0]: 10.0.0.128/25 of "private" overlaps 10.0.0.0/24 of "public"',
    ],
    [{ cidrs: ['10.0.1.0/24', '10.0.2.0/24'] }, 'a subnet has one IPv4 block at most'],
    [{ routeTable: 'rt' }, 'subnets[1].routeTable: "rt" is nothing of "shop" that this can name'],
    [{ networkAcl: 'sg-db' }, 'subnets[1].networkAcl: "sg-db" is nothing of "shop"'],
  ])('and references of a subnet: %j', (part, fault) => {
    const faults = faultsWith({ subnets: [publicSubnet, { ...privateSubnet, ...part }] })
    expect(faults.join('\n')).toContain(fault)
  })
})

describe('interfaces', () => {
  test.each([
    [{ address: '10.0.0.9' }, 'instances[1].address: 10.0.0.9 lies outside subnet "private"'],
    [{ address: '10.0.1.3' }, 'is one of the addresses that the service reserves'],
    [{ address: '10.0.1.255' }, 'is one of the addresses that the service reserves'],
    [{ address: '2001:db8:1:1::7' }, '"2001:db8:1:1::7" is no IPv4 address'],
    [{ ipv6: '10.0.1.9' }, 'instances[1].ipv6: "10.0.1.9" is no IPv6 address'],
    [{ subnet: 'privat' }, 'instances[1].subnet: "privat" is no subnet of this topology'],
    [{ publicAddress: '10.9.9.9' }, 'instances[1].publicAddress: "10.9.9.9" is no public IPv4 address'],
    [{ publicAddress: '203.0.113.20' }, '203.0.113.20 is taken by another interface'],
    [
      { securityGroups: ['sg-dbs'] },
      'instances[1].securityGroups[0]: "sg-dbs" is no security group of this topology',
    ],
  ])('of an instance: %j', (part, fault) => {
    expect(faultsWith({ instances: [web, { ...db, ...part }] }).join('\n')).toContain(fault)
  })

  test('have an address, and no public one without a private one', () => {
    expect(faultsWith({ instances: [{ id: 'x', subnet: 'public' }] })).toEqual([
      'instances[0]: has no address',
    ])
    const six = { id: 'x', subnet: 'public', ipv6: '2001:db8:1::9', publicAddress: '203.0.113.9' }
    expect(faultsWith({ instances: [six] })[0]).toContain('needs a private IPv4 address')
  })

  test('share no address within their VPC', () => {
    expect(faultsWith({ instances: [web, { ...web, id: 'twin', publicAddress: '203.0.113.21' }] })).toEqual([
      'instances[1].address: 10.0.0.20 is taken by another interface',
      'instances[1].ipv6: 2001:db8:1::20 is taken by another interface',
    ])
    expect(faultsWith({ instances: [{ ...web, address: '10.0.0.10' }] })[0]).toContain('taken by another')
  })

  test('of NAT gateways and endpoints stand in their subnets', () => {
    expect(
      faultsWith({ natGateways: [{ id: 'nat', subnet: 'nowhere', address: '10.0.0.10' }] })[0],
    ).toContain('natGateways[0].subnet')
    const endpoint = {
      id: 'e',
      kind: 'interface',
      vpc: 'shop',
      service: 'kms',
      interfaces: [{ subnet: 'private', address: '10.0.0.50' }],
    } as const
    expect(faultsWith({ endpoints: [endpoint] })).toEqual([
      'endpoints[0].interfaces[0].address: 10.0.0.50 lies outside subnet "private"',
    ])
    const elsewhere = { ...endpoint, interfaces: [{ subnet: 'far', address: '10.0.0.50' }] }
    expect(faultsWith({ endpoints: [elsewhere] })[0]).toContain('"far" is no subnet of "shop"')
  })

  test('take groups of their own VPC only', () => {
    const vpcs = [...twoTiers.vpcs, { id: 'other', cidrs: ['10.1.0.0/16'] }]
    const securityGroups = [...twoTiers.securityGroups, { id: 'sg-other', vpc: 'other' }]
    const faults = faultsWith({ vpcs, securityGroups, instances: [{ ...web, securityGroups: ['sg-other'] }] })
    expect(faults).toEqual(['instances[0].securityGroups[0]: "sg-other" belongs to "other", not to "shop"'])
  })
})

describe('routes', () => {
  test.each([
    ['198.51.100.0/24', 'igv', '"igv" is no gateway, peering or transit gateway of this topology'],
    ['198.51.100.1/24', 'igw', 'the block is 198.51.100.0/24'],
    ['s3', 'igw', '"s3" is neither a block nor a service of this topology'],
    ['0.0.0.0/0', 'igw', '0.0.0.0/0 has another route of the same kind'],
    ['198.51.100.0/24', 'eigw', 'takes IPv6 only'],
    ['64:ff9b::/96', 'nat', 'NAT64 is not part of this model'],
    ['10.0.0.0/24', 'nat', '10.0.0.0/24 lies in "shop" itself, where the local route counts'],
    ['10.0.0.0/24', 'local', 'the local routes of "shop" are its own blocks'],
  ])('%s to %s are refused', (destination, target, fault) => {
    expect(faultsOfRoute(destination, target).join('\n')).toContain(fault)
  })

  test('that are local for a whole block, blackholes and propagated ones are taken', () => {
    expect(faultsOfRoute('10.0.0.0/16', 'local')).toEqual([])
    expect(faultsOfRoute('198.51.100.0/24', 'blackhole')).toEqual([])
    expect(faultsOfRoute('198.51.100.0/24', 'igw', true)[0]).toContain(
      'only a virtual private gateway propagates',
    )
  })

  test('lead to gateways of their own VPC only', () => {
    const vpcs = [...twoTiers.vpcs, { id: 'other', cidrs: ['10.1.0.0/16'] }]
    const routeTables = [
      { id: 'rt-other', vpc: 'other', routes: [{ destination: '0.0.0.0/0', target: 'igw' }] },
    ]
    const faults = faultsWith({ vpcs, routeTables: [...twoTiers.routeTables, ...routeTables] })
    expect(faults).toEqual([
      'routeTables[2].routes[0].target: "igw" does not belong to "other", whose table this is',
    ])
  })

  test('stand in one main table, and gateways are one of a kind', () => {
    const [first, second] = twoTiers.routeTables
    expect(
      faultsWith({
        routeTables: [
          { ...first!, main: true },
          { ...second!, main: true },
        ],
      }),
    ).toEqual(['routeTables[1]: "shop" has a main route table already'])
    const internetGateways = [
      { id: 'igw', vpc: 'shop' },
      { id: 'igw-2', vpc: 'shop' },
    ]
    expect(faultsWith({ internetGateways })).toEqual([
      'internetGateways[1]: "shop" has an internet gateway already',
    ])
  })

  test('of a gateway endpoint need its service and its tables', () => {
    const endpoints = [{ id: 'e', kind: 'gateway', vpc: 'shop', service: 's3', routeTables: ['rt'] }] as const
    expect(faultsWith({ endpoints })).toEqual([
      'endpoints[0].service: "s3" is no service of this topology',
      'endpoints[0].routeTables[0]: "rt" is no route table of "shop"',
    ])
  })
})

describe('peerings', () => {
  const vpcs = [
    { id: 'a', cidrs: ['10.0.0.0/16'] },
    { id: 'b', cidrs: ['10.1.0.0/16'] },
    { id: 'c', cidrs: ['10.2.0.0/16', '10.0.128.0/20'] },
  ]
  const faultsOfPeering = (...pair: readonly [string, string]) =>
    faultsOf({ vpcs, peerings: [{ id: 'pcx', vpcs: pair }] })

  test('join two known VPCs that do not overlap', () => {
    expect(faultsOfPeering('a', 'b')).toEqual([])
    expect(faultsOfPeering('a', 'c')).toEqual([
      'peerings[0].vpcs: "a" and "c" overlap, so they cannot be peered',
    ])
    expect(faultsOfPeering('a', 'a')[0]).toContain('cannot be peered with itself')
    expect(faultsOfPeering('a', 'z')).toEqual(['peerings[0].vpcs[1]: "z" is no VPC of this topology'])
  })
})

describe('transit and private gateways', () => {
  const base: Topology = {
    vpcs: [{ id: 'a', cidrs: ['10.0.0.0/16'] }],
    subnets: [
      { id: 'a1', vpc: 'a', cidrs: ['10.0.0.0/24'], zone: '1' },
      { id: 'a2', vpc: 'a', cidrs: ['10.0.1.0/24'], zone: '1' },
    ],
    networks: [{ id: 'office', cidrs: ['192.168.0.0/16'] }],
  }
  const attachment = { id: 'att-a', kind: 'vpc', vpc: 'a', subnets: ['a1'] } as const
  const table = { id: 'trt', associations: ['att-a'], propagations: ['att-a'], routes: [] }
  const gateway = { id: 'tgw', attachments: [attachment], routeTables: [table] }
  const faultsOfGateway = (part: object) => faultsOf({ ...base, transitGateways: [{ ...gateway, ...part }] })

  test('that are sound have no faults', () => {
    expect(faultsOfGateway({})).toEqual([])
  })

  test.each([
    [{ attachments: [{ ...attachment, vpc: 'z' }] }, 'attachments[0].vpc: "z" is no VPC of this topology'],
    [
      { attachments: [{ ...attachment, subnets: ['a1', 'a2'] }] },
      'an attachment has one subnet in each zone',
    ],
    [{ attachments: [{ ...attachment, subnets: ['zz'] }] }, '"zz" is no subnet of "a"'],
    [
      { attachments: [attachment, { id: 'vpn', kind: 'vpn', network: 'home' }] },
      'attachments[1].network: "home" is no on-premises network',
    ],
    [{ routeTables: [{ ...table, associations: ['att-b'] }] }, '"att-b" is no attachment of this gateway'],
    [
      { routeTables: [table, { ...table, id: 'trt-2' }] },
      'routeTables[1].associations[0]: "att-a" is associated with another table already',
    ],
    [
      { routeTables: [{ ...table, routes: [{ destination: '10.0.0.0/8', target: 'att-b' }] }] },
      'routes[0].target: "att-b" is no attachment of this gateway',
    ],
    [
      {
        routeTables: [
          {
            ...table,
            routes: [
              { destination: '10.0.0.0/8', target: 'att-a' },
              { destination: '10.0.0.0/8', target: 'blackhole' },
            ],
          },
        ],
      },
      'routes[1]: 10.0.0.0/8 has another static route',
    ],
  ])('of a wrong form are refused (%#)', (part, fault) => {
    expect(faultsOfGateway(part).join('\n')).toContain(fault)
  })

  test('with a peering take static routes to it, and no propagation from it', () => {
    const other = { id: 'tgw-2', attachments: [], routeTables: [] }
    const transitPeerings = [{ id: 'tgw-peer', transitGateways: ['tgw', 'tgw-2'] }] as const
    const withPeer = { ...table, routes: [{ destination: '10.9.0.0/16', target: 'tgw-peer' }] }
    const gateways = (routeTables: readonly object[]) =>
      ({ ...base, transitPeerings, transitGateways: [{ ...gateway, routeTables }, other] }) as Topology
    expect(faultsOf(gateways([withPeer]))).toEqual([])
    expect(faultsOf(gateways([{ ...withPeer, propagations: ['tgw-peer'] }]))[0]).toContain(
      'propagates nothing',
    )
    const transitGateways = [{ ...gateway, routeTables: [table] }, other]
    const lost = [{ id: 'tgw-peer', transitGateways: ['tgw', 'x'] }] as const
    expect(faultsOf({ ...base, transitGateways, transitPeerings: lost })[0]).toContain(
      '"x" is no transit gateway',
    )
  })

  test('private ones name their VPC and networks, one for each VPC', () => {
    const faults = faultsOf({
      ...base,
      virtualPrivateGateways: [
        { id: 'vgw', vpc: 'a', networks: ['office'] },
        { id: 'vgw-2', vpc: 'a', networks: ['home'] },
      ],
    })
    expect(faults).toEqual([
      'virtualPrivateGateways[1].networks[0]: "home" is no on-premises network of this topology',
      'virtualPrivateGateways[1]: "a" has a virtual private gateway already',
    ])
  })
})

describe('filters', () => {
  const group = (inbound: object) =>
    faultsWith({
      securityGroups: [
        { id: 'sg-web', vpc: 'shop', inbound: [inbound as never] },
        twoTiers.securityGroups[1]!,
      ],
    })
  const acl = (inbound: readonly object[]) =>
    faultsWith({ networkAcls: [{ id: 'acl', vpc: 'shop', inbound: inbound as never, outbound: [] }] })
  const allow = { action: 'allow', protocol: 'tcp', source: '0.0.0.0/0' }

  test.each([
    [
      { protocol: 'icmp', ports: 8, source: '0.0.0.0/0' },
      'securityGroups[0].inbound[0].ports: icmp has no ports',
    ],
    [{ protocol: 'all', ports: 8, source: '0.0.0.0/0' }, 'all has no ports'],
    [{ protocol: 'tcp', icmpType: 8, source: '0.0.0.0/0' }, 'tcp has no ICMP type'],
    [{ protocol: 'tcp', ports: [90, 80], source: '0.0.0.0/0' }, 'the first port is above the last'],
    [{ protocol: 'tcp', source: 'sg-app' }, '"sg-app" is neither a block nor a security group or service'],
    [{ protocol: 'tcp', source: '10.0.0.1/8' }, 'the block is 10.0.0.0/8'],
  ])('of a group: %j', (inbound, fault) => {
    expect(group(inbound).join('\n')).toContain(fault)
  })

  test('of an ACL have numbers that are possible and their own', () => {
    expect(
      acl([
        { ...allow, number: 100 },
        { ...allow, number: 100 },
      ]),
    ).toEqual(['networkAcls[0].inbound[1].number: 100 is the number of another rule'])
    expect(acl([{ ...allow, number: 32767 }])[0]).toContain('32767 is above 32766')
    expect(acl([{ ...allow, number: 1, source: 'sg-web' }])[0]).toContain('"sg-web" is no block')
  })

  test('of a VPC have one default ACL', () => {
    const open = { vpc: 'shop', default: true, inbound: [], outbound: [] }
    expect(
      faultsWith({
        networkAcls: [
          { ...open, id: 'one' },
          { ...open, id: 'two' },
        ],
      }),
    ).toEqual(['networkAcls[1]: "shop" has a default network ACL already'])
  })
})
