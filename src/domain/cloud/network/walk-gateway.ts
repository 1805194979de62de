import { contains, formatCidr, isInternetAddress } from './cidr.ts'
import type { Network, RouteTarget, SubnetNode, VpcNode } from './network.ts'
import { destinationOf, type Packet, sourceOf } from './packet.ts'
import { goOn, type PositionAt, type Step, stopAt } from './position.ts'
import type { HopKind } from './types.ts'
import { enterTransit } from './walk-transit.ts'
import { interfaceAt } from './walk-vpc.ts'

type TargetOf<K extends RouteTarget['kind']> = Extract<RouteTarget, { readonly kind: K }>

/** Packets at a gateway of one kind. */
type At<K extends RouteTarget['kind']> = {
  readonly target: TargetOf<K>
  readonly subnet: SubnetNode
  readonly packet: Packet
  readonly network: Network
}

const owns = ({ blocks }: VpcNode, address: Packet['source']): boolean =>
  blocks.some((block) => contains(block, address))

/** Gateways that serve their own VPC's addresses only take nothing from beyond it: there is no edge-to-edge routing. */
const foreignSource = (id: string, kind: HopKind, vpc: string, packet: Packet): Step =>
  stopAt({
    hop: id,
    kind,
    rule: 'no edge-to-edge routing',
    text: `serves addresses of ${vpc} only, and ${sourceOf(packet)} comes from elsewhere`,
  })

function leaveByInternetGateway({ target, subnet, packet, network }: At<'internet-gateway'>): Step {
  const base = { hop: target.id, kind: 'internet-gateway' } as const
  if (!isInternetAddress(packet.destination))
    return stopAt({
      ...base,
      rule: 'private destination',
      text: `the internet has no route to ${destinationOf(packet)}`,
    })
  const own = interfaceAt(network, subnet.vpc.id, packet.source)
  if (own === undefined) return foreignSource(target.id, base.kind, subnet.vpc.id, packet)
  if (packet.source.family === 6)
    return goOn(
      { at: 'internet', packet: { ...packet, sender: null } },
      {
        ...base,
        rule: 'IPv6 as it is',
        text: `lets ${sourceOf(packet)} out to the internet`,
      },
    )
  if (own.publicAddress === null)
    return stopAt({
      ...base,
      rule: 'no public address',
      text: `${own.owner} has no public IPv4 address that could stand for ${sourceOf(packet)}`,
    })
  const outside: Packet = { ...packet, source: own.publicAddress, sender: null }
  return goOn(
    { at: 'internet', packet: outside },
    {
      ...base,
      rule: 'translates the source',
      text: `${sourceOf(packet)} becomes ${sourceOf(outside)}`,
    },
  )
}

function leaveByEgressOnly({ target, subnet, packet }: At<'egress-only-gateway'>): Step {
  const base = { hop: target.id, kind: 'egress-only-gateway' } as const
  if (!owns(subnet.vpc, packet.source)) return foreignSource(target.id, base.kind, subnet.vpc.id, packet)
  if (packet.direction === 'reply')
    return stopAt({
      ...base,
      rule: 'outbound connections only',
      text: `${sourceOf(packet)} answers a connection that began on the internet`,
    })
  const outside: Packet = { ...packet, sender: null, egress: [...packet.egress, target.id] }
  return goOn(
    { at: 'internet', packet: outside },
    {
      ...base,
      rule: 'outbound connections only',
      text: `lets ${sourceOf(packet)} open a connection to ${destinationOf(packet)}`,
    },
  )
}

const leaveByNat = ({ target, packet }: At<'nat-gateway'>): Step =>
  goOn({ at: 'subnet-in', interface: target.interface, routed: true, packet })

function leaveByEndpoint({ target, subnet, packet, network }: At<'endpoint'>): Step {
  if (interfaceAt(network, subnet.vpc.id, packet.source) === undefined)
    return foreignSource(target.id, 'endpoint', subnet.vpc.id, packet)
  const host = { kind: 'service', service: target.service, endpoint: target.id } as const
  return goOn(
    { at: 'arrived', host, packet },
    {
      hop: target.id,
      kind: 'endpoint',
      rule: 'gateway endpoint',
      text: `leads to ${target.service} without the internet`,
    },
  )
}

function leaveByPeering({ target, subnet, packet, network }: At<'peering'>): Step {
  const base = { hop: target.id, kind: 'peering' } as const
  if (!target.active)
    return stopAt({ ...base, rule: 'not active', text: 'waits for acceptance and carries nothing' })
  if (!owns(subnet.vpc, packet.source)) return foreignSource(target.id, base.kind, subnet.vpc.id, packet)
  const other = target.vpcs.find((id) => id !== subnet.vpc.id)
  const vpc = network.vpcs.get(other ?? '')!
  if (!owns(vpc, packet.destination))
    return stopAt({
      ...base,
      rule: 'not transitive',
      text: `ends in ${vpc.id} (${vpc.blocks.map(formatCidr).join(', ')}) and leads to no network or gateway behind it`,
    })
  const sender = vpc.region === subnet.vpc.region ? packet.sender : null
  return goOn(
    { at: 'vpc-in', vpc, packet: { ...packet, sender } },
    {
      ...base,
      rule: 'own addresses of both sides',
      text: `carries ${sourceOf(packet)} to ${destinationOf(packet)} in ${vpc.id}`,
    },
  )
}

function leaveByPrivateGateway({ target, subnet, packet, network }: At<'virtual-private-gateway'>): Step {
  const base = { hop: target.id, kind: 'virtual-private-gateway' } as const
  if (!owns(subnet.vpc, packet.source)) return foreignSource(target.id, base.kind, subnet.vpc.id, packet)
  const leading = target.networks
    .flatMap((id) => (network.onPremises.get(id) ?? []).map((block) => ({ id, block })))
    .filter(({ block }) => contains(block, packet.destination))
    .sort((left, right) => right.block.prefix - left.block.prefix || (left.id < right.id ? -1 : 1))
  const [chosen] = leading
  if (chosen === undefined)
    return stopAt({
      ...base,
      rule: 'no route',
      text: `no network behind it announces ${destinationOf(packet)}`,
    })
  return goOn(
    { at: 'arrived', host: { kind: 'on-premises', network: chosen.id }, packet },
    {
      ...base,
      rule: `${formatCidr(chosen.block)} to ${chosen.id}`,
      text: `sends ${destinationOf(packet)} to ${chosen.id}`,
    },
  )
}

/** Passes packets to the gateway that a route leads to. */
export function leaveByTarget({ target, ...at }: PositionAt<'target'>, network: Network): Step {
  switch (target.kind) {
    case 'internet-gateway':
      return leaveByInternetGateway({ ...at, target, network })
    case 'egress-only-gateway':
      return leaveByEgressOnly({ ...at, target, network })
    case 'nat-gateway':
      return leaveByNat({ ...at, target, network })
    case 'endpoint':
      return leaveByEndpoint({ ...at, target, network })
    case 'peering':
      return leaveByPeering({ ...at, target, network })
    case 'virtual-private-gateway':
      return leaveByPrivateGateway({ ...at, target, network })
    case 'transit-gateway':
      return enterTransit(target, { ...at, network })
  }
}
