import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { networkOf, tcp, twoTiers, verdict } from './topology.fixture.ts'
import { traceConnection } from './trace-connection.ts'
import type { InboundRule, NetworkAcl, ReachQuestion, Topology } from './types.ts'

const network = networkOf(twoTiers)

const refusal = (question: ReachQuestion): string => {
  const answer = traceConnection(network, question)
  return answer.ok ? 'answered' : `${answer.error.at}: ${answer.error.reason}`
}

describe('a question', () => {
  test.each([
    [
      { from: 'wep', to: 'db', protocol: 'tcp', port: 1 },
      'from: "wep" is neither an instance nor an address',
    ],
    [
      { from: 'web', to: 'dbb', protocol: 'tcp', port: 1 },
      'to: "dbb" is no instance, endpoint, service or address',
    ],
    [
      { from: '10.0.0.20', to: 'db', protocol: 'tcp', port: 1 },
      'from: 10.0.0.20 lies in a VPC; name the instance',
    ],
    [{ from: '203.0.113.20', to: 'db', protocol: 'tcp', port: 1 }, 'name the instance'],
    [
      { from: '10.99.0.1', to: 'db', protocol: 'tcp', port: 1 },
      'is a private address of no on-premises network',
    ],
    [{ from: 'web', to: 'db', protocol: 'tcp' }, 'port: tcp needs a port'],
    [{ from: 'web', to: 'db', protocol: 'icmp', port: 1 }, 'port: icmp has no ports'],
    [{ from: 'web', to: 'db', protocol: 'udp', port: 1, icmpType: 8 }, 'icmpType: udp has no ICMP type'],
    [
      { from: 'web', to: 'db', protocol: 'tcp', port: 1, sourcePorts: [9, 1] },
      'sourcePorts: the first port is above',
    ],
    [
      { from: 'web', to: '2001:db8:ffff::1', protocol: 'tcp', port: 1, family: 'ipv4' },
      'no address of one family ipv4',
    ],
    [{ from: '198.51.100.7', to: '2001:db8:1::20', protocol: 'tcp', port: 1 }, 'no address of one family'],
  ] as const)('that cannot be asked says why: %j', (question, reason) => {
    expect(refusal(question)).toContain(reason)
  })

  test('takes IPv4 where both ends have it, and the family that is asked for', () => {
    const addressOf = (question: ReachQuestion) => {
      const answer = traceConnection(network, question)
      return answer.ok ? answer.value.path.at(-1)?.text : ''
    }
    expect(addressOf(tcp('web', 'db', 5432))).toContain('10.0.0.20')
    expect(addressOf({ ...tcp('web', 'db', 5432), family: 'ipv6' })).toContain('2001:db8:1::20')
  })

  test('about a ping is about ICMPv6 over IPv6', () => {
    const inbound = [{ protocol: 'icmp', source: '::/0' }] as const
    const six = { from: 'db', to: 'web', protocol: 'icmp', family: 'ipv6' } as const
    const withRule = (rule: InboundRule): Topology => ({
      ...twoTiers,
      securityGroups: [{ id: 'sg-web', vpc: 'shop', inbound: [rule] }, twoTiers.securityGroups[1]!],
    })
    expect(verdict(withRule(inbound[0]), six)).toBe('request sg-web: no inbound rule')
    expect(verdict(withRule({ protocol: 'icmpv6', source: '::/0', icmpType: 128 }), six)).toBe('yes')
  })

  test('that leads to another holder of the same address is answered with no', () => {
    const twin = { id: 'other', cidrs: ['10.0.0.0/16'] }
    const topology: Topology = {
      ...twoTiers,
      vpcs: [...twoTiers.vpcs, twin],
      subnets: [...twoTiers.subnets, { id: 'far', vpc: 'other', cidrs: ['10.0.1.0/24'] }],
      instances: [...twoTiers.instances, { id: 'far-db', subnet: 'far', address: '10.0.1.20' }],
    }
    expect(verdict(topology, tcp('web', 'far-db', 5432))).toBe('request db: another host')
  })
})

test('a reply that goes to a twin of the asker is answered with no', () => {
  const twins: Topology = {
    vpcs: [
      { id: 'left', cidrs: ['10.0.0.0/16'] },
      { id: 'middle', cidrs: ['10.1.0.0/16'] },
      { id: 'right', cidrs: ['10.0.0.0/16'] },
    ],
    peerings: [
      { id: 'pcx-left', vpcs: ['left', 'middle'] },
      { id: 'pcx-right', vpcs: ['middle', 'right'] },
    ],
    subnets: [
      { id: 'sub-left', vpc: 'left', cidrs: ['10.0.0.0/24'], routeTable: 'rt-left' },
      { id: 'sub-middle', vpc: 'middle', cidrs: ['10.1.0.0/24'], routeTable: 'rt-middle' },
      { id: 'sub-right', vpc: 'right', cidrs: ['10.0.0.0/24'] },
    ],
    routeTables: [
      { id: 'rt-left', vpc: 'left', routes: [{ destination: '10.1.0.0/16', target: 'pcx-left' }] },
      { id: 'rt-middle', vpc: 'middle', routes: [{ destination: '10.0.0.0/16', target: 'pcx-right' }] },
    ],
    securityGroups: [{ id: 'sg', vpc: 'middle', inbound: [{ protocol: 'all', source: '0.0.0.0/0' }] }],
    instances: [
      { id: 'asker', subnet: 'sub-left', address: '10.0.0.10' },
      { id: 'asked', subnet: 'sub-middle', address: '10.1.0.10', securityGroups: ['sg'] },
      { id: 'twin', subnet: 'sub-right', address: '10.0.0.10' },
    ],
  }
  expect(verdict(twins, tcp('asker', 'asked', 443))).toBe('reply twin: another host')
})

const ports = fc.constantFrom(22, 80, 443, 5432)
const sources = fc.constantFrom(
  '0.0.0.0/0',
  '10.0.0.0/16',
  '10.0.0.0/24',
  '198.51.100.0/24',
  'sg-web',
  'sg-db',
)
const inboundRule = fc
  .record({
    protocol: fc.constantFrom('tcp', 'udp', 'all'),
    port: fc.option(ports, { nil: undefined }),
    source: sources,
  })
  .map(
    ({ protocol, port, source }): InboundRule =>
      protocol === 'all' || port === undefined ? { protocol, source } : { protocol, ports: port, source },
  )

const aclRules = fc.array(
  fc.record({
    action: fc.constantFrom('allow', 'deny'),
    protocol: fc.constantFrom('tcp', 'all'),
    block: fc.constantFrom('0.0.0.0/0', '10.0.0.0/16', '198.51.100.0/24'),
    ports: fc.constantFrom(undefined, 443, 5432, [1024, 65535] as const),
  }),
  { maxLength: 4 },
)

type AclDraft = (typeof aclRules)['generate'] extends (...given: never[]) => { value: infer V } ? V : never

const numbered = (rules: AclDraft) =>
  rules.map(({ action, protocol, block, ports: range }, index) => ({
    rule: {
      number: 100 * (index + 1),
      action,
      protocol,
      ...(range === undefined || protocol === 'all' ? {} : { ports: range }),
    },
    block,
  }))

const acl = (inward: AclDraft, outward: AclDraft): NetworkAcl => ({
  id: 'acl',
  vpc: 'shop',
  default: true,
  inbound: numbered(inward).map(({ rule, block }) => ({ ...rule, source: block })),
  outbound: numbered(outward).map(({ rule, block }) => ({ ...rule, destination: block })),
})

const someTopology: fc.Arbitrary<Topology> = fc
  .record({
    web: fc.array(inboundRule, { maxLength: 3 }),
    db: fc.array(inboundRule, { maxLength: 3 }),
    acl: fc.option(fc.tuple(aclRules, aclRules), { nil: undefined, freq: 2 }),
  })
  .map(({ web, db, acl: rules }) => ({
    ...twoTiers,
    securityGroups: [
      { id: 'sg-web', vpc: 'shop', inbound: web },
      { id: 'sg-db', vpc: 'shop', inbound: db },
    ],
    ...(rules === undefined ? {} : { networkAcls: [acl(...rules)] }),
  }))

const someQuestion: fc.Arbitrary<ReachQuestion> = fc
  .tuple(fc.constantFrom('web', 'db', '198.51.100.7'), fc.constantFrom('web', 'db', '198.51.100.9'), ports)
  .filter(([from, to]) => from !== to && !(from.includes('.') && to.includes('.')))
  .map(([from, to, port]) => tcp(from, to, port))

const reverse = <T>(list: readonly T[] | undefined): readonly T[] => (list ?? []).toReversed()

/** The same topology with every list turned round. */
const turned = (topology: Topology): Topology => ({
  ...topology,
  subnets: reverse(topology.subnets),
  routeTables: reverse(topology.routeTables).map((table) => ({ ...table, routes: reverse(table.routes) })),
  instances: reverse(topology.instances),
  securityGroups: reverse(topology.securityGroups).map((group) => ({
    ...group,
    inbound: reverse(group.inbound),
  })),
  networkAcls: reverse(topology.networkAcls).map((one) => ({
    ...one,
    inbound: reverse(one.inbound),
    outbound: reverse(one.outbound),
  })),
})

describe('whatever the rules', () => {
  test('replies always pass the groups that let the request through', () => {
    fc.assert(
      fc.property(someTopology, someQuestion, (topology, question) => {
        const { networkAcls: _, ...groupsOnly } = topology
        const answer = traceConnection(networkOf(groupsOnly), question)
        const arrived = answer.ok && answer.value.reply !== null
        expect(!arrived || (answer.ok && answer.value.reachable)).toBe(true)
      }),
    )
  })

  test('the answer, hops and words included, does not depend on the order of any list', () => {
    fc.assert(
      fc.property(someTopology, someQuestion, (topology, question) => {
        expect(traceConnection(networkOf(turned(topology)), question)).toEqual(
          traceConnection(networkOf(topology), question),
        )
      }),
    )
  })

  test('one permission more in a group, or as the first rule of an ACL, never blocks', () => {
    fc.assert(
      fc.property(someTopology, someQuestion, inboundRule, (topology, question, added) => {
        fc.pre(verdict(topology, question) === 'yes')
        const securityGroups = topology.securityGroups!.map((one) => ({
          ...one,
          inbound: [...(one.inbound ?? []), added],
        }))
        expect(verdict({ ...topology, securityGroups }, question)).toBe('yes')
        const first = { number: 1, action: 'allow', protocol: 'all' } as const
        const networkAcls = (topology.networkAcls ?? []).map((one) => ({
          ...one,
          inbound: [{ ...first, source: '10.0.0.0/16' }, ...one.inbound],
          outbound: [{ ...first, destination: '0.0.0.0/0' }, ...one.outbound],
        }))
        expect(verdict({ ...topology, networkAcls }, question)).toBe('yes')
      }),
    )
  })

  test('a rule behind those that decided changes nothing', () => {
    fc.assert(
      fc.property(
        someTopology,
        someQuestion,
        fc.constantFrom('allow', 'deny'),
        (topology, question, action) => {
          const open = { number: 32000, action: 'allow', protocol: 'all' } as const
          const closed = { number: 32001, action, protocol: 'all' } as const
          const extended = (rules: readonly (typeof open | typeof closed)[]): Topology => ({
            ...topology,
            networkAcls: (topology.networkAcls ?? []).map((one) => ({
              ...one,
              inbound: [...one.inbound, ...rules.map((rule) => ({ ...rule, source: '0.0.0.0/0' }))],
              outbound: [...one.outbound, ...rules.map((rule) => ({ ...rule, destination: '0.0.0.0/0' }))],
            })),
          })
          expect(verdict(extended([open, closed]), question)).toBe(verdict(extended([open]), question))
        },
      ),
    )
  })

  test('a no names the hop, and a yes names none', () => {
    fc.assert(
      fc.property(someTopology, someQuestion, (topology, question) => {
        const answer = traceConnection(networkOf(topology), question)
        if (!answer.ok) throw new Error(answer.error.reason)
        const { reachable, blockedBy, reply } = answer.value
        expect(reachable).toBe(blockedBy === null)
        expect(reply === null).toBe(blockedBy?.direction === 'request')
      }),
    )
  })
})

describe('peerings', () => {
  const letters = ['a', 'b', 'c', 'd', 'e'] as const
  const pairs = letters.flatMap((one, index) =>
    letters.slice(index + 1).map((other) => [one, other] as const),
  )
  const links = fc.subarray(pairs)
  const anything = [{ protocol: 'all', source: '0.0.0.0/0' }] as const

  /** Every VPC sends every other VPC's block to some peering of its own, if it has any: the direct one first. */
  function mesh(joined: readonly (readonly [string, string])[]): Topology {
    const id = (pair: readonly [string, string]) => `pcx-${pair.join('')}`
    const block = (vpc: string) => `10.${letters.indexOf(vpc as 'a')}.0.0/16`
    return {
      vpcs: letters.map((vpc) => ({ id: vpc, cidrs: [block(vpc)] })),
      subnets: letters.map((vpc) => ({
        id: `subnet-${vpc}`,
        vpc,
        cidrs: [block(vpc).replace('/16', '/24')],
        routeTable: `rt-${vpc}`,
      })),
      routeTables: letters.map((vpc) => {
        const own = joined.filter((pair) => pair.includes(vpc))
        const routes = letters
          .filter((other) => other !== vpc)
          .flatMap((other) => {
            const pair = own.find((one) => one.includes(other)) ?? own[0]
            return pair === undefined ? [] : [{ destination: block(other), target: id(pair) }]
          })
        return { id: `rt-${vpc}`, vpc, routes }
      }),
      peerings: joined.map((pair) => ({ id: id(pair), vpcs: pair })),
      securityGroups: letters.map((vpc) => ({ id: `sg-${vpc}`, vpc, inbound: anything })),
      instances: letters.map((vpc) => ({
        id: `host-${vpc}`,
        subnet: `subnet-${vpc}`,
        address: block(vpc).replace('0/16', '10'),
        securityGroups: [`sg-${vpc}`],
      })),
    }
  }

  test('join the VPCs that are peered with each other, and no others', () => {
    fc.assert(
      fc.property(links, fc.constantFrom(...pairs), (joined, [from, to]) => {
        const answer = verdict(mesh(joined), tcp(`host-${from}`, `host-${to}`, 443))
        expect(answer === 'yes').toBe(joined.some((pair) => pair.includes(from) && pair.includes(to)))
      }),
    )
  })
})
