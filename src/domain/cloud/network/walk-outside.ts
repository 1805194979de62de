import { chooseTransitRoute } from './choose-route.ts'
import { contains, isInternetAddress } from './cidr.ts'
import type { Interface, Network, RouteTarget, VpcNode } from './network.ts'
import { destinationOf, type Packet, sameAddress } from './packet.ts'
import { goOn, type PositionAt, type Step, stopAt } from './position.ts'
import type { Hop } from './types.ts'

const gatewayOf = (
  kind: 'internet-gateway' | 'egress-only-gateway',
  vpc: string,
  { targets }: Network,
): RouteTarget | undefined => [...targets.values()].find((one) => one.kind === kind && one.vpc === vpc)

const noGateway = (vpc: string, packet: Packet): Step =>
  stopAt({
    hop: vpc,
    kind: 'vpc',
    rule: 'no internet gateway',
    text: `nothing connects ${destinationOf(packet)} to the internet`,
  })

/** In to a public IPv4 address: the internet gateway puts the private one in its place. */
function enterByPublicAddress(to: Interface, packet: Packet, network: Network): Step {
  const gateway = gatewayOf('internet-gateway', to.subnet.vpc.id, network)
  if (gateway === undefined) return noGateway(to.subnet.vpc.id, packet)
  const destination = to.addresses.find(({ family }) => family === 4)!
  const inside: Packet = { ...packet, destination }
  return goOn(
    { at: 'subnet-in', interface: to, routed: false, packet: inside },
    {
      hop: gateway.id,
      kind: 'internet-gateway',
      rule: 'translates the destination',
      text: `${destinationOf(packet)} becomes ${destinationOf(inside)}`,
    },
  )
}

/** In to an IPv6 address: by the egress-only gateway that knows the connection, else by the internet gateway. */
function enterBySix(vpc: VpcNode, packet: Packet, network: Network): Step {
  const egress = gatewayOf('egress-only-gateway', vpc.id, network)
  const next = { at: 'vpc-in', vpc, packet } as const
  if (egress !== undefined && packet.direction === 'reply' && packet.egress.includes(egress.id))
    return goOn(next, {
      hop: egress.id,
      kind: 'egress-only-gateway',
      rule: 'stateful',
      text: 'the reply belongs to a connection that it let out',
    })
  const gateway = gatewayOf('internet-gateway', vpc.id, network)
  if (gateway !== undefined)
    return goOn(next, {
      hop: gateway.id,
      kind: 'internet-gateway',
      rule: 'IPv6 as it is',
      text: `lets packets in to ${destinationOf(packet)}`,
    })
  if (egress === undefined) return noGateway(vpc.id, packet)
  return stopAt({
    hop: egress.id,
    kind: 'egress-only-gateway',
    rule: 'outbound connections only',
    text: `lets no connection in to ${destinationOf(packet)}`,
  })
}

const internet = { hop: 'internet', kind: 'internet' } as const

/** On the internet: on to a public address of a VPC, to a service, or to a host outside. */
export function crossInternet({ packet }: PositionAt<'internet'>, network: Network): Step {
  const { destination } = packet
  const owner = network.interfaces.find(
    ({ publicAddress }) => publicAddress !== null && sameAddress(publicAddress, destination),
  )
  if (owner !== undefined) return enterByPublicAddress(owner, packet, network)
  if (!isInternetAddress(destination))
    return stopAt({
      ...internet,
      rule: 'private destination',
      text: `the internet has no route to ${destinationOf(packet)}`,
    })
  const vpc = [...network.vpcs.values()].find(({ blocks }) =>
    blocks.some((block) => block.family === 6 && contains(block, destination)),
  )
  if (vpc !== undefined) return enterBySix(vpc, packet, network)
  const [service] = [...network.services].find(([, blocks]) =>
    blocks.some((block) => contains(block, destination)),
  ) ?? [null]
  const host =
    service === null
      ? ({ kind: 'internet' } as const)
      : ({ kind: 'service', service, endpoint: null } as const)
  const text = service === null ? `carries packets to ${destinationOf(packet)}` : `leads to ${service}`
  return goOn({ at: 'arrived', host, packet }, { ...internet, rule: 'public route', text })
}

/** A way from an on-premises network into the cloud, with the length of the prefix that leads there. */
type WayIn = { readonly prefix: number; readonly id: string; readonly step: Step }

function waysByPrivateGateway(id: string, packet: Packet, { targets, vpcs }: Network): WayIn[] {
  return [...targets.values()].flatMap((target) => {
    if (target.kind !== 'virtual-private-gateway' || !target.networks.includes(id)) return []
    const vpc = vpcs.get(target.vpc)!
    const block = vpc.blocks.find((one) => contains(one, packet.destination))
    if (block === undefined) return []
    const hop: Hop = {
      hop: target.id,
      kind: 'virtual-private-gateway',
      rule: 'own addresses of its VPC',
      text: `lets packets in to ${destinationOf(packet)} in ${vpc.id}`,
    }
    return [{ prefix: block.prefix, id: target.id, step: goOn({ at: 'vpc-in', vpc, packet }, hop) }]
  })
}

function waysByTransit(id: string, packet: Packet, { targets }: Network): WayIn[] {
  return [...targets.values()].flatMap((target) => {
    if (target.kind !== 'transit-gateway') return []
    return [...target.attachments.values()].flatMap((attachment): WayIn[] => {
      if (attachment.kind === 'vpc' || attachment.network !== id) return []
      const table = target.tableOf.get(attachment.id)
      const route = chooseTransitRoute(table?.routes ?? [], packet.destination)
      if (route === null || route.target === attachment.id) return []
      const next = { at: 'transit', gateway: target, attachment: attachment.id, zone: null, packet } as const
      return [{ prefix: route.destination.prefix, id: attachment.id, step: goOn(next) }]
    })
  })
}

/** Out of an on-premises network: by the gateway that announces the longest prefix. */
export function leaveOnPremises(
  { network: id, packet }: PositionAt<'on-premises-out'>,
  network: Network,
): Step {
  const ways = [...waysByPrivateGateway(id, packet, network), ...waysByTransit(id, packet, network)]
  const [best] = ways.sort((left, right) => right.prefix - left.prefix || (left.id < right.id ? -1 : 1))
  if (best !== undefined) return best.step
  return stopAt({
    hop: id,
    kind: 'on-premises',
    rule: 'no route',
    text: `no gateway announces ${destinationOf(packet)} to it; a private gateway announces its own VPC only`,
  })
}
