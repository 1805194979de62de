import { values } from '../facts.fixture.ts'
import { compileNetwork } from './compile-network.ts'
import type { Network } from './network.ts'
import { traceConnection } from './trace-connection.ts'
import type { ReachAnswer, ReachQuestion, Topology } from './types.ts'

/** A sound topology, ready to be walked; the test fails with its faults where it is not sound. */
export function networkOf(topology: Topology): Network {
  const network = compileNetwork(topology, values)
  if (!network.ok) throw new Error(network.error.faults.map(({ at, text }) => `${at}: ${text}`).join('\n'))
  return network.value
}

/** The faults of a topology, `place: words`. */
export function faultsOf(topology: Topology): string[] {
  const network = compileNetwork(topology, values)
  return network.ok ? [] : network.error.faults.map(({ at, text }) => `${at}: ${text}`)
}

/** The answer to a question about a topology. */
export function ask(topology: Topology, question: ReachQuestion): ReachAnswer {
  const answer = traceConnection(networkOf(topology), question)
  if (!answer.ok) throw new Error(`${answer.error.at}: ${answer.error.reason}`)
  return answer.value
}

/** `yes`, or direction, hop and rule of the no. */
export function verdict(topology: Topology, question: ReachQuestion): string {
  const { reachable, blockedBy } = ask(topology, question)
  return reachable ? 'yes' : `${blockedBy?.direction} ${blockedBy?.hop}: ${blockedBy?.rule}`
}

/** Ids of the hops that the request passed. */
export const pathOf = (topology: Topology, question: ReachQuestion): string[] =>
  ask(topology, question).path.map(({ hop }) => hop)

/** TCP to a port. */
export const tcp = (from: string, to: string, port: number): ReachQuestion => ({
  from,
  to,
  protocol: 'tcp',
  port,
})

/**
 * A VPC with two tiers: `web` in a public subnet with a public address, `db` in a private one behind a NAT gateway, IPv4 and
 * IPv6. The groups let the internet to web on 443 and web to db on 5432; the network ACLs are the open defaults.
 */
export const twoTiers: Topology &
  Required<Pick<Topology, 'subnets' | 'routeTables' | 'natGateways' | 'securityGroups' | 'instances'>> = {
  vpcs: [{ id: 'shop', cidrs: ['10.0.0.0/16', '2001:db8:1::/56'] }],
  subnets: [
    {
      id: 'public',
      vpc: 'shop',
      cidrs: ['10.0.0.0/24', '2001:db8:1::/64'],
      zone: 'a',
      routeTable: 'rt-public',
    },
    {
      id: 'private',
      vpc: 'shop',
      cidrs: ['10.0.1.0/24', '2001:db8:1:1::/64'],
      zone: 'a',
      routeTable: 'rt-private',
    },
  ],
  internetGateways: [{ id: 'igw', vpc: 'shop' }],
  egressOnlyGateways: [{ id: 'eigw', vpc: 'shop' }],
  natGateways: [{ id: 'nat', subnet: 'public', address: '10.0.0.10', publicAddress: '203.0.113.10' }],
  routeTables: [
    {
      id: 'rt-public',
      vpc: 'shop',
      routes: [
        { destination: '0.0.0.0/0', target: 'igw' },
        { destination: '::/0', target: 'igw' },
      ],
    },
    {
      id: 'rt-private',
      vpc: 'shop',
      routes: [
        { destination: '0.0.0.0/0', target: 'nat' },
        { destination: '::/0', target: 'eigw' },
      ],
    },
  ],
  securityGroups: [
    {
      id: 'sg-web',
      vpc: 'shop',
      inbound: [
        { protocol: 'tcp', ports: 443, source: '0.0.0.0/0' },
        { protocol: 'tcp', ports: 443, source: '::/0' },
      ],
    },
    { id: 'sg-db', vpc: 'shop', inbound: [{ protocol: 'tcp', ports: 5432, source: 'sg-web' }] },
  ],
  instances: [
    {
      id: 'web',
      subnet: 'public',
      address: '10.0.0.20',
      ipv6: '2001:db8:1::20',
      publicAddress: '203.0.113.20',
      securityGroups: ['sg-web'],
    },
    {
      id: 'db',
      subnet: 'private',
      address: '10.0.1.20',
      ipv6: '2001:db8:1:1::20',
      securityGroups: ['sg-db'],
    },
  ],
}
