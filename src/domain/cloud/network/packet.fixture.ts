import { type Address, type Cidr, parseAddress, parseCidr } from './cidr.ts'
import type { Packet } from './packet.ts'

/** An address that is known to be one. */
export function address(text: string): Address {
  const parsed = parseAddress(text)
  if (parsed === null) throw new Error(`"${text}" is no address.`)
  return parsed
}

/** A block that is known to be one. */
export function block(text: string): Cidr {
  const parsed = parseCidr(text)
  if (!parsed.ok) throw new Error(parsed.error.reason)
  return parsed.value
}

/** A request from 198.51.100.7 to 10.0.0.20, tcp 443, with what is given in its place. */
export const packet = (given: Partial<Packet> = {}): Packet => ({
  direction: 'request',
  protocol: 'tcp',
  icmpType: null,
  source: address('198.51.100.7'),
  sourcePorts: [1024, 65535],
  destination: address('10.0.0.20'),
  destinationPorts: [443, 443],
  sender: null,
  translations: [],
  egress: [],
  ...given,
})
