import { chooseRoute } from './choose-route.ts'
import { contains, formatCidr } from './cidr.ts'
import type { Acl, Interface, Network, SubnetNode } from './network.ts'
import { judgeAcl } from './network-acl.ts'
import { describeTraffic, destinationOf, type Packet, sameAddress, sourceOf } from './packet.ts'
import { formatPorts } from './port-range.ts'
import { goOn, type PositionAt, type Step, stopAt } from './position.ts'
import type { Hop } from './types.ts'

/** The interface of a VPC that has an address, or undefined. */
export const interfaceAt = (
  { interfaces }: Network,
  vpc: string,
  address: Packet['destination'],
): Interface | undefined =>
  interfaces.find(
    (one) => one.subnet.vpc.id === vpc && one.addresses.some((own) => sameAddress(own, address)),
  )

/** What a network ACL says, as a hop. */
type AclHop = { readonly allowed: boolean; readonly hop: Hop }

const deniedPorts = (packet: Packet, ports: readonly Packet['destinationPorts'][]): string =>
  packet.icmpType === null
    ? `${packet.protocol} ${ports.map(formatPorts).join(', ')}`
    : describeTraffic(packet)

/** Asks a network ACL about packets that come into or go out of its subnet. */
export function askAcl(acl: Acl, packet: Packet, direction: 'inbound' | 'outbound'): AclHop {
  const isIn = direction === 'inbound'
  const verdict = judgeAcl(acl[direction], packet, isIn ? packet.source : packet.destination)
  const way = isIn ? `in from ${sourceOf(packet)}` : `out to ${destinationOf(packet)}`
  const rule = `${direction} ${verdict.rules.length === 0 ? '*' : verdict.rules.join(', ')}`
  const base = { hop: acl.id, kind: 'network-acl', rule } as const
  if (verdict.allowed)
    return { allowed: true, hop: { ...base, text: `lets ${describeTraffic(packet)} ${way}` } }
  const stateless =
    packet.direction === 'reply' ? '; a network ACL keeps no state, so replies need a rule of their own' : ''
  const text = `denies ${deniedPorts(packet, verdict.ports)} ${way}${stateless}`
  return { allowed: false, hop: { ...base, text } }
}

function unknownInterface(vpc: string, packet: Packet): Step {
  return stopAt({
    hop: vpc,
    kind: 'vpc',
    rule: 'no interface',
    text: `no interface of this VPC has the address ${destinationOf(packet)}`,
  })
}

/** Follows the route table of a subnet; packets are past its network ACL already. */
function followRoute(subnet: SubnetNode, packet: Packet, network: Network): Step {
  const { table, vpc } = subnet
  const route = chooseRoute(table.routes, packet.destination)
  const base = { hop: table.id, kind: 'route-table' } as const
  if (route === null)
    return stopAt({ ...base, rule: 'no route', text: `has no route to ${destinationOf(packet)}` })
  const rule = `${formatCidr(route.destination)} to ${route.target}`
  if (route.target === 'blackhole')
    return stopAt({ ...base, rule, text: `drops what goes to ${destinationOf(packet)}` })
  const passed: Hop = { ...base, rule, text: `sends ${destinationOf(packet)} to ${route.target}` }
  if (route.target !== 'local')
    return goOn({ at: 'target', target: network.targets.get(route.target)!, subnet, packet }, passed)
  const found = interfaceAt(network, vpc.id, packet.destination)
  if (found === undefined) return unknownInterface(vpc.id, packet)
  return goOn({ at: 'subnet-in', interface: found, routed: false, packet }, passed)
}

/** Out of a subnet: neighbours meet directly; all else passes the network ACL and follows the route table. */
export function leaveSubnet({ subnet, packet }: PositionAt<'subnet-out'>, network: Network): Step {
  if (subnet.blocks.some((block) => contains(block, packet.destination))) {
    const found = interfaceAt(network, subnet.vpc.id, packet.destination)
    if (found === undefined) return unknownInterface(subnet.vpc.id, packet)
    return goOn({ at: 'interface-in', interface: found, routed: false, packet })
  }
  const { allowed, hop } = askAcl(subnet.acl, packet, 'outbound')
  if (!allowed) return stopAt(hop)
  const { hops, next } = followRoute(subnet, packet, network)
  return goOn(next, hop, ...hops)
}

/** Into a subnet from outside of it, past its network ACL. */
export function enterSubnet(position: PositionAt<'subnet-in'>): Step {
  const { interface: to, routed, packet } = position
  const next = { at: 'interface-in', interface: to, routed, packet } as const
  const { allowed, hop } = askAcl(to.subnet.acl, packet, 'inbound')
  return allowed ? goOn(next, hop) : stopAt(hop)
}

/** Into a VPC through a gateway that delivers to the VPC's own addresses only. */
export function enterVpc({ vpc, packet }: PositionAt<'vpc-in'>, network: Network): Step {
  const found = interfaceAt(network, vpc.id, packet.destination)
  if (found === undefined) return unknownInterface(vpc.id, packet)
  return goOn({ at: 'subnet-in', interface: found, routed: false, packet })
}
