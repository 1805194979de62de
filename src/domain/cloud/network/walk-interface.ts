import { formatAddress } from './cidr.ts'
import type { Group, Interface, Network } from './network.ts'
import { describeTraffic, destinationOf, type Packet, sameAddress, sourceOf } from './packet.ts'
import { goOn, type PositionAt, type Step, stopAt } from './position.ts'
import { judgeGroups } from './security-group.ts'
import type { Hop } from './types.ts'

const hasGroup = ({ groups }: Interface, id: string): boolean =>
  groups?.some((group) => group.id === id) === true

/** True when two interfaces are in one VPC, or in VPCs of one Region with an active peering. */
function areNear(left: Interface, right: Interface, { targets }: Network): boolean {
  const [own, other] = [left.subnet.vpc, right.subnet.vpc]
  if (own === other) return true
  return (
    own.region === other.region &&
    [...targets.values()].some(
      (target) =>
        target.kind === 'peering' &&
        target.active &&
        target.vpcs.includes(own.id) &&
        target.vpcs.includes(other.id),
    )
  )
}

/** Whether an outbound rule of an interface that names a group means the destination. */
const isDestinationIn = (own: Interface, packet: Packet, network: Network) => (group: string) =>
  network.interfaces.some(
    (one) =>
      hasGroup(one, group) &&
      one.addresses.some((address) => sameAddress(address, packet.destination)) &&
      areNear(own, one, network),
  )

const nameOf = (groups: readonly Group[]): string => groups.map(({ id }) => id).join(' + ')

const remembered = (groups: readonly Group[]): Hop => ({
  hop: nameOf(groups),
  kind: 'security-group',
  rule: 'stateful',
  text: 'the reply belongs to a connection that was let through',
})

function askGroups(
  groups: readonly Group[],
  packet: Packet,
  direction: 'inbound' | 'outbound',
  isMember: (group: string) => boolean,
): { readonly allowed: boolean; readonly hop: Hop } {
  const isIn = direction === 'inbound'
  const peer = isIn ? packet.source : packet.destination
  const way = isIn ? `in from ${sourceOf(packet)}` : `out to ${destinationOf(packet)}`
  const permit = judgeGroups(groups, packet, { direction, peer, isMember })
  const traffic = `${describeTraffic(packet)} ${way}`
  const hop = (id: string, rule: string, text: string): Hop => ({
    hop: id,
    kind: 'security-group',
    rule,
    text,
  })
  return permit === null
    ? {
        allowed: false,
        hop: hop(nameOf(groups), `no ${direction} rule`, `no ${direction} rule lets ${traffic}`),
      }
    : { allowed: true, hop: hop(permit.group, permit.rule, `lets ${traffic}`) }
}

/** Out of an interface: its groups are asked about requests and remember replies. */
export function leaveInterface(position: PositionAt<'interface-out'>, network: Network): Step {
  const { interface: own, packet } = position
  const next = { at: 'subnet-out', subnet: own.subnet, packet } as const
  if (own.groups === null) return goOn(next)
  if (packet.direction === 'reply') return goOn(next, remembered(own.groups))
  const { allowed, hop } = askGroups(own.groups, packet, 'outbound', isDestinationIn(own, packet, network))
  return allowed ? goOn(next, hop) : stopAt(hop)
}

/** A NAT gateway puts its own address in the place of the source, and remembers what it replaced. */
function translate(gateway: Interface, packet: Packet, network: Network): Step {
  const [address] = gateway.addresses
  const { source, sourcePorts } = packet
  const translated: Packet = {
    ...packet,
    source: address!,
    sourcePorts: packet.icmpType === null ? network.natPorts : sourcePorts,
    sender: null,
    translations: [...packet.translations, { gateway: gateway.owner, source, sourcePorts }],
  }
  return goOn(
    { at: 'subnet-out', subnet: gateway.subnet, packet: translated },
    {
      hop: gateway.owner,
      kind: 'nat-gateway',
      rule: 'translates the source',
      text: `${sourceOf(packet)} becomes ${sourceOf(translated)}`,
    },
  )
}

/** A NAT gateway gives a reply back to the address that asked, or drops what it has no connection for. */
function giveBack(gateway: Interface, packet: Packet, routed: boolean): Step {
  const known = routed ? undefined : packet.translations.findLast((one) => one.gateway === gateway.owner)
  if (packet.direction === 'request' || known === undefined)
    return stopAt({
      hop: gateway.owner,
      kind: 'nat-gateway',
      rule: 'no connection of its own',
      text: `carries replies to connections that it let out, and no other packets from ${sourceOf(packet)}`,
    })
  const restored: Packet = {
    ...packet,
    destination: known.source,
    destinationPorts: known.sourcePorts,
    translations: packet.translations.filter((one) => one !== known),
  }
  return goOn(
    { at: 'subnet-out', subnet: gateway.subnet, packet: restored },
    {
      hop: gateway.owner,
      kind: 'nat-gateway',
      rule: 'gives the reply back',
      text: `${destinationOf(packet)} becomes ${formatAddress(known.source)}`,
    },
  )
}

/** Into an interface: a NAT gateway passes packets on; all else is the end of the way, if the groups agree. */
export function enterInterface(position: PositionAt<'interface-in'>, network: Network): Step {
  const { interface: own, routed, packet } = position
  if (own.kind === 'nat-gateway')
    return routed && packet.direction === 'request'
      ? translate(own, packet, network)
      : giveBack(own, packet, routed)
  const next = { at: 'arrived', host: { kind: 'interface', interface: own }, packet } as const
  if (own.groups === null) return goOn(next)
  if (packet.direction === 'reply') return goOn(next, remembered(own.groups))
  const { sender } = packet
  const isMember = (group: string) => sender !== null && hasGroup(sender, group)
  const { allowed, hop } = askGroups(own.groups, packet, 'inbound', isMember)
  return allowed ? goOn(next, hop) : stopAt(hop)
}
