import type {
  InboundRule,
  NetworkAcl,
  NumberedRule,
  SecurityGroup,
  Topology,
} from '../../cloud/network/types.ts'
import { type SeededRandom, shuffle } from '../../kernel/seeded-random.ts'
import type { Flow } from '../network/flows.ts'
import { between, chance, pick, pickSome } from '../parts/draw.ts'
import { drawSetting } from '../parts/setting.ts'
import type { Client, ConnectionScenario } from './scenario.ts'

const engines = [
  { name: 'PostgreSQL', port: 5432 },
  { name: 'MySQL', port: 3306 },
  { name: 'Oracle', port: 1521 },
  { name: 'SQL Server', port: 1433 },
] as const

/** Ports beside that of the database which its host listens on. */
const sidePorts = [22, 9100, 8443, 9187] as const

const tiers = [
  ['web-1', 'web'],
  ['api-1', 'app'],
  ['batch-1', 'batch'],
  ['ops-1', 'ops'],
  ['etl-1', 'etl'],
  ['bi-1', 'reporting'],
] as const

const vpc = 'vpc'
const ephemeral = [1024, 65_535] as const

/** Ways in which a connection fails, each of which one false belief overlooks. */
const traps = [
  'no-reply',
  'denied-first',
  'no-acl-rule',
  'other-group',
  'no-way-out',
  'no-group-rule',
] as const
type Trap = (typeof traps)[number]

type AclIn = Omit<NumberedRule, 'number'> & { readonly source: string }
type AclOut = Omit<NumberedRule, 'number'> & { readonly destination: string }

/** What one connection needs or lacks, rule by rule. */
type Part = {
  readonly client: Client
  readonly port: number
  readonly groupRules: readonly InboundRule[]
  readonly aclIn: readonly AclIn[]
  readonly aclOut: readonly AclOut[]
  readonly narrow: SecurityGroup | null
}

const tcp = (ports: NumberedRule['ports'], action: 'allow' | 'deny') =>
  ({ protocol: 'tcp', action, ...(ports === undefined ? {} : { ports }) }) as const

/** Every rule that a connection needs. */
function wholePart(random: SeededRandom, client: Client, port: number): Part {
  const source = chance(random, 0.5) ? client.group : client.cidr
  return {
    client,
    port,
    groupRules: [{ protocol: 'tcp', ports: port, source }],
    aclIn: [{ ...tcp(port, 'allow'), source: client.cidr }],
    aclOut: [{ ...tcp(ephemeral, 'allow'), destination: client.cidr }],
    narrow: null,
  }
}

const spoil: Readonly<Record<Trap, (part: Part, random: SeededRandom) => Part>> = {
  'no-reply': (part, random) => ({
    ...part,
    aclOut: chance(random, 0.6) ? [{ ...tcp(part.port, 'allow'), destination: part.client.cidr }] : [],
  }),
  'denied-first': (part, random) => {
    const one = `${part.client.address}/32`
    const source = chance(random, 0.5) ? one : part.client.cidr
    return { ...part, aclIn: [{ ...tcp(part.port, 'deny'), source }, ...part.aclIn] }
  },
  'no-acl-rule': (part) => ({ ...part, aclIn: [] }),
  'other-group': (part) => part,
  'no-way-out': (part, random) => ({
    ...part,
    narrow: {
      id: part.client.group,
      vpc,
      outbound: [{ protocol: 'tcp', ports: pick(random, [443, 80, 8080]), destination: '0.0.0.0/0' }],
    },
  }),
  'no-group-rule': (part) => ({ ...part, groupRules: [] }),
}

const clientOf = (net: string, index: number, host: number): Client => {
  const [id, tier] = tiers[index] ?? tiers[0]
  const octet = 10 * (index + 1)
  return {
    id,
    tier,
    cidr: `${net}.${octet}.0/24`,
    address: `${net}.${octet}.${host}`,
    group: `sg-${tier}`,
  }
}

/** A host beside the one of the key, which no rule of the server's group names. */
const neighbourOf = (client: Client, random: SeededRandom): Client => ({
  ...client,
  id: pick(random, ['test-1', 'admin-1', 'import-1']),
  address: client.address.replace(/\d+$/, String(between(random, 120, 250))),
  group: pick(random, ['sg-test', 'sg-tools', 'sg-import']),
})

function numbered<Rule>(rules: readonly Rule[], first: number, step: number) {
  return rules.map((rule, index) => ({ ...rule, number: first + step * index }))
}

function topologyOf(
  scenario: Pick<ConnectionScenario, 'server' | 'clients' | 'serverGroup' | 'acl' | 'narrowGroups'>,
  net: string,
): Topology {
  const { server, clients, serverGroup, acl, narrowGroups } = scenario
  const subnets = new Map(clients.map(({ tier, cidr }) => [tier, cidr]))
  const open = [...new Set(clients.map(({ group }) => group))].filter(
    (id) => !narrowGroups.some((group) => group.id === id),
  )
  return {
    vpcs: [{ id: vpc, cidrs: [`${net}.0.0/16`] }],
    subnets: [
      ...[...subnets].map(([id, cidr]) => ({ id, vpc, cidrs: [cidr] })),
      { id: 'data', vpc, cidrs: [server.cidr], networkAcl: acl.id },
    ],
    securityGroups: [serverGroup, ...narrowGroups, ...open.map((id) => ({ id, vpc }))],
    networkAcls: [acl],
    instances: [
      ...clients.map(({ id, tier, address, group }) => ({
        id,
        subnet: tier,
        address,
        securityGroups: [group],
      })),
      { id: server.id, subnet: 'data', address: server.address, securityGroups: [serverGroup.id] },
    ],
  }
}

/** Rules that stand twice say nothing more. */
const unique = <T>(values: readonly T[]): T[] => [
  ...new Map(values.map((value) => [JSON.stringify(value), value])).values(),
]

function drawParts(random: SeededRandom, net: string, port: number): readonly Part[] {
  const places = pickSome(random, tiers.keys().toArray(), 4)
  const hosts = places.map((place) => clientOf(net, place, between(random, 10, 99)))
  const [own, ...others] = hosts as [Client, ...Client[]]
  const chosen = pickSome(random, traps, 3)
  const key = wholePart(random, own, port)
  const named: Part = chosen.includes('other-group')
    ? { ...key, groupRules: [{ protocol: 'tcp', ports: port, source: own.group }] }
    : key
  const rest = chosen.map((trap, index): Part => {
    if (trap === 'other-group') return { ...named, client: neighbourOf(own, random), narrow: null }
    const client = others[index] as Client
    return spoil[trap](
      wholePart(random, client, chance(random, 0.65) ? port : pick(random, sidePorts)),
      random,
    )
  })
  return [named, ...rest]
}

/** Draws four connections to one server: one that every rule lets pass, three that one rule each stops. */
export function sampleConnections(random: SeededRandom): ConnectionScenario {
  const setting = drawSetting(random)
  const net = pick(random, [`10.${between(random, 2, 250)}`, `172.${between(random, 16, 31)}`])
  const engine = pick(random, engines)
  const parts = shuffle(drawParts(random, net, engine.port), random)
  const server = { id: 'db-1', cidr: `${net}.100.0/24`, address: `${net}.100.${between(random, 10, 99)}` }
  const step = pick(random, [5, 10, 10, 20])
  const acl: NetworkAcl = {
    id: 'acl-data',
    vpc,
    inbound: numbered(unique(parts.flatMap(({ aclIn }) => aclIn)), 100, step),
    outbound: numbered(unique(parts.flatMap(({ aclOut }) => aclOut)), 100, step),
  }
  const serverGroup: SecurityGroup = {
    id: 'sg-db',
    vpc,
    inbound: unique(parts.flatMap(({ groupRules }) => groupRules)),
  }
  const narrowGroups = parts.flatMap(({ narrow }) => narrow ?? [])
  const clients = parts.map(({ client }) => client)
  // A rule may name a group that no drawn client is in.
  const flows = parts.map(
    ({ client, port }): Flow => ({
      id: client.id,
      words: `From \`${client.id}\` to TCP port ${port}`,
      question: { from: client.id, to: server.id, protocol: 'tcp', port },
    }),
  )
  const scene = { server, clients, serverGroup, acl, narrowGroups }
  return {
    ...scene,
    setting,
    rendering: random.integer(3),
    question: random.integer(4),
    engine: engine.name,
    topology: topologyOf(scene, net),
    flows,
  }
}
