import { describe, expect, test } from 'vitest'
import { ask, tcp, twoTiers, verdict } from './topology.fixture.ts'
import type { SecurityGroup, Topology } from './types.ts'

const withGroups = (...securityGroups: readonly SecurityGroup[]): Topology => ({
  ...twoTiers,
  securityGroups,
})
const [webGroup, dbGroup] = twoTiers.securityGroups as [SecurityGroup, SecurityGroup]

describe('a security group', () => {
  test('lets replies back though no rule speaks of them', () => {
    const topology = withGroups({ ...webGroup, outbound: [] }, { ...dbGroup, outbound: [] })
    const { reachable, reply } = ask(topology, tcp('198.51.100.7', 'web', 443))
    expect(reachable).toBe(true)
    expect(reply?.path[0]).toMatchObject({ hop: 'sg-web', kind: 'security-group', rule: 'stateful' })
  })

  test('without outbound rules of its own lets everything out, with an empty list nothing', () => {
    expect(verdict(twoTiers, tcp('web', 'db', 5432))).toBe('yes')
    expect(verdict(withGroups({ ...webGroup, outbound: [] }, dbGroup), tcp('web', 'db', 5432))).toBe(
      'request sg-web: no outbound rule',
    )
  })

  test('names a group as source for its members, over IPv4 and IPv6', () => {
    expect(verdict(twoTiers, { ...tcp('web', 'db', 5432), family: 'ipv6' })).toBe('yes')
    const instances = [{ ...twoTiers.instances[0]!, securityGroups: ['sg-db'] }, twoTiers.instances[1]!]
    expect(verdict({ ...twoTiers, instances }, tcp('web', 'db', 5432))).toBe('request sg-db: no inbound rule')
  })

  test('names a group as destination for its members', () => {
    const outbound = [{ protocol: 'tcp', ports: 5432, destination: 'sg-db' }] as const
    const topology = withGroups({ ...webGroup, outbound }, dbGroup)
    expect(verdict(topology, tcp('web', 'db', 5432))).toBe('yes')
    expect(verdict(topology, tcp('web', '10.0.1.99', 5432))).toBe('request sg-web: no outbound rule')
  })

  test('is not asked about the address behind a NAT or an internet gateway', () => {
    const inbound = [{ protocol: 'tcp', ports: 443, source: 'sg-db' }] as const
    const topology = withGroups({ ...webGroup, inbound }, dbGroup)
    expect(verdict(topology, tcp('db', 'web', 443))).toBe('yes')
    expect(verdict(topology, tcp('db', '203.0.113.20', 443))).toBe('request sg-web: no inbound rule')
  })

  test('of an instance that names none is the default of the VPC', () => {
    const instances = twoTiers.instances.map(({ securityGroups, ...instance }) => instance)
    const topology = { ...twoTiers, instances }
    expect(verdict(topology, tcp('web', 'db', 22))).toBe('yes')
    expect(verdict(topology, tcp('198.51.100.7', 'web', 22))).toBe(
      'request default security group of shop: no inbound rule',
    )
  })

  test('is one of several, and one that permits is enough', () => {
    const more = {
      id: 'sg-ops',
      vpc: 'shop',
      inbound: [{ protocol: 'tcp', ports: 22, source: '0.0.0.0/0' }],
    } as const
    const instances = [
      { ...twoTiers.instances[0]!, securityGroups: ['sg-web', 'sg-ops'] },
      twoTiers.instances[1]!,
    ]
    const topology = { ...withGroups(webGroup, dbGroup, more), instances }
    expect(verdict(topology, tcp('198.51.100.7', 'web', 22))).toBe('yes')
    expect(verdict(topology, tcp('198.51.100.7', 'web', 80))).toBe('request sg-ops + sg-web: no inbound rule')
  })
})

describe('a NAT gateway', () => {
  const out = tcp('db', '198.51.100.7', 443)

  test('lets connections out and their replies back', () => {
    const { path, reply } = ask(twoTiers, out)
    expect(path.map(({ hop }) => hop)).toEqual([
      'sg-db',
      'default network ACL of shop',
      'rt-private',
      'default network ACL of shop',
      'nat',
      'default network ACL of shop',
      'rt-public',
      'igw',
      'internet',
    ])
    expect(path.find(({ hop }) => hop === 'nat')?.text).toBe('10.0.1.20 becomes 10.0.0.10')
    expect(path.find(({ hop }) => hop === 'igw')?.text).toBe('10.0.0.10 becomes 203.0.113.10')
    expect(reply?.path.find(({ hop }) => hop === 'nat')?.text).toBe('10.0.0.10 becomes 10.0.1.20')
    expect(reply?.reachable).toBe(true)
  })

  test('takes no connection from outside, nor from inside to itself', () => {
    expect(verdict(twoTiers, tcp('198.51.100.7', '203.0.113.10', 443))).toBe(
      'request nat: no connection of its own',
    )
    expect(verdict(twoTiers, tcp('web', '10.0.0.10', 443))).toBe('request nat: no connection of its own')
  })

  test('without a public address does not reach the internet', () => {
    const natGateways = [{ id: 'nat', subnet: 'public', address: '10.0.0.10' }]
    expect(verdict({ ...twoTiers, natGateways }, out)).toBe('request igw: no public address')
  })

  test('in a subnet that leads to itself goes in a circle', () => {
    const natGateways = [
      { id: 'nat', subnet: 'private', address: '10.0.1.10', publicAddress: '203.0.113.10' },
    ]
    expect(verdict({ ...twoTiers, natGateways }, out)).toMatch(/^request .*: routing loop$/)
  })

  test('replaces ports, so the network ACL of its subnet must know its own', () => {
    const open = { number: 100, action: 'allow', protocol: 'all' } as const
    const networkAcls = [
      {
        id: 'acl-public',
        vpc: 'shop',
        inbound: [
          { number: 100, action: 'allow', protocol: 'tcp', ports: 443, source: '10.0.0.0/16' },
          { number: 110, action: 'allow', protocol: 'tcp', ports: [32768, 60999], source: '0.0.0.0/0' },
        ],
        outbound: [{ ...open, destination: '0.0.0.0/0' }],
      },
    ] as const
    const subnets = twoTiers.subnets.map((one) =>
      one.id === 'public' ? { ...one, networkAcl: 'acl-public' } : one,
    )
    const question = { ...out, sourcePorts: [32768, 60999] } as const
    expect(verdict({ ...twoTiers, networkAcls, subnets }, question)).toBe('reply acl-public: inbound *')
  })

  test('does not carry the reply to a connection that came in another way', () => {
    const instances = [twoTiers.instances[0]!, { ...twoTiers.instances[1]!, publicAddress: '203.0.113.30' }]
    const inbound = [{ protocol: 'tcp', ports: 5432, source: '0.0.0.0/0' }] as const
    const topology = { ...withGroups(webGroup, { ...dbGroup, inbound }), instances }
    expect(verdict(topology, tcp('198.51.100.7', 'db', 5432))).toBe('reply nat: no connection of its own')
  })
})
