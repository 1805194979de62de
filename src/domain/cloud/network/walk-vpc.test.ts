import { describe, expect, test } from 'vitest'
import { ask, pathOf, tcp, twoTiers, verdict } from './topology.fixture.ts'
import type { NetworkAcl, Topology } from './types.ts'

const everything = { protocol: 'all', action: 'allow', number: 100 } as const

/** The two tiers with network ACLs: an open one, and what is given in its place. */
function withAcl(
  subnet: 'public' | 'private',
  rules: Partial<Pick<NetworkAcl, 'inbound' | 'outbound'>>,
): Topology {
  const open = {
    inbound: [{ ...everything, source: '0.0.0.0/0' }],
    outbound: [{ ...everything, destination: '0.0.0.0/0' }],
  }
  return {
    ...twoTiers,
    subnets: twoTiers.subnets.map((one) => (one.id === subnet ? { ...one, networkAcl: 'acl' } : one)),
    networkAcls: [{ id: 'acl', vpc: 'shop', ...open, ...rules }],
  }
}

const allowIn = (number: number, ports: number | readonly [number, number]) =>
  ({ number, action: 'allow', protocol: 'tcp', ports, source: '0.0.0.0/0' }) as const
const allowOut = (number: number, ports: number | readonly [number, number]) =>
  ({ number, action: 'allow', protocol: 'tcp', ports, destination: '0.0.0.0/0' }) as const

const visit = tcp('198.51.100.7', 'web', 443)

describe('a network ACL on the way', () => {
  test('must let the request in and the reply out to the ports of the client', () => {
    const rules = { inbound: [allowIn(100, 443)], outbound: [allowOut(100, [1024, 65535])] }
    expect(verdict(withAcl('public', rules), visit)).toBe('yes')
  })

  test('that only knows the port of the service stops the reply, and says that it keeps no state', () => {
    const rules = { inbound: [allowIn(100, 443)], outbound: [allowOut(100, 443)] }
    const { blockedBy } = ask(withAcl('public', rules), visit)
    expect(blockedBy).toMatchObject({
      direction: 'reply',
      hop: 'acl',
      kind: 'network-acl',
      rule: 'outbound *',
    })
    expect(blockedBy?.text).toBe(
      'denies tcp 1024-65535 out to 198.51.100.7; a network ACL keeps no state, so replies need a rule of their own',
    )
  })

  test('with too narrow a range stops some clients, and takes others', () => {
    const topology = withAcl('public', { outbound: [allowOut(100, [32768, 65535])] })
    expect(verdict(topology, visit)).toBe('reply acl: outbound *')
    expect(ask(topology, visit).blockedBy?.text).toContain('denies tcp 1024-32767 out')
    expect(verdict(topology, { ...visit, sourcePorts: [49152, 65535] })).toBe('yes')
  })

  test('is decided by its lowest number that matches', () => {
    const deny = { number: 90, action: 'deny', protocol: 'tcp', source: '198.51.100.0/24' } as const
    expect(verdict(withAcl('public', { inbound: [allowIn(100, 443), deny] }), visit)).toBe(
      'request acl: inbound 90',
    )
    expect(verdict(withAcl('public', { inbound: [allowIn(80, 443), deny] }), visit)).toBe('yes')
    expect(verdict(withAcl('public', { inbound: [] }), visit)).toBe('request acl: inbound *')
  })

  test('is asked between subnets, and not between neighbours', () => {
    const closed = { inbound: [], outbound: [] }
    const neighbour = { id: 'app', subnet: 'public', address: '10.0.0.21', securityGroups: ['sg-web'] }
    const topology = { ...withAcl('public', closed), instances: [...twoTiers.instances, neighbour] }
    const https = { protocol: 'tcp', ports: 443, source: '10.0.0.0/16' } as const
    const securityGroups = [{ id: 'sg-web', vpc: 'shop', inbound: [https] }, twoTiers.securityGroups[1]!]
    expect(verdict({ ...topology, securityGroups }, tcp('web', 'app', 443))).toBe('yes')
    expect(verdict({ ...topology, securityGroups }, tcp('web', 'db', 5432))).toBe('request acl: outbound *')
  })

  test('tells ICMP types of request and reply apart', () => {
    const echo = { number: 100, action: 'allow', protocol: 'icmp', source: '0.0.0.0/0', icmpType: 8 } as const
    const reply = {
      number: 100,
      action: 'allow',
      protocol: 'icmp',
      destination: '0.0.0.0/0',
      icmpType: 0,
    } as const
    const ping = { from: '198.51.100.7', to: 'web', protocol: 'icmp' } as const
    const inbound = [{ protocol: 'icmp', source: '0.0.0.0/0' }] as const
    const securityGroups = [{ id: 'sg-web', vpc: 'shop', inbound }, twoTiers.securityGroups[1]!]
    const both = { ...withAcl('public', { inbound: [echo], outbound: [reply] }), securityGroups }
    expect(verdict(both, ping)).toBe('yes')
    const wrong = {
      ...both,
      networkAcls: withAcl('public', { inbound: [echo], outbound: [{ ...reply, icmpType: 8 }] }).networkAcls!,
    }
    expect(verdict(wrong, ping)).toBe('reply acl: outbound *')
  })

  test('counts by default for subnets that name none', () => {
    const networkAcls = [{ id: 'closed', vpc: 'shop', default: true, inbound: [], outbound: [] }]
    expect(verdict({ ...twoTiers, networkAcls }, visit)).toBe('request closed: inbound *')
  })
})

describe('a route table on the way', () => {
  test('of a subnet that names none is the main one, else one with local routes alone', () => {
    const subnets = twoTiers.subnets.map(({ routeTable, ...subnet }) => subnet)
    expect(verdict({ ...twoTiers, subnets }, tcp('web', 'db', 5432))).toBe('yes')
    expect(verdict({ ...twoTiers, subnets }, visit)).toBe('reply main route table of shop: no route')
    const [first, second] = twoTiers.routeTables
    const routeTables = [{ ...first!, main: true }, second!]
    expect(verdict({ ...twoTiers, subnets, routeTables }, visit)).toBe('yes')
  })

  test('drops what a blackhole takes, and what it has no route for', () => {
    const routed = (destination: string, target: string): Topology => ({
      ...twoTiers,
      routeTables: [
        twoTiers.routeTables[0]!,
        { id: 'rt-private', vpc: 'shop', routes: [{ destination, target }] },
      ],
    })
    expect(verdict(routed('0.0.0.0/0', 'blackhole'), tcp('db', '198.51.100.7', 443))).toBe(
      'request rt-private: 0.0.0.0/0 to blackhole',
    )
    expect(verdict(routed('203.0.113.0/24', 'nat'), tcp('db', '198.51.100.7', 443))).toBe(
      'request rt-private: no route',
    )
  })

  test('leads to no address that nobody has', () => {
    expect(verdict(twoTiers, tcp('web', '10.0.1.99', 5432))).toBe('request shop: no interface')
    expect(verdict(twoTiers, tcp('web', '10.0.0.99', 5432))).toBe('request shop: no interface')
  })

  test('and the filters stand on the path in their order', () => {
    expect(pathOf(twoTiers, tcp('web', 'db', 5432))).toEqual([
      'sg-web',
      'default network ACL of shop',
      'rt-public',
      'default network ACL of shop',
      'sg-db',
    ])
  })
})
