import { describe, expect, test } from 'vitest'
import { formatCidr } from './cidr.ts'
import { compileAcl, compileGroup, defaultGroup, openAcl } from './compile-filters.ts'
import { compileTable, localTable } from './compile-routes.ts'
import { networkOf, twoTiers } from './topology.fixture.ts'
import type { Topology } from './types.ts'

const routesOf = (table: ReturnType<typeof compileTable>): string[] =>
  table.routes.map(({ destination, target, origin }) => `${formatCidr(destination)} ${target} ${origin}`)

describe('a compiled route table', () => {
  const services = [{ id: 's3', cidrs: ['3.5.140.0/22', '52.219.170.0/23'] }]
  const endpoint = { id: 'vpce', kind: 'gateway', vpc: 'shop', service: 's3', routeTables: ['rt'] } as const
  const topology: Topology = { ...twoTiers, services, endpoints: [endpoint] }

  test('has local routes, written ones, and those of its endpoints, one for each block', () => {
    const table = {
      id: 'rt',
      vpc: 'shop',
      routes: [
        { destination: '10.0.0.0/16', target: 'local' },
        { destination: '0.0.0.0/0', target: 'igw' },
        { destination: '192.168.0.0/16', target: 'vgw', propagated: true },
        { destination: 's3', target: 'nat' },
      ],
    }
    expect(routesOf(compileTable(table, topology))).toEqual([
      '10.0.0.0/16 local local',
      '2001:db8:1::/56 local local',
      '0.0.0.0/0 igw static',
      '192.168.0.0/16 vgw propagated',
      '3.5.140.0/22 nat prefix-list',
      '52.219.170.0/23 nat prefix-list',
      '3.5.140.0/22 vpce prefix-list',
      '52.219.170.0/23 vpce prefix-list',
    ])
  })

  test('that nobody wrote has local routes alone', () => {
    expect(routesOf(localTable('shop', topology))).toEqual([
      '10.0.0.0/16 local local',
      '2001:db8:1::/56 local local',
    ])
  })
})

describe('compiled filters', () => {
  test('have the rules of an ACL in ascending order', () => {
    const rule = { action: 'allow', protocol: 'tcp' } as const
    const acl = compileAcl({
      id: 'acl',
      vpc: 'shop',
      inbound: [
        { ...rule, number: 200, source: '0.0.0.0/0', ports: 80 },
        { ...rule, number: 50, source: '::/0', ports: [1024, 65535] },
      ],
      outbound: [],
    })
    expect(acl.inbound.map(({ number, traffic }) => [number, traffic.ports])).toEqual([
      [50, [1024, 65535]],
      [200, [80, 80]],
    ])
  })

  test('are open where a VPC describes no default ACL, in both families', () => {
    const { inbound, outbound } = openAcl('shop')
    expect(
      [inbound, outbound].map((rules) => rules.map(({ action, block }) => `${action} ${formatCidr(block)}`)),
    ).toEqual([
      ['allow 0.0.0.0/0', 'allow ::/0'],
      ['allow 0.0.0.0/0', 'allow ::/0'],
    ])
  })

  test('write the rules of a group as a person would, in one order', () => {
    const group = compileGroup(
      {
        id: 'sg',
        vpc: 'shop',
        inbound: [
          { protocol: 'tcp', ports: [8000, 8080], source: '10.0.0.0/16' },
          { protocol: 'icmp', icmpType: 8, source: '0.0.0.0/0' },
          { protocol: 'all', source: 'sg-web' },
        ],
        outbound: [{ protocol: 'udp', ports: 53, destination: '10.0.0.2/32' }],
      },
      twoTiers,
    )
    expect(group.inbound.map(({ label }) => label)).toEqual([
      'inbound all from sg-web',
      'inbound icmp type 8 from 0.0.0.0/0',
      'inbound tcp 8000-8080 from 10.0.0.0/16',
    ])
    expect(group.inbound[0]?.peer).toEqual({ kind: 'group', id: 'sg-web' })
    expect(group.outbound.map(({ label }) => label)).toEqual(['outbound udp 53 to 10.0.0.2/32'])
  })

  test('of a default group let in its own members alone', () => {
    const { id, inbound, outbound } = defaultGroup('shop')
    expect(inbound.map(({ peer }) => peer)).toEqual([{ kind: 'group', id }])
    expect(outbound).toHaveLength(1)
  })
})

describe('a compiled network', () => {
  test('knows interfaces by what they belong to, and gateways by id', () => {
    const network = networkOf(twoTiers)
    expect(network.interfaces.map(({ owner, kind }) => `${owner} ${kind}`)).toEqual([
      'web instance',
      'db instance',
      'nat nat-gateway',
    ])
    expect([...network.targets.keys()].sort()).toEqual(['eigw', 'igw', 'nat'])
    expect([network.clientPorts, network.natPorts]).toEqual([
      [1024, 65535],
      [1024, 65535],
    ])
  })
})
