import { chooseTransitRoute } from './choose-route.ts'
import { contains, formatCidr } from './cidr.ts'
import type { Network, SubnetNode, TransitNode, TransitTable } from './network.ts'
import { destinationOf, type Packet } from './packet.ts'
import { goOn, type PositionAt, type Step, stopAt } from './position.ts'
import type { Hop, VpcAttachment } from './types.ts'
import { askAcl } from './walk-vpc.ts'

/** The subnet of an attachment that serves a zone, null when the attachment is not in that zone. */
function subnetFor(attachment: VpcAttachment, zone: string | null, network: Network): SubnetNode | null {
  const seats = [...attachment.subnets].sort().flatMap((id) => network.subnets.get(id) ?? [])
  const same = seats.find((seat) => seat.zone === zone || seat.zone === null)
  return same ?? (zone === null ? (seats[0] ?? null) : null)
}

/** Packets that leave a subnet for a transit gateway. */
type Leaving = { readonly subnet: SubnetNode; readonly packet: Packet; readonly network: Network }

/** From a subnet into a transit gateway, through the VPC's attachment in the same zone and its subnet's network ACL. */
export function enterTransit(gateway: TransitNode, { subnet, packet, network }: Leaving): Step {
  const base = { hop: gateway.id, kind: 'transit-gateway' } as const
  const attachment = [...gateway.attachments.values()].find(
    (one): one is VpcAttachment => one.kind === 'vpc' && one.vpc === subnet.vpc.id,
  )
  if (attachment === undefined)
    return stopAt({ ...base, rule: 'not attached', text: `${subnet.vpc.id} has no attachment to it` })
  const seat = subnetFor(attachment, subnet.zone, network)
  if (seat === null)
    return stopAt({
      ...base,
      rule: 'no attachment in the zone',
      text: `${attachment.id} has no subnet in ${subnet.zone}, where ${subnet.id} is`,
    })
  const { allowed, hop } = askAcl(seat.acl, packet, 'inbound')
  if (!allowed) return stopAt(hop)
  return goOn({ at: 'transit', gateway, attachment: attachment.id, zone: subnet.zone, packet }, hop)
}

type Transit = PositionAt<'transit'>

/** What a table says: the hop, and the target when it lets the packets pass. */
type Routed = { readonly hop: Hop; readonly target: string | null }

function followTransitRoute({ gateway, attachment, packet }: Transit, table: TransitTable): Routed {
  const base = { hop: table.id, kind: 'transit-route-table' } as const
  const to = destinationOf(packet)
  const route = chooseTransitRoute(table.routes, packet.destination)
  if (route === null) {
    const text = `the table of ${attachment} in ${gateway.id} has no route to ${to}`
    return { hop: { ...base, rule: 'no route', text }, target: null }
  }
  const { target } = route
  const rule = `${formatCidr(route.destination)} to ${target}`
  return target === 'blackhole'
    ? { hop: { ...base, rule, text: `drops what goes to ${to}` }, target: null }
    : { hop: { ...base, rule, text: `sends ${to} to ${target}` }, target }
}

/** Out through the attachment of a VPC: the route table of its subnet leads on, behind that subnet's network ACL. */
function leaveToVpc(attachment: VpcAttachment, { gateway, zone, packet }: Transit, network: Network): Step {
  const seats = attachment.subnets.map((id) => network.subnets.get(id)?.zone ?? null)
  const seat = subnetFor(attachment, seats.includes(zone) ? zone : null, network)!
  const sender = gateway.groupReferences ? packet.sender : null
  return goOn({ at: 'subnet-out', subnet: seat, packet: { ...packet, sender } })
}

function leaveToPeer(peering: string, { gateway, zone, packet }: Transit, network: Network): Step {
  const sides = network.transitPeerings.get(peering) ?? []
  const other = network.targets.get(sides.find((id) => id !== gateway.id) ?? '')
  const next = { at: 'transit', gateway: other as TransitNode, attachment: peering, zone } as const
  return goOn({ ...next, packet: { ...packet, sender: null } })
}

function leaveToNetwork(network: string, { packet }: Transit, { onPremises }: Network): Step {
  const announced = onPremises.get(network)?.some((block) => contains(block, packet.destination)) === true
  return announced
    ? goOn({ at: 'arrived', host: { kind: 'on-premises', network }, packet })
    : stopAt({
        hop: network,
        kind: 'on-premises',
        rule: 'no such address',
        text: `${destinationOf(packet)} lies outside its blocks`,
      })
}

function leaveTransit(target: string, position: Transit, network: Network): Step {
  const attachment = position.gateway.attachments.get(target)
  if (attachment === undefined) return leaveToPeer(target, position, network)
  return attachment.kind === 'vpc'
    ? leaveToVpc(attachment, position, network)
    : leaveToNetwork(attachment.network, position, network)
}

/** Through a transit gateway: the table associated with the attachment that the packets came by decides. */
export function crossTransit(position: Transit, network: Network): Step {
  const { gateway, attachment } = position
  const table = gateway.tableOf.get(attachment)
  if (table === undefined)
    return stopAt({
      hop: gateway.id,
      kind: 'transit-gateway',
      rule: 'no association',
      text: `${attachment} is associated with no route table, so nothing from it is routed`,
    })
  const { hop, target } = followTransitRoute(position, table)
  if (target === null) return stopAt(hop)
  const { hops, next } = leaveTransit(target, position, network)
  return goOn(next, hop, ...hops)
}
