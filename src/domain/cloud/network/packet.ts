import { type Address, formatAddress } from './cidr.ts'
import type { Interface, Traffic } from './network.ts'
import { formatPorts, type PortRange } from './port-range.ts'
import type { Protocol } from './types.ts'

/** What a NAT gateway replaced: the source of the request as it came in. */
export type Translation = {
  readonly gateway: string
  readonly source: Address
  readonly sourcePorts: PortRange
}

/**
 * All packets of one direction of a connection. `sender` is the interface whose groups inbound rules still recognise, null
 * once the way hides it. `translations` and `egress` are what stateful gateways remember of the request.
 */
export type Packet = {
  readonly direction: 'request' | 'reply'
  readonly protocol: Protocol
  readonly icmpType: number | null
  readonly source: Address
  readonly sourcePorts: PortRange
  readonly destination: Address
  readonly destinationPorts: PortRange
  readonly sender: Interface | null
  readonly translations: readonly Translation[]
  readonly egress: readonly string[]
}

/** True when two addresses are the same. @example sameAddress({ family: 4, value: 1n }, { family: 6, value: 1n }) // false */
export const sameAddress = (left: Address, right: Address): boolean =>
  left.family === right.family && left.value === right.value

/** True when a rule speaks of what a packet carries, ports left aside. */
export const speaksOf = ({ protocol, icmpType }: Traffic, packet: Packet): boolean =>
  protocol === 'all' || (protocol === packet.protocol && (icmpType === null || icmpType === packet.icmpType))

/** What a packet carries, in words, such as `tcp 443`; ports may be those of a part. */
export const describeTraffic = (packet: Packet, ports: PortRange = packet.destinationPorts): string =>
  packet.icmpType === null
    ? `${packet.protocol} ${formatPorts(ports)}`
    : `${packet.protocol} type ${packet.icmpType}`

/** Source of a packet in words. */
export const sourceOf = ({ source }: Packet): string => formatAddress(source)

/** Destination of a packet in words. */
export const destinationOf = ({ destination }: Packet): string => formatAddress(destination)

const echoReply: Readonly<Record<number, number>> = { 8: 0, 128: 129 }

/** The packets that answer those of a request as they arrived. */
export const answerTo = (request: Packet, sender: Interface | null): Packet => ({
  ...request,
  direction: 'reply',
  icmpType: request.icmpType === null ? null : (echoReply[request.icmpType] ?? request.icmpType),
  source: request.destination,
  sourcePorts: request.destinationPorts,
  destination: request.source,
  destinationPorts: request.sourcePorts,
  sender,
})
