import { fail, ok, type Result } from '../../kernel/result.ts'
import type { Address } from './cidr.ts'
import {
  addressesOfSource,
  type Destination,
  findDestination,
  findSource,
  type QuestionInvalid,
  type Source,
} from './ends.ts'
import type { Network } from './network.ts'
import { answerTo, destinationOf, type Packet } from './packet.ts'
import type { Host, Position } from './position.ts'
import type { Hop, Leg, ReachAnswer, ReachQuestion } from './types.ts'
import { type Walk, walk } from './walk.ts'

const echoRequest = { 4: 8, 6: 128 } as const

/** What is wrong with the ports of a question, or null. */
function portFault({ protocol, port, icmpType, sourcePorts }: ReachQuestion): QuestionInvalid | null {
  const at = (member: keyof ReachQuestion, reason: string) =>
    ({ code: 'reach-question-invalid', at: member, reason }) as const
  const isIcmp = protocol === 'icmp'
  if (!isIcmp && port === undefined) return at('port', `${protocol} needs a port`)
  if (isIcmp && port !== undefined) return at('port', 'icmp has no ports; leave it out')
  if (!isIcmp && icmpType !== undefined) return at('icmpType', `${protocol} has no ICMP type; leave it out`)
  return sourcePorts !== undefined && sourcePorts[0] > sourcePorts[1]
    ? at('sourcePorts', 'the first port is above the last')
    : null
}

function firstPacket(question: ReachQuestion, source: Source, address: Address, network: Network): Packet {
  const isIcmp = question.protocol === 'icmp'
  const port = question.port ?? 0
  return {
    direction: 'request',
    protocol: isIcmp && address.family === 6 ? 'icmpv6' : question.protocol,
    icmpType: isIcmp ? (question.icmpType ?? echoRequest[address.family]) : null,
    source: addressesOfSource(source).find(({ family }) => family === address.family)!,
    sourcePorts: isIcmp ? [0, 0] : (question.sourcePorts ?? network.clientPorts),
    destination: address,
    destinationPorts: [port, port],
    sender: source.kind === 'instance' ? source.interface : null,
    translations: [],
    egress: [],
  }
}

function startOfRequest(source: Source, packet: Packet): Position {
  switch (source.kind) {
    case 'instance':
      return { at: 'interface-out', interface: source.interface, packet }
    case 'internet':
      return { at: 'internet', packet }
    case 'on-premises':
      return { at: 'on-premises-out', network: source.network, packet }
  }
}

function startOfReply(host: Host, packet: Packet, network: Network): Position {
  switch (host.kind) {
    case 'interface':
      return { at: 'interface-out', interface: host.interface, packet: answerTo(packet, host.interface) }
    case 'on-premises':
      return { at: 'on-premises-out', network: host.network, packet: answerTo(packet, null) }
    case 'internet':
      return { at: 'internet', packet: answerTo(packet, null) }
    case 'service': {
      const reply = answerTo(packet, null)
      const endpoint = network.targets.get(host.endpoint ?? '')
      return endpoint?.kind === 'endpoint'
        ? { at: 'vpc-in', vpc: network.vpcs.get(endpoint.vpc)!, packet: reply }
        : { at: 'internet', packet: reply }
    }
  }
}

const idOf = (host: Host): string => {
  switch (host.kind) {
    case 'interface':
      return host.interface.owner
    case 'service':
      return host.service
    case 'on-premises':
      return host.network
    case 'internet':
      return 'internet'
  }
}

/** Who must get the replies; on the internet any host will do, since addresses there are unique. */
function idOfSource(source: Source): string | null {
  switch (source.kind) {
    case 'instance':
      return source.interface.owner
    case 'on-premises':
      return source.network
    case 'internet':
      return null
  }
}

/** A hop that says no because the packets came to somebody else than the one meant. */
function wrongHost({ arrival }: Walk, expected: string | null): Hop | null {
  if (arrival === null || expected === null) return null
  const id = idOf(arrival.host)
  if (id === expected) return null
  const kind = arrival.host.kind === 'interface' ? arrival.host.interface.kind : arrival.host.kind
  return {
    hop: id,
    kind,
    rule: 'another host',
    text: `${destinationOf(arrival.packet)} leads here, not to ${expected}`,
  }
}

const legOf = ({ path, blockedBy }: Walk, refused: Hop | null): Leg => ({
  reachable: blockedBy === null && refused === null,
  path,
  blockedBy: blockedBy ?? refused,
})

function answer(request: Leg, reply: Leg | null): ReachAnswer {
  const reachable = request.reachable && reply?.reachable === true
  const blockedBy = request.blockedBy
    ? { direction: 'request' as const, ...request.blockedBy }
    : reply?.blockedBy
      ? { direction: 'reply' as const, ...reply.blockedBy }
      : null
  return { reachable, path: request.path, blockedBy, reply }
}

const noPublicAddress = ({ to }: ReachQuestion): Leg => ({
  reachable: false,
  path: [],
  blockedBy: {
    hop: to,
    kind: 'instance',
    rule: 'no public address',
    text: 'has no address that the internet reaches',
  },
})

function traceTo(
  { address, expected }: Destination,
  source: Source,
  question: ReachQuestion,
  network: Network,
) {
  const packet = firstPacket(question, source, address, network)
  const there = walk(startOfRequest(source, packet), network)
  const request = legOf(there, wrongHost(there, expected))
  if (!request.reachable || there.arrival === null) return answer(request, null)
  const back = walk(startOfReply(there.arrival.host, there.arrival.packet, network), network)
  return answer(request, legOf(back, wrongHost(back, idOfSource(source))))
}

/**
 * Whether a connection can be made, over which hops its request and its replies go, and which hop says no.
 *
 * @returns the answer, or `reach-question-invalid` with the member of the question that is wrong
 * @see Amazon VPC user guide; VPC peering guide; Transit Gateways guide (route evaluation, network ACLs)
 * @example traceConnection({}, { from: 'web', to: 'db', protocol: 'tcp' }).ok // false
 */
export function traceConnection(
  network: Network,
  question: ReachQuestion,
): Result<ReachAnswer, QuestionInvalid> {
  const fault = portFault(question)
  if (fault !== null) return fail(fault)
  const source = findSource(network, question)
  if (!source.ok) return source
  const destination = findDestination(network, question, source.value)
  if (!destination.ok) return destination
  if (destination.value === null) return ok(answer(noPublicAddress(question), null))
  return ok(traceTo(destination.value, source.value, question, network))
}
