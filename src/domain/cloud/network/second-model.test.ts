import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tcp, verdict } from './topology.fixture.ts'
import type { InboundRule, NetworkAcl, Topology } from './types.ts'

/**
 * A second model of one VPC, of the rules of the user guide alone: it answers yes or no, port by port, from texts. Subnets are public (route to an internet gateway), private (route to a NAT gateway) or closed.
 */
type Kind = 'public' | 'private' | 'closed'
type Host = {
  readonly id: string
  readonly subnet: number
  readonly hasPublic: boolean
  readonly groups: readonly string[]
}
type AclRule = { readonly allow: boolean; readonly block: string; readonly ports: readonly [number, number] }
type Acl = { readonly inbound: readonly AclRule[]; readonly outbound: readonly AclRule[] }
type World = {
  readonly kinds: readonly Kind[]
  readonly acls: readonly Acl[]
  readonly hosts: readonly Host[]
  readonly groups: Readonly<Record<string, readonly InboundRule[]>>
}

const visitor = '198.51.100.7'
const clientPorts = [40000, 50000, 60000] as const

const toNumber = (address: string): number =>
  address.split('.').reduce((value, part) => value * 256 + Number(part), 0)

function lies(address: string, block: string): boolean {
  const [first = '', bits = ''] = block.split('/')
  const size = 2 ** (32 - Number(bits))
  return Math.floor(toNumber(address) / size) === Math.floor(toNumber(first) / size)
}

const passes = (rules: readonly AclRule[], peer: string, port: number): boolean =>
  rules.find(({ block, ports }) => lies(peer, block) && ports[0] <= port && port <= ports[1])?.allow ?? false

const addressOf = ({ id, subnet }: Host): string => `10.0.${subnet}.${100 + Number(id.slice(1))}`

const lets = (world: World, to: Host, from: Host | null, peer: string, port: number): boolean =>
  to.groups.some((group) =>
    world.groups[group]!.some(
      ({ ports, source }) =>
        (ports === undefined || ports === port) &&
        (source.includes('/') ? lies(peer, source) : from?.groups.includes(source) === true),
    ),
  )

function betweenHosts(world: World, from: Host, to: Host, port: number): boolean {
  if (!lets(world, to, from, addressOf(from), port)) return false
  if (from.subnet === to.subnet) return true
  const [own, other] = [world.acls[from.subnet]!, world.acls[to.subnet]!]
  return (
    passes(own.outbound, addressOf(to), port) &&
    passes(other.inbound, addressOf(from), port) &&
    clientPorts.every(
      (client) =>
        passes(other.outbound, addressOf(from), client) && passes(own.inbound, addressOf(to), client),
    )
  )
}

function fromVisitor(world: World, to: Host, port: number): boolean {
  const acl = world.acls[to.subnet]!
  return (
    to.hasPublic &&
    world.kinds[to.subnet] === 'public' &&
    passes(acl.inbound, visitor, port) &&
    lets(world, to, null, visitor, port) &&
    clientPorts.every((client) => passes(acl.outbound, visitor, client))
  )
}

/** The NAT gateway stands in a subnet of its own, number 9, that nothing filters. */
function toVisitor(world: World, from: Host, port: number): boolean {
  const acl = world.acls[from.subnet]!
  const kind = world.kinds[from.subnet]
  if (kind === 'closed' || (kind === 'public' && !from.hasPublic)) return false
  return (
    passes(acl.outbound, visitor, port) && clientPorts.every((client) => passes(acl.inbound, visitor, client))
  )
}

function topologyOf({ kinds, acls, hosts, groups }: World): Topology {
  const rule = ({ allow, ports }: AclRule, index: number) =>
    ({ number: 10 * (index + 1), action: allow ? 'allow' : 'deny', protocol: 'tcp', ports }) as const
  return {
    vpcs: [{ id: 'vpc', cidrs: ['10.0.0.0/16'] }],
    subnets: [
      ...kinds.map((kind, index) => ({
        id: `s${index}`,
        vpc: 'vpc',
        cidrs: [`10.0.${index}.0/24`],
        routeTable: `rt-${kind}`,
        networkAcl: `acl${index}`,
      })),
      { id: 's9', vpc: 'vpc', cidrs: ['10.0.9.0/24'], routeTable: 'rt-public' },
    ],
    routeTables: [
      { id: 'rt-public', vpc: 'vpc', routes: [{ destination: '0.0.0.0/0', target: 'igw' }] },
      { id: 'rt-private', vpc: 'vpc', routes: [{ destination: '0.0.0.0/0', target: 'nat' }] },
      { id: 'rt-closed', vpc: 'vpc', routes: [] },
    ],
    internetGateways: [{ id: 'igw', vpc: 'vpc' }],
    natGateways: [{ id: 'nat', subnet: 's9', address: '10.0.9.10', publicAddress: '203.0.113.9' }],
    networkAcls: acls.map(
      (acl, index): NetworkAcl => ({
        id: `acl${index}`,
        vpc: 'vpc',
        inbound: acl.inbound.map((one, place) => ({ ...rule(one, place), source: one.block })),
        outbound: acl.outbound.map((one, place) => ({ ...rule(one, place), destination: one.block })),
      }),
    ),
    securityGroups: Object.entries(groups).map(([id, inbound]) => ({ id, vpc: 'vpc', inbound })),
    instances: hosts.map((host, index) => ({
      id: host.id,
      subnet: `s${host.subnet}`,
      address: addressOf(host),
      securityGroups: host.groups,
      ...(host.hasPublic ? { publicAddress: `203.0.113.${20 + index}` } : {}),
    })),
  }
}

const aclRule: fc.Arbitrary<AclRule> = fc.record({
  allow: fc.boolean(),
  block: fc.constantFrom('0.0.0.0/0', '10.0.0.0/16', '10.0.1.0/24', '198.51.100.0/24'),
  ports: fc.constantFrom([0, 65535], [443, 443], [40000, 60000], [1024, 65535], [22, 45000]),
})
const open: AclRule = { allow: true, block: '0.0.0.0/0', ports: [0, 65535] }
const rules = fc.oneof(
  fc.array(aclRule, { maxLength: 3 }),
  fc.constant([open]),
  aclRule.map((one) => [one, open]),
)
const groupIds = ['sg-a', 'sg-b'] as const
const inbound: fc.Arbitrary<InboundRule> = fc
  .record({
    port: fc.constantFrom(undefined, 22, 443),
    source: fc.constantFrom('0.0.0.0/0', '10.0.0.0/16', '10.0.1.0/24', '198.51.100.0/24', ...groupIds),
  })
  .map(({ port, source }) => ({ protocol: 'tcp', source, ...(port === undefined ? {} : { ports: port }) }))

const world: fc.Arbitrary<World> = fc.record({
  kinds: fc.tuple(...[0, 1, 2].map(() => fc.constantFrom<Kind>('public', 'private', 'closed'))),
  acls: fc.tuple(...[0, 1, 2].map(() => fc.record({ inbound: rules, outbound: rules }))),
  hosts: fc.tuple(
    ...['h1', 'h2', 'h3'].map((id) =>
      fc.record({
        id: fc.constant(id),
        subnet: fc.nat(2),
        hasPublic: fc.boolean(),
        groups: fc.subarray([...groupIds], { minLength: 1 }),
      }),
    ),
  ),
  groups: fc.record({
    'sg-a': fc.array(inbound, { maxLength: 3 }),
    'sg-b': fc.array(inbound, { maxLength: 3 }),
  }),
})

/** The ranges whose ends and middle the second model tries. */
const sourcePorts = [clientPorts[0], clientPorts[2]] as const

const reaches = (topology: Topology, from: string, to: string, port: number): boolean =>
  verdict(topology, { ...tcp(from, to, port), sourcePorts }) === 'yes'

describe('two models of one VPC agree', () => {
  const port = fc.constantFrom(22, 443)

  test('on hosts that ask each other', () => {
    fc.assert(
      fc.property(world, port, (given, asked) => {
        const [from, to] = given.hosts
        expect(reaches(topologyOf(given), from!.id, to!.id, asked)).toBe(
          betweenHosts(given, from!, to!, asked),
        )
      }),
      { numRuns: 300 },
    )
  })

  test('on visitors from the internet', () => {
    fc.assert(
      fc.property(world, port, (given, asked) => {
        const [to] = given.hosts
        expect(reaches(topologyOf(given), visitor, to!.id, asked)).toBe(fromVisitor(given, to!, asked))
      }),
      { numRuns: 300 },
    )
  })

  test('on hosts that ask the internet', () => {
    fc.assert(
      fc.property(world, port, (given, asked) => {
        const [from] = given.hosts
        expect(reaches(topologyOf(given), from!.id, visitor, asked)).toBe(toVisitor(given, from!, asked))
      }),
      { numRuns: 300 },
    )
  })

  test('and both say yes and no often enough to be worth comparing', () => {
    const answers = fc
      .sample(world, { numRuns: 300, seed: 7 })
      .map((given) => betweenHosts(given, given.hosts[0]!, given.hosts[1]!, 443))
    const yes = answers.filter(Boolean).length
    expect(yes).toBeGreaterThan(30)
    expect(yes).toBeLessThan(270)
  })
})

describe('a transit gateway', () => {
  const names = ['a', 'b', 'c', 'd'] as const
  const tables = ['t1', 't2', 't3'] as const

  /** Which table each VPC is associated with, and which VPCs propagate to each table. */
  type Wiring = {
    readonly associated: Readonly<Record<string, string>>
    readonly propagated: Readonly<Record<string, readonly string[]>>
  }

  const wiring: fc.Arbitrary<Wiring> = fc.record({
    associated: fc.record({
      a: fc.constantFrom(...tables),
      b: fc.constantFrom(...tables),
      c: fc.constantFrom(...tables),
      d: fc.constantFrom(...tables),
    }),
    propagated: fc.record({
      t1: fc.subarray([...names]),
      t2: fc.subarray([...names]),
      t3: fc.subarray([...names]),
    }),
  })

  const wired = ({ associated, propagated }: Wiring): Topology => ({
    vpcs: names.map((id, index) => ({ id, cidrs: [`10.${index}.0.0/16`] })),
    subnets: names.map((id, index) => ({
      id: `sub-${id}`,
      vpc: id,
      cidrs: [`10.${index}.0.0/24`],
      routeTable: `rt-${id}`,
    })),
    routeTables: names.map((id) => ({
      id: `rt-${id}`,
      vpc: id,
      routes: [{ destination: '10.0.0.0/8', target: 'tgw' }],
    })),
    transitGateways: [
      {
        id: 'tgw',
        attachments: names.map((id) => ({ id: `att-${id}`, kind: 'vpc', vpc: id, subnets: [`sub-${id}`] })),
        routeTables: tables.map((id) => ({
          id,
          associations: names.filter((vpc) => associated[vpc] === id).map((vpc) => `att-${vpc}`),
          propagations: propagated[id]!.map((vpc) => `att-${vpc}`),
          routes: [],
        })),
      },
    ],
    securityGroups: names.map((id) => ({
      id: `sg-${id}`,
      vpc: id,
      inbound: [{ protocol: 'all', source: '10.0.0.0/8' }],
    })),
    instances: names.map((id, index) => ({
      id: `host-${id}`,
      subnet: `sub-${id}`,
      address: `10.${index}.0.10`,
      securityGroups: [`sg-${id}`],
    })),
  })

  const pair = fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(...names))
    .filter(([from, to]) => from !== to)

  test('joins two VPCs exactly when the table of each knows the other', () => {
    fc.assert(
      fc.property(wiring, pair, (given, [from, to]) => {
        const knows = (one: string, other: string): boolean =>
          given.propagated[given.associated[one]!]!.includes(other)
        const answer = verdict(wired(given), tcp(`host-${from}`, `host-${to}`, 443))
        expect(answer === 'yes').toBe(knows(from, to) && knows(to, from))
        expect(answer.startsWith('request')).toBe(!knows(from, to))
      }),
    )
  })

  test('with a blackhole never joins more, and the no of a blackhole names it', () => {
    fc.assert(
      fc.property(wiring, pair, (given, [from, to]) => {
        const topology = wired(given)
        const [gateway] = topology.transitGateways!
        const destination = `10.${names.indexOf(to)}.0.0/16`
        const shut = gateway!.routeTables.map((table) => ({
          ...table,
          routes: [{ destination, target: 'blackhole' }],
        }))
        const answer = verdict(
          { ...topology, transitGateways: [{ ...gateway!, routeTables: shut }] },
          tcp(`host-${from}`, `host-${to}`, 443),
        )
        expect(answer).toBe(`request ${given.associated[from]}: ${destination} to blackhole`)
      }),
    )
  })
})
