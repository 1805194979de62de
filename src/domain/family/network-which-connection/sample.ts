import type { NetworkAcl, SecurityGroup, Topology } from '../../cloud/network/types.ts'
import type { SeededRandom } from '../../kernel/seeded-random.ts'
import type { Need } from '../network/mends.ts'
import { between, pick } from '../parts/draw.ts'
import { drawSetting } from '../parts/setting.ts'
import { changesFor } from './changes.ts'
import { type ConnectionScenario, type Fault, faults, ids, oldGroup } from './scenario.ts'

const engines = [
  { name: 'PostgreSQL', port: 5432 },
  { name: 'MySQL', port: 3306 },
  { name: 'Oracle', port: 1521 },
  { name: 'SQL Server', port: 1433 },
  { name: 'Redis', port: 6379 },
] as const

type Ground = Omit<ConnectionScenario, 'topology' | 'needs' | 'changes'>

const ephemeral = [1024, 65_535] as const
const everywhere = '0.0.0.0/0'
const tcp = { protocol: 'tcp', action: 'allow' } as const
const vpc = ids.vpc

/** The ACL of the database subnet: it lacks what the fault says. */
function serverAcl({ fault, port, client, vpcCidr, deny }: Ground): NetworkAcl {
  const base = { id: ids.serverAcl, vpc }
  if (fault === 'denied')
    return {
      ...base,
      inbound: [
        { ...tcp, action: 'deny', number: deny.number, ports: port, source: deny.cidr },
        { ...tcp, number: deny.allow, ports: port, source: vpcCidr },
      ],
      outbound: [{ ...tcp, number: 300, ports: ephemeral, destination: vpcCidr }],
    }
  return {
    ...base,
    inbound: [
      { ...tcp, number: 100, ports: port, source: fault === 'reply' ? client.cidr : vpcCidr },
      { ...tcp, number: 110, ports: 22, source: vpcCidr },
    ],
    outbound: [
      fault === 'reply'
        ? { ...tcp, number: 100, ports: 443, destination: everywhere }
        : { ...tcp, number: 100, ports: ephemeral, destination: vpcCidr },
    ],
  }
}

const clientAcl = (): NetworkAcl => ({
  id: ids.clientAcl,
  vpc,
  inbound: [{ ...tcp, number: 100, source: everywhere }],
  outbound: [
    { ...tcp, number: 100, ports: 443, destination: everywhere },
    { ...tcp, number: 110, ports: ephemeral, destination: everywhere },
  ],
})

const groupsOf = ({ fault, port, client }: Ground): readonly SecurityGroup[] => [
  {
    id: ids.serverGroup,
    vpc,
    inbound: [{ protocol: 'tcp', ports: port, source: fault === 'group' ? oldGroup : client.group }],
    outbound: [],
  },
  {
    id: client.group,
    vpc,
    inbound: [{ protocol: 'tcp', ports: 443, source: everywhere }],
    ...(fault === 'outbound'
      ? { outbound: [{ protocol: 'tcp', ports: 443, destination: everywhere } as const] }
      : {}),
  },
  { id: oldGroup, vpc },
  { id: 'sg-neighbour', vpc },
]

function topologyOf(ground: Ground): Topology {
  const { client, server, vpcCidr } = ground
  return {
    vpcs: [{ id: vpc, cidrs: [vpcCidr] }],
    subnets: [
      { id: 'clients', vpc, cidrs: [client.cidr], networkAcl: ids.clientAcl },
      { id: 'data', vpc, cidrs: [server.cidr], networkAcl: ids.serverAcl },
    ],
    securityGroups: groupsOf(ground),
    networkAcls: [serverAcl(ground), clientAcl()],
    instances: [
      { id: ids.client, subnet: 'clients', address: client.address, securityGroups: [client.group] },
      {
        id: ids.neighbour,
        subnet: 'clients',
        address: client.cidr.replace('.0/24', '.201'),
        securityGroups: ['sg-neighbour'],
      },
      { id: ids.server, subnet: 'data', address: server.address, securityGroups: [ids.serverGroup] },
    ],
  }
}

/** The servers must connect; others in their subnet must not. */
const needsOf = ({ port }: Ground): readonly Need[] => {
  const to = { to: ids.server, protocol: 'tcp', port } as const
  return [
    { question: { from: ids.client, ...to }, works: true },
    { question: { from: ids.neighbour, ...to }, works: false },
  ]
}

const drawDeny = (random: SeededRandom, net: string): ConnectionScenario['deny'] => {
  const number = pick(random, [50, 80, 100, 120])
  return {
    number,
    allow: number + pick(random, [20, 50, 100]),
    cidr: `${net}.0.0/${between(random, 17, 18)}`,
  }
}

/** Draws servers that cannot reach their database, and the changes that colleagues propose. */
export function sampleConnections(random: SeededRandom): ConnectionScenario {
  const setting = drawSetting(random)
  const net = pick(random, [`10.${between(random, 2, 250)}`, `172.${between(random, 16, 31)}`])
  const engine = pick(random, engines)
  const fault: Fault = pick(random, faults)
  const third = between(random, 4, 60)
  const serverThird = between(random, 64, 120)
  const ground: Ground = {
    setting,
    fault,
    rendering: 2 * faults.indexOf(fault) + random.integer(2),
    engine: engine.name,
    port: engine.port,
    vpcCidr: `${net}.0.0/16`,
    client: {
      cidr: `${net}.${third}.0/24`,
      address: `${net}.${third}.${between(random, 10, 99)}`,
      group: `sg-${setting.systems[0].slug}`,
    },
    server: {
      cidr: `${net}.${serverThird}.0/24`,
      address: `${net}.${serverThird}.${between(random, 10, 99)}`,
    },
    deny: drawDeny(random, net),
  }
  const topology = topologyOf(ground)
  return { ...ground, topology, needs: needsOf(ground), changes: changesFor(ground, topology, random) }
}
